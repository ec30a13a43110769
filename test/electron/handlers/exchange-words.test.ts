import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {accountRoleNames} from '../../../domain/roles.ts';
import {schemaField, schemaTable, shownPatch, shownValue, sqlTable} from '../../../electron/handlers/exchange-words.ts';
import {admit, furnish, openOffice} from '../../support/office.ts';

const same = (words: string) => ({kk: words, ru: words});

test('what stands in a field, as a person reads it', async () => {
  const office = await openOffice();
  const staff = await furnish(office, 'stationary');
  const {recipientId} = await admit(office, '2026-01-05');
  const unit = await office.client.unit.save({
    id: null,
    seen: null,
    kind: 'palliative',
    name: {kk: 'Палата', ru: 'Палата 1'},
    places: null,
    openedOn: null,
    closedOn: null,
  });
  const {connection, account} = must(office.application.session());
  const cases = [
    ['recipient', 'phone', '+7 701', same('+7 701')],
    ['recipient', 'phone', null, null],
    ['recipient', 'phone', '', null],
    ['recipient', 'born_on', '1958-05-09', same('09.05.1958')],
    ['recipient', 'sex', 'female', {kk: 'әйел', ru: 'женский'}],
    ['recipient', 'sex', 'of a newer version', same('of a newer version')],
    ['recipient', 'column_of_a_newer_version', 5, same('5')],
    ['account', 'disabled', 1, {kk: 'иә', ru: 'да'}],
    ['account', 'disabled', 0, {kk: 'жоқ', ru: 'нет'}],
    ['account', 'role', 'worker', accountRoleNames.worker],
    ['measure', 'staff_id', staff.psychologist, same('Иванова Әсел')],
    ['measure', 'staff_id', 'nobody', same('nobody')],
    ['plan', 'recipient_id', recipientId, same('Әбдіғаппарұлы Өркен Һасенғалиұлы')],
    ['unit_stay', 'unit_id', unit.id, {kk: 'Палата', ru: 'Палата 1'}],
    [
      'staff',
      'service_types',
      ['medical', 'legal'],
      {kk: 'әлеуметтік-медициналық, әлеуметтік-құқықтық', ru: 'социально-медицинские, социально-правовые'},
    ],
    ['setting', 'value', {start: 1}, same('{"start":1}')],
    ['table_of_a_newer_version', 'x', 'y', same('y')],
  ] as const;
  for (const [table, field, value, shown] of cases) {
    expect(shownValue(connection.readable, table, field, value), `${table}.${field} ${JSON.stringify(value)}`).toEqual(
      shown,
    );
  }
  expect(shownPatch(connection.readable, 'recipient', {surname: 'А', phone: null, sex: 'male'})).toEqual({
    kk: 'А; ер',
    ru: 'А; мужской',
  });
  expect(account.name).toBe('Басшы');
});

test('tables and fields have the names of the schema on the screen, and those of SQL behind it', () => {
  expect(schemaTable('file_document')).toBe('fileDocument');
  expect(sqlTable('fileDocument')).toBe('file_document');
  expect(schemaField('recipient', 'born_on')).toBe('bornOn');
  expect([schemaTable('x_y'), sqlTable('xY'), schemaField('recipient', 'x_y')]).toEqual(['x_y', 'xY', 'x_y']);
});
