import {z} from 'zod';
import {workingWeeks} from '../../domain/calendar.ts';
import {quarterReadings} from '../../domain/deadline-rule.ts';
import {localTermSchema} from '../../domain/local-terms.ts';
import {bilingual, isoDate, line, maybe, nothing} from './fields.ts';
import {command, query} from './kernel.ts';

/** Working days: the table in use, the head's edits, the working week; and the terms that the order leaves to the facility. */

/** A day that does not follow the week alone. */
const specialDay = z.strictObject({
  date: isoDate,
  working: z.boolean(),
  reason: bilingual,
  /** False: its day is only computed. */
  decided: z.boolean(),
  /** Set by the head, not by the table. */
  edited: z.boolean(),
});
export type SpecialDay = z.output<typeof specialDay>;

const calendarView = z.strictObject({
  week: z.enum(workingWeeks),
  table: z.strictObject({
    version: line,
    fromYear: z.int(),
    toYear: z.int(),
    /** Imported here from a file: in place of the others. */
    isOwn: z.boolean(),
    /** The registry has said something of some of its years. */
    fromRegistry: z.boolean(),
  }),
});

/** Longer than a file of days off may be; the reader says so itself. */
const file = z.string().max(1_000_000, {error: 'calendar-too-large'});

const counting = z.strictObject({
  /** The day from which the facility works with the program. */
  countedFrom: maybe(isoDate),
  quarter: z.enum(quarterReadings),
  /** What the order does not state for this type of organisation, each with its source; empty lengths are not set. */
  terms: z.array(localTermSchema).max(50),
});

export const calendarCalls = {
  get: query(nothing, calendarView, {topics: ['calendar']}),
  /** The special days of a year, and how many days are worked in it. */
  year: query(
    z.strictObject({year: z.int().min(1991).max(2199)}),
    z.strictObject({days: z.array(specialDay), workingDays: z.int()}),
    {topics: ['calendar']},
  ),
  /** What a count would be moved by: how many deadlines of today's hang on another day since the last change. */
  moved: query(nothing, z.strictObject({count: z.int()}), {topics: ['calendar', 'plan', 'journal']}),
  setWeek: command(z.strictObject({week: z.enum(workingWeeks)}), nothing, {topics: ['calendar']}),
  /** The head sets a day otherwise, with a reason. */
  saveEdit: command(z.strictObject({date: isoDate, working: z.boolean(), reason: line}), nothing, {
    topics: ['calendar'],
  }),
  removeEdit: command(z.strictObject({date: isoDate}), nothing, {topics: ['calendar']}),
  /** A table of days off from a file, in place of the one in use. A file that cannot be one changes nothing. */
  importTable: command(z.strictObject({file}), z.strictObject({version: line}), {topics: ['calendar']}),
  /** Back to the built-in table. */
  dropTable: command(nothing, nothing, {topics: ['calendar']}),
  /** The table in use, as another facility can read it. */
  exportTable: query(nothing, z.strictObject({file: z.string(), fileName: line}), {audit: 'export'}),
  counting: query(nothing, counting, {topics: ['calendar', 'facility']}),
  saveCounting: command(counting, nothing, {topics: ['calendar']}),
};
