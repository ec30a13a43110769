import {expect, test} from 'vitest';
import {matchChildren} from '../../../db/commands/children.ts';

interface Value {
  list: string;
  text: string;
  more: readonly string[];
}
type Row = Value & {id: string; position: number};

function value(text: string, list = 'a', more: string[] = []): Value {
  return {list, text, more};
}

function rows(...values: readonly Value[]): Row[] {
  return values.map((each, position) => ({...each, id: each.text, position}));
}

const likeness = {by: [(child: Value) => child.text, (child: Value) => child.list]};

interface Case {
  name: string;
  before: Row[];
  after: Value[];
  /** Id of the row, or `new`; `*` marks what is written. */
  kept: string[];
  gone: string[];
}

const cases: Case[] = [
  {
    name: 'nothing changed',
    before: rows(value('x'), value('y')),
    after: [value('x'), value('y')],
    kept: ['x', 'y'],
    gone: [],
  },
  {name: 'the first is taken out', before: rows(value('x'), value('y')), after: [value('y')], kept: ['y'], gone: ['x']},
  {
    name: 'one is added at the end',
    before: rows(value('x')),
    after: [value('x'), value('y')],
    kept: ['x', '*new'],
    gone: [],
  },
  {
    name: 'two change places',
    before: rows(value('x'), value('y')),
    after: [value('y'), value('x')],
    kept: ['y', '*x'],
    gone: [],
  },
  {
    name: 'a list inside is compared by content',
    before: rows(value('x', 'a', ['1'])),
    after: [value('x', 'a', ['1'])],
    kept: ['x'],
    gone: [],
  },
  {
    name: 'the text stays, the rest is mended',
    before: rows(value('x'), value('y')),
    after: [value('x'), value('y', 'a', ['1'])],
    kept: ['x', '*y'],
    gone: [],
  },
  {name: 'the text is mended', before: rows(value('x')), after: [value('z')], kept: ['*x'], gone: []},
  {
    name: 'of another list: another child',
    before: rows(value('x')),
    after: [value('z', 'b')],
    kept: ['*new'],
    gone: ['x'],
  },
];

test.each(cases)('$name', ({before, after, kept, gone}) => {
  const found = matchChildren<Value, Row>(before, after, likeness);
  expect(found.kept.map(({row, untouched}) => `${untouched ? '' : '*'}${row?.id ?? 'new'}`)).toEqual(kept);
  expect(found.gone.map(row => row.id)).toEqual(gone);
});

test('positions grow in the order of the list, and are counted apart for each list', () => {
  const found = matchChildren<Value, Row>([], [value('x'), value('y', 'b'), value('z')], {
    ...likeness,
    list: child => child.list,
  });
  expect(found.kept.map(({position}) => position)).toEqual([0, 0, 1]);
});
