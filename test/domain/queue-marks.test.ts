import {describe, expect, test} from 'vitest';
import type {PlacementEventKind} from '../../domain/placement.ts';
import {marksAfter, queueOf, queueProblem, type QueueEntry} from '../../domain/queue.ts';
import {a, b, entry, type Step} from './queue-entries.ts';

describe('marks, and places that are passed on', () => {
  test('only where the Rules know it may an arrival be postponed, and that one comes again nobody marks', () => {
    const marks = (last: PlacementEventKind | null) => [
      marksAfter(last, 'semi-stationary'),
      marksAfter(last, 'stationary'),
    ];
    expect(marks('called')).toEqual([
      ['postponed', 'no-show', 'admitted', 'withdrawn'],
      ['no-show', 'admitted', 'withdrawn'],
    ]);
    expect(marks(null)).toEqual([
      ['queued', 'admitted'],
      ['queued', 'admitted'],
    ]);
    expect(marksAfter('called', null)).toEqual(['no-show', 'admitted', 'withdrawn']);
  });

  test('who postponed the arrival is called still, by the new day', () => {
    const postponed = entry('A', 1, [
      a,
      ['called', '2026-05-20', '2026-06-05'],
      ['postponed', '2026-06-01', '2026-06-10'],
    ]);
    expect(queueOf([postponed, entry('B', 2, [b])], 'semi-stationary', '2026-06-01')).toMatchObject([
      {placementId: 'A', place: 1, state: 'called', arriveBy: '2026-06-10'},
      {placementId: 'B', place: 2, state: 'waiting', arriveBy: null},
    ]);
  });

  test('the last mark of who waits may bear a day, and it is none to arrive by', () => {
    const came = entry('A', 1, [['queued', '2026-01-10', '2026-02-01']]);
    expect(queueOf([came], 'semi-stationary', '2026-06-01')[0]?.arriveBy).toBeNull();
  });

  test.each<[why: string, programmes: QueueEntry['programmes'], programme: string, hasGround: boolean]>([
    ['none', [], 'none', false],
    ['one without an end', [{from: null, to: null}], 'valid', false],
    ['its last day', [{from: null, to: '2026-06-01'}], 'valid', false],
    ['the day after', [{from: null, to: '2026-05-31'}], 'expired', true],
    [
      'of two one that is valid',
      [
        {from: null, to: '2026-05-31'},
        {from: null, to: '2026-07-01'},
      ],
      'valid',
      true,
    ],
    [
      'two that are over',
      [
        {from: null, to: '2026-05-31'},
        {from: null, to: '2025-05-31'},
      ],
      'expired',
      true,
    ],
  ])('a programme, %s', (_, programmes, programme, hasGround) => {
    const [place] = queueOf([entry('A', 1, [a], {programmes})], 'semi-stationary', '2026-06-01');
    expect([place?.programme, place?.ground !== null]).toEqual([programme, hasGround]);
  });

  const passedOn = entry('A', 1, [a, ['called', '2026-05-01'], ['no-show', '2026-05-11']]);
  test.each<[why: string, taker: Step[], state: string]>([
    ['who comes again takes it', [b, ['readmitted', '2026-05-12']], 'waiting'],
    ['not who was called before', [b, ['called', '2026-05-01'], ['readmitted', '2026-05-12']], 'passed-over'],
    [
      'not who had postponed',
      [b, ['called', '2026-05-01'], ['postponed', '2026-05-02', '2026-05-12'], ['admitted', '2026-05-12']],
      'passed-over',
    ],
    ['on the same day it is given up first', [b, ['called', '2026-05-11']], 'waiting'],
    ['not before it was given up', [b, ['called', '2026-05-10']], 'passed-over'],
    ['leaving the queue takes nothing', [b, ['withdrawn', '2026-05-12']], 'passed-over'],
  ])('a place that was passed on: %s', (_, taker, state) => {
    for (const both of [
      [passedOn, entry('B', 2, taker)],
      [entry('B', 2, taker), passedOn],
    ]) {
      const place = queueOf(both, 'semi-stationary', '2026-06-01').find(({placementId}) => placementId === 'A');
      expect(place?.state).toBe(state);
    }
  });

  test.each<[why: string, before: Step[], step: Step, code: string | null]>([
    ['a call without a last day', [a], ['called', '2026-05-01'], null],
    ['a call for the same day', [a], ['called', '2026-05-01', '2026-05-01'], null],
    ['a call for the day before', [a], ['called', '2026-05-01', '2026-04-30'], 'arrival-in-past'],
    ['a mark on the day of the last', [a], ['called', '2026-01-10'], null],
    ['a mark before the last', [a], ['called', '2026-01-09'], 'before-previous'],
    ['postponed without a day', [a, ['called', '2026-05-01']], ['postponed', '2026-05-02'], 'not-later'],
    ['postponed where no day was set', [a, ['called', '2026-05-01']], ['postponed', '2026-05-20', '2026-12-31'], null],
    [
      'postponed on the last day',
      [a, ['called', '2026-05-01', '2026-05-10']],
      ['postponed', '2026-05-10', '2026-05-20'],
      null,
    ],
    [
      'postponed by ten days and one',
      [a, ['called', '2026-05-01', '2026-05-10']],
      ['postponed', '2026-05-10', '2026-05-21'],
      'postponed-too-far',
    ],
    [
      'postponed to the same day',
      [a, ['called', '2026-05-01', '2026-05-10']],
      ['postponed', '2026-05-10', '2026-05-10'],
      'not-later',
    ],
    [
      'postponed after the last day',
      [a, ['called', '2026-05-01', '2026-05-10']],
      ['postponed', '2026-05-11', '2026-05-15'],
      'postponed-late',
    ],
    [
      'no-show on the last day',
      [a, ['called', '2026-05-01', '2026-05-10']],
      ['no-show', '2026-05-10'],
      'still-may-come',
    ],
    ['no-show where no day was set', [a, ['called', '2026-05-01']], ['no-show', '2026-05-01'], null],
    ['admitted', [a], ['admitted', '2026-05-01'], null],
  ])('p. 21 1), %s', (_, before, [kind, happenedOn, arriveBy = null], code) => {
    const event = {kind, happenedOn, arriveBy, position: 9};
    const found = queueProblem(event, entry('A', 1, before), 'semi-stationary');
    expect(found === null ? null : found.code).toBe(code);
  });
});
