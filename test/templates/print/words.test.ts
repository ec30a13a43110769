import {expect, test} from 'vitest';
import {inOneLine, slots, valueLines} from '../../../templates/print/words.ts';
import type {Field} from '../../../templates/core/edition.ts';
import {text} from '../../../domain/text.ts';

const label = text('Атауы', 'Название');
const options = {a: text('бір', 'один'), b: text('екі', 'два')};
const field = (rest: object): Field => ({label, need: 'advised', ...rest}) as unknown as Field;

const rows: [type: object, answer: unknown, kk: string[], both: string[]][] = [
  [{type: 'text', max: 9}, 'Абай', ['Абай'], ['Абай']],
  [{type: 'text', max: 9}, null, [], []],
  [{type: 'bilingual', max: 9}, {kk: 'үй', ru: 'дом'}, ['үй'], ['үй', 'дом']],
  [{type: 'bilingual', max: 9}, {ru: 'дом'}, ['дом'], ['дом']],
  [{type: 'bilingual', max: 9}, {kk: 'үй'}, ['үй'], ['үй']],
  [{type: 'date'}, '2026-01-05', ['05.01.2026'], ['05.01.2026']],
  [{type: 'period'}, {from: '2026-01-05', to: '2026-02-01'}, ['05.01.2026 – 01.02.2026'], ['05.01.2026 – 01.02.2026']],
  [{type: 'period'}, {from: '2026-01-05'}, ['05.01.2026 бастап'], ['05.01.2026 бастап', 'с 05.01.2026']],
  [{type: 'person'}, {surname: 'Ким', firstName: 'Лев'}, ['Ким Лев'], ['Ким Лев']],
  [{type: 'integer', min: 0, max: 9}, 7, ['7'], ['7']],
  [{type: 'flag'}, true, ['Атауы'], ['Атауы', 'Название']],
  [{type: 'flag'}, false, [], []],
  [{type: 'choice', options}, 'b', ['екі'], ['екі', 'два']],
  [{type: 'choices', options}, ['a', 'b'], ['бір; екі'], ['бір; екі', 'один; два']],
  [
    {type: 'group', fields: {one: field({type: 'date'}), two: field({type: 'flag'})}},
    {one: '2026-01-05'},
    ['05.01.2026'],
    ['05.01.2026'],
  ],
  [
    {type: 'list', fields: {one: field({type: 'integer', line: text('{value} жыл', '{value} лет')})}},
    [{one: 3}, {one: 5}],
    ['3 жыл', '5 жыл'],
    ['3 жыл / 3 лет', '5 жыл / 5 лет'],
  ],
];

test.each(rows)('%j: %j', (type, answer, kk, both) => {
  expect([valueLines(field(type), answer, 'kk'), valueLines(field(type), answer, 'both')]).toEqual([kk, both]);
});

test('in one line both languages stand beside each other, once where they say the same', () => {
  expect([inOneLine(label, 'both'), inOneLine(label, 'ru'), inOneLine(text('7', '7'), 'both')]).toEqual([
    'Атауы / Название',
    'Название',
    '7',
  ]);
});

test('what stands in the slots of a line; what is not known is left to be written by hand', () => {
  expect(slots(field({type: 'date'}), '2026-01-05')).toEqual({
    year: '2026',
    day: '05',
    month: text('қаңтар', 'января'),
  });
  expect(slots(field({type: 'date'}), null)).toEqual({});
  expect(slots(field({type: 'period'}), {from: '2026-01-05'})).toEqual({from: '05.01.2026', to: null});
  expect(slots(field({type: 'period'}), {to: '2026-01-05'})).toEqual({from: null, to: '05.01.2026'});
  expect(slots(field({type: 'text', max: 9}), 'Абай')).toEqual({value: 'Абай'});
  expect(slots(field({type: 'flag'}), false)).toEqual({value: null});
});
