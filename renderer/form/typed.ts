import {z} from 'zod';
import {isIsoDate} from '../../domain/dates.ts';
import {cleanMultiline, cleanText, unprintable} from '../../domain/person.ts';

/**
 * Schemas from what stands in the fields (always text, lists and flags) to what a call takes. Messages are keys of
 * renderer/text/problems.ts. An empty field is `null`, never an empty string.
 */
const printable = z.string().refine(kept => unprintable(kept).length === 0, {error: 'unprintable-character'});

export const typed = {
  /** One line, may be left empty. What paper cannot show is only remarked beside the field. */
  line: (max = 1_000) =>
    z
      .string()
      .transform(cleanText)
      .pipe(z.string().max(max, {error: 'too-long'}))
      .transform(orNull),
  requiredLine: (max = 1_000) =>
    z
      .string()
      .transform(cleanText)
      .pipe(printable.min(1, {error: 'required'}).max(max, {error: 'too-long'})),
  prose: (max = 20_000) =>
    z
      .string()
      .transform(cleanMultiline)
      .pipe(z.string().max(max, {error: 'too-long'}))
      .transform(orNull),
  requiredProse: (max = 20_000) =>
    z
      .string()
      .transform(cleanMultiline)
      .pipe(printable.min(1, {error: 'required'}).max(max, {error: 'too-long'})),
  /** An ISO date once the field has understood it; else the text as typed, which is no date. */
  date: () =>
    z
      .string()
      .transform(orNull)
      .pipe(z.string().refine(isIsoDate, {error: 'not-a-date'}).nullable()),
  requiredDate: () =>
    z
      .string()
      .trim()
      .min(1, {error: 'required'})
      .refine(value => value === '' || isIsoDate(value), {error: 'not-a-date'}),
  integer: (min: number, max: number) =>
    z
      .string()
      .transform(orNull)
      .pipe(z.string().regex(/^\d+$/u, {error: 'malformed'}).nullable())
      .transform(digits => (digits === null ? null : Number(digits)))
      .pipe(z.int({error: 'malformed'}).min(min, {error: 'malformed'}).max(max, {error: 'malformed'}).nullable()),
  requiredInteger: (min: number, max: number) =>
    z
      .string()
      .trim()
      .min(1, {error: 'required'})
      .regex(/^\d*$/u, {error: 'malformed'})
      .transform(Number)
      .pipe(z.int({error: 'malformed'}).min(min, {error: 'malformed'}).max(max, {error: 'malformed'})),
  /** A number with a comma or a point, in hundredths: `1`, `0,5`, `0.25`. */
  hundredths: (min: number, max: number) =>
    z
      .string()
      .transform(orNull)
      .pipe(
        z
          .string()
          .regex(/^\d{1,3}(?:[.,]\d{1,2})?$/u, {error: 'malformed'})
          .nullable(),
      )
      .transform(digits => (digits === null ? null : Math.round(Number(digits.replace(',', '.')) * 100)))
      .pipe(z.int({error: 'malformed'}).min(min, {error: 'malformed'}).max(max, {error: 'malformed'}).nullable()),
  choice: <const Values extends readonly [string, ...string[]]>(values: Values) =>
    z.union([z.literal(''), z.enum(values)]).transform(value => (value === '' ? null : value)),
  requiredChoice: <const Values extends readonly [string, ...string[]]>(values: Values) =>
    z.union([z.literal(''), z.enum(values)], {error: 'required'}).transform((value, context) => {
      if (value !== '') return value;
      context.addIssue({code: 'custom', message: 'required'});
      return z.NEVER;
    }),
  /** An id chosen from a list. */
  id: () => z.string().transform(orNull),
  requiredId: () => z.string().min(1, {error: 'required'}),
  /** A dash where there is no patronymic means that there is none. */
  name: () =>
    z.object({
      surname: z
        .string()
        .transform(cleanText)
        .pipe(printable.min(1, {error: 'surname-required'}).max(1_000, {error: 'too-long'})),
      firstName: z
        .string()
        .transform(cleanText)
        .pipe(printable.min(1, {error: 'first-name-required'}).max(1_000, {error: 'too-long'})),
      patronymic: z
        .string()
        .transform(cleanText)
        .pipe(printable.max(1_000, {error: 'too-long'}))
        .transform(patronymic => (/\p{L}/u.test(patronymic) ? patronymic : null)),
    }),
  bilingual: () => z.object({kk: typed.requiredLine(), ru: typed.requiredLine()}),
};

/** From what a call answers to what stands in the fields. */
export const raw = {
  text: (value: string | null | undefined) => value ?? '',
  number: (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value)),
  hundredths: (value: number | null | undefined) =>
    value === null || value === undefined ? '' : String(value / 100).replace('.', ','),
  name: (value: {surname: string; firstName: string; patronymic: string | null} | null | undefined) => ({
    surname: value?.surname ?? '',
    firstName: value?.firstName ?? '',
    patronymic: value?.patronymic ?? '',
  }),
};

function orNull(value: string): string | null {
  const kept = value.trim();
  return kept === '' ? null : kept;
}
