import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {addDays, type IsoDate} from '../../domain/dates.ts';
import type {PlanFacts} from '../../domain/deadline-rule.ts';
import {countedKinds, pastDeadlines, type PastFacts} from '../../domain/statistics-deadlines.ts';
import {evaluateDeadlines} from '../../domain/deadlines.ts';
import {deadlines} from '../../templates/editions/308-2022/deadlines.ts';
import {facts, fiveDayWeek, plan, round} from './deadline-facts.ts';

const rules = deadlines.filter(({organisationTypes}) => organisationTypes.includes('temporary-stay'));

function past(known: Partial<PastFacts>, today: IsoDate, countedFrom: IsoDate | null = null) {
  const all: PastFacts = {admittedOn: '2026-02-02', closedOn: null, leaves: [], plans: [], rounds: [], ...known};
  return pastDeadlines(all, {rules, calendar: fiveDayWeek, today, quarter: 'calendar', countedFrom});
}

function lines(known: Partial<PastFacts>, today: IsoDate, countedFrom: IsoDate | null = null): string[] {
  return past(known, today, countedFrom).map(due => [due.kind, due.strict, due.lenient, due.outcome].join(' '));
}

function drawn(drawnUpOn: IsoDate, filledOn: IsoDate, approvedOn: IsoDate): PlanFacts {
  return plan({from: drawnUpOn, to: '2026-12-31', drawnUpOn, filledOn, approvedOn});
}

describe('p. 35 4): the plan drawn up, filled and approved', () => {
  const rows: [why: string, known: Partial<PastFacts>, today: IsoDate, expected: string[]][] = [
    ['not yet', {}, '2026-02-09', ['plan-draw-up 2026-02-06 2026-02-09 open']],
    ['never', {}, '2026-02-10', ['plan-draw-up 2026-02-06 2026-02-09 broken']],
    ['discharged in time', {closedOn: '2026-02-09'}, '2026-03-01', []],
    ['discharged too late', {closedOn: '2026-02-10'}, '2026-03-01', ['plan-draw-up 2026-02-06 2026-02-09 broken']],
    ['away for good', {leaves: [{from: '2026-02-05', to: null}]}, '2026-03-01', []],
    [
      'away for a while',
      {leaves: [{from: '2026-02-04', to: '2026-02-11'}]},
      '2026-02-20',
      ['plan-draw-up 2026-02-13 2026-02-16 broken'],
    ],
    [
      'all in time',
      {plans: [drawn('2026-02-04', '2026-02-05', '2026-02-06')]},
      '2026-02-20',
      [
        'plan-draw-up 2026-02-06 2026-02-09 strict',
        'plan-fill 2026-02-06 2026-02-11 strict',
        'plan-approve 2026-02-06 2026-02-11 strict',
        'monitoring-due 2026-03-31 2026-05-04 open',
      ],
    ],
    [
      'by the lenient reading only, and approved too late',
      {plans: [drawn('2026-02-09', '2026-02-11', '2026-02-13')], closedOn: '2026-03-01'},
      '2026-04-20',
      [
        'plan-draw-up 2026-02-06 2026-02-09 lenient',
        'plan-fill 2026-02-11 2026-02-11 strict',
        'plan-approve 2026-02-11 2026-02-11 broken',
      ],
    ],
  ];
  test.each(rows)('%s', (_, known, today, expected) => {
    expect(lines(known, today)).toEqual(expected);
  });

  test('the next plan is counted from the end of the one before, corrections included', () => {
    const plans = [
      {...drawn('2026-02-04', '2026-02-04', '2026-02-04'), id: 'first', status: 'revised' as const, to: '2026-06-30'},
      plan({id: 'correction', revisesId: 'first', from: '2026-02-04', to: '2026-06-30', approvedOn: '2026-04-01'}),
      {...drawn('2026-07-03', '2026-07-03', '2026-07-03'), id: 'second'},
    ];
    expect(lines({plans}, '2026-07-10').filter(line => line.startsWith('plan-draw-up'))).toEqual([
      'plan-draw-up 2026-02-06 2026-02-09 strict',
      'plan-draw-up 2026-06-30 2026-07-01 broken',
    ]);
  });
});

