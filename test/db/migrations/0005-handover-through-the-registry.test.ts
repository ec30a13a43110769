import Sqlite from 'better-sqlite3';
import {describe, expect, onTestFinished, test} from 'vitest';
import {migrate} from '../../../db/migrate.ts';
import {migrations} from '../../../db/migrations/list.ts';

/** A database of the version before, with a hand-over by a file, brought to this one. */
function migrated(): Sqlite.Database {
  const client = new Sqlite(':memory:');
  onTestFinished(() => void client.close());
  migrate(client, migrations, () => 0, 4);
  client.exec(`
    INSERT INTO transfer (id, direction, state, other_name_kk, other_name_ru, outside, inventory)
      VALUES ('t', 'incoming', 'received', 'Үміт', 'Умит', 0, '[]');
  `);
  migrate(client, migrations, () => 0, 5);
  return client;
}

describe('hand-overs through the registry', () => {
  test('one of before goes on by its file, and the log grows by nothing (rule 14)', () => {
    const client = migrated();
    expect(client.prepare('SELECT id, state, other_facility_id FROM transfer').all()).toEqual([
      {id: 't', state: 'received', other_facility_id: null},
    ]);
    expect(client.prepare('SELECT count(*) FROM handover').pluck().get()).toBe(0);
    expect(client.prepare('SELECT count(*) FROM change').pluck().get()).toBe(0);
  });

  interface Case {
    readonly what: string;
    readonly columns: string;
    readonly values: string;
    readonly refusal: string;
  }
  const cases: readonly Case[] = [
    {what: 'a state that the registry has none of', columns: 'state', values: "'received'", refusal: 'handover_state'},
    {what: 'a problem that nobody knows', columns: 'problem', values: "'because'", refusal: 'handover_problem'},
    {what: 'a day instead of an instant', columns: 'offered_at', values: "'2026-07-01'", refusal: 'handover_offered_at'},
    {what: 'a text for a content', columns: 'sealed', values: "'words'", refusal: 'cannot store TEXT'},
  ];
  test.each(cases)('refuses $what', ({columns, values, refusal}) => {
    const sql = `INSERT INTO handover (id, direction, other_name_kk, other_name_ru, ${columns}) VALUES ('t', 'outgoing', 'а', 'б', ${values})`;
    expect(() => migrated().exec(sql)).toThrow(refusal);
  });
});
