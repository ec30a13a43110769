import {expect, test} from 'vitest';
import {countPrints, findPrints, printingAccounts, type PrintFilter} from '../../../db/queries/print-register.ts';
import {fillPerson} from '../../support/filled-person.ts';
import {testDatabase} from '../../support/test-database.ts';

const all: PrintFilter = {since: null, until: null, accountId: null, form: null, recipientId: null};

test('prints are found by time, by whom, by form and by person; one filter narrows the other', () => {
  const connection = testDatabase();
  for (const person of ['a', 'b']) fillPerson(connection, {person, mark: 'Әлиева'});
  const db = connection.readable;
  const [print] = findPrints(db, {...all, recipientId: 'recipient-a'}, {offset: 0, limit: 9});
  const {printedAt, accountId, form} = print ?? {printedAt: '', accountId: '', form: ''};
  expect(print?.person?.surname).toBe('Әлиева');
  expect(printingAccounts(db)).toContain(accountId);
  expect(countPrints(db, all)).toBe(2);
  const counted = (filter: Partial<PrintFilter>) => countPrints(db, {...all, ...filter});
  expect(counted({since: printedAt})).toBe(2);
  expect(counted({until: printedAt})).toBe(0);
  expect(counted({accountId})).toBe(1);
  expect(counted({accountId: 'nobody'})).toBe(0);
  expect(counted({form})).toBe(2);
  expect(counted({recipientId: 'recipient-b'})).toBe(1);
  expect(counted({recipientId: 'recipient-b', form: 'none'})).toBe(0);
});