describe('what is not known whole', () => {
  test('before anybody was admitted nothing was due', () => {
    expect(lines({admittedOn: null, plans: [drawn('2026-02-04', '2026-02-05', '2026-02-06')]}, '2026-02-20')).toEqual([
      'monitoring-due 2026-03-31 2026-05-04 open',
    ]);
  });

  test('a plan whose drawing up was not written down was drawn up when it was filled, or approved', () => {
    const known = {from: '2026-02-04', to: '2026-12-31', approvedOn: '2026-02-10'};
    const drawUp = (filledOn: IsoDate | null) => lines({plans: [plan({...known, filledOn})]}, '2026-02-20')[0];
    expect(drawUp('2026-02-05')).toBe('plan-draw-up 2026-02-06 2026-02-09 strict');
    expect(drawUp(null)).toBe('plan-draw-up 2026-02-06 2026-02-09 broken');
  });

  test('plans stand in the order of their days, whatever the order of their rows; one without a day stands last', () => {
    const first = {...drawn('2026-02-04', '2026-02-04', '2026-02-04'), id: 'first', to: '2026-06-30'};
    const second = {...drawn('2026-07-01', '2026-07-01', '2026-07-01'), id: 'second'};
    const begun = plan({id: 'begun', status: 'draft'});
    const ofRows = (plans: PlanFacts[]) =>
      past({plans}, '2026-07-10').map(({kind, planId, strict, outcome}) => [kind, planId, strict, outcome].join(' '));
    const wanted = ofRows([first, second, begun]);
    expect(ofRows([begun, second, first])).toEqual(wanted);
    expect(wanted.filter(line => line.startsWith('monitoring-due'))).toEqual([
      'monitoring-due first 2026-03-31 broken',
      'monitoring-due second 2026-09-30 open',
    ]);
  });

  test('a round that was not held yet is none', () => {
    const plans = [drawn('2026-02-04', '2026-02-04', '2026-02-04')];
    const held = lines({plans, rounds: [round(null), round('2026-03-30')]}, '2026-04-10');
    expect(held.filter(line => line.startsWith('monitoring'))).toEqual([
      'monitoring-due 2026-03-31 2026-05-04 strict',
      expect.stringMatching(/^monitoring-due 2026-06-30/u),
      expect.stringMatching(/^monitoring-enter/u),
    ]);
  });
});

describe('p. 35 5): monitoring, one at a time, and its entry', () => {
  const year = [
    plan({
      from: '2026-01-01',
      to: '2026-12-31',
      drawnUpOn: '2026-01-01',
      filledOn: '2026-01-01',
      approvedOn: '2026-01-01',
    }),
  ];
  const rows: [why: string, days: string[], known: Partial<PastFacts>, today: IsoDate, expected: string[]][] = [
    ['held each quarter', ['2026-03-31', '2026-04-01'], {}, '2026-06-30', ['03-31 strict', '06-30 strict']],
    ['held twice in one', ['2026-02-01', '2026-03-01'], {}, '2026-06-30', ['03-31 strict', '06-30 open']],
    ['missed and made good', ['2026-07-05'], {}, '2026-10-01', ['03-31 broken', '12-31 open']],
    ['missed for good', [], {}, '2026-12-01', ['03-31 broken']],
    ['left in the third quarter', ['2026-02-01'], {closedOn: '2026-06-30'}, '2026-12-01', ['03-31 strict']],
    ['left after the second', ['2026-02-01'], {closedOn: '2026-07-01'}, '2026-12-01', ['03-31 strict', '06-30 broken']],
  ];
  test.each(rows)('%s', (_, days, known, today, expected) => {
    const rounds = days.map(day => round(day, {id: day}));
    const all = past({admittedOn: '2026-01-01', plans: year, rounds, ...known}, today);
    const found = all.filter(({kind}) => kind === 'monitoring-due');
    expect(found.map(({lenient, outcome}) => `${lenient.slice(5)} ${outcome}`)).toEqual(expected);
  });

  test('entered on the day, on the next working day, later, not yet', () => {
    const rounds = [
      round('2026-03-02', {id: 'a', enteredOn: '2026-03-02'}),
      round('2026-03-06', {id: 'b', enteredOn: '2026-03-10'}),
      round('2026-03-11', {id: 'c', enteredOn: '2026-03-13'}),
      round('2026-03-12', {id: 'd', enteredOn: null}),
    ];
    const found = past({admittedOn: '2026-01-01', plans: year, rounds}, '2026-03-13');
    expect(found.filter(({kind}) => kind === 'monitoring-enter').map(({outcome}) => outcome)).toEqual([
      'strict',
      'lenient',
      'broken',
      'open',
    ]);
  });

  test('old papers are not counted; then it is the quarter in which the work began', () => {
    const known = {admittedOn: '2025-01-01', plans: [{...year[0], from: '2025-01-01'} as PlanFacts], rounds: []};
    expect(lines(known, '2026-08-01', '2026-05-01').filter(line => line.startsWith('monitoring-due'))).toEqual([
      'monitoring-due 2026-06-30 2026-06-30 broken',
    ]);
  });
});

const day = fc.integer({min: 0, max: 420}).map(days => addDays('2026-01-01', days));
const maybeDay = fc.option(day, {nil: null});

