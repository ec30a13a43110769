import {describe, expect, test} from 'vitest';
import {lastingOf, partInYear, placeInYear} from '../../domain/year-line.ts';

type Events = Parameters<typeof lastingOf>[0];
type Lasting = readonly [from: string, to: string | null];

function events(...pairs: readonly (readonly [Events[number]['kind'], string])[]): Events {
  return pairs.map(([kind, happenedOn]) => ({kind, happenedOn}));
}

describe('from admission to leaving, and the times away', () => {
  const rows: [why: string, of: Events, stays: Lasting[], leaves: Lasting[]][] = [
    ['only queued', events(['queued', '2026-01-01']), [], []],
    ['there still', events(['admitted', '2026-01-05']), [['2026-01-05', null]], []],
    ['came again', events(['readmitted', '2026-01-05']), [['2026-01-05', null]], []],
    [
      'away, back, and left for good',
      events(
        ['admitted', '2026-01-05'],
        ['left', '2026-02-01'],
        ['came-back', '2026-02-10'],
        ['discharged', '2026-03-01'],
      ),
      [['2026-01-05', '2026-03-01']],
      [['2026-02-01', '2026-02-10']],
    ],
    [
      'away still',
      events(['admitted', '2026-01-05'], ['left', '2026-02-01']),
      [['2026-01-05', null]],
      [['2026-02-01', null]],
    ],
    [
      'transferred while away',
      events(['admitted', '2026-01-05'], ['left', '2026-02-01'], ['transferred', '2026-02-10']),
      [['2026-01-05', '2026-02-10']],
      [['2026-02-01', '2026-02-10']],
    ],
    ['withdrawn from the queue', events(['queued', '2026-01-01'], ['withdrawn', '2026-01-09']), [], []],
    ['discharged without an admission', events(['discharged', '2026-01-09']), [], []],
  ];
  test.each(rows)('%s', (_, of, stays, leaves) => {
    const pairs = (all: readonly {from: string; to: string | null}[]) => all.map(({from, to}) => [from, to]);
    const found = lastingOf(of);
    expect([pairs(found.stays), pairs(found.leaves)]).toEqual([stays, leaves]);
  });
});

test('where a day stands in its year, and never outside', () => {
  expect([placeInYear('2026-01-01', 2026), placeInYear('2025-12-31', 2026), placeInYear('2027-03-01', 2026)]).toEqual([
    0, 0, 1,
  ]);
  expect(placeInYear('2026-07-02', 2026)).toBeCloseTo(182 / 365);
  expect(placeInYear('2028-12-31', 2028)).toBeCloseTo(365 / 366);
});

describe('the edges of a year', () => {
  test.each<[why: string, from: string, to: string | null, part: unknown]>([
    ['its first day alone', '2026-01-01', '2026-01-01', {from: '2026-01-01', to: '2026-01-01', openEnd: false}],
    ['its last day alone', '2026-12-31', '2026-12-31', {from: '2026-12-31', to: '2026-12-31', openEnd: false}],
    ['until its first day', '2025-05-01', '2026-01-01', {from: '2026-01-01', to: '2026-01-01', openEnd: false}],
    ['until the day before', '2025-05-01', '2025-12-31', undefined],
    ['from the day after', '2027-01-01', null, undefined],
    ['from its last day on', '2026-12-31', null, {from: '2026-12-31', to: '2026-12-31', openEnd: true}],
    ['a day too long', '2026-12-01', '2027-01-01', {from: '2026-12-01', to: '2026-12-31', openEnd: true}],
  ])('%s', (_, from, to, part) => {
    expect(partInYear({from, to}, 2026)).toEqual(part);
  });

  test('a day is a 365th of it, in a leap year a 366th', () => {
    expect(placeInYear('2026-01-02', 2026)).toBeCloseTo(1 / 365, 10);
    expect(placeInYear('2028-12-31', 2028)).toBeCloseTo(365 / 366, 10);
    expect([placeInYear('2025-12-31', 2026), placeInYear('2027-01-01', 2026)]).toEqual([0, 1]);
  });

  test('what is neither a coming nor a going changes nothing', () => {
    const events = [
      {kind: 'queued', happenedOn: '2026-01-01'},
      {kind: 'called', happenedOn: '2026-01-05'},
      {kind: 'admitted', happenedOn: '2026-02-01'},
      {kind: 'left', happenedOn: '2026-03-01'},
      {kind: 'withdrawn', happenedOn: '2026-03-02'},
    ] as const;
    expect(lastingOf(events)).toEqual({
      stays: [{from: '2026-02-01', to: null}],
      leaves: [{from: '2026-03-01', to: null}],
    });
  });
});
