import {z} from 'zod';
import {id, instant, line, maybe} from './fields.ts';

/** One changed row in the history of a record. `before` and `after` are as stored; the screen words them. */
const historyChange = z.strictObject({
  seq: z.int(),
  table: line,
  rowId: id,
  op: z.enum(['insert', 'update', 'delete']),
  recordedAt: instant,
  authorName: maybe(line),
  fields: z.array(z.strictObject({field: line, before: z.unknown(), after: z.unknown()})),
});
export type HistoryChange = z.output<typeof historyChange>;

/** `before`: the `seq` of the last change of the page before; null: the newest. */
export const historyPart = {before: maybe(z.int()), limit: z.int().min(1).max(200)};

/** Newest first. */
export const historyPage = z.strictObject({changes: z.array(historyChange), more: z.boolean()});
