import {describe, expect, test} from 'vitest';
import {likeness} from '../../../domain/duplicates.ts';
import {byIin, byWordAndDay, byWords, likeCandidates, likenedPeople} from '../../../db/queries/duplicates.ts';
import {recipient} from '../../../db/schema/recipient.ts';
import {crowd, planted} from '../../support/crowd.ts';
import {testDatabase} from '../../support/test-database.ts';

const nobody = {accountId: null};

describe('whoever is alike is looked for by an index', () => {
  test.each([
    [byIin, ['1']],
    [byWords, ['"а"']],
    [byWordAndDay, ['"а"', '2000-01-01', '2000-01-01']],
  ])('%s', (sql, values) => {
    const connection = testDatabase();
    const plan = connection.readable.prepare<{detail: string}>(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
    const steps = plan.map(({detail}) => detail);
    // Full text is looked into by what is matched, and says so.
    const scans = steps.filter(step => step.startsWith('SCAN') && !/VIRTUAL TABLE INDEX \d+:M|^SCAN w$/u.test(step));
    expect(scans, steps.join('\n')).toEqual([]);
  });
});

test('a person entered again is found among 2,000', () => {
  const connection = testDatabase();
  const people = crowd(2_000);
  connection.transact(db => db.insert(recipient).values(people).run(), nobody);
  const copies = planted(people, 180);
  const missed = copies.filter(({copy, ofId}) => {
    const found = likeCandidates(connection.readable, copy);
    return !found.some(other => other.id === ofId && likeness(copy, other) !== null);
  });
  expect(missed.map(({how}) => how)).toEqual([]);
  expect(likenedPeople(connection.readable)).toHaveLength(people.length);
});
