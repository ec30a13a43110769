import {join} from 'node:path';
import {getTableName} from 'drizzle-orm';
import {describe, expect, test} from 'vitest';
import {verifyAudit} from '../../../db/audit/verify.ts';
import {rememberReply} from '../../../db/commands/command-receipt.ts';
import {erasePerson} from '../../../db/commands/erasure.ts';
import type {Connection} from '../../../db/connection.ts';
import {dropDraft, keepDraft} from '../../../db/drafts.ts';
import {rowsOfPerson} from '../../../db/erasure/person.ts';
import {personalTables} from '../../../db/erasure/references.ts';
import {syncedTables} from '../../../db/synced-tables.ts';
import {sharedTables} from '../../../registry/protocol/erasure.ts';
import {fillPerson} from '../../support/filled-person.ts';
import {plainPages} from '../../support/plain-pages.ts';
import {rawClient, temporaryFolder, testDatabase} from '../../support/test-database.ts';

const account = {accountId: 'account-1'};
const mark = 'Жоғалбекова';
const at = '2026-01-05T06:00:00.000Z';

function erase(connection: Connection, person: string): void {
  connection.transact((db, note) => {
    const recipientId = `recipient-${person}`;
    note({kind: 'change', what: 'erasure.erase', subject: {table: 'recipient', id: recipientId}, recipientId});
    erasePerson(db, {recipientId, reason: 'mistake', erasedOn: '2026-01-05'});
  }, account);
}

/** Whatever stands in any table, and the pages of the file without their cipher, free ones too. */
function contentsOf(file: string): {readonly cells: string; readonly pages: Buffer} {
  const raw = rawClient(file);
  const names = raw
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    .pluck()
    .all();
  const cells = names.map(name => JSON.stringify(raw.prepare(`SELECT * FROM "${name}"`).all())).join('\n');
  raw.close();
  return {cells, pages: plainPages(file)};
}

