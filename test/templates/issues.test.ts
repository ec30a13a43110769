import {describe, expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {issues, type Issue} from '../../templates/core/issues.ts';
import type {DraftOf} from '../../templates/core/values.ts';
import {appendix2} from '../../templates/editions/308-2022/appendix-2.ts';
import {appendix3} from '../../templates/editions/308-2022/appendix-3.ts';
import {appendix4} from '../../templates/editions/308-2022/appendix-4.ts';
import {appendix5} from '../../templates/editions/308-2022/appendix-5.ts';
import {people, sampleFile, sampleJournal, samplePlan, sampleRound} from '../support/sample-papers.ts';

const context = {today: '2026-11-23'};

/** `severity field paragraph` of each, which is what a screen does with them. */
function short(found: readonly Issue[]): string[] {
  return found.map(({severity, field, paragraph}) => [severity, field, paragraph].filter(Boolean).join(' '));
}

interface Case<Values> {
  readonly name: string;
  readonly given: Values;
  readonly expected: readonly string[];
}

type Plan = DraftOf<typeof appendix4>;
const measures = must(samplePlan.services.legal).measures;
const measure = must(measures[0]);

function withMeasure(changed: object): Plan {
  return {...samplePlan, services: {legal: {measures: [{...measure, ...changed}]}}};
}

const plans: Case<Plan>[] = [
  {name: 'a whole plan', given: samplePlan, expected: []},
  {name: 'no diagnosis', given: {...samplePlan, diagnosis: ' '}, expected: ['stop diagnosis']},
  {name: 'half a name', given: {...samplePlan, recipient: {surname: 'Ә'}}, expected: ['stop recipient.firstName']},
  {name: 'no patronymic', given: {...samplePlan, recipient: people.withoutPatronymic}, expected: []},
  {
    name: 'no observation yet',
    given: {...samplePlan, observed: undefined},
    expected: ['warn observed'],
  },
  {name: 'half a period', given: {...samplePlan, observed: {to: '2023-01-06'}}, expected: ['stop observed.from']},
  {
    name: 'a period from its end to its beginning',
    given: {...samplePlan, observed: {from: '2023-01-06', to: '2023-01-04'}},
    expected: ['stop observed.to'],
  },
  {
    name: 'born in the future',
    given: {...samplePlan, born: '2026-12-01'},
    expected: ['stop born', 'stop admittedOn'],
  },
  {
    name: 'over a year: temporary stay, paragraph 35 4)',
    given: {...samplePlan, planned: {from: '2023-01-09', to: '2024-01-09'}},
    expected: ['stop planned 35 4)'],
  },
  {
    name: 'over a year: stationary, paragraph 11 3)',
    given: {...samplePlan, organisationType: 'stationary', planned: {from: '2023-01-09', to: '2024-01-09'}},
    expected: ['stop planned 11 3)'],
  },
  {
    name: 'over a year: semi-stationary, paragraph 21 3)',
    given: {...samplePlan, organisationType: 'semi-stationary', planned: {from: '2023-01-09', to: '2024-01-09'}},
    expected: ['stop planned 21 3)'],
  },
  {
    name: 'over a year: home care, where the order names no longest period',
    given: {...samplePlan, organisationType: 'home-care', planned: {from: '2023-01-09', to: '2024-01-09'}},
    expected: ['warn signatures'],
  },
  {name: 'not one measure', given: {...samplePlan, services: {}}, expected: ['stop services']},
  {
    name: 'a measure without its period, where paragraph 35 4) asks for it',
    given: withMeasure({period: undefined, dates: undefined}),
    expected: ['stop services.legal.measures.0.period 35 4)', 'stop services.legal.measures.0.dates 35 4)'],
  },
  {
    name: 'a measure without its period elsewhere',
    given: {...withMeasure({period: undefined, dates: undefined}), organisationType: 'stationary'},
    expected: [],
  },
  {
    name: 'a measure that outlasts the plan',
    given: withMeasure({dates: {from: '2023-01-09', to: '2024-01-01'}}),
    expected: ['warn services.legal.measures.0.dates'],
  },
  {
    name: 'a measure of nobody',
    given: withMeasure({specialist: undefined, text: ''}),
    expected: ['stop services.legal.measures.0.text', 'stop services.legal.measures.0.specialist'],
  },
  {name: 'a review outside the plan', given: {...samplePlan, reviewOn: '2024-02-01'}, expected: ['warn reviewOn']},
  {name: 'approved tomorrow', given: {...samplePlan, approvedOn: '2026-11-24'}, expected: ['warn approvedOn']},
  {
    name: 'no signatures',
    given: {...samplePlan, signatures: []},
    expected: ['stop signatures', 'warn signatures', 'warn signatures', 'warn signatures'],
  },
  {
    name: 'no signatures in home care: no psychologist, no medical staff, but a consultant',
    given: {...samplePlan, organisationType: 'home-care', signatures: []},
    expected: ['stop signatures', 'warn signatures', 'warn signatures'],
  },
  {
    name: 'a smile in the diagnosis',
    given: {...samplePlan, diagnosis: 'сау 😀'},
    expected: ['warn diagnosis'],
  },
];

describe('the plan', () => {
  test.each(plans)('$name', ({given, expected}) => {
    expect(short(issues(appendix4, given, context))).toEqual(expected);
  });

  test('each issue is said in both languages, with the name of the field', () => {
    const [first] = issues(appendix4, {...samplePlan, diagnosis: ''}, context);
    expect(first?.say).toEqual({kk: 'Толтырыңыз: «Диагнозы».', ru: 'Заполните: «Диагноз».'});
    const missing = issues(appendix4, {...samplePlan, organisationType: 'home-care'}, context);
    expect(missing.map(issue => issue.say)).toEqual([
      {
        kk: 'Қол қоятын адамды көрсетіңіз: Әлеуметтік жұмыс жөніндегі консультант.',
        ru: 'Укажите, кто подписывает: Консультант по социальной работе.',
      },
    ]);
  });
});

type Round = DraftOf<typeof appendix5>;
const mark = {monitoredOn: '2023-03-30', specialist: people.socialWorker};

function withRow(row: object): Round {
  return {...sampleRound, rows: {cultural: {...mark, ...row}}};
}

const rounds: Case<Round>[] = [
  {name: 'a whole round', given: sampleRound, expected: []},
  {name: 'a row without any mark', given: withRow({}), expected: ['stop rows.cultural.positive 35 5)']},
  {
    name: 'a group of change without words',
    given: withRow({positive: {groups: ['skills']}}),
    expected: ['stop rows.cultural.positive.text'],
  },
  {
    name: 'worse, and not why',
    given: withRow({noneOrWorse: {kind: 'worse'}}),
    expected: ['stop rows.cultural.noneOrWorse.text'],
  },
  {
    name: 'no change, and not why',
    given: withRow({noneOrWorse: {kind: 'none'}}),
    expected: ['warn rows.cultural.noneOrWorse.text'],
  },
  {
    name: 'a correction without a recommendation, paragraph 35 5)',
    given: withRow({positive: {text: 'x'}, correction: {text: 'түзету', services: ['legal']}}),
    expected: ['warn rows.cultural.correction.recommendation 35 5)'],
  },
  {
    name: 'a service to be reviewed without a decision',
    given: withRow({positive: {text: 'x'}, correction: {services: ['legal'], recommendation: 'y'}}),
    expected: ['stop rows.cultural.correction.text'],
  },
  {
    name: 'monitored before the plan began',
    given: withRow({positive: {text: 'x'}, monitoredOn: '2023-01-08'}),
    expected: ['warn rows.cultural.monitoredOn'],
  },
  {
    name: 'nobody monitored, on no day',
    given: withRow({positive: {text: 'x'}, monitoredOn: undefined, specialist: undefined}),
    expected: ['stop rows.cultural.monitoredOn', 'stop rows.cultural.specialist'],
  },
  {
    name: 'a stationary organisation needs no consultant',
    given: {...sampleRound, organisationType: 'stationary', signatures: sampleRound.signatures?.slice(0, 1)},
    expected: [],
  },
];

test.each(rounds)('the monitoring journal: $name', ({given, expected}) => {
  expect(short(issues(appendix5, given, context))).toEqual(expected);
});

const files: Case<DraftOf<typeof appendix3>>[] = [
  {name: 'a whole cover', given: sampleFile, expected: []},
  {name: 'a child without parents', given: {...sampleFile, parents: []}, expected: ['stop parents']},
  {
    name: 'a grown person without parents',
    given: {...sampleFile, childWithDisability: false, parents: []},
    expected: [],
  },
  {
    name: 'a parent of whom nothing is known',
    given: {...sampleFile, parents: [{born: '1980-01-01'}]},
    expected: ['stop parents.0.name'],
  },
  {
    name: 'an absence without its document',
    given: {...sampleFile, parents: [{absence: 'қайтыс болған'}]},
    expected: ['warn parents.0.document'],
  },
  {name: 'not bound yet', given: {...sampleFile, sheets: undefined, signedOn: undefined}, expected: []},
  {
    name: 'admitted before the birth',
    given: {...sampleFile, admittedOn: '2015-11-02'},
    expected: ['stop admittedOn'],
  },
];

test.each(files)('the cover: $name', ({given, expected}) => {
  expect(short(issues(appendix3, given, context))).toEqual(expected);
});

const row = must(must(sampleJournal.rows)[0]);

const journals: Case<DraftOf<typeof appendix2>>[] = [
  {name: 'a whole journal', given: sampleJournal, expected: []},
  {
    name: 'ended before it began',
    given: {...sampleJournal, endedOn: '2023-01-03'},
    expected: ['stop endedOn'],
  },
  {
    name: 'an admission without the number of its order, paragraph 35 2)',
    given: {...sampleJournal, rows: [{...row, admissions: [{date: '2023-01-04'}]}]},
    expected: ['warn rows.0.admissions.0.order 35 2)'],
  },
  {
    name: 'a person without a name',
    given: {...sampleJournal, rows: [row, {...row, name: undefined}]},
    expected: ['stop rows.1.name'],
  },
];

test.each(journals)('the journal: $name', ({given, expected}) => {
  expect(short(issues(appendix2, given, context))).toEqual(expected);
});
