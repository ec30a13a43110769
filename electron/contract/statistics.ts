import {z} from 'zod';
import {statisticsColumns, statisticsTableIds} from '../../domain/statistics-tables.ts';
import {languages} from '../../domain/text.ts';
import {bytes} from './bytes.ts';
import {bilingual, id, isoDate, line, maybe, personName} from './fields.ts';
import {query} from './kernel.ts';

/** Numbers for a period, each with the list behind it. What counts, domain/statistics.ts says. */

/** Years that a person can mean; terms are counted from some time before the period. */
const day = isoDate.refine(date => date >= '1800-01-01' && date <= '2199-12-31', {error: 'not-a-date'});

/** Both days belong to it. `unitId` null: the whole organisation. */
const scope = {from: day, to: day, unitId: maybe(id)};

const view = z.strictObject({
  /** The last day of the period of which something is known: today, while it runs. */
  lastDay: isoDate,
  /** Of the unit, or of the organisation; null: nobody has said. */
  places: maybe(z.int()),
  units: z.array(z.strictObject({id, name: bilingual})),
  /** Rows of each table; their counts in the order of the table's columns; null: there is no such number. */
  tables: z.array(
    z.strictObject({
      id: z.enum(statisticsTableIds),
      rows: z.array(z.strictObject({id: line, counts: z.array(maybe(z.int()))})),
    }),
  ),
});
export type StatisticsView = z.output<typeof view>;

const listed = z.strictObject({
  key: line,
  recipientId: id,
  name: personName,
  bornOn: maybe(isoDate),
  /** The day that it is counted for: from when a status holds, when something happened or was done. */
  day: maybe(isoDate),
  /** The two readings of a term. */
  strict: maybe(isoDate),
  lenient: maybe(isoDate),
  planId: maybe(id),
  roundId: maybe(id),
  /** Of a measure: what it is. */
  words: maybe(z.string()),
});
export type StatisticsListed = z.output<typeof listed>;

const file = z.strictObject({...scope, language: z.enum(languages)});

const topics = ['journal', 'recipient', 'plan', 'monitoring', 'facility', 'calendar', 'unit', 'queue'] as const;

export const statisticsCalls = {
  get: query(z.strictObject(scope), view, {topics}),
  /** What a number counts, by the Kazakh alphabet of the names; `missing` where there is no such number. */
  list: query(
    z.strictObject({
      ...scope,
      table: z.enum(statisticsTableIds),
      row: line,
      column: z.enum(statisticsColumns),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    z.strictObject({total: z.int(), items: z.array(listed)}),
    {topics},
  ),
  /** All tables as a workbook, for the loopback host's browser to save. */
  excel: query(file, z.strictObject({file: bytes, fileName: line}), {access: 'export', audit: 'export'}),
  /** The same, asking where to and saving it; false when the person changed their mind. */
  saveExcel: query(file, z.strictObject({saved: z.boolean()}), {access: 'export', audit: 'export'}),
};
