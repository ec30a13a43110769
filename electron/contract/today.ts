import {z} from 'zod';
import {matterKinds, mostMatters} from '../../domain/matters.ts';
import {bilingual, id, isoDate, line, maybe, personName} from './fields.ts';
import {query} from './kernel.ts';

/** A line of Today: what is to be done for whom, by when, on what ground; and where it is done. */
export const todayItem = z.strictObject({
  /** Stable for the same matter. */
  key: line,
  kind: z.enum(matterKinds),
  /** `archive`: of old papers entered late, without alarm. */
  state: z.enum(['overdue', 'due', 'week', 'later', 'archive']),
  /** Whom it waits for. */
  waitsFor: z.enum(['worker', 'head']),
  recipientId: id,
  name: personName,
  /** The day of the strict reading: a warning; null for what has no day. */
  dueOn: maybe(isoDate),
  /** The day of the lenient reading: overdue only after it. */
  latestOn: maybe(isoDate),
  /** The last day hangs on a holiday that is computed, not decided. */
  undecided: z.boolean(),
  /** That a change of the calendar moved it, from when, and why. */
  moved: maybe(bilingual),
  ground: maybe(bilingual),
  target: z.discriminatedUnion('screen', [
    z.strictObject({screen: z.literal('recipient'), recipientId: id}),
    z.strictObject({screen: z.literal('file'), recipientId: id}),
    z.strictObject({screen: z.literal('new-plan'), recipientId: id}),
    z.strictObject({screen: z.literal('plan'), recipientId: id, planId: id}),
    z.strictObject({screen: z.literal('round'), recipientId: id, planId: id, roundId: maybe(id)}),
    z.strictObject({screen: z.literal('binding')}),
  ]),
});
export type TodayItem = z.output<typeof todayItem>;

export const todayCalls = {
  /** The first `limit` items in the order of their urgency, and how many there are of each state. */
  get: query(
    z.strictObject({limit: z.int().min(1).max(mostMatters)}),
    z.strictObject({
      today: isoDate,
      items: z.array(todayItem),
      /** How many there are when the list was cut. */
      total: z.int(),
      counts: z.strictObject({overdue: z.int(), due: z.int(), week: z.int(), later: z.int(), archive: z.int()}),
      receiving: z.int(),
      queued: z.int(),
      onLeave: z.int(),
    }),
    {topics: ['plan', 'monitoring', 'journal', 'file', 'facility', 'recipient', 'calendar', 'binding']},
  ),
};
