import type {ReadableDb, WritableDb} from './connection.ts';

/** What this PC keeps for itself in `local_state`: it goes nowhere, and leaves nothing in the log. */
export function readOwn(db: ReadableDb, key: string): string | undefined {
  return db.prepare<{value: string}>('SELECT value FROM local_state WHERE key = ?').get(key)?.value;
}

export function writeOwn(db: WritableDb, key: string, value: string): void {
  db.execute(
    'INSERT INTO local_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  );
}
