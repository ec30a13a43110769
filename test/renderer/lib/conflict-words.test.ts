import {expect, test} from 'vitest';
import type {HeldChange} from '../../../electron/contract/exchange.ts';
import {claimWords, conflictNames} from '../../../renderer/lib/conflict-words.ts';
import {heldGroups} from '../../../renderer/lib/held-groups.ts';
import {refusalReasons} from '../../../registry/protocol/header.ts';

test.each([
  ['recipient', 'bornOn', 'Получатель услуг', 'Дата рождения'],
  ['recipient', null, 'Получатель услуг', 'Сама запись'],
  // What a newer version may bring.
  ['recipient', 'shoeSize', 'Получатель услуг', 'Значение'],
  ['wardrobe', 'size', 'Запись', 'Значение'],
])('%s.%s', (table, field, record, label) => {
  const names = conflictNames({table, rowId: '1', field});
  expect([names.record.ru, names.field.ru]).toEqual([record, label]);
});

test.each([
  [{kk: 'әйел', ru: 'женский'}, 'sex', 'женский'],
  [{kk: '', ru: ''}, 'phone', 'пусто'],
  [null, 'phone', 'пусто'],
  [null, null, 'удалено'],
])('%o of %s', (shown, field, ru) => {
  expect(claimWords({shown}, field).ru).toBe(ru);
});

test('what waits is told by its reason, each once, with what a person decides first', () => {
  const changes = refusalReasons.flatMap((reason, index) =>
    [1, 2].map((copy): HeldChange => ({
      stamp: `${index} ${copy}`,
      table: 'recipient',
      op: 'delete',
      reason,
      from: 'Кабинет 2',
      receivedAt: '2026-03-05T06:00:00Z',
    })),
  );
  const groups = heldGroups(changes);
  expect(groups.map(({reason}) => reason).toSorted()).toEqual(refusalReasons.toSorted());
  expect(groups[0]?.reason).toBe('mass-deletion');
  expect(groups.flatMap(group => group.changes)).toHaveLength(changes.length);
  const reference = changes.map(change => ({...change, table: 'reference'}));
  expect(heldGroups(reference).map(({reason}) => reason)).toContain('not-sealed');
});
