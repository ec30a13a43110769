import {z} from 'zod';
import {languages} from '../../domain/text.ts';
import {bytes} from './bytes.ts';
import {id, isoDate, line, maybe, nothing, personName, stamp} from './fields.ts';
import {command, query} from './kernel.ts';

/**
 * The journal is by law kept on the state portal: what is to be typed there, what was, and what has changed since. These
 * calls belong to the area `queue`.
 */

/** A row that nobody has typed there yet; one that differs from what was typed; one that stands there as it is here. */
export const portalStates = ['not-entered', 'changed', 'entered'] as const;
export type PortalState = (typeof portalStates)[number];

/** Which rows are shown. */
export const portalFilters = ['not-entered', 'changed', 'all'] as const;
export type PortalFilter = (typeof portalFilters)[number];

/** The words of a cell; the lines of one cell are apart by `\n`. */
const cell = z.string();

const portalRow = z.strictObject({
  placementId: id,
  recipientId: id,
  rowNumber: z.int(),
  name: personName,
  state: z.enum(portalStates),
  /** The 14 columns of Appendix 2, in its order, in the language that was asked for. */
  columns: z.array(cell).length(14),
  /** What the row says, in short: `markEntered` refuses when it has changed since. */
  seen: stamp,
  enteredOn: maybe(isoDate),
  enteredBy: maybe(line),
  /** Column by column (0 for the first): what was typed, and what stands here now. */
  changes: z.array(z.strictObject({column: z.int().min(0).max(13), before: cell, now: cell})),
});
export type PortalRow = z.output<typeof portalRow>;

const which = {
  /** Null: the newest volume. */
  journalId: maybe(id),
  language: z.enum(languages),
  filter: z.enum(portalFilters),
};

export const portalCalls = {
  /** A page of a volume, by row number. `offset`: how many rows are passed over. */
  sheet: query(
    z.strictObject({...which, offset: z.int().min(0), limit: z.int().min(1).max(500)}),
    z.strictObject({
      rows: z.array(portalRow),
      /** Of the rows that the filter lets through. */
      total: z.int(),
      counts: z.record(z.enum(portalFilters), z.int()),
    }),
    {topics: ['queue', 'journal', 'recipient', 'facility', 'staff']},
  ),
  /** That rows were typed into the portal on a day, as they stand here now. */
  markEntered: command(
    z.strictObject({
      language: z.enum(languages),
      enteredOn: isoDate,
      rows: z
        .array(z.strictObject({placementId: id, seen: stamp}))
        .min(1)
        .max(500),
    }),
    nothing,
    {topics: ['queue']},
  ),
  /** Takes the mark back, where it was set by mistake. */
  unmarkEntered: command(z.strictObject({placementIds: z.array(id).min(1).max(500)}), nothing, {topics: ['queue']}),
  /** The rows as a file: a workbook, or CSV (UTF-8 with its mark, `;` between cells). */
  exportSheet: query(
    z.strictObject({...which, format: z.enum(['xlsx', 'csv'])}),
    z.strictObject({file: bytes, fileName: line}),
    {access: 'export', audit: 'export'},
  ),
};
