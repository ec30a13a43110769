import type {MadeSource} from '../../contract/paper.ts';
import {pileOutcome, type PileOutcome} from '../../contract/printing.ts';
import type {Jobs} from '../jobs.ts';
import {orMissing} from '../refusals.ts';

/** Of a job that has made a pile; missing where there is none, or it made something else. */
export function pileMade(jobs: Pick<Jobs, 'result'>, jobId: string): PileOutcome {
  const read = pileOutcome.safeParse(orMissing(jobs.result(jobId)).outcome);
  return orMissing(read.data);
}

/** The papers that stand on these pages, also in part; all of them where no pages are named. */
export function papersOnPages(
  {papers}: Pick<PileOutcome, 'papers'>,
  pages: {readonly from: number; readonly to: number} | undefined,
): MadeSource[] {
  if (pages === undefined) return papers.map(({source}) => source);
  let before = 0;
  return papers.flatMap(paper => {
    const first = before + 1;
    before += paper.pages;
    return first <= pages.to && before >= pages.from ? [paper.source] : [];
  });
}