describe('a person who is erased', () => {
  test('every synced table is somebody’s or nobody’s: a new one is of neither until somebody has thought of it', () => {
    const names = Object.values(syncedTables).map(table => getTableName(table));
    expect(names.filter(name => !personalTables.has(name)).toSorted()).toEqual([...sharedTables].toSorted());
  });

  test('has a row in each of these tables, found by what the schema declares, and none of anybody else', () => {
    const connection = testDatabase();
    for (const person of ['a', 'b']) fillPerson(connection, {person, mark});
    const found = rowsOfPerson(connection.readable, 'recipient-a');
    expect(found.map(({table}) => table).toSorted()).toEqual([...personalTables.keys()].toSorted());
    expect(found.filter(({rowId}) => !rowId.endsWith('-a'))).toEqual([]);
  });

  test('is nowhere: in no table, not in the log, in no page of the file', async () => {
    const file = join(temporaryFolder(), 'tirek.db');
    const connection = testDatabase({file});
    fillPerson(connection, {person: 'a', mark});
    connection.transact(db => {
      const others = "INSERT INTO recipient (id, surname, first_name, phone) VALUES (?, ?, 'Әлия', ?)";
      for (let index = 0; index < 300; index += 1) {
        db.execute(others, `other-${index}`, `Басқа${index}`, `${index}`);
        const address = `${mark} ${index} ${'көше '.repeat(400)}`;
        db.execute(
          'UPDATE recipient SET address = ?, phone = ? WHERE id = ?',
          address,
          `${mark}${index}`,
          'recipient-a',
        );
      }
      db.execute("DELETE FROM relative WHERE id = 'relative-a'");
      keepDraft(db, {accountId: 'x', key: 'recipient:recipient-a', values: {surname: mark}, base: null, savedAt: at});
      rememberReply(db, 'command-1', JSON.stringify({id: 'recipient-a', name: mark}), at);
    }, account);
    // What was typed and saved long ago lies in pages that nothing uses any more.
    const long = {accountId: 'x', key: 'long', values: {text: `${mark} `.repeat(2_000)}, base: null, savedAt: at};
    connection.transact(db => keepDraft(db, long), account);
    connection.transact(db => dropDraft(db, 'x', 'long'), account);
    const logged = (): number =>
      connection.readable.prepare<{count: number}>('SELECT count(*) AS count FROM change').get()?.count ?? 0;
    const before = logged();
    erase(connection, 'a');
    expect(logged()).toBe(before + 1);
    const verified = await verifyAudit(connection.readable);
    expect(verified).toMatchObject({broken: null});
    expect(verified.erased).toBeGreaterThan(300);
    connection.close();
    const {cells, pages} = contentsOf(file);
    expect(cells).not.toContain(mark);
    expect(pages.includes('Басқа299')).toBe(true);
    for (const text of [mark, mark.toLowerCase(), 'жоғ']) expect([text, pages.includes(text)]).toEqual([text, false]);
  });

  test('is erased whole with the entries that were merged into this one; an undone merge takes nobody along', () => {
    const connection = testDatabase();
    for (const person of ['a', 'b', 'c']) fillPerson(connection, {person, mark});
    connection.transact(db => {
      db.execute("UPDATE recipient SET merged_into_id = 'recipient-a' WHERE id = 'recipient-b'");
      db.execute("UPDATE recipient_merge SET merged_id = 'recipient-b' WHERE id = 'recipient_merge-a'");
      db.execute(
        "UPDATE recipient_merge SET merged_id = 'recipient-a', undone_on = '2026-01-05' WHERE id = 'recipient_merge-c'",
      );
    }, account);
    erase(connection, 'a');
    const left = connection.readable.prepare<{id: string}>('SELECT id FROM recipient').all();
    expect(left).toEqual([{id: 'recipient-c'}]);
    expect(connection.readable.prepare('SELECT count(*) AS count FROM plan').get()).toEqual({count: 1});
  });

  const putBack = `DROP TRIGGER keep_change_update; UPDATE change SET patch = '{"surname":"Б"}' WHERE row_id = 'recipient-a'`;
  const another = `DROP TRIGGER keep_change_update; UPDATE change SET patch = '{}' WHERE row_id = 'recipient-b';
    INSERT INTO erased_change SELECT seq, 'x' FROM change WHERE table_name = 'recipient' AND row_id = 'recipient-b';
    INSERT INTO erased_row VALUES ('recipient-b', 'recipient', 'recipient-b')`;
  test.each([
    {how: 'another digest', sql: "UPDATE erased_change SET digest = 'x'"},
    {how: 'another author', sql: "DROP TRIGGER keep_change_update; UPDATE change SET author = 'x' WHERE patch = '{}'"},
    {how: 'a patch that was put back', sql: putBack},
    {how: 'something emptied that no erasure names', sql: another},
  ])('the chain does not hold with $how', async ({sql}) => {
    const file = join(temporaryFolder(), 'tirek.db');
    const connection = testDatabase({file});
    for (const person of ['a', 'b']) fillPerson(connection, {person, mark});
    erase(connection, 'a');
    connection.close();
    const raw = rawClient(file);
    raw.exec(sql);
    raw.close();
    expect(await verifyAudit(testDatabase({file}).readable)).toMatchObject({broken: {problem: 'changes'}});
  });

  test('what nobody erased is not emptied, and what was erased is not taken back', () => {
    const connection = testDatabase();
    for (const person of ['a', 'b']) fillPerson(connection, {person, mark});
    erase(connection, 'a');
    const empty = "UPDATE change SET patch = '{}', salt = NULL WHERE row_id = ?";
    expect(() => connection.integrate(log => log.run(empty, 'recipient-b'))).toThrow('only grows');
    for (const sql of ["UPDATE erasure SET reason = 'mistake'", 'DELETE FROM erasure']) {
      expect(() => connection.transact(db => db.execute(sql), account)).toThrow('stays erased');
    }
  });
});
