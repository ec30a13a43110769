import type {PaperForm, PaperSource} from '../../../electron/contract/paper.ts';
import {useCall} from '../../lib/use-call.ts';

/** What of a form is looked at: filled from the facts as they are now, empty, or as it was approved. */
export type PaperContent = 'filled' | 'blank' | 'frozen';

export interface PaperChoices {
  /** Undefined while it is not known which of them there are. */
  readonly contents: readonly PaperContent[] | undefined;
  /** What is shown first. */
  readonly preferred: PaperContent;
  readonly sourceOf: (content: PaperContent) => PaperSource;
}

/**
 * Which papers belong together with the one that was asked for. An approved plan or a closed round is shown as it was
 * frozen, never again as a draft; a cover may be looked at as it stands today beside the last one that was issued.
 */
export function usePaperChoices(source: PaperSource): PaperChoices {
  const form = source.kind === 'living' ? source.form : null;
  const subjectId = source.kind === 'living' ? source.subjectId : '';
  const plan = useCall('plan', 'get', {id: subjectId}, {enabled: form === 'appendix-4'});
  const round = useCall('monitoring', 'get', {id: subjectId}, {enabled: form === 'appendix-5'});
  const papers = useCall('paper', 'list', {recipientId: subjectId}, {enabled: form === 'appendix-3'});

  if (source.kind !== 'living') {
    const only = source.kind === 'blank' ? 'blank' : 'frozen';
    return {contents: [only], preferred: only, sourceOf: () => source};
  }
  const asked = {'appendix-2': null, 'appendix-3': papers, 'appendix-4': plan, 'appendix-5': round}[source.form];
  const paperId = {
    'appendix-2': null,
    'appendix-3': newest(papers.data?.filter(paper => paper.form === 'appendix-3')),
    'appendix-4': plan.data?.paperId ?? null,
    'appendix-5': round.data?.paperId ?? null,
  }[source.form];
  const isClosed = paperId !== null && closesForGood[source.form];
  return {
    contents:
      asked?.isPending === true
        ? undefined
        : [
            ...(isClosed ? [] : (['filled'] as const)),
            ...(paperId === null ? [] : (['frozen'] as const)),
            'blank' as const,
          ],
    preferred: isClosed ? 'frozen' : 'filled',
    sourceOf: content => {
      if (content === 'blank') return {kind: 'blank', form: source.form};
      return content === 'frozen' && paperId !== null ? {kind: 'frozen', paperId} : source;
    },
  };
}

const closesForGood: Record<PaperForm, boolean> = {
  'appendix-2': false,
  'appendix-3': false,
  'appendix-4': true,
  'appendix-5': true,
};

function newest(papers: readonly {id: string; frozenAt: string}[] | undefined): string | null {
  const [last] = [...(papers ?? [])].sort((a, b) => b.frozenAt.localeCompare(a.frozenAt));
  return last?.id ?? null;
}
