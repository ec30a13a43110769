import Sqlite from 'better-sqlite3';
import {describe, expect, onTestFinished, test} from 'vitest';
import {migrate} from '../../../db/migrate.ts';
import {migrations} from '../../../db/migrations/list.ts';

/** A database of the version before, with a change in its log, brought to this one. */
function migrated(): Sqlite.Database {
  const client = new Sqlite(':memory:');
  onTestFinished(() => void client.close());
  migrate(client, migrations, () => 0, 7);
  client.exec(`
    INSERT INTO change (table_name, row_id, op, patch, recorded_at, stamp, origin)
      VALUES ('staff', 's', 'insert', '{}', '2026-01-05T06:00:00.000Z', 'x', 'n');
  `);
  migrate(client, migrations, () => 0, 8);
  return client;
}

const link = (kind: string, detail: string): string =>
  `INSERT INTO audit (at, kind, what, detail, last_change, previous, hash)
    VALUES ('2026-01-05T06:00:00.000Z', '${kind}', 'plan.get', '${detail}', 0, 'p', 'h')`;

describe('the audit', () => {
  test('begins empty, and the log stays as it is (rule 14)', () => {
    const client = migrated();
    expect(client.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(0);
    expect(client.prepare('SELECT seq FROM change').pluck().all()).toEqual([1]);
    client.exec(link('view', '{}'));
    expect(client.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").pluck().get()).toBe(1);
  });

  test.each([
    {what: 'a kind that is not one', sql: link('glance', '{}'), refusal: 'audit_kind'},
    {what: 'a detail that is no JSON', sql: link('view', 'words'), refusal: 'audit_detail'},
  ])('refuses $what', ({sql, refusal}) => {
    expect(() => migrated().exec(sql)).toThrow(refusal);
  });
});
