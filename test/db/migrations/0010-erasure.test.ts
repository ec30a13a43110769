import Sqlite from 'better-sqlite3';
import {expect, onTestFinished, test} from 'vitest';
import {migrate} from '../../../db/migrate.ts';
import {migrations} from '../../../db/migrations/list.ts';

/** A database of the version before, with a change in its log and a link over it, brought to this one. */
function migrated(): Sqlite.Database {
  const client = new Sqlite(':memory:');
  onTestFinished(() => void client.close());
  migrate(client, migrations, () => 0, 9);
  client.exec(`
    INSERT INTO change (table_name, row_id, op, patch, recorded_at, stamp, origin)
      VALUES ('staff', 's', 'insert', '{"surname":"А"}', '2026-01-05T06:00:00.000Z', 'x', 'n');
    INSERT INTO audit (at, kind, what, detail, last_change, previous, hash)
      VALUES ('2026-01-05T06:00:00.000Z', 'program', 'audit.begin', '{}', 1, 'p', 'h');
  `);
  migrate(client, migrations, () => 0, 10);
  return client;
}

test('the log stays as it is, and the chain over it begins anew in the new manner', () => {
  const client = migrated();
  expect(client.prepare('SELECT patch, salt FROM change').all()).toEqual([{patch: '{"surname":"А"}', salt: null}]);
  expect(client.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(0);
  expect(client.prepare("SELECT count(*) FROM sqlite_sequence WHERE name = 'audit'").pluck().get()).toBe(0);
});

test.each([
  {what: 'a day that is none', on: '2026-02-30', reason: 'mistake', rows: '[]', refusal: 'erasure_erased_on'},
  {what: 'a reason that is none', on: '2026-02-03', reason: 'whim', rows: '[]', refusal: 'erasure_reason'},
  {what: 'rows that are no JSON', on: '2026-02-03', reason: 'mistake', rows: 'all', refusal: 'erasure_rows'},
])('refuses $what', ({on, reason, rows, refusal}) => {
  const insert = "INSERT INTO erasure (id, recipient_id, erased_on, reason, rows) VALUES ('e', 'r', ?, ?, ?)";
  expect(() => migrated().prepare(insert).run(on, reason, rows)).toThrow(refusal);
});
