import Sqlite from 'better-sqlite3';
import {expect, onTestFinished, test} from 'vitest';
import {readableOver} from '../../../db/access.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {migrate} from '../../../db/migrate.ts';
import {migrations} from '../../../db/migrations/list.ts';
import {matterCounts, matterRows} from '../../../db/queries/today.ts';
import {makeStatements} from '../../../db/statements.ts';

/** A database of the version before with one counted deadline, brought to this one. */
function migrated(): {client: Sqlite.Database; db: ReadableDb} {
  const client = new Sqlite(':memory:');
  onTestFinished(() => void client.close());
  migrate(client, migrations, () => 0, 2);
  client.exec(`
    INSERT INTO recipient (id, surname, first_name, born_on, sex) VALUES ('r', 'Оспанова', 'Әлия', '1950-02-28', 'female');
    INSERT INTO deadline (id, placement_id, recipient_id, kind, strict, lenient, notice_days, undecided, archive, name_key,
      calendar_version) VALUES ('d', 'p', 'r', 'plan-review', '2026-03-02', '2026-03-04', 7, 0, 0, 'key', '2026');
  `);
  migrate(client, migrations, () => 0, 3);
  return {client, db: readableOver(makeStatements(client, 'reading'))};
}

test('a deadline that was counted before is still one of the day', () => {
  const {db} = migrated();
  expect(matterCounts(db, '2026-03-03')).toEqual({overdue: 0, due: 1, week: 0, later: 0, archive: 0});
  expect(matterRows(db, '2026-03-05', 10)).toMatchObject([{id: 'd', state: 'overdue', surname: 'Оспанова'}]);
});

test('the urgency of a day is told from the index alone', () => {
  const {client, db} = migrated();
  const asked: string[] = [];
  const prepare = db.prepare.bind(db);
  const listening: ReadableDb = {...db, prepare: sql => (asked.push(sql), prepare(sql))};
  matterCounts(listening, '2026-03-03');
  matterRows(listening, '2026-03-03', 10);
  const scans = asked
    .flatMap(sql => client.prepare<unknown[], {detail: string}>(`EXPLAIN QUERY PLAN ${sql}`).all(...bound(sql)))
    .filter(({detail}) => detail.includes('SCAN d '));
  expect(scans.map(({detail}) => detail)).toEqual([
    'SCAN d USING COVERING INDEX deadline_urgency',
    'SCAN d USING COVERING INDEX deadline_urgency',
  ]);
});

/** A value for each parameter of a statement. */
function bound(sql: string): unknown[] {
  return Array.from(sql.matchAll(/\?/g), () => '2026-03-03');
}
