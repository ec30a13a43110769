import {createHash} from 'node:crypto';
import {setImmediate} from 'node:timers/promises';
import {must} from '../../domain/assert.ts';
import {
  chainStart,
  endOf,
  findBreak,
  findBreakAtEnd,
  type AuditLink,
  type ChainEnd,
  type ChangeRow,
  type FoundBreak,
} from '../../domain/audit.ts';
import type {ReadableDb} from '../connection.ts';
import {placeOf} from '../exchange/tables.ts';
import {canonicalText, selectForVerification, sha256} from './trail.ts';

export interface Verified {
  /** Links that hold, from the first on. */
  readonly links: number;
  /** Instants of the first and of the last that holds; null: there is none. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly end: ChainEnd;
  /** Changes whose patch an erasure has emptied. */
  readonly erased: number;
  /** The first that does not hold. */
  readonly broken: FoundBreak | null;
}

const linksAtOnce = 500;

const selectLinks = `SELECT seq, at, account, kind, what, subject_table AS subjectTable, subject_id AS subjectId,
  recipient_id AS recipientId, detail, first_change AS firstChange, last_change AS lastChange, changes, previous, hash
  FROM audit WHERE seq > ? ORDER BY seq LIMIT ${linksAtOnce}`;

/**
 * Goes through the chain link by link, and through the log beside it, as far as both go when it comes to the end. Others
 * get their turn in between: years of work take seconds.
 */
export async function verifyAudit(db: ReadableDb): Promise<Verified> {
  let [links, firstAt, lastAt]: [number, string | null, string | null] = [0, null, null];
  let end = chainStart;
  const erased = erasedIn(db);
  // What stands before the first number has no place there.
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const page = db.prepare<AuditLink>(selectLinks).all(after);
    if (page.length === 0) break;
    for (const link of page) {
      // oxlint-disable-next-line eslint/no-await-in-loop -- one link after the other, and others in between
      const problem = findBreak(end, link, {changes: await hashOfChanges(db, link, erased), sha256});
      if (problem !== undefined) {
        const seq = problem === 'missing' ? end.seq + 1 : link.seq;
        return {links, firstAt, lastAt, end, erased: erased.found, broken: {seq, problem}};
      }
      end = endOf(link);
      after = end.seq;
      links += 1;
      firstAt ??= link.at;
      lastAt = link.at;
    }
    // oxlint-disable-next-line eslint/no-await-in-loop -- others get their turn
    await setImmediate();
  }
  return {links, firstAt, lastAt, end, erased: erased.found, broken: findBreakAtEnd(end, lastKnown(db)) ?? null};
}

interface Erased {
  /** The rows of all erasures. */
  readonly rows: ReadonlySet<string>;
  /** Changes that were met without their patch. */
  found: number;
}

function erasedIn(db: ReadableDb): Erased {
  const rows = db.prepare<{rows: string}>('SELECT rows FROM erasure').all();
  const listed = rows.flatMap(each => JSON.parse(each.rows) as readonly (readonly [string, string])[]);
  return {rows: new Set(listed.map(([table, rowId]) => placeOf(table, rowId))), found: 0};
}

interface Row extends Readonly<Record<string, string | number | null>> {
  readonly seq: number;
  readonly digest: string | null;
}

async function hashOfChanges(
  db: ReadableDb,
  {firstChange, lastChange}: AuditLink,
  erased: Erased,
): Promise<string | null> {
  if (firstChange === null) return null;
  const hash = createHash('sha256');
  let after = firstChange - 1;
  for (let many = 0; ; many += 1) {
    const rows = db.prepare<Row>(selectForVerification).all(after, lastChange);
    for (const row of rows) hash.update(textOf(row, erased));
    const last = rows.at(-1);
    if (last === undefined) return hash.digest('hex');
    after = last.seq;
    // oxlint-disable-next-line eslint/no-await-in-loop -- others get their turn
    if (many > 0) await setImmediate();
  }
}

/** The digest in place of a patch is believed only where an erasure names the row. */
function textOf(row: Row, erased: Erased): string {
  // An object has its columns in the order of the SELECT.
  const columns = Object.values(row) satisfies ChangeRow;
  const digest = erased.rows.has(placeOf(String(row['table_name']), String(row['row_id']))) ? row.digest : null;
  if (digest !== null) erased.found += 1;
  return canonicalText(columns, digest ?? undefined);
}

function lastKnown(db: ReadableDb): {lastSeq: number; lastChange: number} {
  const given = db.prepare<{seq: number}>("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").get();
  const log = db.prepare<{seq: number | null}>('SELECT max(seq) AS seq FROM change').get();
  return {lastSeq: given?.seq ?? 0, lastChange: must(log).seq ?? 0};
}
