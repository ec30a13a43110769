import {z} from 'zod';
import {unreachable} from '../../domain/assert.ts';
import {isKnown} from './condition.ts';
import type {Edition, Field, Fields} from './edition.ts';
import type {DraftOf, PaperOf} from './values.ts';

function settle(answers: unknown): unknown {
  if (Array.isArray(answers)) return answers.map(settle);
  if (typeof answers !== 'object' || answers === null) return answers;
  const kept = Object.entries(answers).filter(([, answer]) => answer === null || isKnown(answer));
  return Object.fromEntries(kept.map(([name, answer]) => [name, settle(answer)]));
}

type Strictness = 'paper' | 'draft';

/**
 * What a frozen paper is made of: strict keys, all that an approval asks for always. What a draft left empty (a blank
 * text, an empty list, a group without answers) is left out: a draft that no issue stops is a paper.
 */
export function paperSchema<E extends Edition>(of: E): z.ZodType<PaperOf<E>> {
  return z.preprocess(settle, fieldsSchema(of.fields, 'paper')) as unknown as z.ZodType<PaperOf<E>>;
}

/** The same answers, every one optional: a draft is never blocked by a rule. Lengths, keys and types still hold. */
export function draftSchema<E extends Edition>(of: E): z.ZodType<DraftOf<E>> {
  return fieldsSchema(of.fields, 'draft') as unknown as z.ZodType<DraftOf<E>>;
}

function fieldsSchema(fields: Fields, strictness: Strictness): z.ZodType {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, field] of Object.entries(fields)) {
    const schema = fieldSchema(field, strictness);
    shape[name] = strictness === 'paper' && field.need === 'always' ? schema : schema.optional();
  }
  return z.strictObject(shape);
}

function fieldSchema(field: Field, strictness: Strictness): z.ZodType {
  switch (field.type) {
    case 'text':
      return textSchema(field.max, strictness);
    case 'bilingual':
      return z.strictObject(
        eachKey({kk: textSchema(field.max, strictness), ru: textSchema(field.max, strictness)}, strictness),
      );
    case 'date':
      return z.iso.date();
    case 'period':
      return periodSchema(strictness === 'draft' || field.need === 'never');
    case 'person':
      return personSchema(strictness);
    case 'integer':
      return z.int().min(field.min).max(field.max);
    case 'flag':
      return z.boolean();
    case 'choice':
      return z.enum(Object.keys(field.options));
    case 'choices':
      return z.array(z.enum(Object.keys(field.options))).readonly();
    case 'group':
      return fieldsSchema(field.fields, strictness);
    case 'list':
      return z.array(fieldsSchema(field.fields, strictness)).max(field.max).readonly();
    case 'table':
      return z.strictObject(
        Object.fromEntries(
          Object.keys(field.rows).map(row => [row, fieldsSchema(field.fields, strictness).optional()]),
        ),
      );
    default:
      return unreachable(field);
  }
}

function periodSchema(half: boolean): z.ZodType {
  return z.strictObject(eachKey({from: z.iso.date(), to: z.iso.date()}, half ? 'draft' : 'paper'));
}

function textSchema(max: number, strictness: Strictness): z.ZodType {
  return strictness === 'paper' ? z.string().trim().min(1).max(max) : z.string().max(max);
}

const longestNamePart = 300;

function personSchema(strictness: Strictness): z.ZodType {
  const part = textSchema(longestNamePart, strictness);
  const names = eachKey({surname: part, firstName: part}, strictness);
  const patronymic = part.nullable();
  return z.strictObject({
    ...names,
    patronymic: strictness === 'paper' ? patronymic.default(null) : patronymic.optional(),
  });
}

function eachKey(shape: Record<string, z.ZodType>, strictness: Strictness): Record<string, z.ZodType> {
  if (strictness === 'paper') return shape;
  return Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, schema.optional()]));
}
