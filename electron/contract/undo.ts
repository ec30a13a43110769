import {z} from 'zod';
import {id, line, maybe, saved, stamp} from './fields.ts';
import {command} from './kernel.ts';

/** Which form saves a record: by it a change of the record is undone. */
export const undoneBy = ['person', 'file', 'plan', 'round'] as const;
export type UndoneBy = (typeof undoneBy)[number];

/** `seq`: the change. `field`: as in the schema; null: all that the change did to its row. */
const change = {seen: stamp, seq: z.int(), field: maybe(line)};

/**
 * The former value is written back as a new change, through the same checks as its form. Refused where the field does not
 * hold any more what the change gave it, and where the form itself would refuse.
 */
export const undoCalls = {
  person: command(z.strictObject({recipientId: id, ...change}), saved, {
    access: 'person',
    topics: ['recipient', 'journal'],
  }),
  file: command(z.strictObject({recipientId: id, ...change}), saved, {access: 'file', topics: ['file', 'recipient']}),
  plan: command(z.strictObject({planId: id, ...change}), saved, {
    access: 'own-services',
    topics: ['plan', 'recipient'],
  }),
  round: command(z.strictObject({roundId: id, ...change}), saved, {access: 'own-services', topics: ['monitoring']}),
};
