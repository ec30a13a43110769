import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openClient, type Beginning} from '../../db/client.ts';
import {beginnings, openDatabase} from '../../db/connection.ts';
import {testKey as key} from './test-key.ts';

/**
 * Loaded before every file of unit tests: a new database begins there as a copy of one that was made by the migrations in this
 * process, under a new key. Making it anew each time takes two to four times as long. What it holds beside the schema
 * is taken out again: the name of the installation and the first link of its audit. `test/db/new-database.test.ts` compares
 * such a copy with one from nothing; the built program, which the browser tests start, has no way to copy one.
 */

function makeOne(): Beginning {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-made-'));
  process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
  const file = join(folder, 'made.db');
  openDatabase({file, key, now: Date.now}).close();
  const client = openClient(file, key, false);
  try {
    const {sql} = client.prepare("SELECT sql FROM sqlite_schema WHERE name = 'keep_audit_delete'").get() as {
      sql: string;
    };
    client.exec('DROP TRIGGER keep_audit_delete; DELETE FROM audit');
    client.exec(sql);
    client.exec("DELETE FROM local_state WHERE key = 'node'");
    // As a file that takes another key.
    client.pragma('journal_mode = DELETE');
  } finally {
    client.close();
  }
  return {file, key};
}

beginnings.copyOf ??= makeOne();
