import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {addDays} from '../../domain/dates.ts';
import {eventKindsAfter, inOrder, type PlacementEventKind} from '../../domain/placement.ts';
import {
  nextInQueue,
  outOfTurnProblem,
  queueOf,
  queueProblem,
  type QueueEntry,
  type QueueEvent,
  marksAfter,
} from '../../domain/queue.ts';
import {queueProblemCodes, queueProblemWords} from '../../domain/queue-words.ts';
import {organisationTypes, type OrganisationType} from '../../domain/vocabulary.ts';
import {a, b, entry, type Step} from './queue-entries.ts';

function lines(entries: QueueEntry[], type: OrganisationType = 'semi-stationary', today = '2026-06-01'): string[] {
  return queueOf(entries, type, today).map(place =>
    `${place.placementId} ${place.state} ${place.ground?.ru ?? ''}`.trim(),
  );
}

const kept = 'часть седьмая подпункта 1) пункта 21 Правил: очередь сохраняется';
const noShow = 'приказ № 379, подпункт 1) пункта 21 Правил (по русской редакции)';
const orphan = 'часть восьмая подпункта 1) пункта 11 Правил';

describe('the order of the queue', () => {
  test.each<[why: string, entries: QueueEntry[], expected: string[], type?: OrganisationType]>([
    ['by the day', [entry('B', 1, [b]), entry('A', 2, [a])], ['A waiting', 'B waiting']],
    ['of one day by the row', [entry('B', 2, [a]), entry('A', 1, [a])], ['A waiting', 'B waiting']],
    [
      'the admitted and the withdrawn are not in it',
      [
        entry('A', 1, [a, ['admitted', '2026-02-01']]),
        entry('B', 2, [b]),
        entry('C', 3, [a, ['withdrawn', '2026-02-01']]),
      ],
      ['B waiting'],
    ],
    [
      'p. 21 1) part 7: an expired programme keeps the place',
      [entry('A', 1, [a], {programmes: [{from: null, to: '2026-05-31'}]}), entry('B', 2, [b])],
      [`A waiting ${kept}`, 'B waiting'],
    ],
    [
      'p. 21 1) part 7: a renewed one too',
      [
        entry('A', 1, [a], {
          programmes: [
            {from: null, to: '2026-05-31'},
            {from: '2026-05-20', to: '2027-05-31'},
          ],
        }),
        entry('B', 2, [b]),
      ],
      [`A waiting ${kept}`, 'B waiting'],
    ],
    [
      'p. 11 1) part 8: an orphan of age out of turn',
      [entry('A', 1, [a]), entry('B', 2, [b], {outOfTurn: 'orphan-of-age'})],
      [`B waiting ${orphan}`, 'A waiting'],
      'stationary',
    ],
    [
      'called, and still at the place',
      [entry('A', 1, [a, ['called', '2026-05-20', '2026-06-05']]), entry('B', 2, [b])],
      ['A called', 'B waiting'],
    ],
    [
      'did not come: the place goes on',
      [entry('A', 1, [a, ['called', '2026-05-01', '2026-05-10'], ['no-show', '2026-05-11']]), entry('B', 2, [b])],
      [`A passed-over ${noShow}`, 'B waiting'],
    ],
    [
      'elsewhere no act says so',
      [entry('A', 1, [a, ['called', '2026-05-01', '2026-05-10'], ['no-show', '2026-05-11']])],
      ['A passed-over'],
      'home-care',
    ],
    [
      'the next has it: who did not come waits again',
      [
        entry('A', 1, [a, ['called', '2026-05-01', '2026-05-10'], ['no-show', '2026-05-11']]),
        entry('B', 2, [b, ['called', '2026-05-12', '2026-06-20']]),
      ],
      ['A waiting', 'B called'],
    ],
    [
      'the next was admitted without a call',
      [
        entry('A', 1, [a, ['called', '2026-05-01'], ['no-show', '2026-05-11']]),
        entry('B', 2, [b, ['admitted', '2026-05-11']]),
      ],
      ['A waiting'],
    ],
    [
      'a place of its own does not count',
      [
        entry('A', 1, [a, ['called', '2026-05-01'], ['no-show', '2026-05-11']]),
        entry('B', 2, [b, ['called', '2026-05-01'], ['admitted', '2026-05-12']]),
      ],
      [`A passed-over ${noShow}`],
    ],
    [
      'two places passed on, one taken',
      [
        entry('A', 1, [a, ['called', '2026-05-01'], ['no-show', '2026-05-11']]),
        entry('B', 2, [b, ['called', '2026-05-01'], ['no-show', '2026-05-12']]),
        entry('C', 3, [b, ['called', '2026-05-13']]),
      ],
      ['A waiting', `B passed-over ${noShow}`, 'C called'],
    ],
    [
      'called once more after all',
      [
        entry('A', 1, [a, ['called', '2026-05-01'], ['no-show', '2026-05-11'], ['called', '2026-05-12']]),
        entry('B', 2, [b]),
      ],
      ['A called', 'B waiting'],
    ],
  ])('%s', (_, entries, expected, type) => {
    expect(lines(entries, type)).toEqual(expected);
  });

  test('next is the first who waits; ready, the first whose programme has not run out', () => {
    const queue = queueOf(
      [
        entry('A', 1, [a, ['called', '2026-05-20', '2026-06-05']]),
        entry('B', 2, [b], {programmes: [{from: null, to: '2026-05-31'}]}),
        entry('C', 3, [b]),
      ],
      'semi-stationary',
      '2026-06-01',
    );
    const {first, ready} = nextInQueue(queue);
    expect([first?.placementId, ready?.placementId, queue[0]?.arriveBy]).toEqual(['B', 'C', '2026-06-05']);
    expect(nextInQueue([])).toEqual({first: null, ready: null});
  });
});

