import Sqlite from 'better-sqlite3';
import {describe, expect, onTestFinished, test} from 'vitest';
import {migrate} from '../../../db/migrate.ts';
import {migrations} from '../../../db/migrations/list.ts';

/** A database of the version before, with a year in it, brought to this one. */
function migrated(): Sqlite.Database {
  const client = new Sqlite(':memory:');
  onTestFinished(() => void client.close());
  migrate(client, migrations, () => 0, 1);
  client.exec(`
    INSERT INTO staff (id, surname, first_name, position_kk, position_ru, service_types)
      VALUES ('s', 'Серік', 'Дана', 'психолог', 'психолог', '["psychological"]');
    INSERT INTO facility VALUES ('f', 'home-care', 'Үй', 'Дом', 'Орал', 'Уральск', 's');
    INSERT INTO recipient (id, surname, first_name, born_on, sex) VALUES ('r', 'Оспанова', 'Әлия', '1950-02-28', 'female');
    INSERT INTO journal VALUES ('j', '2026-01-05', NULL);
    INSERT INTO placement VALUES ('p', 'r', 'j', 1);
    INSERT INTO placement_event (id, placement_id, kind, happened_on, order_number, reason, destination, position)
      VALUES ('q', 'p', 'queued', '2026-01-05', NULL, NULL, NULL, 0),
        ('e', 'p', 'admitted', '2026-01-06', '12-ж', NULL, NULL, 1),
        ('l', 'p', 'left', '2026-02-01', '13-ж', 'емделуге', 'Орал', 2);
    INSERT INTO plan (id, recipient_id, placement_id, services_to_review, status) VALUES ('l', 'r', 'p', '[]', 'draft');
    INSERT INTO monitoring_round (id, plan_id, number, status) VALUES ('m', 'l', 1, 'open');
  `);
  migrate(client, migrations, () => 0, 2);
  return client;
}

describe('the rules of the order', () => {
  test('keep every row of the journal as it was', () => {
    const client = migrated();
    const events = client.prepare('SELECT * FROM placement_event ORDER BY position').all();
    const common = {placement_id: 'p', until: null};
    expect(events).toEqual([
      {...common, id: 'q', kind: 'queued', happened_on: '2026-01-05', order_number: null, reason: null, destination: null, position: 0},
      {...common, id: 'e', kind: 'admitted', happened_on: '2026-01-06', order_number: '12-ж', reason: null, destination: null, position: 1},
      {...common, id: 'l', kind: 'left', happened_on: '2026-02-01', order_number: '13-ж', reason: 'емделуге', destination: 'Орал', position: 2},
    ]);
    expect(client.prepare('SELECT * FROM placement').get()).toEqual({
      id: 'p', recipient_id: 'r', journal_id: 'j', row_number: 1, out_of_turn: null, archive: 0,
    });
    expect(client.prepare('SELECT surname, disability_group, merged_into_id FROM recipient').get()).toEqual({
      surname: 'Оспанова', disability_group: null, merged_into_id: null,
    });
    expect(client.pragma('foreign_key_check')).toEqual([]);
  });

  test('let a place be offered, put off and passed on', () => {
    const client = migrated();
    client.exec(`INSERT INTO placement_event (id, placement_id, kind, happened_on, until, position)
      VALUES ('c', 'p', 'called', '2026-01-05', '2026-01-15', 3), ('o', 'p', 'postponed', '2026-01-10', '2026-01-25', 4),
        ('n', 'p', 'no-show', '2026-01-26', NULL, 5)`);
    expect(client.prepare("SELECT count(*) FROM placement_event WHERE until IS NOT NULL").pluck().get()).toBe(2);
  });

  interface Case {
    readonly what: string;
    readonly sql: string;
    readonly refusal: string;
  }
  const cases: readonly Case[] = [
    {what: 'a mark that the journal does not know', sql: "UPDATE placement_event SET kind = 'vanished'", refusal: 'placement_event_kind'},
    {what: 'a ground out of turn that the order does not name', sql: "UPDATE placement SET out_of_turn = 'friend'", refusal: 'placement_out_of_turn'},
    {what: 'a unit of a kind that is none', sql: "INSERT INTO unit (id, kind, name_kk, name_ru) VALUES ('u', 'garage', 'а', 'б')", refusal: 'unit_kind'},
    {what: 'an answer that is none', sql: "INSERT INTO admission_check (id, placement_id, item_id, answer) VALUES ('c', 'p', 'i', 'perhaps')", refusal: 'admission_check_answer'},
    {what: 'a stay in no unit', sql: "INSERT INTO unit_stay (id, placement_id, unit_id, from_on) VALUES ('s', 'p', 'u', '2026-01-06')", refusal: 'FOREIGN KEY'},
    {what: 'a transfer of a state that is none', sql: "INSERT INTO transfer (id, direction, state, other_name_kk, other_name_ru, inventory) VALUES ('t', 'outgoing', 'lost', 'а', 'б', '[]')", refusal: 'transfer_state'},
    {what: 'a year bound twice for one person', sql: "INSERT INTO year_binding VALUES ('a', 'r', 2026, '2026-12-31', 9), ('b', 'r', 2026, '2026-12-31', 9)", refusal: 'UNIQUE'},
    {what: 'a calendar day that is neither worked nor off', sql: "INSERT INTO calendar_edit VALUES ('2026-01-05', 2, 'себебі')", refusal: 'calendar_edit_working'},
  ];
  test.each(cases)('refuse $what', ({sql, refusal}) => {
    const client = migrated();
    expect(() => client.exec(sql)).toThrow(refusal);
  });
});
