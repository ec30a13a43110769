import {describe, expect, test} from 'vitest';
import type {z} from 'zod';
import {typed} from '../../../renderer/form/typed.ts';

interface Case {
  says: string;
  schema: z.ZodType;
  input: unknown;
  /** What a call takes; or the key of the message. */
  expect: {value: unknown} | {problem: string};
}

const cases: readonly Case[] = [
  {says: 'an empty line is null', schema: typed.line(), input: '  ', expect: {value: null}},
  {says: 'a line is cleaned', schema: typed.line(), input: ' a\u0007\tb ', expect: {value: 'a b'}},
  {says: 'an emoji in a line is kept', schema: typed.line(), input: 'Әлия 😀', expect: {value: 'Әлия 😀'}},
  {says: 'and in prose', schema: typed.prose(), input: '😀\n', expect: {value: '😀'}},
  {
    says: 'in a name it is refused',
    schema: typed.name(),
    input: {surname: 'Ким😀', firstName: 'Ұлан', patronymic: ''},
    expect: {problem: 'unprintable-character'},
  },
  {says: 'a long line is refused', schema: typed.line(5), input: '123456', expect: {problem: 'too-long'}},
  {says: 'a required line', schema: typed.requiredLine(), input: ' ', expect: {problem: 'required'}},
  {says: 'no date is null', schema: typed.date(), input: '', expect: {value: null}},
  {says: 'a date', schema: typed.date(), input: '2026-01-05', expect: {value: '2026-01-05'}},
  {says: 'a day that is not', schema: typed.date(), input: '31.02.2026', expect: {problem: 'not-a-date'}},
  {says: 'a required date', schema: typed.requiredDate(), input: '', expect: {problem: 'required'}},
  {says: 'a required date that is none', schema: typed.requiredDate(), input: '5.1', expect: {problem: 'not-a-date'}},
  {says: 'a whole number', schema: typed.integer(1, 9), input: ' 7 ', expect: {value: 7}},
  {says: 'a number out of bounds', schema: typed.integer(1, 9), input: '10', expect: {problem: 'malformed'}},
  {says: 'a number with letters', schema: typed.integer(1, 9), input: '7a', expect: {problem: 'malformed'}},
  {says: 'a half, with a comma', schema: typed.hundredths(1, 1_000), input: ' 0,5 ', expect: {value: 50}},
  {says: 'a quarter, with a point', schema: typed.hundredths(1, 1_000), input: '0.25', expect: {value: 25}},
  {says: 'a whole one', schema: typed.hundredths(1, 1_000), input: '1', expect: {value: 100}},
  {says: 'no rate', schema: typed.hundredths(1, 1_000), input: '', expect: {value: null}},
  {says: 'a rate of nothing', schema: typed.hundredths(1, 1_000), input: '0', expect: {problem: 'malformed'}},
  {says: 'thousandths', schema: typed.hundredths(1, 1_000), input: '0,125', expect: {problem: 'malformed'}},
  {says: 'nothing chosen', schema: typed.choice(['a', 'b']), input: '', expect: {value: null}},
  {says: 'a required choice', schema: typed.requiredChoice(['a', 'b']), input: '', expect: {problem: 'required'}},
  {
    says: 'a dash for a patronymic means that there is none',
    schema: typed.name(),
    input: {surname: 'Ким', firstName: 'Ұлан', patronymic: '-'},
    expect: {value: {surname: 'Ким', firstName: 'Ұлан', patronymic: null}},
  },
  {
    says: 'a name without a surname',
    schema: typed.name(),
    input: {surname: '', firstName: 'Ұлан', patronymic: ''},
    expect: {problem: 'surname-required'},
  },
];

describe('typed', () => {
  test.each(cases)('$says', ({schema, input, expect: expected}) => {
    const result = schema.safeParse(input);
    expect(result.success ? {value: result.data} : {problem: result.error.issues[0]?.message}).toEqual(expected);
  });
});
