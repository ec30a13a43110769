import {expect, test} from 'vitest';
import {writeRelatives} from '../../../db/commands/recipient.ts';
import {programmesOf} from '../../../db/queries/queue.ts';
import {lastChangeOfPeople, likeCandidates} from '../../../db/queries/duplicates.ts';
import {peopleLike} from '../../../db/queries/transfer.ts';
import {relativesOf} from '../../../db/queries/recipient.ts';
import {testDatabase} from '../../support/test-database.ts';

/** A person's card as its commands write it and the queries beside it read it. */

const nobody = {accountId: null};
const mother = {
  kinship: 'mother',
  surname: 'Оспанова',
  firstName: 'Сәуле',
  patronymic: null,
  bornOn: null,
  absenceReason: null,
  proof: null,
} as const;

function withPeople() {
  const connection = testDatabase();
  expect(lastChangeOfPeople(connection.readable)).toBe(0);
  connection.transact(db => {
    db.execute("INSERT INTO recipient (id, surname, first_name, iin) VALUES ('a', 'Оспанова', 'Әлия', NULL)");
    db.execute(
      "INSERT INTO recipient (id, surname, first_name, born_on) VALUES ('b', 'Оспанова', 'Әлия', '1954-02-03')",
    );
  }, nobody);
  return connection;
}

test('of the parents only what differs is written', () => {
  const connection = withPeople();
  const write = (...relatives: Parameters<typeof writeRelatives>[2][number][]): number => {
    const before = connection.logged();
    connection.transact(db => writeRelatives(db, 'a', relatives), nobody);
    return connection.logged() - before;
  };
  expect(write(mother)).toBe(1);
  expect(write(mother)).toBe(0);
  expect(write({...mother, firstName: 'Сауле'})).toBe(1);
  expect(relativesOf(connection.readable, 'a')).toMatchObject([{firstName: 'Сауле', position: 0}]);
  expect(write()).toBe(1);
});

test('who may be alike is found by name, day of birth in either order, and number', () => {
  const {readable: db} = withPeople();
  const nobodyKnown = {surname: '', firstName: '', patronymic: null, bornOn: null, iin: null};
  const like = (known: Partial<Parameters<typeof likeCandidates>[1]>) =>
    likeCandidates(db, {...nobodyKnown, ...known}).map(({id}) => id);
  expect(like({})).toEqual([]);
  expect(like({surname: 'Оспанова', firstName: 'Алия'}).toSorted()).toEqual(['a', 'b']);
  expect(like({bornOn: '1954-03-02'})).toEqual(['b']);
  expect(lastChangeOfPeople(db)).toBeGreaterThan(0);
  expect(peopleLike(db, {iin: null, bornOn: null}).map(({id}) => id)).toEqual(['a']);
  expect(peopleLike(db, {iin: '540203400016', bornOn: '1954-02-03'}).map(({id}) => id)).toEqual(['b']);
});

test('the terms of a programme stand in the log from the first, each once', () => {
  const connection = withPeople();
  const set = (from: string, to: string) =>
    connection.transact(
      db => db.execute("UPDATE recipient SET programme_from = ?, programme_to = ? WHERE id = 'a'", from, to),
      nobody,
    );
  set('2026-01-01', '2026-12-31');
  connection.transact(db => db.execute("UPDATE recipient SET phone = '1' WHERE id = 'a'"), nobody);
  set('2026-01-01', '2027-12-31');
  set('2027-01-01', '2027-12-31');
  expect(programmesOf(connection.readable, 'a')).toEqual([
    {from: '2026-01-01', to: '2026-12-31'},
    {from: '2026-01-01', to: '2027-12-31'},
    {from: '2027-01-01', to: '2027-12-31'},
  ]);
});
