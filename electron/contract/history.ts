import {z} from 'zod';
import {undoObstacles} from '../../domain/undo.ts';
import {id, instant, line, maybe, stamp} from './fields.ts';
import {undoneBy} from './undo.ts';

const obstacle = maybe(z.enum(undoObstacles));

/** One changed row in the history of a record. `before` and `after` are as stored; the screen words them. */
const historyChange = z.strictObject({
  seq: z.int(),
  table: line,
  rowId: id,
  op: z.enum(['insert', 'update', 'delete']),
  recordedAt: instant,
  authorName: maybe(line),
  /** Why the field does not come back alone; null where nothing stands in its way. */
  fields: z.array(z.strictObject({field: line, before: z.unknown(), after: z.unknown(), obstacle})),
  /** Through which record the change can be undone; null where it cannot, or where nothing is undone here. */
  undo: maybe(z.strictObject({by: z.enum(undoneBy), id, seen: stamp})),
  /** Why not. */
  obstacle,
});
export type HistoryChange = z.output<typeof historyChange>;

/** `before`: the `seq` of the last change of the page before; null: the newest. */
export const historyPart = {before: maybe(z.int()), limit: z.int().min(1).max(200)};

/** Newest first. */
export const historyPage = z.strictObject({changes: z.array(historyChange), more: z.boolean()});
