import {expect, test} from 'vitest';
import type {ReadableDb} from '../../../db/connection.ts';
import {partOfPeople, type WhichPeople} from '../../../db/queries/people.ts';
import {furnish} from '../../bench/start.ts';
import {testDatabase} from '../../support/test-database.ts';

const on = '2026-11-26';

test.each<{what: string; which: WhichPeople}>([
  {what: 'everybody', which: {status: null, unitId: null, on}},
  {what: 'those of one state', which: {status: 'receiving', unitId: null, on}},
])('a part of the list of $what is counted and sorted by an index alone', ({which}) => {
  const connection = testDatabase();
  furnish(connection, 40, on);
  const db = connection.readable;
  const asked: string[] = [];
  const listening: ReadableDb = {...db, prepare: sql => (asked.push(sql), db.prepare(sql))};
  const {people, total} = partOfPeople(listening, which, 10, 5);
  expect(people).toHaveLength(5);
  expect(total).toBeGreaterThanOrEqual(15);
  const steps = asked
    .filter(sql => sql.includes('FROM placement_state s'))
    .flatMap(sql =>
      db.prepare<{detail: string}>(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from(sql.matchAll(/\?/g), () => 1)),
    );
  expect(steps).toHaveLength(2);
  for (const {detail} of steps) expect(detail).toMatch(/^SEARCH s USING COVERING INDEX state_(name|status)/);
});

test('whoever is in no row of the journal stands at the end of everybody', () => {
  const connection = testDatabase();
  furnish(connection, 3, on);
  connection.transact(
    db => db.execute("INSERT INTO recipient (id, surname, first_name) VALUES ('alone', 'Абаева', 'Әлия')"),
    {accountId: null},
  );
  const everybody = {status: null, unitId: null, on};
  const {people, total} = partOfPeople(connection.readable, everybody, 0, 9);
  expect([people.length, people.at(-1)?.recipientId]).toEqual([total, 'alone']);
  expect(partOfPeople(connection.readable, everybody, total - 1, 9).people.map(({recipientId}) => recipientId)).toEqual(
    ['alone'],
  );
});
