import {eq} from 'drizzle-orm';
import {describe, expect, test} from 'vitest';
import {historyOf, historyOfTables, lastStamp, removedRows} from '../../db/history.ts';
import {account} from '../../db/schema/facility.ts';
import {recipient, relative} from '../../db/schema/recipient.ts';
import {testDatabase} from '../support/test-database.ts';

const aliya = {accountId: 'aliya'};
const whole = {before: null, limit: 50};

function filled() {
  const connection = testDatabase();
  connection.transact(db => {
    db.insert(recipient).values({id: 'r', surname: 'Оспанова', firstName: 'Әлия', phone: '1'}).run();
    db.insert(relative)
      .values({id: 'm', recipientId: 'r', position: 0, kinship: 'mother', surname: 'А', firstName: 'Б'})
      .run();
  }, aliya);
  connection.transact(db => db.update(recipient).set({phone: '2', sex: 'female'}).run(), {accountId: 'berik'});
  connection.transact(db => db.update(recipient).set({phone: null}).run(), aliya);
  connection.transact(db => db.delete(relative).run(), aliya);
  return connection;
}

describe('the history of a record', () => {
  test('field by field, with the value before and after, newest first', () => {
    const {changes, more} = historyOf(filled().readable, ['r'], whole);
    expect(more).toBe(false);
    expect(changes.map(({seq, op, author, table, fields}) => ({seq, op, author, table, fields}))).toEqual([
      {seq: 4, op: 'update', author: 'aliya', table: 'recipient', fields: [{field: 'phone', before: '2', after: null}]},
      {
        seq: 3,
        op: 'update',
        author: 'berik',
        table: 'recipient',
        fields: [
          {field: 'sex', before: null, after: 'female'},
          {field: 'phone', before: '1', after: '2'},
        ],
      },
      {
        seq: 1,
        op: 'insert',
        author: 'aliya',
        table: 'recipient',
        fields: [
          {field: 'surname', before: null, after: 'Оспанова'},
          {field: 'firstName', before: null, after: 'Әлия'},
          {field: 'phone', before: null, after: '1'},
        ],
      },
    ]);
  });

  test('page by page, and every page knows what came before it', () => {
    const {readable} = filled();
    const all = historyOf(readable, ['r', 'm'], whole).changes;
    const paged = [];
    let before: number | null = null;
    for (;;) {
      const page: ReturnType<typeof historyOf> = historyOf(readable, ['r', 'm'], {before, limit: 2});
      paged.push(...page.changes);
      before = page.changes.at(-1)?.seq ?? null;
      if (!page.more) break;
    }
    expect(all).toHaveLength(5);
    expect(paged).toEqual(all);
  });

  test('what was taken out is found by what it belonged to', () => {
    const {readable} = filled();
    expect(removedRows(readable, 'relative', 'recipientId', 'r')).toEqual(['m']);
    expect(removedRows(readable, 'relative', 'recipientId', 'other')).toEqual([]);
    expect(historyOf(readable, ['m'], whole).changes.map(({op}) => op)).toEqual(['delete', 'insert']);
  });

  test('flags are true and false', () => {
    const connection = testDatabase();
    connection.transact(db => db.insert(account).values({id: 'a', name: 'x', role: 'head'}).run(), aliya);
    connection.transact(db => db.update(account).set({disabled: true}).run(), aliya);
    expect(historyOf(connection.readable, ['a'], whole).changes[0]?.fields).toEqual([
      {field: 'disabled', before: false, after: true},
    ]);
  });

  test('the stamp moves with each change of the row and with no other', () => {
    const connection = filled();
    const before = lastStamp(connection.readable, 'r');
    connection.transact(db => db.insert(account).values({id: 'a', name: 'x', role: 'head'}).run(), aliya);
    expect(lastStamp(connection.readable, 'r')).toBe(before);
    connection.transact(db => db.update(recipient).set({phone: '3'}).where(eq(recipient.id, 'r')).run(), aliya);
    expect(String(lastStamp(connection.readable, 'r')) > String(before)).toBe(true);
    expect(lastStamp(connection.readable, 'nobody')).toBeUndefined();
  });
});

test('the history of whole tables has what was deleted, and nothing of other tables', () => {
  const {changes} = historyOfTables(filled().readable, ['relative', 'account'], whole);
  expect(changes.map(({op, table}) => [op, table])).toEqual([
    ['delete', 'relative'],
    ['insert', 'relative'],
  ]);
});
