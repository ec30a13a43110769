import Sqlite from 'better-sqlite3';
import {describe, expect, onTestFinished, test} from 'vitest';
import {migrate} from '../../../db/migrate.ts';
import {migrations} from '../../../db/migrations/list.ts';

function migrated(): Sqlite.Database {
  const client = new Sqlite(':memory:');
  onTestFinished(() => void client.close());
  migrate(client, migrations, () => 0, 1);
  return client;
}

describe('the first migration, from nothing', () => {
  test('holds one year of one person', () => {
    const client = migrated();
    client.exec(`
      INSERT INTO staff (id, surname, first_name, position_kk, position_ru, service_types)
        VALUES ('s', 'Серік', 'Дана', 'психолог', 'психолог', '["psychological"]');
      INSERT INTO facility VALUES ('f', 'home-care', 'Үй', 'Дом', 'Орал', 'Уральск', 's');
      INSERT INTO recipient (id, surname, first_name, born_on, sex) VALUES ('r', 'Оспанова', 'Әлия', '1950-02-28', 'female');
      INSERT INTO journal VALUES ('j', '2026-01-05', NULL);
      INSERT INTO placement VALUES ('p', 'r', 'j', 1);
      INSERT INTO placement_event (id, placement_id, kind, happened_on, position) VALUES ('e', 'p', 'admitted', '2026-01-06', 0);
      INSERT INTO plan (id, recipient_id, placement_id, services_to_review, status) VALUES ('l', 'r', 'p', '[]', 'draft');
    `);
    expect(client.prepare('SELECT revision, approved_by_id FROM plan').get()).toEqual({revision: 0, approved_by_id: null});
  });

  interface Case {
    readonly what: string;
    readonly sql: string;
    readonly refusal: string;
  }
  const person = 'INSERT INTO recipient (id, surname, first_name';
  const cases: readonly Case[] = [
    {what: '31 February', sql: `${person}, born_on) VALUES ('r', 'а', 'б', '2024-02-31')`, refusal: 'recipient_born_on'},
    {what: 'a date of the paper', sql: `${person}, born_on) VALUES ('r', 'а', 'б', '05.01.1950')`, refusal: 'recipient_born_on'},
    {what: 'an empty date', sql: `${person}, born_on) VALUES ('r', 'а', 'б', '')`, refusal: 'recipient_born_on'},
    {what: 'a word outside the list', sql: `${person}, sex) VALUES ('r', 'а', 'б', 'other')`, refusal: 'recipient_sex'},
    {what: 'broken JSON', sql: `INSERT INTO setting VALUES ('x', '{')`, refusal: 'setting_value'},
    {what: 'a flag of 2', sql: `INSERT INTO account VALUES ('a', 'x', 'head', NULL, 2)`, refusal: 'account_disabled'},
    {what: 'text for a number', sql: `INSERT INTO journal VALUES ('j', '2026-01-05', NULL); INSERT INTO placement VALUES ('p', 'r', 'j', 'one')`, refusal: 'cannot store TEXT'},
    {what: 'no such person', sql: `INSERT INTO journal VALUES ('j', '2026-01-05', NULL); INSERT INTO placement VALUES ('p', 'r', 'j', 1)`, refusal: 'FOREIGN KEY'},
    {what: 'a local time', sql: `INSERT INTO command_receipt VALUES ('c', '2026-01-05T10:00:00+05:00', '')`, refusal: 'received_at'},
  ];
  test.each(cases)('refuses $what', ({sql, refusal}) => {
    const client = migrated();
    expect(() => client.exec(sql)).toThrow(refusal);
  });

  test('«Қайдан келді» is words, whatever its column is called', () => {
    const client = migrated();
    client.exec(`${person}) VALUES ('r', 'а', 'б');
      INSERT INTO personal_file (id, recipient_id, number, opened_on, place_kk, place_ru, came_from)
        VALUES ('f', 'r', '1', '2026-01-05', 'Орал', 'Уральск', 'ауруханадан')`);
    expect(client.prepare('SELECT came_from FROM personal_file').pluck().get()).toBe('ауруханадан');
  });
});
