import type {ReadableDb, WritableDb} from '../connection.ts';

// By hand rather than through drizzle, whose building of a query takes longer than the query: each command asks both.

/** A repeat comes with a double click or a lost connection, not after so long. */
const keptForMilliseconds = 7 * 24 * 60 * 60 * 1000;
/** Old replies are looked for with the first command after an opening, and once in so many. */
const commandsBetweenClearings = 256;
const remembered = new WeakMap<WritableDb, number>();

/** The JSON that a command was answered with; undefined: it was not carried out. */
export function findReply(db: ReadableDb, commandId: string): string | undefined {
  return db.prepare<{reply: string}>('SELECT reply FROM command_receipt WHERE id = ?').get(commandId)?.reply;
}

/** In the transaction of the command. `reply` is JSON, `now` a UTC instant, ISO with Z. */
export function rememberReply(db: WritableDb, commandId: string, reply: string, now: string): void {
  db.execute('INSERT INTO command_receipt (id, received_at, reply) VALUES (?, ?, ?)', commandId, now, reply);
  const before = remembered.get(db) ?? 0;
  remembered.set(db, before + 1);
  if (before % commandsBetweenClearings !== 0) return;
  const oldest = new Date(Date.parse(now) - keptForMilliseconds).toISOString();
  db.execute('DELETE FROM command_receipt WHERE received_at < ?', oldest);
}
