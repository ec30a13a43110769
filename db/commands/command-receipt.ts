import {eq, lt} from 'drizzle-orm';
import type {ReadableDb, WritableDb} from '../connection.ts';
import {commandReceipt} from '../schema/local.ts';

/** A repeat comes with a double click or a lost connection, not after so long. */
const keptForMilliseconds = 7 * 24 * 60 * 60 * 1000;
/** Old replies are looked for once in so many commands. */
const commandsBetweenClearings = 256;

/** The JSON that a command was answered with; undefined: it was not carried out. */
export function findReply(db: ReadableDb, commandId: string): string | undefined {
  return db.select({reply: commandReceipt.reply}).from(commandReceipt).where(eq(commandReceipt.id, commandId)).get()
    ?.reply;
}

/** In the transaction of the command. `reply` is JSON, `now` a UTC instant, ISO with Z. */
export function rememberReply(db: WritableDb, commandId: string, reply: string, now: string): void {
  const {lastInsertRowid} = db.insert(commandReceipt).values({id: commandId, receivedAt: now, reply}).run();
  if (Number(lastInsertRowid) % commandsBetweenClearings !== 0) return;
  const oldest = new Date(Date.parse(now) - keptForMilliseconds).toISOString();
  db.delete(commandReceipt).where(lt(commandReceipt.receivedAt, oldest)).run();
}
