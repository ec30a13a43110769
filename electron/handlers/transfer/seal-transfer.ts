import {must} from '../../../domain/assert.ts';
import {findRecipient} from '../../../db/queries/recipient.ts';
import type {TransferHead} from '../../../db/queries/transfer.ts';
import {makePassphrase} from '../../transfer/passphrase.ts';
import type {QueryContext} from '../context.ts';
import {nameOn} from '../gather/values.ts';
import type {JobWork} from '../jobs.ts';
import {contentPart, gatherContent} from './content.ts';
import {attachedPapers, printTransfer, transferFileName} from './papers.ts';

/** Prints the papers in both languages and puts them into the file. The passphrase is told once, and kept nowhere. */
export function sealTransfer(
  {db, pdf, sealer, now}: Pick<QueryContext, 'db' | 'pdf' | 'sealer' | 'now'>,
  row: TransferHead,
): JobWork {
  return {
    // Each paper, act, inventory, and the file.
    total: attachedPapers(db, row).length + 3,
    async run(onPart, signal) {
      const {papers} = await printTransfer({db, pdf}, row, 'both', {signal, onPart});
      const listed = papers.map(({name, date, sheets}, index) => ({
        part: `papers/${index + 1}.pdf`,
        name,
        date,
        sheets,
      }));
      const content = gatherContent(db, row, {now, papers: listed});
      const parts = new Map([
        [contentPart, new TextEncoder().encode(JSON.stringify(content))],
        ...listed.map(({part}, index) => [part, must(papers[index]).pdf] as const),
      ]);
      const passphrase = makePassphrase();
      const bytes = await sealer.seal(parts, passphrase, signal);
      onPart();
      const name = nameOn(must(findRecipient(db, must(row.recipientId))));
      return {
        fileName: `${transferFileName(name, 'kk')}.tirek`,
        bytes,
        outcome: {groups: passphrase.split('-')},
      };
    },
  };
}
