import {z} from 'zod';
import type {Right} from '../../domain/roles.ts';

/** Which right it takes to see what a schema holds. */
export const sensitivity = z.registry<{right: Right}>();

/**
 * A field that is shown only to those who need it. Whoever lacks the right is answered with null, as if nobody had written
 * anything; what they save leaves it as it is.
 */
export function sensitive<Schema extends z.ZodType>(right: Right, schema: Schema): z.ZodNullable<Schema> {
  const nullable = schema.nullable();
  sensitivity.add(nullable, {right});
  return nullable;
}
