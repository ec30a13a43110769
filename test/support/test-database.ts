import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import Sqlite from 'better-sqlite3';
import {onTestFinished} from 'vitest';
import {openDatabase, type Connection, type OpenOptions} from '../../db/connection.ts';
import {testKey} from './test-key.ts';

/** Real encrypted databases in folders that go with the test. */

export const testNow = Date.UTC(2026, 0, 5, 4, 30);

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-db-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

/** A database in a folder of its own unless `file` names one; closed after the test. */
export function testDatabase(options: Partial<OpenOptions> = {}): Connection {
  const connection = openDatabase({
    file: options.file ?? join(temporaryFolder(), 'tirek.db'),
    key: testKey,
    node: '00000000-0000-4000-8000-000000000001',
    now: () => testNow,
    ...options,
  });
  onTestFinished(() => connection.close());
  return connection;
}

/** The file underneath a connection that has been closed, as SQLite has it: without guards, triggers' functions or types. */
export function rawClient(file: string, key = testKey): Sqlite.Database {
  const client = new Sqlite(file);
  client.pragma("cipher = 'chacha20'");
  client.key(Buffer.from(`raw:${Buffer.from(key).toString('hex')}`));
  onTestFinished(() => void client.close());
  return client;
}