describe('what is allowed', () => {
  const called: Step[] = [a, ['called', '2026-05-01', '2026-05-10']];
  const postponed: Step[] = [...called, ['postponed', '2026-05-09', '2026-05-20']];
  test.each<[paragraph: string, why: string, steps: Step[], next: Step, code: string | null, type?: OrganisationType]>([
    ['No 379 p. 21 1)', 'ten days more', called, ['postponed', '2026-05-09', '2026-05-20'], null],
    ['No 379 p. 21 1)', 'eleven days more', called, ['postponed', '2026-05-09', '2026-05-21'], 'postponed-too-far'],
    ['No 379 p. 21 1)', 'on the last day', called, ['postponed', '2026-05-10', '2026-05-15'], null],
    ['No 379 p. 21 1)', 'after the last day', called, ['postponed', '2026-05-11', '2026-05-15'], 'postponed-late'],
    ['No 379 p. 21 1)', 'a second time', postponed, ['postponed', '2026-05-15', '2026-05-25'], 'postponed-twice'],
    [
      'No 379 p. 21 1)',
      'stationary',
      called,
      ['postponed', '2026-05-09', '2026-05-20'],
      'postponement-elsewhere',
      'stationary',
    ],
    ['No 379 p. 21 1)', 'did not come', called, ['no-show', '2026-05-11'], null],
    ['No 379 p. 21 1)', 'may still come', called, ['no-show', '2026-05-10'], 'still-may-come'],
    ['No 379 p. 21 1)', 'may still come, postponed', postponed, ['no-show', '2026-05-11'], 'still-may-come'],
    ['', 'not later', called, ['postponed', '2026-05-09', '2026-05-10'], 'not-later'],
    ['', 'no new day', called, ['postponed', '2026-05-09'], 'not-later'],
    ['', 'not called', [a], ['postponed', '2026-05-09', '2026-05-20'], 'not-called'],
    ['', 'called twice', called, ['called', '2026-05-09'], 'not-called'],
    ['', 'before the last mark', called, ['no-show', '2026-04-30'], 'before-previous'],
    ['', 'a term in the past', [a], ['called', '2026-05-09', '2026-05-08'], 'arrival-in-past'],
    ['', 'admitted', postponed, ['admitted', '2026-05-18'], null],
  ])('%s %s', (_, __, steps, [kind, happenedOn, arriveBy = null], code, type = 'semi-stationary') => {
    const event: QueueEvent = {kind, happenedOn, arriveBy, position: 9};
    expect(queueProblem(event, entry('A', 1, steps), type)?.code ?? null).toBe(code);
  });

  test.each<[why: string, born: string | null, type: OrganisationType, code: string | null]>([
    ['eighteen today', '2008-06-01', 'stationary', null],
    ['eighteen tomorrow', '2008-06-02', 'stationary', 'out-of-turn-under-age'],
    ['born on an unknown day', null, 'stationary', null],
    ['elsewhere', '2008-06-01', 'home-care', 'out-of-turn-elsewhere'],
  ])('p. 11 1) part 8: %s', (_, born, type, code) => {
    expect(outOfTurnProblem(born, type, '2026-06-01')?.code ?? null).toBe(code);
  });

  test.each<[last: PlacementEventKind | null, type: OrganisationType | null, next: string]>([
    ['called', 'semi-stationary', 'postponed'],
    ['called', 'stationary', ''],
    ['called', null, ''],
    ['queued', 'semi-stationary', 'called'],
  ])('after %s in %s', (last, type, next) => {
    const marks = marksAfter(last, type);
    expect(marks).not.toContain('readmitted');
    expect(marks.filter(mark => mark === 'postponed' || mark === 'called').join(' ')).toBe(next);
  });

  test('a row without a mark is called by nobody; a call without a term, and one for today, are good', () => {
    const event: QueueEvent = {kind: 'called', happenedOn: '2026-05-01', arriveBy: null, position: 1};
    expect(queueProblem(event, entry('A', 1, []), 'stationary')?.code).toBe('not-called');
    expect(queueProblem(event, entry('A', 1, [a]), 'stationary')).toBeNull();
    expect(queueProblem({...event, arriveBy: '2026-05-01'}, entry('A', 1, [a]), 'stationary')).toBeNull();
    expect(queueOf([entry('A', 1, [])], 'stationary', '2026-06-01')).toEqual([]);
  });

  test('every problem has words of its own', () => {
    expect(new Set(queueProblemCodes.map(code => queueProblemWords[code].ru)).size).toBe(queueProblemCodes.length);
  });
});

