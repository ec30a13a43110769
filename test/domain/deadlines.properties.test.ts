import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {makeCalendar} from '../../domain/calendar.ts';
import {addDays} from '../../domain/dates.ts';
import {
  dueKinds,
  type DeadlineFacts,
  type Due,
  quarterReadings,
  type Leave,
  type PlanFacts,
  type RoundFacts,
} from '../../domain/deadline-rule.ts';
import {
  monthlyEnd,
  nextQuarter,
  quarterEnd,
  termEnd,
  termEndBetween,
  yearEnd,
  type Counting,
  type TermEnd,
} from '../../domain/deadline-terms.ts';
import {evaluateDeadlines} from '../../domain/deadlines.ts';
import {text} from '../../domain/text.ts';
import {placementStatuses, planStatuses} from '../../domain/vocabulary.ts';
import {kzHolidays} from '../../templates/calendar/kz-holidays.ts';
import {deadlines} from '../../templates/editions/308-2022/deadlines.ts';
import {isoDates} from './arbitraries.ts';
import {dues, facts, fiveDayWeek, plan, round} from './deadline-facts.ts';

describe('terms', () => {
  test('the strict day is never after the lenient one', () => {
    fc.assert(
      fc.property(terms(), days(), fc.nat(20), leaves(), (term, event, later, away) => {
        const end = termEndBetween(term, event, addDays(event, later), counting(away));
        expect(end.strict <= end.lenient).toBe(true);
        for (const reading of quarterReadings) {
          const quarter = quarterEnd(term, addDays(event, later), event, counting(away), reading);
          expect(quarter.strict <= quarter.lenient).toBe(true);
        }
        for (const other of [monthlyEnd(term, event, counting(away)), yearEnd(term, yearOf(event), counting(away))]) {
          expect(other.strict <= other.lenient).toBe(true);
        }
      }),
    );
  });

  test('a later start never gives an earlier deadline', () => {
    fc.assert(
      fc.property(terms(), days(), fc.nat(20), leaves(), (term, event, later, away) => {
        const [first, second] = [event, addDays(event, later)].map(day => {
          const {strict, lenient} = termEnd(term, day, counting(away));
          return {strict, lenient};
        });
        expect([first, second]).toEqual([
          {strict: earlier(first?.strict, second?.strict), lenient: earlier(first?.lenient, second?.lenient)},
          second,
        ]);
      }),
    );
  });

  test('nor do a later quarter, mark or year', () => {
    fc.assert(
      fc.property(terms(), days(), fc.nat(400), leaves(), (term, event, later, away) => {
        const after = addDays(event, later);
        const since = addDays(event, -200);
        for (const reading of quarterReadings) {
          expectNotEarlier(
            quarterEnd(term, event, since, counting(away), reading),
            quarterEnd(term, after, since, counting(away), reading),
          );
        }
        expectNotEarlier(monthlyEnd(term, event, counting(away)), monthlyEnd(term, after, counting(away)));
        expectNotEarlier(yearEnd(term, yearOf(event), counting(away)), yearEnd(term, yearOf(after), counting(away)));
      }),
    );
  });

  test('the quarters of a plan follow each other without a gap, whatever day it began on', () => {
    fc.assert(
      fc.property(days(), fc.nat(1500), fc.constantFrom(...quarterReadings), (since, later, reading) => {
        const term = {length: 1, unit: 'quarter', following: false, shift: false} as const;
        const day = addDays(since, later);
        const {strict} = quarterEnd(term, day, since, counting([]), reading);
        expect(strict >= day).toBe(true);
        expect(nextQuarter(term, day, since, reading)).toBe(addDays(strict, 1));
      }),
    );
  });

  test('time away never shortens a term, nor does a holiday', () => {
    fc.assert(
      fc.property(terms(), days(), leaves(), days(), (term, event, away, dayOff) => {
        const plain = termEnd(term, event, counting([]));
        const edits = [{date: dayOff, working: false, reason: 'мереке'}];
        const calendar = makeCalendar(kzHolidays, {week: 'five', edits});
        for (const longer of [termEnd(term, event, counting(away)), termEnd(term, event, {calendar, leaves: []})]) {
          expect(longer.strict >= plain.strict && longer.lenient >= plain.lenient).toBe(true);
        }
      }),
    );
  });

  test('a term without a length is a defect', () => {
    expect(() =>
      termEnd({length: 0, unit: 'calendar-day', following: false, shift: true}, '2026-01-05', counting([])),
    ).toThrow('length');
  });
});

