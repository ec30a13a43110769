import {z} from 'zod';
import {disabilityGroups, placementStatuses} from '../../domain/vocabulary.ts';
import {id, isoDate, line, maybe, personName, prose, saved, stamp} from './fields.ts';
import {journalRow, personValues, placementEventView} from './journal.ts';
import {historyPage, historyPart} from './history.ts';
import {command, query} from './kernel.ts';
import {sensitive} from './sensitive.ts';

export const relativeValues = z.strictObject({
  kinship: z.enum(['mother', 'father', 'guardian']),
  name: personName,
  bornOn: maybe(isoDate),
  absenceReason: maybe(line),
  proof: maybe(line),
});
export type RelativeValues = z.output<typeof relativeValues>;

const recipientValues = {
  ...personValues,
  diagnosis: sensitive('diagnosis', prose),
  ethnicity: sensitive('ethnicity', line),
  socialStatus: maybe(line),
  /** Parents: only for children with disability (Appendix 3). */
  relatives: z.array(relativeValues).max(10),
};

export const recipientHit = z.strictObject({
  recipientId: id,
  name: personName,
  bornOn: maybe(isoDate),
  status: maybe(z.enum(placementStatuses)),
  fileNumber: maybe(line),
});
export type RecipientHit = z.output<typeof recipientHit>;

export const planLine = z.strictObject({
  id,
  revision: z.int(),
  status: z.enum(['draft', 'filled', 'approved', 'revised', 'ended']),
  periodFrom: maybe(isoDate),
  periodTo: maybe(isoDate),
  reviewOn: maybe(isoDate),
  approvedOn: maybe(isoDate),
  rounds: z.int(),
  openRoundId: maybe(id),
});

export const recipientView = z.strictObject({
  id,
  stamp,
  ...recipientValues,
  disabilityGroup: maybe(z.enum(disabilityGroups)),
  /** Rows of the journal, newest first, and the events of the newest. */
  placements: z.array(journalRow),
  events: z.array(placementEventView),
  fileNumber: maybe(line),
  plans: z.array(planLine),
});
export type RecipientView = z.output<typeof recipientView>;

export const recipientCalls = {
  /** As one types: any part of a name in any order, folded letters, file number, phone, IIN. Empty text: the newest. */
  search: query(z.strictObject({text: line, limit: z.int().min(1).max(50)}), z.array(recipientHit), {
    topics: ['recipient', 'journal', 'file'],
  }),
  /** Everybody by the Kazakh alphabet, a part from any place on. `unitId`: who stays there today. */
  list: query(
    z.strictObject({
      status: maybe(z.enum(placementStatuses)),
      unitId: maybe(id),
      offset: z.int().min(0).max(10_000_000),
      limit: z.int().min(1).max(200),
    }),
    z.strictObject({people: z.array(recipientHit), total: z.int()}),
    {topics: ['recipient', 'journal', 'file', 'unit']},
  ),
  get: query(z.strictObject({id}), recipientView, {
    topics: ['recipient', 'journal', 'file', 'plan', 'monitoring'],
    audit: 'view',
  }),
  save: command(z.strictObject({id, seen: stamp, ...recipientValues}), saved, {topics: ['recipient', 'journal']}),
  /** Who changed what, field by field, of the person and all that belongs to the person; newest first. */
  history: query(z.strictObject({id, ...historyPart}), historyPage, {
    topics: ['recipient', 'journal', 'file', 'plan', 'monitoring'],
    audit: 'view',
  }),
};
