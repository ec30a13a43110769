import {describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {Foresight} from '../../../db/exchange/foresight.ts';
import {headsOf, isKnown, logAfter} from '../../../db/exchange/log.ts';
import {testDatabase} from '../../support/test-database.ts';

const nobody = {accountId: null};

/** A log with two changes of one row, one of another, and a row whose id holds what JSON escapes. */
function written() {
  const connection = testDatabase();
  const add = (id: string): void =>
    connection.transact(
      db => db.execute("INSERT INTO recipient (id, surname, first_name) VALUES (?, 'Серік', 'Дана')", id),
      nobody,
    );
  for (const id of ['one', 'two', 'a "b" \\ \u0001']) add(id);
  connection.transact(db => db.execute("UPDATE recipient SET phone = '1' WHERE id = 'one'"), nobody);
  const db = connection.readable;
  return {db, changes: logAfter(db, 0, 100)};
}

describe('what is looked up for a page', () => {
  test('is what the log says of each change', () => {
    const {db, changes} = written();
    const stranger = {...must(changes[0]), stamp: '0199aaaa0000-0000-00000000000000ff', rowId: 'nobody'};
    const page = [...changes, stranger];
    const foresight = new Foresight(db, page);
    for (const change of page) {
      expect(foresight.isKnown(change.stamp)).toBe(isKnown(db, change.stamp));
      expect(foresight.headsOf(change)).toEqual(headsOf(db, change.table, change.rowId, false));
    }
  });

  test('knows what was taken in on the way, also twice in one page', () => {
    const {db, changes} = written();
    const next = {...must(changes[0]), stamp: 'fffaaaaa0000-0000-00000000000000ff'};
    const foresight = new Foresight(db, [next, next]);
    expect(foresight.isKnown(next.stamp)).toBe(false);
    foresight.note(next);
    expect(foresight.isKnown(next.stamp)).toBe(true);
    expect(foresight.headsOf(next)).toEqual([next.stamp]);
  });

  test('says nothing any more once other rows were written', () => {
    const {db, changes} = written();
    const foresight = new Foresight(db, changes);
    foresight.forget();
    expect(foresight.isKnown(must(changes[0]).stamp)).toBeUndefined();
    expect(foresight.headsOf(must(changes[0]))).toBeUndefined();
  });
});
