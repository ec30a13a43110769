import {describe, expect, test} from 'vitest';
import {likeness} from '../../../domain/duplicates.ts';
import {byIin, byWords, likeCandidates, likenedPeople} from '../../../db/queries/duplicates.ts';
import {searchRecipients} from '../../../db/search.ts';
import {recipient} from '../../../db/schema/recipient.ts';
import {crowd, planted} from '../../support/crowd.ts';
import {testDatabase} from '../../support/test-database.ts';

const nobody = {accountId: null};

describe('whoever is alike is looked for by an index', () => {
  test.each([
    [byIin, ['1']],
    [byWords, ['"а"']],
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

test('many of one birthday: each part of the name is asked with it', () => {
  const connection = testDatabase();
  const bornOn = '1950-01-01';
  const people = crowd(1_200).map(each => ({...each, bornOn, iin: null}));
  const wanted = {id: 'wanted', surname: 'Бірегей', firstName: 'Ақсәуле', patronymic: null, bornOn, iin: null};
  connection.transact(
    db =>
      db
        .insert(recipient)
        .values([wanted, ...people])
        .run(),
    nobody,
  );
  const found = likeCandidates(connection.readable, {...wanted, surname: 'Бірегәй'});
  expect(found.map(({id}) => id)).toContain('wanted');
});

test('a day of birth is no number that somebody searches for', () => {
  const connection = testDatabase();
  connection.transact(db => db.insert(recipient).values(crowd(50)).run(), nobody);
  for (const typed of ['19', '1950', '19500101']) {
    const hits = searchRecipients(connection.readable, typed, 50).map(hit => hit.recipientId);
    const really = likenedPeople(connection.readable)
      .filter(({iin}) => iin?.includes(typed))
      .map(({id}) => id);
    expect(hits.filter(id => !really.includes(id))).toEqual([]);
  }
});
