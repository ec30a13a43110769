import {z} from 'zod';
import {may, type AccountRole} from '../../domain/roles.ts';
import {sensitivity} from '../contract/sensitive.ts';

/** Takes out of an answer what this role does not need. */
export type Conceal = (value: unknown, role: AccountRole) => unknown;

/** How to conceal in answers of this schema; undefined where nothing in it is sensitive. Made once for each call. */
export function concealing(schema: z.ZodType): Conceal | undefined {
  const held = sensitivity.get(schema);
  if (held !== undefined) return (value, role) => (may(role, held.right) ? value : null);
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return inner(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) return eachOf(concealing(schema.element as z.ZodType));
  if (schema instanceof z.ZodObject) return inFields(schema.shape);
  if (schema instanceof z.ZodUnion) return inOptions(schema.options as readonly z.ZodType[]);
  return undefined;
}

function inner(schema: z.ZodType): Conceal | undefined {
  const conceal = concealing(schema);
  return conceal && ((value, role) => (value === null || value === undefined ? value : conceal(value, role)));
}

function eachOf(conceal: Conceal | undefined): Conceal | undefined {
  return conceal && ((value, role) => (value as readonly unknown[]).map(each => conceal(each, role)));
}

function inFields(shape: Readonly<Record<string, z.ZodType>>): Conceal | undefined {
  const fields = Object.entries(shape).flatMap(([name, schema]) => {
    const conceal = concealing(schema);
    return conceal === undefined ? [] : [[name, conceal] as const];
  });
  if (fields.length === 0) return undefined;
  return (value, role) => {
    const whole = value as Readonly<Record<string, unknown>>;
    return {...whole, ...Object.fromEntries(fields.map(([name, conceal]) => [name, conceal(whole[name], role)]))};
  };
}

/** The option that the value is of. */
function inOptions(options: readonly z.ZodType[]): Conceal | undefined {
  const conceals = options.map(option => [option, concealing(option)] as const);
  if (conceals.every(([, conceal]) => conceal === undefined)) return undefined;
  return (value, role) => {
    const own = conceals.find(([option]) => option.safeParse(value).success);
    return own?.[1] === undefined ? value : own[1](value, role);
  };
}
