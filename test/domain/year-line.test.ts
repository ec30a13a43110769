import {describe, expect, test} from 'vitest';
import {lastingOf, placeInYear} from '../../domain/year-line.ts';

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
