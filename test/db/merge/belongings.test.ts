import {getTableColumns, getTableName} from 'drizzle-orm';
import {expect, test} from 'vitest';
import {
  derivedTables,
  lastingTables,
  moveRows,
  ownTables,
  rowsToMoveBack,
  tablesOfPlacements,
} from '../../../db/merge/belongings.ts';
import {tables} from '../../../db/synced-tables.ts';
import {mergeFacts} from '../../../domain/merge.ts';
import {recipient} from '../../../db/schema/recipient.ts';
import {testDatabase} from '../../support/test-database.ts';

/** A new table that names a person or a row of the journal is noticed here, and told where it goes at a merge. */

function tablesWith(property: string): string[] {
  return Object.values(tables).flatMap(table => (property in getTableColumns(table) ? [getTableName(table)] : []));
}

test('every table that names a recipient goes over, is made anew, or stands for ever', () => {
  expect(new Set(tablesWith('recipientId'))).toEqual(new Set([...ownTables, ...derivedTables, ...lastingTables]));
});

test('every table that names a row of the journal goes where the row goes, or is made anew', () => {
  const made = derivedTables.filter(table => table !== 'deadline_stale');
  // `portal_entry` has the id of the row as its own.
  expect(new Set([...tablesWith('placementId'), 'portal_entry'])).toEqual(new Set([...tablesOfPlacements, ...made]));
});

test('no table has another way of naming a recipient', () => {
  const naming = Object.values(tables).flatMap(table =>
    Object.keys(getTableColumns(table))
      .filter(property => /recipient|kept|merged.*id/iu.test(property) && property !== 'recipientId')
      .map(property => `${getTableName(table)}.${property}`),
  );
  expect(naming.toSorted()).toEqual(['recipient.mergedIntoId', 'recipient_merge.keptId', 'recipient_merge.mergedId']);
});

test('every fact of a person can be chosen', () => {
  const facts = Object.values(mergeFacts).flat();
  const own = Object.keys(getTableColumns(recipient)).filter(property => !['id', 'mergedIntoId'].includes(property));
  expect(facts.toSorted()).toEqual(own.toSorted());
});

test('rows of a table that only a newer version knows stay where they are', () => {
  const connection = testDatabase();
  const rows = [{table: 'tomorrow', id: 'x'}];
  connection.transact(
    db => {
      expect(rowsToMoveBack(db, 'r', rows)).toEqual([]);
      moveRows(db, rows, 'r');
    },
    {accountId: null},
  );
});
