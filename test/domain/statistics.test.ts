import {describe, expect, test} from 'vitest';
import {ageGroupAt, holdsIn, holdsOn, presenceOf, spellsOf, spellsWithin, type Spell} from '../../domain/statistics.ts';
import {lastKnownDay, pointsOf, readyPeriod, type ReadyPeriod} from '../../domain/statistics-period.ts';

describe('ready periods', () => {
  const rows: [ReadyPeriod, today: string, from: string, to: string][] = [
    ['month', '2026-11-25', '2026-11-01', '2026-11-30'],
    ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['last-month', '2026-01-31', '2025-12-01', '2025-12-31'],
    ['last-month', '2027-03-31', '2027-02-01', '2027-02-28'],
    ['quarter', '2026-11-25', '2026-10-01', '2026-12-31'],
    ['last-quarter', '2026-02-01', '2025-10-01', '2025-12-31'],
    ['year', '2026-01-01', '2026-01-01', '2026-12-31'],
    ['last-year', '2026-12-31', '2025-01-01', '2025-12-31'],
  ];
  test.each(rows)('%s of %s', (kind, today, from, to) => {
    expect(readyPeriod(kind, today)).toEqual({from, to});
  });
});

describe('the last known day', () => {
  const rows: [why: string, today: string, expected: string][] = [
    ['the period is over', '2026-05-01', '2026-03-31'],
    ['it ends today', '2026-03-31', '2026-03-31'],
    ['it runs', '2026-02-10', '2026-02-10'],
    ['it has not begun', '2025-12-31', '2026-01-01'],
  ];
  test.each(rows)('%s', (_, today, expected) => {
    expect(lastKnownDay({from: '2026-01-01', to: '2026-03-31'}, today)).toBe(expected);
  });
});

describe('points of a line over time', () => {
  const rows: [from: string, to: string, count: number, first: string, second: string | undefined][] = [
    ['2026-01-05', '2026-01-05', 1, '2026-01-05', undefined],
    ['2026-01-01', '2026-01-31', 31, '2026-01-01', '2026-01-02'],
    ['2026-01-01', '2026-03-31', 13, '2026-01-06', '2026-01-13'],
    ['2026-01-01', '2026-12-31', 12, '2026-01-31', '2026-02-28'],
    ['2026-01-15', '2026-12-10', 12, '2026-01-31', '2026-02-28'],
    ['2017-01-01', '2026-12-31', 40, '2017-03-31', '2017-06-30'],
    ['1990-01-01', '2026-11-25', 37, '1990-12-31', '1991-12-31'],
  ];
  test.each(rows)('%s – %s', (from, to, count, first, second) => {
    const points = pointsOf({from, to});
    expect([points.length, points[0], points[1], points.at(-1)]).toEqual([count, first, second, to]);
  });
});

describe('age groups', () => {
  const rows: [bornOn: string | null, day: string, expected: string | null][] = [
    ['2024-01-01', '2026-12-31', '0-2'],
    ['2023-12-31', '2026-12-31', '3-6'],
    ['2020-01-01', '2026-12-31', '3-6'],
    ['2009-01-01', '2026-12-31', '7-17'],
    ['2008-12-31', '2026-12-31', '18-29'],
    ['2008-02-29', '2026-02-28', '7-17'],
    ['1966-12-31', '2026-12-31', '60-74'],
    ['1951-12-31', '2026-12-31', '75'],
    ['1920-01-01', '2026-12-31', '75'],
    ['2027-01-01', '2026-12-31', null],
    [null, '2026-12-31', null],
  ];
  test.each(rows)('born %s, on %s', (bornOn, day, expected) => {
    expect(ageGroupAt(bornOn, day)).toBe(expected);
  });
});

test('calls of the queue do not end it; a return ends a leave', () => {
  const spells = spellsOf([
    {kind: 'queued', happenedOn: '2026-01-10'},
    {kind: 'called', happenedOn: '2026-02-01'},
    {kind: 'admitted', happenedOn: '2026-02-05'},
    {kind: 'left', happenedOn: '2026-03-01'},
    {kind: 'came-back', happenedOn: '2026-03-10'},
    {kind: 'transferred', happenedOn: '2026-06-01'},
  ]);
  expect(spells).toEqual([
    {status: 'queued', from: '2026-01-10', to: '2026-02-05'},
    {status: 'receiving', from: '2026-02-05', to: '2026-03-01'},
    {status: 'on-leave', from: '2026-03-01', to: '2026-03-10'},
    {status: 'receiving', from: '2026-03-10', to: '2026-06-01'},
    {status: 'transferred', from: '2026-06-01', to: null},
  ]);
  expect(presenceOf(spells)).toEqual({
    admittedOn: '2026-02-05',
    closedOn: '2026-06-01',
    leaves: [{from: '2026-03-01', to: '2026-03-10'}],
  });
});

