import Sqlite from 'better-sqlite3';
import {expect, onTestFinished, test} from 'vitest';
import {migrate} from '../../../db/migrate.ts';
import {migrations} from '../../../db/migrations/list.ts';

test('the states that stand there are found by the new indexes, in the order of the names', () => {
  const client = new Sqlite(':memory:');
  onTestFinished(() => void client.close());
  migrate(client, migrations, () => 0, 11);
  const put = client.prepare(`INSERT INTO placement_state
    (placement_id, recipient_id, journal_id, row_number, status, since, returned, current, name_key)
    VALUES (?, ?, 'j', ?, ?, '2026-01-01', 0, ?, ?)`);
  put.run('p1', 'r1', 1, 'receiving', 1, 'b');
  put.run('p2', 'r2', 2, 'receiving', 1, 'a');
  put.run('p3', 'r2', 3, 'discharged', 0, 'a');
  migrate(client, migrations, () => 0, 12);
  const named = client
    .prepare('SELECT recipient_id FROM placement_state INDEXED BY state_name WHERE current = 1 ORDER BY name_key')
    .pluck();
  expect(named.all()).toEqual(['r2', 'r1']);
  const gone = client
    .prepare(
      "SELECT recipient_id FROM placement_state INDEXED BY state_status WHERE status = 'discharged' AND current = 0",
    )
    .pluck();
  expect(gone.all()).toEqual(['r2']);
});
