import {randomBytes} from 'node:crypto';
import type {Database} from 'better-sqlite3';

/** What this PC keeps for itself in `local_state`. Read and written below the connection, when it is opened. */
export function readLocal(client: Database, key: string): string | undefined {
  return client.prepare<[string], {value: string}>('SELECT value FROM local_state WHERE key = ?').get(key)?.value;
}

export function writeLocal(client: Database, key: string, value: string): void {
  client
    .prepare(
      'INSERT INTO local_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    )
    .run(key, value);
}

/**
 * The name of this installation in the change log, 16 hex digits: the one kept, else made from the id that is given (a
 * UUID), else from random bytes.
 */
export function nodeName(client: Database, given: string | undefined): string {
  const kept = readLocal(client, 'node');
  if (kept !== undefined) return kept;
  const made = given === undefined ? randomBytes(8).toString('hex') : given.replaceAll('-', '').slice(0, 16);
  writeLocal(client, 'node', made);
  return made;
}
