import {must} from '../../../domain/assert.ts';
import type {TransferHead} from '../../../db/queries/transfer.ts';
import type {Parts} from '../../transfer/archive-file.ts';
import type {QueryContext} from '../context.ts';
import {contentPart, gatherContent} from './content.ts';
import {printTransfer} from './papers.ts';

/** All that goes along with a recipient, by whichever way: what is said, and the papers as PDF in both languages. */
export async function gatherParts(
  {db, pdf, now}: Pick<QueryContext, 'db' | 'pdf' | 'now'>,
  row: TransferHead,
  progress: {readonly signal: AbortSignal; readonly onPart: () => void},
): Promise<Parts> {
  const {papers} = await printTransfer({db, pdf}, row, 'both', progress);
  const listed = papers.map(({name, date, sheets}, index) => ({part: `papers/${index + 1}.pdf`, name, date, sheets}));
  const content = gatherContent(db, row, {now, papers: listed});
  return new Map([
    [contentPart, new TextEncoder().encode(JSON.stringify(content))],
    ...listed.map(({part}, index) => [part, must(papers[index]).pdf] as const),
  ]);
}
