import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {addDays} from '../../domain/dates.ts';
import {stayProblem, stayWithin, staysOn, type UnitStay} from '../../domain/unit-stay.ts';

const there = {admittedOn: '2026-01-10', leftOn: null};
const left = {admittedOn: '2026-01-10', leftOn: '2026-05-01'};
const always = {openedOn: null, closedOn: null};
const ward = {openedOn: '2026-02-01', closedOn: '2026-04-01'};

test.each<
  [
    why: string,
    from: string,
    to: string | null,
    more: Partial<Parameters<typeof withDefaults>[0]>,
    problem: string | null,
  ]
>([
  ['from the day of admission on', '2026-01-10', null, {}, null],
  ['nobody who waits', '2026-01-10', null, {there: {admittedOn: null, leftOn: null}}, 'not-admitted'],
  ['a day too early', '2026-01-09', null, {}, 'before-admission'],
  ['open when the person has left since', '2026-02-01', null, {there: left}, null],
  ['on the day of discharge', '2026-05-01', null, {there: left}, 'after-leaving'],
  ['longer than the person was there', '2026-02-01', '2026-05-02', {there: left}, 'after-leaving'],
  ['out on the day of entry', '2026-02-01', '2026-02-01', {}, 'no-day'],
  ['a move shares its day', '2026-03-01', null, {others: [{from: '2026-02-01', to: '2026-03-01'}]}, null],
  ['two at once', '2026-02-28', null, {others: [{from: '2026-02-01', to: '2026-03-01'}]}, 'overlaps'],
  ['two at once, both open', '2026-03-01', null, {others: [{from: '2026-02-01', to: null}]}, 'overlaps'],
  ['before the unit was opened', '2026-01-31', '2026-02-10', {unit: ward}, 'unit-not-open'],
  ['as long as the unit is there', '2026-02-01', '2026-04-01', {unit: ward}, null],
  ['beyond its closing', '2026-02-01', null, {unit: ward}, 'unit-not-open'],
])('%s', (_, from, to, more, problem) => {
  const known = withDefaults(more);
  expect(stayProblem({from, to}, known.others, known.there, known.unit)).toBe(problem);
});

function withDefaults(more: {
  there?: {admittedOn: string | null; leftOn: string | null};
  others?: UnitStay[];
  unit?: {openedOn: string | null; closedOn: string | null};
}) {
  return {there, others: [], unit: always, ...more};
}

const day = fc.integer({min: 0, max: 40}).map(days => addDays('2026-01-01', days));
const stays = fc.array(fc.record({from: day, to: fc.option(day)}), {maxLength: 8});

test('whoever is let in stays in one unit at a time, and never outside the days in the organisation', () => {
  fc.assert(
    fc.property(stays, day, fc.option(day), (typed, admittedOn, leftOn) => {
      const span = {admittedOn, leftOn: leftOn !== null && leftOn >= admittedOn ? leftOn : null};
      const kept: UnitStay[] = [];
      for (const stay of typed) if (stayProblem(stay, kept, span, always) === null) kept.push(stay);
      for (let on = '2025-12-31'; on <= '2026-02-12'; on = addDays(on, 1)) {
        const units = kept.flatMap(stay => stayWithin(stay, span) ?? []).filter(stay => staysOn(stay, on));
        expect(units.length).toBeLessThanOrEqual(1);
        const isThere = on >= admittedOn && (span.leftOn === null || on < span.leftOn);
        if (!isThere) expect(units).toEqual([]);
      }
    }),
  );
});

const spans: [why: string, stay: UnitStay, span: typeof there | typeof left, expected: UnitStay | null][] = [
  ['within', {from: '2026-02-01', to: '2026-03-01'}, left, {from: '2026-02-01', to: '2026-03-01'}],
  ['from the admission on', {from: '2026-01-01', to: null}, there, {from: '2026-01-10', to: null}],
  ['to the day of leaving', {from: '2026-02-01', to: '2026-06-01'}, left, {from: '2026-02-01', to: '2026-05-01'}],
  [
    'without an end, to the day of leaving',
    {from: '2026-02-01', to: null},
    left,
    {from: '2026-02-01', to: '2026-05-01'},
  ],
  ['over before the admission', {from: '2026-01-01', to: '2026-01-10'}, there, null],
  ['begun on the day of leaving', {from: '2026-05-01', to: null}, left, null],
];
test.each(spans)('what of a stay a person was in the organisation: %s', (_, stay, span, expected) => {
  expect(stayWithin(stay, span)).toEqual(expected);
  expect(stayWithin(stay, {admittedOn: null, leftOn: null})).toBeNull();
});

test('the day of entry is in the stay, the day of leaving is not', () => {
  const stay = {from: '2026-02-01', to: '2026-03-01'};
  const on = (day: string, of: UnitStay = stay) => staysOn(of, day);
  expect(['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map(each => on(each))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect([on('2026-01-31', {...stay, to: null}), on('2030-01-01', {...stay, to: null})]).toEqual([false, true]);
});

test.each<
  [
    why: string,
    stay: UnitStay,
    others: UnitStay[],
    known: Partial<Parameters<typeof withDefaults>[0]>,
    problem: string | null,
  ]
>([
  ['until the day of discharge', {from: '2026-02-01', to: '2026-05-01'}, [], {there: left}, null],
  ['over before the discharge', {from: '2026-02-01', to: '2026-04-30'}, [], {there: left}, null],
  [
    'before one that follows on its last day',
    {from: '2026-02-01', to: '2026-03-01'},
    [{from: '2026-03-01', to: null}],
    {},
    null,
  ],
  [
    'open before one that follows',
    {from: '2026-02-01', to: null},
    [{from: '2026-03-01', to: '2026-04-01'}],
    {},
    'overlaps',
  ],
  [
    'left with the organisation on the day of closing',
    {from: '2026-02-01', to: null},
    [],
    {there: {...left, leftOn: '2026-04-01'}, unit: ward},
    null,
  ],
  [
    'left with the organisation after it',
    {from: '2026-02-01', to: null},
    [],
    {there: left, unit: ward},
    'unit-not-open',
  ],
])('to the day: %s', (_, stay, others, known, problem) => {
  const all = withDefaults(known);
  expect(stayProblem(stay, others, all.there, all.unit)).toBe(problem);
});
