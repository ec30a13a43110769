import {describe, expect, test} from 'vitest';
import {recountAll} from '../../../db/deadlines/recount.ts';
import {furnish} from '../../bench/start.ts';
import {testDatabase} from '../../support/test-database.ts';

const today = '2026-11-26';
const nobody = {accountId: null};

function furnished() {
  const connection = testDatabase();
  furnish(connection, 40, today);
  const rows = () => connection.readable.prepare<{id: string}>('SELECT * FROM deadline ORDER BY id').all();
  const count = (atOnce?: number) => connection.transact(db => recountAll(db, today, atOnce), nobody);
  return {connection, rows, count};
}

describe("everybody's terms", () => {
  test('are the same, counted in one go or in parts, from nothing or again', () => {
    const {connection, rows, count} = furnished();
    count();
    const whole = rows();
    expect(whole.length).toBeGreaterThan(40);
    count(7);
    expect(rows()).toEqual(whole);
    connection.transact(db => db.execute('DELETE FROM deadline'), nobody);
    count(7);
    expect(rows()).toEqual(whole);
  });

  test('in parts go with whoever is no more', () => {
    const {connection, rows, count} = furnished();
    count();
    const [first] = rows();
    connection.transact(
      db => db.execute("UPDATE deadline SET recipient_id = 'gone', id = 'gone' WHERE id = ?", first?.id ?? ''),
      nobody,
    );
    count(7);
    expect(rows().some(({id}) => id === 'gone')).toBe(false);
    expect(rows()).toContainEqual(first);
  });
});
