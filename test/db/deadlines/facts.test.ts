import {describe, expect, test} from 'vitest';
import type {ReadableDb} from '../../../db/connection.ts';
import {
  boundYears,
  leavesByPlacement,
  planRows,
  receivingRows,
  roundRows,
  type Whose,
} from '../../../db/deadlines/facts.ts';
import {furnish} from '../../bench/start.ts';
import {testDatabase} from '../../support/test-database.ts';

const today = '2026-11-26';

function furnished() {
  const connection = testDatabase();
  furnish(connection, 40, today);
  connection.transact(
    db =>
      db.execute(`INSERT INTO placement_event (id, placement_id, kind, happened_on, position)
        SELECT kind || placement_id, placement_id, kind, happened_on, position FROM placement_state
        JOIN (SELECT 'came-back' AS kind, '2026-06-20' AS happened_on, 2 AS position
          UNION ALL SELECT 'left', '2026-06-10', 1)`),
    {accountId: null},
  );
  const db = connection.readable;
  return {
    db,
    people: db
      .prepare<{id: string}>('SELECT id FROM recipient ORDER BY id')
      .all()
      .map(({id}) => id),
  };
}

function factsOf(db: ReadableDb, whose: Whose) {
  const people = receivingRows(db, whose).toSorted((a, b) => a.placementId.localeCompare(b.placementId));
  const plans = planRows(db, people, whose, today).toSorted((a, b) => a.id.localeCompare(b.id));
  const rounds = roundRows(db, plans, whose, today).toSorted((a, b) => a.id.localeCompare(b.id));
  return {people, plans, rounds, leaves: leavesByPlacement(db, whose), bound: boundYears(db, whose)};
}

describe('the facts that terms follow from', () => {
  test('are the same of everybody, asked for all or by name', () => {
    const {db, people} = furnished();
    const all = factsOf(db, 'all');
    expect(factsOf(db, people)).toEqual(all);
    expect([...all.leaves.values()][0]).toEqual([{from: '2026-06-10', to: '2026-06-20'}]);
    expect(all.leaves.size).toBe(40);
  });

  test('of a few are read from these few on, however many there are', () => {
    const {db, people} = furnished();
    const asked: string[] = [];
    const listening: ReadableDb = {...db, prepare: sql => (asked.push(sql), db.prepare(sql))};
    factsOf(listening, people.slice(0, 1));
    const steps = asked.flatMap(sql =>
      db.prepare<{detail: string}>(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from(sql.matchAll(/\?/g), () => '[]')),
    );
    const details = steps.map(({detail}) => detail);
    expect(details.filter(detail => detail.startsWith('SCAN') && !detail.includes('VIRTUAL TABLE'))).toEqual([]);
    expect(details.filter(detail => detail.includes('state_status'))).toEqual([]);
  });
});
