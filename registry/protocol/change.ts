import {isStamp} from '../../domain/hybrid-clock.ts';

/**
 * One change as it travels: one row of the log of the node that sends it. What makes two of them the same change is the
 * stamp alone, never a number: a number says only how far a log was read.
 */
export interface Change {
  /** Its place in the log of the sender, from 1. */
  readonly seq: number;
  /** Hybrid time with the name of the node that made it: domain/hybrid-clock.ts. */
  readonly stamp: string;
  readonly table: string;
  readonly rowId: string;
  readonly op: ChangeOp;
  /** JSON object as text: columns by their names in SQL. Of a delete the last values. */
  readonly patch: string;
  /** The stamps of the row's changes that this one knew as the latest; empty for the first of a row. */
  readonly base: readonly string[];
  /** Account id; null: the program itself. */
  readonly author: string | null;
  /** UTC instant, ISO with Z, by the clock of the PC where it was made. */
  readonly recordedAt: string;
}

export const changeOps = ['insert', 'update', 'delete'] as const;
export type ChangeOp = (typeof changeOps)[number];

/**
 * The longest line of a parcel, in characters. A frozen plan of a hundred measures is a fiftieth of it; the content of a
 * hand-over, as large as it may be, fits.
 */
export const longestLine = 24_000_000;

/** The longest that each part of a line may be, in characters. */
const longest = {stamp: 80, table: 64, rowId: 200, column: 64, base: 400, author: 64};

/** A change as one line of a parcel. Times that follow from the stamp are written as what they differ by. */
type Line = readonly [
  seq: number,
  stamp: string,
  table: string,
  rowId: string,
  op: number,
  patch: Readonly<Record<string, unknown>>,
  base: string | 0,
  author: string | null,
  delay: number,
];

/**
 * By hand: a first load has some hundred thousand lines, and a schema takes longer for one than the database. What it lets
 * through is locked by its tests.
 */
function isLine(value: readonly unknown[]): value is Line {
  if (value.length !== 9) return false;
  const [seq, stamp, table, rowId, op, patch, base, author, delay] = value;
  return (
    isInteger(seq, 1, Number.MAX_SAFE_INTEGER) &&
    isText(stamp, 1, longest.stamp) &&
    isStamp(stamp) &&
    isText(table, 1, longest.table) &&
    isText(rowId, 1, longest.rowId) &&
    isInteger(op, 0, changeOps.length - 1) &&
    isPatch(patch) &&
    (base === 0 || (isText(base, 0, longest.base) && base.split(' ').every(isStamp))) &&
    (author === null || isText(author, 0, longest.author)) &&
    Number.isSafeInteger(delay)
  );
}

function isInteger(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
}

function isText(value: unknown, least: number, most: number): value is string {
  return typeof value === 'string' && value.length >= least && value.length <= most;
}

/** A column of that name would be an object's own maker; no table has one. */
function isPatch(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).every(column => column.length <= longest.column && column !== '__proto__');
}

/** The parts of a line that stands by itself. */
export function lineOf(change: Change): Line {
  return [
    change.seq,
    change.stamp,
    change.table,
    change.rowId,
    changeOps.indexOf(change.op),
    JSON.parse(change.patch),
    change.base.length === 0 ? 0 : change.base.join(' '),
    change.author,
    Date.parse(change.recordedAt) - millisecondsOf(change.stamp),
  ];
}

/** The change of a line; undefined where the line is none. */
export function changeOfLine(line: readonly unknown[]): Change | undefined {
  if (!isLine(line)) return undefined;
  const [seq, stamp, table, rowId, op, patch, base, author, delay] = line;
  const recorded = new Date(millisecondsOf(stamp) + delay);
  const known = changeOps[op];
  if (known === undefined || Number.isNaN(recorded.getTime())) return undefined;
  return {
    seq,
    stamp,
    table,
    rowId,
    op: known,
    patch: JSON.stringify(patch),
    base: base === 0 ? [] : base.split(' '),
    author,
    recordedAt: recorded.toISOString(),
  };
}

/** The parts of a text; undefined where it is no list, or longer than a line may be. Whether they are a change, nobody has looked yet. */
export function fromText(text: string): unknown[] | undefined {
  if (text.length > longestLine) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A change as a line that stands by itself: JSON without a line break. */
export function toLine(change: Change): string {
  return JSON.stringify(lineOf(change));
}

/** The change of such a line; undefined where it is none. */
export function fromLine(text: string): Change | undefined {
  const line = fromText(text);
  return line && changeOfLine(line);
}

/** The node that made a change, by its stamp: its name begins the last part, and what opened the database then follows. */
export function originOf(stamp: string): string {
  return stamp.slice(18, 34);
}

function millisecondsOf(stamp: string): number {
  return Number.parseInt(stamp.slice(0, 12), 16);
}