describe('the edges of a period and of a day', () => {
  const year = {from: '2026-01-01', to: '2026-12-31'};
  const rows: [why: string, from: string, to: string | null, isIn: boolean, onLastDay: boolean][] = [
    ['admitted on the last day', '2026-12-31', null, true, true],
    ['admitted the day after', '2027-01-01', null, false, false],
    ['discharged on the first day', '2025-03-01', '2026-01-01', false, false],
    ['discharged on the second day', '2025-03-01', '2026-01-02', true, false],
    ['discharged on the last day', '2026-03-01', '2026-12-31', true, false],
    ['discharged the day after', '2026-03-01', '2027-01-01', true, true],
    ['came and went on one day', '2026-05-05', '2026-05-05', true, false],
    ['came and went on the first day', '2026-01-01', '2026-01-01', true, false],
    ['all the time', '2020-01-01', null, true, true],
  ];
  test.each(rows)('%s', (_, from, to, isIn, onLastDay) => {
    const spell: Spell = {status: 'receiving', from, to};
    expect([holdsIn(spell, year), holdsOn(spell, year.to)]).toEqual([isIn, onLastDay]);
  });
});

describe('what was spent in a unit', () => {
  const spell: Spell = {status: 'receiving', from: '2026-02-01', to: '2026-06-01'};
  const rows: [why: string, stays: Pick<Spell, 'from' | 'to'>[], expected: [string, string | null][]][] = [
    ['all of it', [{from: '2026-01-01', to: null}], [['2026-02-01', '2026-06-01']]],
    ['the end', [{from: '2026-05-01', to: null}], [['2026-05-01', '2026-06-01']]],
    [
      'two parts',
      [
        {from: '2026-02-01', to: '2026-03-01'},
        {from: '2026-04-01', to: '2026-05-01'},
      ],
      [
        ['2026-02-01', '2026-03-01'],
        ['2026-04-01', '2026-05-01'],
      ],
    ],
    [
      'until now, where the status still holds',
      [{from: '2026-02-01', to: '2026-03-01'}],
      [['2026-02-01', '2026-03-01']],
    ],
    ['left as the other began', [{from: '2025-01-01', to: '2026-02-01'}], []],
    ['never', [], []],
  ];
  test.each(rows)('%s', (_, stays, expected) => {
    expect(spellsWithin([spell], stays).map(({from, to}) => [from, to])).toEqual(expected);
  });
});

describe('parts, and days without a known age', () => {
  test('a status that began and ended on one day is a part of the stay it lies in, and of no other', () => {
    const short: Spell = {status: 'receiving', from: '2026-02-01', to: '2026-02-01'};
    const within = (from: string, to: string | null) => spellsWithin([short], [{from, to}]).length;
    expect([within('2026-01-01', null), within('2026-02-01', '2026-03-01'), within('2026-02-02', null)]).toEqual([
      1, 1, 0,
    ]);
    expect(within('2026-01-01', '2026-01-31')).toBe(0);
  });

  test('a part ends with what ends first', () => {
    const open: Spell = {status: 'on-leave', from: '2026-02-01', to: null};
    const parts = (spell: Spell, to: string | null) => spellsWithin([spell], [{from: '2026-01-01', to}]);
    expect(parts(open, '2026-05-01')).toEqual([{status: 'on-leave', from: '2026-02-01', to: '2026-05-01'}]);
    expect(parts({...open, to: '2026-04-01'}, '2026-05-01')[0]?.to).toBe('2026-04-01');
    expect(parts({...open, to: '2026-06-01'}, '2026-05-01')[0]?.to).toBe('2026-05-01');
    expect(parts(open, null)[0]?.to).toBeNull();
  });

  test('who was discharged is gone from that day', () => {
    const spells = spellsOf([
      {kind: 'readmitted', happenedOn: '2026-02-05'},
      {kind: 'discharged', happenedOn: '2026-04-01'},
    ]);
    expect(presenceOf(spells)).toEqual({admittedOn: '2026-02-05', closedOn: '2026-04-01', leaves: []});
  });

  test.each<[from: string, to: string, count: number, first: string, last: string]>([
    // 31 days are a month, 32 are weeks; 105 are fifteen weeks, 106 are months.
    ['2026-01-01', '2026-02-01', 5, '2026-01-04', '2026-02-01'],
    ['2026-01-01', '2026-04-15', 15, '2026-01-07', '2026-04-15'],
    ['2026-01-01', '2026-04-16', 4, '2026-01-31', '2026-04-16'],
    ['2026-01-01', '2028-12-31', 36, '2026-01-31', '2028-12-31'],
    ['2026-01-01', '2029-03-31', 13, '2026-03-31', '2029-03-31'],
  ])('a line from %s to %s', (from, to, count, first, last) => {
    const points = pointsOf({from, to});
    expect([points.length, points[0], points.at(-1)]).toEqual([count, first, last]);
  });
});
