import {keepGiven} from '../../db/commands/numbering.ts';
import type {ReadableDb, WritableDb} from '../../db/connection.ts';
import {fileNumbers} from '../../db/queries/file.ts';
import {readHighestGiven, readNumbering} from '../../db/queries/numbering.ts';
import {formatNumber, nextNumber, type NumberSeries} from '../../domain/numbering.ts';

/** The name under which the numbers of files are kept. */
const fileSeries = 'file';

function seriesOf(db: ReadableDb): NumberSeries {
  const {filePrefix, fileStart} = readNumbering(db);
  return {prefix: filePrefix, start: fileStart, width: 1};
}

/** A new prefix (a new year, a new book) begins at its own start: only numbers with it count. */
export function nextFileNumber(db: ReadableDb): {number: string; numberValue: number} {
  const series = seriesOf(db);
  const used = fileNumbers(db).flatMap(number => valueOf(series, number) ?? []);
  const numberValue = nextNumber(series, [...used, readHighestGiven(db, `${fileSeries}:${series.prefix}`)]);
  return {number: formatNumber(series, numberValue), numberValue};
}

/** The counted part of a number with the series' prefix; null for one that was numbered otherwise. */
function valueOf(series: NumberSeries, number: string): number | null {
  const digits = number.startsWith(series.prefix) ? number.slice(series.prefix.length) : '';
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null;
}

/** The counted part of a number of this facility; null for one that was numbered otherwise. */
export function valueOfFileNumber(db: ReadableDb, number: string): number | null {
  return valueOf(seriesOf(db), number);
}

/** A number that a file bears no more is never given again. */
export function keepFileNumber(db: WritableDb, number: string): void {
  const series = seriesOf(db);
  const value = valueOf(series, number);
  if (value !== null) keepGiven(db, `${fileSeries}:${series.prefix}`, value);
}
