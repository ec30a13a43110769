import {describe, expect, test} from 'vitest';
import {
  eventKindsAfter,
  eventProblem,
  nextEventKinds,
  rowsFollow,
  placementEventKinds,
  summarise,
  type PlacementEventKind,
} from '../../domain/placement.ts';

const events = (...steps: [kind: PlacementEventKind, on: string][]) =>
  steps.map(([kind, happenedOn], position) => ({kind, happenedOn, position}));

test('a place that was offered leaves the person in the queue, since the first day', () => {
  const row = events(
    ['queued', '2026-01-10'],
    ['called', '2026-03-01'],
    ['postponed', '2026-03-05'],
    ['no-show', '2026-03-20'],
  );
  expect(summarise(row)).toEqual({
    status: 'queued',
    since: '2026-01-10',
    queuedOn: '2026-01-10',
    admittedOn: null,
    returned: false,
  });
  expect(
    summarise([...row, ...events(['admitted', '2026-04-01']).map(event => ({...event, position: 9}))]),
  ).toMatchObject({
    status: 'receiving',
    since: '2026-04-01',
  });
});

test.each<[steps: PlacementEventKind[], next: PlacementEventKind, problem: string | null]>([
  [['queued'], 'called', null],
  [['queued'], 'postponed', 'event-not-allowed'],
  [['queued'], 'no-show', 'event-not-allowed'],
  [['queued', 'called'], 'postponed', null],
  [['queued', 'called'], 'called', 'event-not-allowed'],
  [['queued', 'called', 'postponed'], 'postponed', 'event-not-allowed'],
  [['queued', 'called', 'postponed'], 'admitted', null],
  [['queued', 'called', 'no-show'], 'called', null],
  [['admitted'], 'called', 'event-not-allowed'],
  [['admitted', 'left'], 'discharged', null],
  [['admitted', 'left', 'came-back'], 'left', null],
])('after %j: %s', (steps, next, problem) => {
  const others = events(...steps.map((kind): [PlacementEventKind, string] => [kind, '2026-01-10']));
  expect(eventProblem({kind: next, happenedOn: '2026-01-11', position: 0}, others, null)).toBe(problem);
});

test('what a status allows, its last event allows too; and nothing ever follows the end', () => {
  for (const last of placementEventKinds) {
    const status = summarise(events([last, '2026-01-10']))?.status ?? null;
    expect(eventKindsAfter(last)).toEqual(expect.arrayContaining([...nextEventKinds(status)]));
  }
  expect(
    ['transferred', 'discharged', 'withdrawn'].flatMap(last => eventKindsAfter(last as PlacementEventKind)),
  ).toEqual([]);
});

type Pairs = readonly [PlacementEventKind, string][];

describe('a person’s rows of the journal lie one after another', () => {
  const first: Pairs = [
    ['admitted', '2026-01-05'],
    ['discharged', '2026-02-01'],
  ];
  const rows: [why: string, rows: Pairs[], expected: boolean][] = [
    ['one row', [first], true],
    ['a row without events', [[], first], true],
    ['the second begins on the day on which the first ended', [first, [['readmitted', '2026-02-01']]], true],
    ['whatever their order', [[['readmitted', '2026-02-01']], first], true],
    ['the second begins before', [first, [['queued', '2026-01-31']]], false],
    ['the first has not ended', [[['admitted', '2026-01-05']], [['queued', '2026-02-01']]], false],
    [
      'one that began and ended on a day stands before one of that day',
      [
        [
          ['queued', '2026-01-05'],
          ['withdrawn', '2026-01-05'],
        ],
        first,
      ],
      true,
    ],
    [
      'and so it does when it was entered after',
      [
        first,
        [
          ['queued', '2026-01-05'],
          ['withdrawn', '2026-01-05'],
        ],
      ],
      true,
    ],
    ['two that have not ended', [[['admitted', '2026-01-05']], [['admitted', '2026-01-05']]], false],
  ];
  test.each(rows)('%s', (_, all, expected) => {
    expect(rowsFollow(all.map(pairs => events(...pairs)))).toBe(expected);
  });
});

test('an event of the same day stands behind those that were entered before it', () => {
  const others = events(['admitted', '2026-01-10']);
  const problemOn = (happenedOn: string) => eventProblem({kind: 'came-back', happenedOn, position: 9}, others, null);
  expect([problemOn('2026-01-10'), problemOn('2026-01-09')]).toEqual(['event-not-allowed', 'event-before-previous']);
  const born = eventProblem({kind: 'left', happenedOn: '2026-01-11', position: 1}, others, '2026-01-11');
  const unborn = eventProblem({kind: 'left', happenedOn: '2026-01-11', position: 1}, others, '2026-01-12');
  expect([born, unborn]).toEqual([null, 'event-before-birth']);
});

describe('rows of a journal and their ends', () => {
  const row = (...steps: [kind: PlacementEventKind, on: string][]) => events(...steps);

  test('nothing follows from nothing', () => {
    expect([summarise([]), rowsFollow([[]]), rowsFollow([])]).toEqual([null, true, true]);
  });

  test('what may follow is said for every last event', () => {
    const after = Object.fromEntries(placementEventKinds.map(kind => [kind, eventKindsAfter(kind)]));
    expect(after).toEqual({
      'queued': ['called', 'admitted', 'readmitted', 'withdrawn'],
      'called': ['postponed', 'no-show', 'admitted', 'readmitted', 'withdrawn'],
      'postponed': ['no-show', 'admitted', 'readmitted', 'withdrawn'],
      'no-show': ['called', 'admitted', 'readmitted', 'withdrawn'],
      'admitted': ['left', 'transferred', 'discharged'],
      'readmitted': ['left', 'transferred', 'discharged'],
      'left': ['came-back', 'transferred', 'discharged'],
      'came-back': ['left', 'transferred', 'discharged'],
      'transferred': [],
      'discharged': [],
      'withdrawn': [],
    });
    expect(eventKindsAfter(null)).toEqual(['queued', 'admitted', 'readmitted']);
    expect(nextEventKinds('receiving')).toEqual(['left', 'transferred', 'discharged']);
    expect(nextEventKinds('on-leave')).toEqual(['came-back', 'transferred', 'discharged']);
    expect(nextEventKinds('queued')).toEqual(['admitted', 'readmitted', 'withdrawn']);
  });

  test('events count by their day, and on one day by their position', () => {
    const [admitted, left] = [
      {kind: 'admitted', happenedOn: '2026-01-10', position: 1},
      {kind: 'left', happenedOn: '2026-01-10', position: 2},
    ] as const;
    expect(summarise([left, admitted])?.status).toBe('on-leave');
    expect(
      summarise([
        {...left, position: 1},
        {...admitted, position: 2},
      ])?.status,
    ).toBe('receiving');
  });

  test('who comes again has the mark, and a stay without a queue has no day of one', () => {
    expect(summarise(row(['queued', '2026-01-01'], ['readmitted', '2026-02-01']))).toEqual({
      status: 'receiving',
      since: '2026-02-01',
      queuedOn: '2026-01-01',
      admittedOn: '2026-02-01',
      returned: true,
    });
    expect(summarise(row(['transferred', '2026-02-01']))?.status).toBe('transferred');
  });

  test('a row that goes on stands after one of the same day that is over, in whatever order they come', () => {
    const over = row(['admitted', '2026-01-10'], ['discharged', '2026-01-10']);
    const goesOn = row(['admitted', '2026-01-10']);
    expect([rowsFollow([over, goesOn]), rowsFollow([goesOn, over]), rowsFollow([goesOn, goesOn])]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
