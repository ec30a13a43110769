import {describe, expect, test} from 'vitest';
import {draftSchema, paperSchema} from '../../templates/core/schema.ts';
import {appendix2} from '../../templates/editions/308-2022/appendix-2.ts';
import {appendix4} from '../../templates/editions/308-2022/appendix-4.ts';
import {sampleJournal, samplePlan} from '../support/sample-papers.ts';

/** The path of the first complaint; undefined when there is none. */
function complaint(values: object, schema: 'paper' | 'draft' = 'draft'): string | undefined {
  const made = schema === 'draft' ? draftSchema(appendix4) : paperSchema(appendix4);
  return made.safeParse(values).error?.issues[0]?.path.join('.');
}

const longText = 'ә'.repeat(3001);

test.each([
  ['a day that is none', {...samplePlan, born: '2023-02-31'}, 'born'],
  ['a date as on the screen', {...samplePlan, born: '28.02.2023'}, 'born'],
  ['a number for a text', {...samplePlan, diagnosis: 5}, 'diagnosis'],
  ['an endless text', {...samplePlan, diagnosis: longText}, 'diagnosis'],
  ['a service that is none', {...samplePlan, services: {spiritual: {}}}, 'services'],
  ['a type that is none', {...samplePlan, organisationType: 'hospital'}, 'organisationType'],
  ['a role that does not sign here', {...samplePlan, signatures: [{role: 'head'}]}, 'signatures.0.role'],
  ['a third language', {...samplePlan, organisation: {kk: 'а', ru: 'б', en: 'c'}}, 'organisation'],
  ['null for nothing', {...samplePlan, reviewOn: null}, 'reviewOn'],
  [
    'too many measures',
    {...samplePlan, services: {legal: {measures: Array.from({length: 101}, () => ({volume: '1'}))}}},
    'services.legal.measures',
  ],
])('neither a draft nor a paper: %s', (_, values, path) => {
  expect(complaint(values)).toBe(path);
  expect(complaint(values, 'paper')).toBe(path);
});

test.each([
  ['half a period', {...samplePlan, planned: {from: '2023-01-09'}}, 'planned.to'],
  ['half a name', {...samplePlan, recipient: {surname: 'Ә', firstName: '', patronymic: null}}, 'recipient.firstName'],
  ['one language of two', {...samplePlan, organisation: {kk: 'а'}}, 'organisation.ru'],
  ['blanks for a text', {...samplePlan, diagnosis: '  '}, 'diagnosis'],
  ['no review', {...samplePlan, reviewOn: undefined}, 'reviewOn'],
  [
    'a measure without words',
    {...samplePlan, services: {legal: {measures: [{volume: '1'}]}}},
    'services.legal.measures.0.text',
  ],
])('a draft, but no paper: %s', (_, values, path) => {
  expect(complaint(values)).toBeUndefined();
  expect(complaint(values, 'paper')).toBe(path);
});

test.each([{from: '2022-06-01'}, {to: '2024-06-01'}])(
  'a paper: a programme of which one day is known, %o',
  programme => {
    const rows = sampleJournal.rows?.slice(0, 1).map(row => ({...row, programme}));
    expect(paperSchema(appendix2).safeParse({...sampleJournal, rows}).success).toBe(true);
  },
);

describe('an age', () => {
  test.each([
    [-1, false],
    [0, true],
    [150, true],
    [151, false],
    [1.5, false],
  ])('of %d: %s', (age, expected) => {
    const rows = sampleJournal.rows?.slice(0, 1).map(row => ({...row, age}));
    expect(paperSchema(appendix2).safeParse({...sampleJournal, rows}).success).toBe(expected);
  });
});
