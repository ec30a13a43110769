import {describe, expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {monthlyEnd, nextQuarter, quarterEnd, stepEnd, yearEnd} from '../../domain/deadline-terms.ts';
import {deadlines} from '../../templates/editions/308-2022/deadlines.ts';
import {fiveDayWeek} from './deadline-facts.ts';

const counting = {calendar: fiveDayWeek, leaves: []};
const ruleOf = (kind: string, trigger: string) =>
  must(deadlines.find(rule => rule.kind === kind && rule.trigger === trigger));

describe('a step after the drawing up, by the rule of its own beginning', () => {
  const first = ruleOf('plan-draw-up', 'admission');
  const next = ruleOf('plan-draw-up', 'previous-plan-end');
  const fill = must(deadlines.find(({kind}) => kind === 'plan-fill'));
  const endAfter = (drawnUpOn: string | null, rules: typeof deadlines) => {
    const {strict, lenient} = stepEnd(fill, drawnUpOn, {trigger: 'admission', on: '2026-02-02'}, {...counting, rules});
    return [strict, lenient];
  };

  test('whatever stands before it in the list', () => {
    for (const rules of [
      [fill, next, first],
      [first, next, fill],
    ]) {
      expect(endAfter(null, rules)).toEqual(['2026-02-10', '2026-02-11']);
      expect(endAfter('2026-02-03', rules)).toEqual(['2026-02-05', '2026-02-11']);
    }
  });

  test('where nothing is said of the drawing up, from the event', () => {
    expect(endAfter(null, [fill, next])).toEqual(['2026-02-04', '2026-02-04']);
  });
});

describe('quarters and half-years', () => {
  const quarter = {length: 1, unit: 'quarter', following: false, shift: false} as const;
  const halfYear = {...quarter, length: 2};

  test('what comes before the first day begins with it', () => {
    for (const reading of ['calendar', 'plan-start'] as const) {
      expect(nextQuarter(quarter, '2026-02-09', '2026-02-10', reading)).toBe('2026-02-10');
    }
    expect(nextQuarter(quarter, '2026-02-10', '2026-02-10', 'plan-start')).toBe('2026-05-10');
    expect(nextQuarter(quarter, '2026-02-10', '2026-02-10', 'calendar')).toBe('2026-04-01');
  });

  test('two quarters are six months, of the year or of the plan', () => {
    expect(nextQuarter(halfYear, '2026-03-01', '2026-02-10', 'plan-start')).toBe('2026-08-10');
    expect(quarterEnd(halfYear, '2026-08-09', '2026-02-10', counting, 'plan-start').strict).toBe('2026-08-09');
    expect(quarterEnd(halfYear, '2026-08-10', '2026-02-10', counting, 'plan-start').strict).toBe('2027-02-09');
    expect(quarterEnd(halfYear, '2026-02-10', '2026-01-01', counting).strict).toBe('2026-06-30');
  });
});

test('a mark that is due in days is not due in a calendar month', () => {
  const days = {length: 5, unit: 'calendar-day', following: true, shift: false} as const;
  expect(monthlyEnd(days, '2026-02-02', counting)).toMatchObject({strict: '2026-02-07', lenient: '2026-02-07'});
  const month = {...days, length: 1, unit: 'month'} as const;
  expect(monthlyEnd(month, '2026-02-02', counting)).toMatchObject({strict: '2026-03-02', lenient: '2026-03-31'});
});

test('the results of a year are of its last day', () => {
  const month = {length: 1, unit: 'month', following: true, shift: false} as const;
  expect(yearEnd(month, 2026, counting)).toMatchObject({strict: '2026-12-31', lenient: '2027-01-31'});
  expect(yearEnd(month, 999, counting).strict).toBe('0999-12-31');
});
