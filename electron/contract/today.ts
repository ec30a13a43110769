import {z} from 'zod';
import {matterKinds, mostMatters, signatureKinds} from '../../domain/matters.ts';
import {signatoryRoles} from '../../domain/vocabulary.ts';
import {bilingual, id, isoDate, line, maybe, nothing, personName, stamp} from './fields.ts';
import {command, query} from './kernel.ts';

/** Where a matter is done. `field`: the one that it is about, by its name in the form; `gap`: the first that lacks. */
const field = maybe(line);
const target = z.discriminatedUnion('screen', [
  z.strictObject({screen: z.literal('recipient'), recipientId: id, field}),
  z.strictObject({screen: z.literal('file'), recipientId: id, field}),
  z.strictObject({screen: z.literal('new-plan'), recipientId: id}),
  z.strictObject({screen: z.literal('plan'), recipientId: id, planId: id, field}),
  z.strictObject({screen: z.literal('round'), recipientId: id, planId: id, roundId: maybe(id), field}),
  z.strictObject({screen: z.literal('binding')}),
]);

/** What is done on the line itself. Each but the approval can be taken back. */
const act = z.discriminatedUnion('act', [
  z.strictObject({act: z.literal('approve'), planId: id, seen: stamp}),
  z.strictObject({act: z.literal('sign-plan'), planId: id, seen: stamp, role: z.enum(signatoryRoles)}),
  z.strictObject({act: z.literal('sign-round'), roundId: id, seen: stamp, as: z.enum(['specialist', 'consultant'])}),
  z.strictObject({act: z.literal('sign-file'), fileId: id, seen: stamp}),
  z.strictObject({act: z.literal('start-round'), planId: id}),
  /** The next plan, with the measures of this one. */
  z.strictObject({act: z.literal('begin-plan'), copyFrom: id}),
]);

/** A line of Today: what is to be done for whom, by when, on what ground; and where it is done. */
export const todayItem = z.strictObject({
  /** Stable for the same matter. */
  key: line,
  kind: z.enum([...matterKinds, ...signatureKinds]),
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
  target,
  act: maybe(act),
  /** Whose signature it waits for; null: for work. */
  signer: maybe(personName),
});
export type TodayItem = z.output<typeof todayItem>;

const counts = z.strictObject({overdue: z.int(), due: z.int(), week: z.int(), later: z.int(), archive: z.int()});

/** Whose matters: of whom a specialist has a measure, a sheet or a signature; of who stays in a unit; of one person. */
export const whose = z.strictObject({staffId: maybe(id), unitId: maybe(id), recipientId: maybe(id)});
export const everybody = {staffId: null, unitId: null, recipientId: null};

/** How somebody looks at Today on this PC. `postponed`: by the key of a line, until which day it is left aside. */
export const todayChoice = z.strictObject({
  staffId: maybe(id),
  unitId: maybe(id),
  byPerson: z.boolean(),
  postponed: z.record(line, isoDate).refine(all => Object.keys(all).length <= mostMatters, {error: 'too-long'}),
});
export type TodayChoice = z.output<typeof todayChoice>;

const ofMonth = z.strictObject({recipientId: id, name: personName, on: isoDate, planId: maybe(id)});

const matterTopics = ['plan', 'monitoring', 'journal', 'file', 'facility', 'recipient', 'calendar', 'binding'] as const;

export const todayCalls = {
  /** The first `limit` items in the order of their urgency, and how many there are of each state. */
  get: query(
    z.strictObject({limit: z.int().min(1).max(mostMatters), of: whose.default(everybody)}),
    z.strictObject({
      today: isoDate,
      items: z.array(todayItem),
      /** How many there are when the list was cut; of a part of the matters only those that are listed are counted. */
      total: z.int(),
      counts,
      receiving: z.int(),
      queued: z.int(),
      onLeave: z.int(),
    }),
    {topics: [...matterTopics, 'unit']},
  ),
  /**
   * What is ready and waits for a signature: of whoever asks, and of others. A plan that is filled, with the lines of Appendix 4
   * that this type of organisation fills (its notes * and **) and the head who approves it; a sheet of the journal whose
   * rows are all marked; a file for the head.
   */
  signatures: query(
    z.strictObject({of: whose.default(everybody)}),
    z.strictObject({
      mine: z.array(todayItem),
      others: z.array(todayItem),
      /** How many of the matters of each state wait for an approval: they stand here, not there. */
      approvals: counts,
    }),
    {topics: [...matterTopics, 'unit', 'staff']},
  ),
  /** Whose birthday it is, and whose programme or plan ends, in the month of the day; by their days. */
  month: query(
    z.strictObject({of: whose.omit({recipientId: true}).default({staffId: null, unitId: null})}),
    z.strictObject({birthdays: z.array(ofMonth), programmes: z.array(ofMonth), plans: z.array(ofMonth)}),
    {topics: ['recipient', 'journal', 'plan', 'monitoring', 'facility', 'unit']},
  ),
  choice: query(nothing, todayChoice, {}),
  /** Of this PC alone, and no change of the records. */
  choose: command(todayChoice, nothing, {access: 'records', audit: null, whileJoining: true}),
};