test('whatever Today warns of is here not done, with the same days', () => {
  const planOf = fc.record({
    from: maybeDay,
    length: fc.integer({min: 10, max: 365}),
    drawnUpOn: day,
    filledAfter: fc.option(fc.integer({min: 0, max: 12}), {nil: null}),
    approvedAfter: fc.option(fc.integer({min: 0, max: 12}), {nil: null}),
  });
  const made = fc.record({
    admittedOn: day,
    today: day,
    plans: fc.array(planOf, {maxLength: 1}),
    rounds: fc.array(fc.tuple(day, maybeDay), {maxLength: 4}),
    leave: fc.option(fc.tuple(day, fc.integer({min: 0, max: 60})), {nil: null}),
  });
  fc.assert(
    fc.property(made, ({admittedOn, today, plans: drafts, rounds: held, leave}) => {
      const plans = drafts.map(({from, length, drawnUpOn, filledAfter, approvedAfter}) => {
        const filledOn = filledAfter === null ? null : addDays(drawnUpOn, filledAfter);
        const approvedOn = filledOn === null || approvedAfter === null ? null : addDays(filledOn, approvedAfter);
        const status = approvedOn !== null ? 'approved' : filledOn !== null ? 'filled' : 'draft';
        return plan({from, to: from && addDays(from, length), status, drawnUpOn, filledOn, approvedOn});
      });
      const rounds = held
        .filter(([on]) => on <= today)
        .map(([monitoredOn, enteredOn], index) => ({id: `round-${index}`, planId: 'plan', monitoredOn, enteredOn}));
      const leaves = leave === null ? [] : [{from: leave[0], to: addDays(leave[0], leave[1])}];
      fc.pre(admittedOn <= today && plans.every(({drawnUpOn}) => (drawnUpOn ?? '') <= today));
      // A draft whose time is over was drawn up all the same: Today asks for another, the count has it already.
      fc.pre(plans.every(({approvedOn, to}) => approvedOn !== null || to === null || to >= today));
      const known = {admittedOn, plans, rounds, leaves};
      const warned = evaluateDeadlines({facts: facts(known), rules, today, calendar: fiveDayWeek})
        .filter(({kind, state}) => countedKinds.some(each => each === kind) && state !== 'later')
        .map(({kind, dueStrict, dueLenient, state}) => `${kind} ${dueStrict} ${dueLenient} ${state === 'overdue'}`);
      const counted = past(known, today)
        .filter(({outcome}) => outcome === 'open' || outcome === 'broken')
        .map(({kind, strict, lenient, outcome}) => `${kind} ${strict} ${lenient} ${outcome === 'broken'}`);
      expect(warned.filter(each => !counted.includes(each))).toEqual([]);
    }),
    {numRuns: 600},
  );
});

describe('plans in any order, and the quarter in which the work began', () => {
  test('the plan that was drawn up first is the first, in whatever order they were typed in', () => {
    const plans = [
      {...drawn('2026-02-04', '2026-02-04', '2026-02-04'), id: 'first', to: '2026-06-30'},
      {...drawn('2026-07-01', '2026-07-01', '2026-07-01'), id: 'second'},
    ];
    for (const order of [plans, plans.toReversed()]) {
      expect(lines({plans: order}, '2026-07-10').filter(line => line.startsWith('plan-draw-up'))).toEqual([
        'plan-draw-up 2026-02-06 2026-02-09 strict',
        'plan-draw-up 2026-06-30 2026-07-01 lenient',
      ]);
    }
  });

  const old = plan({
    id: 'plan',
    from: '2025-01-01',
    to: '2026-12-31',
    drawnUpOn: '2025-01-01',
    approvedOn: '2025-01-01',
  });
  const monitoring = (known: Partial<PastFacts>, today: IsoDate, countedFrom: IsoDate | null) =>
    lines({admittedOn: '2025-01-01', plans: [old], ...known}, today, countedFrom)
      .filter(line => line.startsWith('monitoring-due'))
      .map(line => line.slice(15));

  test('a round that was held in it answers it, and the next quarter is asked', () => {
    expect(monitoring({rounds: [round('2026-06-15')]}, '2026-08-01', '2026-05-01')).toEqual([
      '2026-06-30 2026-06-30 strict',
      '2026-09-30 2026-09-30 open',
    ]);
    expect(monitoring({rounds: [round('2026-05-01')]}, '2026-05-01', '2026-05-01')[0]).toBe(
      '2026-06-30 2026-06-30 strict',
    );
  });

  test('a plan that ended within the quarter is asked for none; while it lasts it is', () => {
    const short = {...old, from: '2026-01-01', to: '2026-05-20'};
    const asked = (today: IsoDate) =>
      monitoring({admittedOn: '2026-01-01', plans: [short], rounds: [round('2026-02-01')]}, today, null);
    expect([asked('2026-05-20'), asked('2026-05-21')]).toEqual([
      ['2026-03-31 2026-03-31 strict', '2026-06-30 2026-06-30 open'],
      ['2026-03-31 2026-03-31 strict'],
    ]);
  });
});
