import {z} from 'zod';
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

const stampShape = z.string().max(80).refine(isStamp);
const name = z.string().min(1).max(64);

/** A change as one line of a parcel. Times that follow from the stamp are written as what they differ by. */
const line = z.tuple([
  z.int().min(1),
  stampShape,
  name,
  z.string().min(1).max(200),
  z
    .int()
    .min(0)
    .max(changeOps.length - 1),
  z.record(z.string().max(64), z.unknown()),
  z.union([z.string().max(400), z.literal(0)]),
  z.string().max(64).nullable(),
  z.int(),
]);

/** A change as the line of a parcel that holds it: JSON without a line break. */
export function toLine(change: Change): string {
  const delay = Date.parse(change.recordedAt) - millisecondsOf(change.stamp);
  return JSON.stringify([
    change.seq,
    change.stamp,
    change.table,
    change.rowId,
    changeOps.indexOf(change.op),
    JSON.parse(change.patch),
    change.base.length === 0 ? 0 : change.base.join(' '),
    change.author,
    delay,
  ]);
}

/** The change of a line; undefined where the line is none. */
export function fromLine(text: string): Change | undefined {
  if (text.length > longestLine) return undefined;
  const parsed = line.safeParse(parse(text));
  if (!parsed.success) return undefined;
  const [seq, stamp, table, rowId, op, patch, base, author, delay] = parsed.data;
  const stamps = base === 0 ? [] : base.split(' ');
  const recorded = new Date(millisecondsOf(stamp) + delay);
  const known = changeOps[op];
  if (known === undefined || !stamps.every(isStamp) || Number.isNaN(recorded.getTime())) return undefined;
  return {
    seq,
    stamp,
    table,
    rowId,
    op: known,
    patch: JSON.stringify(patch),
    base: stamps,
    author,
    recordedAt: recorded.toISOString(),
  };
}

function millisecondsOf(stamp: string): number {
  return Number.parseInt(stamp.slice(0, 12), 16);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
