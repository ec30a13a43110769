import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {brokenConstraint, rowWriter} from '../../../db/exchange/rows.ts';
import {exchangeTables} from '../../../db/exchange/tables.ts';
import {testDatabase} from '../../support/test-database.ts';

const recipient = must(exchangeTables.get('recipient'));

test('a row is written as its table has it: what is not known is left out, what does not fit is refused with its code', () => {
  const connection = testDatabase();
  connection.integrate(log => {
    const rows = rowWriter(log);
    const named = {surname: 'Оспанова', first_name: 'Әлия'};
    rows.insert(recipient, 'a', {...named, tomorrow: 1});
    rows.update(recipient, 'a', {tomorrow: 2});
    rows.update(recipient, 'a', {phone: null, address: undefined});
    rows.replace(recipient, 'b', named);
    rows.replace(recipient, 'b', {...named, phone: '1'});
    rows.replace(recipient, 'b', named);
    const codes = [
      {sex: 'none'},
      {surname: null},
      {surname: {kk: 'Оспанова'}, born_on: ['2026-01-05']},
      {born_on: true},
    ].map(values => brokenConstraint(() => rows.update(recipient, 'a', values)));
    expect(codes).toEqual([
      'SQLITE_CONSTRAINT_CHECK',
      'SQLITE_CONSTRAINT_NOTNULL',
      'SQLITE_CONSTRAINT_CHECK',
      'SQLITE_CONSTRAINT_CHECK',
    ]);
    rows.remove(recipient, 'a');
    expect([rows.exists(recipient, 'a'), rows.exists(recipient, 'b')]).toEqual([false, true]);
  });
  expect(connection.readable.prepare('SELECT id, surname, phone FROM recipient').all()).toEqual([
    {id: 'b', surname: 'Оспанова', phone: null},
  ]);
});

test('what no rule of the database refused is no broken rule', () => {
  for (const error of [new Error('a fault of ours'), Object.assign(new Error('full'), {code: 'SQLITE_FULL'})]) {
    const failing = (): void => {
      throw error;
    };
    expect(() => brokenConstraint(failing)).toThrow(error);
  }
  expect(brokenConstraint(() => undefined)).toBeUndefined();
});