describe('evaluateDeadlines', () => {
  test('a recount changes nothing, and changes none of what it was given', () => {
    fc.assert(
      fc.property(anyFacts(), days(), (known, today) => {
        const before = JSON.stringify(known);
        const first = evaluated(known, today);
        expect(evaluated(known, today)).toEqual(first);
        expect(JSON.stringify(known)).toBe(before);
      }),
    );
  });

  test('the state follows from the two days, and the list from the strict one', () => {
    fc.assert(
      fc.property(anyFacts(), days(), (known, today) => {
        const found = evaluated(known, today);
        for (const due of found) {
          expect(due.dueStrict <= due.dueLenient).toBe(true);
          expect(due.state === 'overdue').toBe(today > due.dueLenient);
          expect(due.state === 'due').toBe(today >= due.dueStrict && today <= due.dueLenient);
        }
        const strict = found.map(due => due.dueStrict);
        expect(strict).toEqual(strict.toSorted());
      }),
    );
  });

  test('a day to count from only silences: what it does not silence is as before', () => {
    fc.assert(
      fc.property(anyFacts(), days(), days(), (known, today, countedFrom) => {
        const plain = evaluated(known, today);
        const found = dues(known, today, {countedFrom});
        for (const due of found) {
          expect(due.state === 'archive').toBe(today > due.dueLenient && due.dueLenient < countedFrom);
        }
        const loud = (list: Due[]): Due[] =>
          list.filter(due => due.kind !== 'monitoring-due' && due.dueLenient >= countedFrom);
        expect(loud(found)).toEqual(loud(plain));
        expect(found).toHaveLength(plain.length);
      }),
    );
  });

  test('nothing is asked twice', () => {
    fc.assert(
      fc.property(anyFacts(), days(), (known, today) => {
        const matters = evaluated(known, today).map(due => JSON.stringify([due.kind, due.subject]));
        expect(new Set(matters).size).toBe(matters.length);
      }),
    );
  });

  test('who is not there has no deadlines', () => {
    fc.assert(
      fc.property(anyFacts(), days(), (known, today) => {
        expect(known.status === 'receiving' || evaluated(known, today).length === 0).toBe(true);
      }),
    );
  });
});

test('the rules of the edition are plain data with names of their own, words in both languages, and a ground', () => {
  expect(JSON.parse(JSON.stringify(deadlines))).toEqual(deadlines);
  expect(new Set(deadlines.map(rule => rule.id)).size).toBe(deadlines.length);
  expect(new Set(deadlines.map(rule => rule.kind))).toEqual(new Set(dueKinds));
  for (const rule of deadlines) {
    expect(rule.what).toEqual(text(expect.stringMatching(/[а-яәі]/u), expect.stringMatching(/[а-я]/u)));
    expect(rule.length > 0).toBe(rule.ground.kind === 'order');
    if (rule.ground.kind === 'order') expect(rule.organisationTypes).toEqual(['temporary-stay']);
  }
});

function evaluated(known: DeadlineFacts, today: string): Due[] {
  return evaluateDeadlines({facts: known, rules: deadlines, today, calendar: fiveDayWeek});
}

function counting(away: readonly Leave[]): Counting {
  return {calendar: fiveDayWeek, leaves: away};
}

function expectNotEarlier(first: TermEnd, second: TermEnd): void {
  expect(second.strict >= first.strict && second.lenient >= first.lenient).toBe(true);
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function earlier(left = '', right = ''): string {
  return left < right ? left : right;
}

function days(): fc.Arbitrary<string> {
  return isoDates('2024-01-01', '2027-12-31');
}

function terms() {
  return fc.record({
    length: fc.integer({min: 1, max: 12}),
    unit: fc.constantFrom('calendar-day', 'working-day', 'month', 'quarter', 'year'),
    following: fc.boolean(),
    shift: fc.boolean(),
  });
}

function leaves(): fc.Arbitrary<Leave[]> {
  return fc.array(
    fc
      .tuple(days(), fc.option(fc.nat(60)))
      .map(([from, length]) => ({from, to: length === null ? null : addDays(from, length)})),
    {maxLength: 3},
  );
}

function maybeDay(): fc.Arbitrary<string | null> {
  return fc.option(days());
}

function plans(): fc.Arbitrary<PlanFacts[]> {
  const known = fc.record({
    status: fc.constantFrom(...planStatuses),
    from: maybeDay(),
    to: maybeDay(),
    reviewOn: maybeDay(),
    drawnUpOn: maybeDay(),
    filledOn: maybeDay(),
    approvedOn: maybeDay(),
    endedOn: maybeDay(),
    corrects: fc.boolean(),
  });
  return fc
    .array(known, {maxLength: 4})
    .map(list =>
      list.map(({corrects, ...each}, index) =>
        plan({...each, id: `plan ${index}`, revisesId: corrects && index > 0 ? `plan ${index - 1}` : null}),
      ),
    );
}

function rounds(): fc.Arbitrary<RoundFacts[]> {
  const known = fc.record({monitoredOn: maybeDay(), enteredOn: maybeDay(), of: fc.nat(4), changed: fc.boolean()});
  return fc
    .array(known, {maxLength: 4})
    .map(list =>
      list.map(({monitoredOn, enteredOn, of, changed}, index) =>
        round(monitoredOn, {id: `round ${index}`, planId: `plan ${of}`, enteredOn, changed}),
      ),
    );
}

function anyFacts(): fc.Arbitrary<DeadlineFacts> {
  return fc
    .record({
      status: fc.oneof(fc.constant('receiving' as const), fc.constantFrom(...placementStatuses)),
      admittedOn: maybeDay(),
      leaves: leaves(),
      plans: plans(),
      rounds: rounds(),
      programmeTo: maybeDay(),
      boundYears: fc.subarray([2024, 2025, 2026, 2027]),
    })
    .map(facts);
}
