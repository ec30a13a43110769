import {expect, test} from 'vitest';
import {
  eventKindsAfter,
  eventProblem,
  nextEventKinds,
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
