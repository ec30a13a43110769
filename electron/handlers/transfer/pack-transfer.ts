import {z} from 'zod';
import {recordStamp} from '../../../db/queries/stamps.ts';
import type {TransferHead} from '../../../db/queries/transfer.ts';
import {largestFile, packParts} from '../../transfer/archive-file.ts';
import type {QueryContext} from '../context.ts';
import type {JobWork} from '../jobs.ts';
import {attachedPapers} from './papers.ts';
import {gatherParts} from './parts.ts';

const packedOf = z.strictObject({id: z.string(), stamp: z.string()});

/**
 * What goes through the registry, as it is now, not encrypted yet: the lane does that when it has heard which PCs the
 * receiver has. Rejects where it would be too large.
 */
export function packTransfer({db, pdf, now}: Pick<QueryContext, 'db' | 'pdf' | 'now'>, row: TransferHead): JobWork {
  const outcome: z.output<typeof packedOf> = {id: row.id, stamp: recordStamp(db, row.id)};
  return {
    // Each paper, act, inventory, and the whole.
    total: attachedPapers(db, row).length + 3,
    async run(onPart, signal) {
      const bytes = packParts(await gatherParts({db, pdf, now}, row, {signal, onPart}));
      // With room for the keys of very many PCs.
      if (bytes.length > largestFile - 256 * 1024) throw new Error('the hand-over is too large');
      onPart();
      return {fileName: '', bytes, outcome};
    },
  };
}

/** Whether a job ended with what this row says as it is saved now. */
export function isPackedOf(outcome: unknown, row: z.output<typeof packedOf>): boolean {
  const read = packedOf.safeParse(outcome);
  return read.success && read.data.id === row.id && read.data.stamp === row.stamp;
}