test('two who stay in the queue never change places, whatever happens to them or to others', () => {
  fc.assert(
    fc.property(
      fc.array(history(), {minLength: 2, maxLength: 8}),
      fc.constantFrom(...organisationTypes),
      (all, type) => {
        const entries = all.map(({steps, expired, orphan}, index) =>
          entry(`row ${index}`, index, steps, {
            programmes: expired ? [{from: null, to: '2026-01-31'}] : [],
            outOfTurn: orphan ? 'orphan-of-age' : null,
          }),
        );
        const atFirst = entries.map(each => ({...each, events: each.events.slice(0, 1), programmes: []}));
        const before = queueOf(atFirst, type, '2026-06-01').map(({placementId}) => placementId);
        const after = queueOf(entries, type, '2026-06-01').map(({placementId}) => placementId);
        // Only the admitted and the withdrawn are missing.
        expect(after).toEqual(before.filter(id => after.includes(id)));
        const left = entries.filter(({events}) =>
          ['admitted', 'readmitted', 'withdrawn'].includes(inOrder(events).at(-1)?.kind ?? ''),
        );
        expect(after).toHaveLength(before.length - left.length);
      },
    ),
  );
});

/** Any sequence of events that the journal lets in, up to the end of the time in the queue. */
function history() {
  return fc
    .record({
      from: fc.nat(60),
      choices: fc.array(fc.tuple(fc.nat(9), fc.nat(20)), {maxLength: 8}),
      expired: fc.boolean(),
      orphan: fc.boolean(),
    })
    .map(({from, choices, ...rest}) => {
      let day = addDays('2026-01-01', from);
      const steps: Step[] = [['queued', day]];
      for (const [choice, later] of choices) {
        const last = steps.at(-1)?.[0] ?? null;
        if (last === 'admitted' || last === 'readmitted') break;
        const kinds = eventKindsAfter(last);
        const kind = kinds[choice % Math.max(kinds.length, 1)];
        if (kind === undefined) break;
        day = addDays(day, later);
        steps.push([kind, day, addDays(day, 5)]);
      }
      return {steps, ...rest};
    });
}
