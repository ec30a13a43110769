import {z} from 'zod';
import {isMonth, scheduleKinds, scheduleStates} from '../../domain/schedule.ts';
import {languages} from '../../domain/text.ts';
import {planStatuses} from '../../domain/vocabulary.ts';
import {yearTracks} from '../../domain/year-line.ts';
import {bytes} from './bytes.ts';
import {bilingual, id, isoDate, line, maybe, personName} from './fields.ts';
import {query} from './kernel.ts';

/**
 * The month as a calendar and the year of one recipient as a line: pictures of what Today and the recipient's page have as
 * lists. Both are printed as papers (`paper.render`, sources `month` and `life`) and taken out as a workbook.
 */

/** More than that nobody reads in a month. */
export const mostEntries = 2_000;

/** Null: everybody. */
const monthFields = {
  month: z.string().refine(isMonth, {error: 'not-a-date'}),
  recipientId: maybe(id),
  /** Who has a part in the plan. */
  staffId: maybe(id),
  unitId: maybe(id),
};
export const monthSource = z.strictObject({kind: z.literal('month'), ...monthFields});

const lifeFields = {recipientId: id, year: z.int().min(1900).max(2199)};
export const lifeSource = z.strictObject({kind: z.literal('life'), ...lifeFields});

const target = z.discriminatedUnion('screen', [
  z.strictObject({screen: z.literal('recipient'), recipientId: id}),
  z.strictObject({screen: z.literal('file'), recipientId: id}),
  z.strictObject({screen: z.literal('new-plan'), recipientId: id}),
  z.strictObject({screen: z.literal('plan'), recipientId: id, planId: id}),
  z.strictObject({screen: z.literal('round'), recipientId: id, planId: id, roundId: maybe(id)}),
  z.strictObject({screen: z.literal('binding')}),
]);
export type ScheduleTarget = z.output<typeof target>;

const entry = z.strictObject({
  /** Stable for the same matter. */
  key: line,
  kind: z.enum(scheduleKinds),
  state: z.enum(scheduleStates),
  recipientId: id,
  name: personName,
  /** The last day by the lenient reading, where it is another day. */
  latestOn: maybe(isoDate),
  /** Of a birthday. */
  age: maybe(z.int()),
  target,
});
export type ScheduleEntry = z.output<typeof entry>;

const day = z.strictObject({
  date: isoDate,
  /** By the organisation's calendar. */
  off: z.boolean(),
  /** Why it is off, or why a rest day is worked. */
  reason: maybe(bilingual),
  entries: z.array(entry),
});
export type ScheduleDay = z.output<typeof day>;

const month = z.strictObject({
  today: isoDate,
  days: z.array(day),
  /** How many entries there are; more than `mostEntries` are not answered. */
  total: z.int(),
});
export type ScheduleMonth = z.output<typeof month>;

const lasting = z.strictObject({
  track: z.enum(yearTracks),
  from: isoDate,
  to: isoDate,
  /** It goes on behind the year, or nobody knows until when. */
  openEnd: z.boolean(),
  what: bilingual,
  planId: maybe(id),
  status: maybe(z.enum(planStatuses)),
});
export type YearSpan = z.output<typeof lasting>;

const mark = z.strictObject({
  track: z.enum(yearTracks),
  on: isoDate,
  state: z.enum(scheduleStates),
  what: bilingual,
  target,
});
export type YearMark = z.output<typeof mark>;

const yearView = z.strictObject({
  name: personName,
  today: isoDate,
  /** The years that something of the person belongs to, the newest first. */
  years: z.array(z.int()),
  spans: z.array(lasting),
  marks: z.array(mark),
});
export type YearView = z.output<typeof yearView>;

const exported = z.strictObject({
  source: z.discriminatedUnion('kind', [monthSource, lifeSource]),
  language: z.enum(languages),
});

const topics = [
  'plan',
  'monitoring',
  'journal',
  'file',
  'facility',
  'recipient',
  'calendar',
  'binding',
  'unit',
] as const;

export const scheduleCalls = {
  month: query(z.strictObject(monthFields), month, {topics}),
  year: query(z.strictObject(lifeFields), yearView, {topics}),
  excel: query(exported, z.strictObject({file: bytes, fileName: line}), {access: 'export', audit: 'export'}),
  saveExcel: query(exported, z.strictObject({saved: z.boolean()}), {access: 'export', audit: 'export'}),
};
