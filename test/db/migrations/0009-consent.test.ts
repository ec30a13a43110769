import Sqlite from 'better-sqlite3';
import {describe, expect, onTestFinished, test} from 'vitest';
import {migrate} from '../../../db/migrate.ts';
import {migrations} from '../../../db/migrations/list.ts';

/** A database of the version before, with a person in it, brought to this one. */
function migrated(): Sqlite.Database {
  const client = new Sqlite(':memory:');
  onTestFinished(() => void client.close());
  migrate(client, migrations, () => 0, 8);
  client.exec("INSERT INTO recipient (id, surname, first_name) VALUES ('r', 'Оспанова', 'Әлия')");
  migrate(client, migrations, () => 0, 9);
  client.pragma('foreign_keys = ON');
  return client;
}

function given(values: {by?: string; on?: string; recipient?: string; withdrawn?: string}): string {
  const {by = 'person', on = '2026-01-05', recipient = 'r', withdrawn} = values;
  return `INSERT INTO consent (id, recipient_id, given_on, given_by, withdrawn_on)
    VALUES ('c', '${recipient}', '${on}', '${by}', ${withdrawn === undefined ? 'NULL' : `'${withdrawn}'`})`;
}

describe('consents', () => {
  test('there are none before one is given, and who was there stays', () => {
    const client = migrated();
    expect(client.prepare('SELECT count(*) FROM consent').pluck().get()).toBe(0);
    expect(client.prepare('SELECT surname FROM recipient').pluck().all()).toEqual(['Оспанова']);
    client.exec(given({withdrawn: '2026-02-05'}));
    expect(client.prepare('SELECT withdrawn_on FROM consent').pluck().all()).toEqual(['2026-02-05']);
  });

  test.each([
    {what: 'a giver that is none', sql: given({by: 'neighbour'}), refusal: 'consent_given_by'},
    {what: 'a day that is none', sql: given({on: '2026-02-30'}), refusal: 'consent_given_on'},
    {what: 'a withdrawal on no day', sql: given({withdrawn: 'yesterday'}), refusal: 'consent_withdrawn_on'},
    {what: 'one of nobody', sql: given({recipient: 'x'}), refusal: 'FOREIGN KEY'},
  ])('refuses $what', ({sql, refusal}) => {
    expect(() => migrated().exec(sql)).toThrow(refusal);
  });
});
