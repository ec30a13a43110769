import {describe, expect, test} from 'vitest';
import {
  localTermKinds,
  localTermName,
  localTermRules,
  localTermSchema,
  unsetTerms,
  type LocalTerm,
} from '../../domain/local-terms.ts';
import {evaluateDeadlines} from '../../domain/deadlines.ts';
import {text} from '../../domain/text.ts';
import {deadlines} from '../../templates/editions/308-2022/deadlines.ts';
import {facts, fiveDayWeek, plan, round} from './deadline-facts.ts';

const term = (known: Partial<LocalTerm> = {}): LocalTerm => ({
  organisationType: 'stationary',
  kind: 'plan-after-admission',
  length: 10,
  unit: 'calendar-day',
  following: false,
  shift: true,
  source: 'ішкі тәртіп, 5-тармақ',
  ...known,
});

describe('what a facility may set', () => {
  test.each(['stationary', 'semi-stationary', 'home-care'] as const)('%s: everything, nothing of it set', type => {
    const unset = unsetTerms(type, deadlines);
    expect(unset.map(({kind}) => kind)).toEqual(localTermKinds);
    for (const each of unset) {
      expect(each).toMatchObject({organisationType: type, length: null, source: ''});
      expect(localTermSchema.parse(each)).toEqual(each);
    }
    expect(localTermRules(unset, deadlines)).toEqual([]);
  });

  test('temporary stay: nothing, the order states it all', () => {
    expect(unsetTerms('temporary-stay', deadlines)).toEqual([]);
    const all = localTermKinds.map(kind => term({organisationType: 'temporary-stay', kind}));
    expect(localTermRules(all, deadlines)).toEqual([]);
  });

  test('every matter has a name of its own', () => {
    expect(new Set(localTermKinds.map(kind => localTermName(kind).kk)).size).toBe(localTermKinds.length);
    expect(new Set(localTermKinds.map(kind => localTermName(kind).ru)).size).toBe(localTermKinds.length);
  });
});

describe('what may be stored', () => {
  test.each<[why: string, term: Record<string, unknown>, messages: string[]]>([
    ['a term with its source', {...term()}, []],
    ['no term, no source', {...term({length: null, source: ''})}, []],
    ['a length without a source', {...term({source: ' \t'})}, ['source-required']],
    ['a source like a book', {...term({source: 'а'.repeat(501)})}, ['too-long']],
  ])('%s', (_, stored, messages) => {
    expect(localTermSchema.safeParse(stored).error?.issues.map(issue => issue.message) ?? []).toEqual(messages);
  });
  test.each([0, -1, 1.5, 731, '10'])('a length of %s is none', length => {
    expect(localTermSchema.safeParse({...term(), length}).success).toBe(false);
  });
});

test('a term that is set is counted, and says its source', () => {
  const set = [
    term({kind: 'plan-after-plan', length: 3, unit: 'working-day'}),
    term({kind: 'monitoring', length: 1, unit: 'month', source: 'бұйрық № 7'}),
    term({kind: 'journal-entry', length: 2, unit: 'working-day', following: true}),
    term({kind: 'monitoring', organisationType: 'home-care', length: 1}),
    term({kind: 'plan-approved', length: null, source: ''}),
  ];
  const localTerms = localTermRules(set, deadlines);
  expect(localTerms.map(({id}) => id)).toEqual([
    'local/stationary/plan-after-plan',
    'local/stationary/monitoring',
    'local/stationary/journal-entry',
    'local/home-care/monitoring',
  ]);
  const found = evaluateDeadlines({
    facts: facts({
      organisationType: 'stationary',
      plans: [plan({from: '2026-02-02', to: '2027-01-31'})],
      rounds: [round('2026-02-10', {enteredOn: null})],
    }),
    rules: deadlines,
    localTerms,
    today: '2026-02-10',
    calendar: fiveDayWeek,
  });
  const source = text('бұйрық № 7', 'бұйрық № 7');
  expect(found.map(({kind, dueStrict, dueLenient, paragraph}) => [kind, dueStrict, dueLenient, paragraph])).toEqual([
    ['monitoring-enter', '2026-02-12', '2026-02-12', text('ішкі тәртіп, 5-тармақ', 'ішкі тәртіп, 5-тармақ')],
    ['monitoring-due', '2026-03-09', '2026-03-10', source],
    ['plan-ends', '2027-01-31', '2027-01-31', null],
  ]);
});

test('an empty term begins with its event and stays where it ends; a set one is announced a week ahead and nobody has seen it in the order', () => {
  const [empty] = unsetTerms('stationary', deadlines);
  expect(empty).toMatchObject({unit: 'calendar-day', following: false, shift: false});
  const [rule] = localTermRules([term()], deadlines);
  expect(rule).toMatchObject({
    id: 'local/stationary/plan-after-admission',
    ground: {kind: 'local', source: 'ішкі тәртіп, 5-тармақ'},
    noticeDays: 7,
    verified: false,
  });
});
