import {describe, expect, test} from 'vitest';
import {measuredNames} from '../../domain/record-value-words.ts';
import {codesOf, valueWords, type Named} from '../../domain/record-value.ts';
import type {ValueKind} from '../../domain/record-words.ts';
import {text, type Text} from '../../domain/text.ts';
import {positiveChangeGroupNames, serviceTypeNames, sexNames} from '../../domain/vocabulary.ts';

const known = text('бар', 'есть');
const only = (id: string) => (asked: string) => (asked === id ? known : undefined);
const named: Named = {staff: only('s1'), unit: only('u1'), condition: only('c1'), role: only('r1')};
const same = (words: string): Text => ({kk: words, ru: words});
const [first, second] = Object.keys(serviceTypeNames) as [keyof typeof serviceTypeNames, keyof typeof serviceTypeNames];
const [group] = Object.keys(positiveChangeGroupNames) as [keyof typeof positiveChangeGroupNames];

const rows: [kind: ValueKind, value: unknown, expected: Text | null][] = [
  ['flag', true, text('иә', 'да')],
  ['flag', false, text('жоқ', 'нет')],
  ['flag', null, null],
  ['text', '', null],
  ['text', undefined, null],
  ['text', 'Абай', same('Абай')],
  ['text', 12, same('12')],
  ['text', [], same('')],
  ['date', '2026-01-05', same('05.01.2026')],
  ['date', '2026-13-05', null],
  ['date', 20_260_105, null],
  ['staff', 's1', known],
  ['staff', 's2', text('белгісіз маман', 'неизвестный специалист')],
  ['unit', 'u1', known],
  ['unit', 'u2', text('белгісіз бөлімше', 'неизвестное отделение')],
  ['condition', 'c1', known],
  ['condition', 'c2', null],
  ['role', 'r1', known],
  ['role', 'r2', null],
  ['sex', 'male', sexNames.male],
  ['sex', 'neither', null],
  ['sex', 7, null],
  ['services', [first], serviceTypeNames[first]],
  ['services', [], null],
  ['services', first, null],
  [
    'services',
    [first, 'gone', second],
    text(
      `${serviceTypeNames[first].kk}, ${serviceTypeNames[second].kk}`,
      `${serviceTypeNames[first].ru}, ${serviceTypeNames[second].ru}`,
    ),
  ],
  ['groups', [group], positiveChangeGroupNames[group]],
  ['inventory', [{title: 'Өтініш'}, {title: 'Шарт'}], same('Өтініш; Шарт')],
  ['inventory', [], null],
  ['inventory', [{name: 'Өтініш'}], null],
  ['checkValue', '2026-01-05', same('05.01.2026')],
  ['checkValue', 'day', measuredNames.day],
  ['checkValue', 'night:1', measuredNames.night],
  ['checkValue', '4.5', measuredNames.hours('4,5')],
  ['checkValue', 'ground:0', measuredNames.ground(1)],
  ['checkValue', 'ground:12', measuredNames.ground(13)],
  ['checkValue', 4, null],
];

test.each(rows)('%s %j', (kind, value, expected) => {
  expect(valueWords(kind, value, named)).toEqual(expected);
});

describe('the codes of a kind', () => {
  test('are what is stored, lists among them', () => {
    expect([codesOf('services'), codesOf('groups'), codesOf('sex')]).toEqual([
      serviceTypeNames,
      positiveChangeGroupNames,
      sexNames,
    ]);
  });
  test.each(['text', 'date', 'flag', 'staff'] as const)('%s is no code', kind => {
    expect(codesOf(kind)).toBeUndefined();
  });
});
