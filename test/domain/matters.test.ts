import {expect, test} from 'vitest';
import {mattersOf, type Matter} from '../../domain/matters.ts';
import type {Due} from '../../domain/deadline-rule.ts';
import {text} from '../../domain/text.ts';
import {facts, plan} from './deadline-facts.ts';

function due(subject: Due['subject'], more: Partial<Due> = {}): Due {
  return {
    ruleId: 'rule',
    kind: 'plan-fill',
    what: text('не', 'что'),
    paragraph: null,
    verified: true,
    dueStrict: '2026-02-06',
    dueLenient: '2026-02-09',
    dependsOnUndecided: false,
    state: 'soon',
    subject,
    ...more,
  };
}

const input = {placementId: 'row', facts: facts(), due: [], noticeDays: new Map(), hasFile: true, archive: false};
const waiting: Omit<Matter, 'id' | 'kind'> = {
  ruleId: null,
  planId: null,
  roundId: null,
  strict: null,
  lenient: null,
  noticeDays: 0,
  undecided: false,
  archive: false,
};

test('a deadline of a recipient, with its days and the notice of its rule', () => {
  const noticeDays = new Map([['rule', 3]]);
  expect(mattersOf({...input, noticeDays, due: [due({type: 'recipient'}, {dependsOnUndecided: true})]})).toEqual([
    {
      id: 'rule:row',
      ruleId: 'rule',
      kind: 'plan-fill',
      planId: null,
      roundId: null,
      strict: '2026-02-06',
      lenient: '2026-02-09',
      noticeDays: 3,
      undecided: true,
      archive: false,
    },
  ]);
});

const subjects: [subject: Due['subject'], expected: Partial<Matter>][] = [
  [
    {type: 'plan', planId: 'p1'},
    {id: 'rule:p1', planId: 'p1', roundId: null, noticeDays: 7},
  ],
  [
    {type: 'round', planId: 'p1', roundId: 'r1'},
    {id: 'rule:r1', planId: 'p1', roundId: 'r1'},
  ],
  [
    {type: 'year', year: 2026},
    {id: 'rule:row:2026', planId: null, roundId: null},
  ],
];
test.each(subjects)('of $type', (subject, expected) => {
  expect(mattersOf({...input, due: [due(subject)]})).toMatchObject([expected]);
});

test('old papers raise no alarm: of one deadline, and of a row that was entered late', () => {
  const old = due({type: 'recipient'}, {state: 'archive'});
  expect(mattersOf({...input, due: [old]})).toMatchObject([{archive: true}]);
  expect(mattersOf({...input, due: [due({type: 'recipient'})], archive: true})).toMatchObject([{archive: true}]);
});

test('a draft waits to be filled and a filled plan to be approved, unless a deadline names them', () => {
  const plans = [
    plan({id: 'draft', status: 'draft'}),
    plan({id: 'filled', status: 'filled'}),
    plan({id: 'approved'}),
    plan({id: 'named', status: 'draft'}),
  ];
  const found = mattersOf({...input, facts: facts({plans}), due: [due({type: 'plan', planId: 'named'})]});
  expect(found.slice(1)).toEqual([
    {...waiting, id: 'waiting:draft', kind: 'plan-fill', planId: 'draft'},
    {...waiting, id: 'waiting:filled', kind: 'plan-approve', planId: 'filled'},
  ]);
});

test('a file that is not opened yet', () => {
  expect(mattersOf({...input, hasFile: false, archive: true})).toEqual([
    {...waiting, id: 'file-open:row', kind: 'file-open', archive: true},
  ]);
});
