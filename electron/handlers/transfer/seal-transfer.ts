import {must} from '../../../domain/assert.ts';
import {findRecipient} from '../../../db/queries/recipient.ts';
import type {TransferHead} from '../../../db/queries/transfer.ts';
import {makePassphrase} from '../../transfer/passphrase.ts';
import type {QueryContext} from '../context.ts';
import {nameOn} from '../gather/values.ts';
import type {JobWork} from '../jobs.ts';
import {gatherParts} from './parts.ts';
import {attachedPapers, transferFileName} from './papers.ts';

/** Prints the papers in both languages and puts them into the file. The passphrase is told once, and kept nowhere. */
export function sealTransfer(
  {db, pdf, sealer, now}: Pick<QueryContext, 'db' | 'pdf' | 'sealer' | 'now'>,
  row: TransferHead,
): JobWork {
  return {
    // Each paper, act, inventory, and the file.
    total: attachedPapers(db, row).length + 3,
    async run(onPart, signal) {
      const parts = await gatherParts({db, pdf, now}, row, {signal, onPart});
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
