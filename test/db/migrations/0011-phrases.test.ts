import Sqlite from 'better-sqlite3';
import {expect, onTestFinished, test} from 'vitest';
import {migrate} from '../../../db/migrate.ts';
import {migrations} from '../../../db/migrations/list.ts';

/** A database of the version before, with a unit in it, brought to this one. */
function migrated(): Sqlite.Database {
  const client = new Sqlite(':memory:');
  onTestFinished(() => void client.close());
  migrate(client, migrations, () => 0, 10);
  client.exec("INSERT INTO unit (id, kind, name_kk, name_ru) VALUES ('u', 'palliative', 'Палата', 'Палата')");
  migrate(client, migrations, () => 0, 11);
  return client;
}

function phrase({type = 'medical', place = 'measure', hidden = 0}: {type?: string; place?: string; hidden?: number}) {
  return `INSERT INTO phrase (id, service_type, place, text_kk, text_ru, hidden)
    VALUES ('p', '${type}', '${place}', 'Уқалау', '', ${hidden})`;
}

test('there are no phrases of its own before one is written, and what was there stays', () => {
  const client = migrated();
  expect(client.prepare('SELECT count(*) FROM phrase').pluck().get()).toBe(0);
  expect(client.prepare('SELECT name_ru FROM unit').pluck().all()).toEqual(['Палата']);
  client.exec(phrase({}));
  client.exec("INSERT INTO phrase_use (id, uses) VALUES ('p', 1)");
  expect(client.prepare('SELECT text_kk, hidden FROM phrase').all()).toEqual([{text_kk: 'Уқалау', hidden: 0}]);
});

test.each([
  {what: 'a service type that is none', sql: phrase({type: 'sport'}), refusal: 'phrase_service_type'},
  {what: 'a place that is none', sql: phrase({place: 'margin'}), refusal: 'phrase_place'},
  {what: 'half a mark', sql: phrase({hidden: 2}), refusal: 'phrase_hidden'},
])('refuses $what', ({sql, refusal}) => {
  expect(() => migrated().exec(sql)).toThrow(refusal);
});
