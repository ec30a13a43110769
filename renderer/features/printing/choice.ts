import type {PileFilter, PileVersion} from '../../../domain/pile.ts';
import type {PrintLanguage} from '../../../domain/text.ts';
import type {PlacementStatus} from '../../../domain/vocabulary.ts';
import type {MadeSource, PaperForm} from '../../../electron/contract/paper.ts';
import type {PileLine} from '../../../electron/contract/printing.ts';

export const statusGroups = ['present', 'queued', 'left', 'all'] as const;
export type StatusGroup = (typeof statusGroups)[number];

const statusesOf: Record<StatusGroup, PlacementStatus[]> = {
  present: ['receiving', 'on-leave'],
  queued: ['queued'],
  left: ['discharged', 'transferred'],
  all: ['receiving', 'on-leave', 'queued', 'discharged', 'transferred', 'withdrawn'],
};

/** What somebody has set above the list. */
export interface Choice {
  readonly forms: readonly PaperForm[];
  readonly version: PileVersion;
  readonly language: PrintLanguage;
  readonly status: StatusGroup;
  readonly unitId: string | null;
  readonly staffId: string | null;
  readonly text: string;
  readonly filter: PileFilter;
}

export function firstChoice(language: PrintLanguage): Choice {
  return {
    forms: ['appendix-4'],
    version: 'frozen',
    language,
    status: 'present',
    unitId: null,
    staffId: null,
    text: '',
    filter: 'all',
  };
}

/** As the list is asked for. */
export function askedBy({status, forms, text, ...rest}: Choice) {
  return {...rest, forms: [...forms], statuses: statusesOf[status], text: text.trim()};
}

/** The journal is nobody's. */
export function lineKey({recipientId}: PileLine): string {
  return recipientId ?? 'journal';
}

export function sourceKey(source: MadeSource): string {
  return source.kind === 'frozen' ? source.paperId : `${source.form} ${source.subjectId}`;
}
