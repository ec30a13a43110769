import Sqlite from 'better-sqlite3';
import {describe, expect, onTestFinished, test} from 'vitest';
import {migrate} from '../../../db/migrate.ts';
import {migrations} from '../../../db/migrations/list.ts';

/** A database of the version before, with two changes in its log, brought to this one. */
function migrated(): Sqlite.Database {
  const client = new Sqlite(':memory:');
  onTestFinished(() => void client.close());
  migrate(client, migrations, () => 0, 3);
  client.exec(`
    INSERT INTO account (id, name, role) VALUES ('a', 'Әлия', 'head');
    INSERT INTO recipient (id, surname, first_name) VALUES ('r', 'Оспанова', 'Әлия');
    INSERT INTO journal VALUES ('j', '2026-01-05', NULL);
    INSERT INTO placement (id, recipient_id, journal_id, row_number) VALUES ('p', 'r', 'j', 1);
    INSERT INTO personal_file (id, recipient_id, number, opened_on, place_kk, place_ru)
      VALUES ('f', 'r', '7', '2026-01-05', 'Орал', 'Уральск');
    INSERT INTO change (table_name, row_id, op, patch, base, author, recorded_at, stamp, origin) VALUES
      ('recipient', 'r', 'insert', '{"surname":"Оспанова"}', NULL, 'a', '2026-01-05T04:30:00.000Z', '0001-0000-aaaaaaaa', 'aaaaaaaa'),
      ('recipient', 'r', 'update', '{"first_name":"Әлия"}', '0001-0000-aaaaaaaa', 'a', '2026-01-05T04:30:01.000Z', '0002-0000-aaaaaaaa', 'aaaaaaaa');
  `);
  migrate(client, migrations, () => 0, 4);
  return client;
}

describe('the exchange', () => {
  test('finds the log as it was, made here', () => {
    const log = migrated().prepare('SELECT seq, stamp, base, via, via_seq FROM change ORDER BY seq').all();
    expect(log).toEqual([
      {seq: 1, stamp: '0001-0000-aaaaaaaa', base: null, via: null, via_seq: null},
      {seq: 2, stamp: '0002-0000-aaaaaaaa', base: '0001-0000-aaaaaaaa', via: null, via_seq: null},
    ]);
  });

  test('adds nothing to the log (rule 14)', () => {
    expect(migrated().prepare('SELECT count(*) FROM change').pluck().get()).toBe(2);
  });

  test('lets in what two PCs have numbered or named alike: a person tells them apart', () => {
    const client = migrated();
    client.exec(`
      INSERT INTO account (id, name, role) VALUES ('b', 'Әлия', 'worker');
      INSERT INTO recipient (id, surname, first_name) VALUES ('s', 'Серік', 'Дана');
      INSERT INTO placement (id, recipient_id, journal_id, row_number) VALUES ('q', 's', 'j', 1);
      INSERT INTO personal_file (id, recipient_id, number, opened_on, place_kk, place_ru)
        VALUES ('g', 's', '7', '2026-01-05', 'Орал', 'Уральск');
    `);
    expect(client.prepare('SELECT count(*) FROM placement WHERE row_number = 1').pluck().get()).toBe(2);
  });

  interface Case {
    readonly what: string;
    readonly sql: string;
    readonly refusal: string;
  }
  const cases: readonly Case[] = [
    {what: 'the same change twice', sql: "INSERT INTO change SELECT NULL, table_name, row_id, op, patch, base, author, recorded_at, stamp, origin, NULL, NULL FROM change WHERE seq = 1", refusal: 'UNIQUE'},
    {what: 'a second file for one person', sql: "INSERT INTO personal_file (id, recipient_id, number, opened_on, place_kk, place_ru) VALUES ('g', 'r', '8', '2026-01-05', 'а', 'б')", refusal: 'UNIQUE'},
    {what: 'a partner of a kind that is none', sql: "INSERT INTO partner (id, kind, name, box_key, sign_key, state, knowledge) VALUES ('p', 'friend', 'п', 'a', 'b', 'active', '{}')", refusal: 'partner_kind'},
    {what: 'a reason that nobody knows', sql: "INSERT INTO quarantine (via, stamp, table_name, row_id, line, reason, received_at) VALUES ('p', 's', 't', 'r', '[]', 'because', '2026-01-05T04:30:00.000Z')", refusal: 'quarantine_reason'},
    {what: 'a scan of nobody', sql: "INSERT INTO attachment VALUES ('t', 'nobody', NULL, 'а', 'image/jpeg', 'ff', 1, '2026-01-05')", refusal: 'FOREIGN KEY'},
  ];
  test.each(cases)('refuses $what', ({sql, refusal}) => {
    const client = migrated();
    client.pragma('foreign_keys = ON');
    expect(() => client.exec(sql)).toThrow(refusal);
  });
});
