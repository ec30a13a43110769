import {z} from 'zod';
import {erasureObstacles, erasureReasons} from '../../domain/erasure.ts';
import {id, instant, isoDate, line, maybe} from './fields.ts';
import {command, onApplication, query} from './kernel.ts';

/**
 * A person is erased for good, on every PC and at the registry; what is left says so and nothing else:
 *
 *   there ──erase, with the password──▶ erased
 *     └─ an obstacle stands ─▶ there, and the screen says what to do instead
 */
const preview = z.strictObject({
  /** Tables as in the schema, with how many rows of the person each has; the entries merged into this one are among them. */
  rows: z.array(z.strictObject({table: line, count: z.int()})),
  /** For each reason why not; empty: nothing stands against it. */
  obstacles: z.strictObject({
    'mistake': z.array(z.enum(erasureObstacles)),
    'retention-ended': z.array(z.enum(erasureObstacles)),
  }),
});
export type ErasurePreview = z.output<typeof preview>;

/** `accountName`: null where it was told by a PC, not by a person. */
const erased = z.strictObject({
  erasedOn: isoDate,
  reason: z.enum(erasureReasons),
  accountName: maybe(line),
});

const wish = z.strictObject({
  recipientId: id,
  reason: z.enum(erasureReasons),
  password: z.string().max(200, {error: 'too-long'}),
});
export type EraseWish = z.output<typeof wish>;

const answer = z.discriminatedUnion('result', [
  z.strictObject({result: z.literal('ok')}),
  z.strictObject({result: z.literal('wrong'), waitUntil: maybe(instant)}),
  z.strictObject({result: z.literal('wait'), waitUntil: instant}),
]);
export type EraseAnswer = z.output<typeof answer>;

export const erasureCalls = {
  /** Whether somebody was erased; null: not, or never was here. */
  state: query(z.strictObject({recipientId: id}), maybe(erased), {topics: ['recipient']}),
  preview: query(z.strictObject({recipientId: id}), preview, {
    access: 'erase',
    topics: ['recipient', 'journal', 'file', 'plan', 'monitoring', 'paper', 'transfer'],
  }),
  /** Invalid: reason `obstacles`; the screen has shown them. */
  erase: onApplication(
    command(wish, answer, {
      topics: [
        'recipient',
        'journal',
        'file',
        'plan',
        'monitoring',
        'paper',
        'queue',
        'unit',
        'admission',
        'transfer',
        'binding',
        'draft',
      ],
    }),
  ),
};
