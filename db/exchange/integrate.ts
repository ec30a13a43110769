import {mergeRow} from '../../domain/row-merge.ts';
import {originOf, type Change} from '../../registry/protocol/change.ts';
import {isErasure, readErasure} from '../../registry/protocol/erasure.ts';
import type {RefusalReason} from '../../registry/protocol/header.ts';
import {isExchanged, isFrozen, isOfRegistry, ownershipRefusal} from '../../registry/protocol/ownership.ts';
import type {Integration, ReadableDb} from '../connection.ts';
import {isErasedRow} from '../erasure/erased.ts';
import {claimsOf, isOfErased, withoutErased} from '../erasure/incoming.ts';
import type {Foresight} from './foresight.ts';
import {nodeOf} from './identity.ts';
import {append, headsOf, isKnown, logAt, logOfRow} from './log.ts';
import {assertAgain, reviveParents} from './parents.ts';
import {findPartner, type KnownRegistry} from './partners.ts';
import {isHeld} from './quarantine.ts';
import {brokenConstraint, rowWriter, type RowWriter, type Values} from './rows.ts';
import {exchangeTables, type ExchangeTable} from './tables.ts';
import type {Tail} from './tail.ts';

/**
 * Takes changes of other nodes into the rows and into the log, each once, in the transaction of its page:
 *
 *   known stamp ─▶ nothing          the row is as the change knew it ─▶ the patch is applied
 *   not ours, broken, early ─▶ quarantine       it is not ─▶ all its changes are merged (domain/row-merge.ts)
 *
 * What is refused leaves rows and log as they were. What comes for a person who was erased is taken in without its patch,
 * whatever else is to be said of it (db/erasure/): it is never shown, and never waits.
 */

/** From whom the changes come. */
export interface Source {
  /** Node id of the partner. */
  readonly via: string;
  /** Where this PC is enrolled in one: what bears its name is reference data, and sealed by it. */
  readonly registry: KnownRegistry | null;
  /** The sender is of a newer version: what this one does not know is kept raw (rule 13). */
  readonly newer: boolean;
  /** False: a deletion of many still needs a person's word. */
  readonly mayDelete: boolean;
  /** Whether anything at all waits, or has ever forked: mostly nothing, and then nobody looks for it row by row. */
  readonly rare: Rare;
  /** What was looked up for the whole page; undefined: each change is looked up by itself. */
  readonly foresight?: Foresight | undefined;
  /** Takes what is to be added to the log as long as the foresight holds; undefined: each change is added by itself. */
  readonly tail?: Tail | undefined;
}

/** What most databases never have. */
export interface Rare {
  held: boolean;
  forked: boolean;
  erased: boolean;
}

export type Taken =
  | {readonly result: 'integrated'; readonly conflicts: number}
  | {readonly result: 'known'}
  | {readonly result: 'refused'; readonly reason: RefusalReason};

const known: Taken = {result: 'known'};
const plain: Taken = {result: 'integrated', conflicts: 0};
const refused = (reason: RefusalReason): Taken => ({result: 'refused', reason});

export function integrate(log: Integration, source: Source, change: Change): Taken {
  // What is told of those who were erased is compared with all that the log says of them.
  if (source.rare.erased) source.tail?.write();
  if (source.foresight?.isKnown(change.stamp) ?? isKnown(whole(log, source), change.stamp))
    return isSame(whole(log, source), change) || isErasedRow(log.db, change) ? known : refused('collision');
  if (source.rare.erased && isOfErased(log, change)) {
    keep(log, source, {...change, patch: '{}'});
    return plain;
  }
  const table = exchangeTables.get(change.table);
  if (table === undefined || !isExchanged(change.table)) {
    if (!source.newer) return refused('unknown-table');
    keepRaw(log, source, change);
    return plain;
  }
  const notTheirs = refusalByOwner(log, source, change);
  if (notTheirs !== undefined) return refused(notTheirs);
  // First of all: one that also waits for an earlier change is let through by a person's word alone, too.
  if ((change.op === 'delete' || isErasure(change)) && !source.mayDelete) return refused('mass-deletion');
  // A version of the registry's says all that its row says: what lies there in its name holds up nothing.
  if (source.rare.held && !isOfRegistry(change.table) && isHeld(log.db, change)) return refused('waits');
  const written: Values = JSON.parse(change.patch);
  if (isErasure(change)) {
    if (readErasure(change.patch) === undefined) return refused('malformed');
    source.rare.erased = true;
  }
  const values = source.rare.erased ? withoutErased(log.db, change, written) : written;
  const taken = apply(log, source, table, change, values);
  if (taken.result === 'integrated' && hasUnknownColumn(table, written)) noteRaw(log, change);
  return taken;
}

/**
 * Why whoever made a change, by its stamp, may not. What bears the registry's name was made by it or is forged, whoever brings
 * it. A PC that is enrolled nowhere takes the registry's reference data from the word of the PC that brings it: whatever is of
 * such a table, and of no PC that is known here.
 */
function refusalByOwner({db}: Integration, {registry}: Source, change: Change): RefusalReason | undefined {
  const origin = originOf(change.stamp);
  if (registry === null) {
    if (!isOfRegistry(change.table)) return ownershipRefusal('facility', change);
    const isOfPc = origin === nodeOf(db) || findPartner(db, origin) !== undefined;
    return ownershipRefusal(isOfPc ? 'facility' : 'registry', change);
  }
  if (origin !== registry.id) return ownershipRefusal('facility', change);
  return registry.isSealed(change, registry.keys) ? undefined : 'not-yours';
}

/** Where the log is read: what is on its way into it stands there first. */
function whole({db}: Integration, {tail}: Source): ReadableDb {
  tail?.write();
  return db;
}

/** The same stamp with another content: two databases have used one identity, or somebody has altered one. */
function isSame(db: ReadableDb, change: Change): boolean {
  const ours = logAt(db, change.stamp);
  if (ours === undefined) return false;
  return ours.table === change.table && ours.rowId === change.rowId && ours.op === change.op && sameJson(ours, change);
}

function sameJson(one: Change, other: Change): boolean {
  return one.patch === other.patch || JSON.stringify(JSON.parse(one.patch)) === JSON.stringify(JSON.parse(other.patch));
}

function apply(log: Integration, source: Source, table: ExchangeTable, change: Change, values: Values): Taken {
  const foreseen = source.rare.forked ? undefined : source.foresight?.headsOf(change);
  const heads = foreseen ?? headsOf(whole(log, source), table.name, change.rowId, source.rare.forked);
  const straight = heads.length === change.base.length && heads.every(head => change.base.includes(head));
  if (!straight) return merge(log, source, table, change);
  const rows = rowWriter(log);
  const wanted: Wanted = {table, rowId: change.rowId, values, exists: change.op !== 'delete'};
  const written = write(log, source, wanted, () => writePatch(rows, table, change, values));
  if (written !== 'written' && written !== 'kept') return refused(written);
  keep(log, source, change);
  if (source.rare.forked) joinHeads(log, table.name, change.rowId);
  if (written === 'kept') assertAgain(log, table, change.rowId, [change.stamp]);
  return plain;
}

function writePatch(rows: RowWriter, table: ExchangeTable, {rowId, op}: Change, values: Values): void {
  if (op === 'insert') rows.insert(table, rowId, values);
  else if (op === 'update') rows.update(table, rowId, values);
  else rows.remove(table, rowId);
}

/** Edits have met on this row: it becomes what all its changes together say. */
function merge(log: Integration, source: Source, table: ExchangeTable, change: Change): Taken {
  const {rowId} = change;
  // What was issued stays as it was issued: nobody issues it a second time under the same key.
  if (change.op === 'insert' && isExchanged(table.name) && isFrozen(table.name)) return refused('frozen');
  const {exists, values, heads, conflicts} = mergeRow(
    claimsOf(log.db, source.rare.erased, [...logOfRow(whole(log, source), table.name, rowId), change]),
  );
  const rows = rowWriter(log);
  const written = write(log, source, {table, rowId, values, exists}, () => {
    if (exists) rows.replace(table, rowId, values);
    else rows.remove(table, rowId);
  });
  if (written !== 'written' && written !== 'kept') return refused(written);
  keep(log, source, change);
  source.rare.forked = true;
  log.run(
    `INSERT INTO fork (table_name, row_id, heads) VALUES (?, ?, ?)
        ON CONFLICT (table_name, row_id) DO UPDATE SET heads = excluded.heads`,
    table.name,
    rowId,
    // Null says that the latest in the log is the only one: not so where an earlier change came after a later one.
    heads.length === 1 && heads[0] === change.stamp ? null : heads.join(' '),
  );
  if (written === 'kept') assertAgain(log, table, rowId, heads);
  return {result: 'integrated', conflicts: isOfRegistry(table.name) ? 0 : conflicts.length};
}

interface Wanted {
  readonly table: ExchangeTable;
  readonly rowId: string;
  readonly values: Values;
  /** Whether the row is to be there afterwards. */
  readonly exists: boolean;
}

/**
 * Writes a row. What the rules of the database do not let in comes back as a reason; faults of the disk are thrown. A row
 * that others still name is kept though it was deleted elsewhere.
 */
function write(
  log: Integration,
  {foresight, tail}: Source,
  wanted: Wanted,
  work: () => void,
): 'written' | 'kept' | RefusalReason {
  const attempt = (): string | undefined => brokenConstraint(() => log.silently(work));
  const first = attempt();
  if (first === undefined) return 'written';
  // What follows may write other rows, with changes of their own.
  tail?.write();
  foresight?.forget();
  if (first !== 'SQLITE_CONSTRAINT_FOREIGNKEY') return 'broken-rule';
  if (!wanted.exists) return 'kept';
  if (!reviveParents(log, wanted.table, wanted.values)) return 'missing-parent';
  return attempt() === undefined ? 'written' : 'missing-parent';
}

function joinHeads(log: Integration, table: string, rowId: string): void {
  log.run('UPDATE fork SET heads = NULL WHERE table_name = ? AND row_id = ? AND heads IS NOT NULL', table, rowId);
}

function hasUnknownColumn(table: ExchangeTable, values: Values): boolean {
  for (const name in values) if (!table.columns.has(name)) return true;
  return false;
}

function keep(log: Integration, source: Source, change: Change): void {
  if (source.tail !== undefined && source.foresight?.holds === true) source.tail.add(change);
  else append(log, change, source.via);
  source.foresight?.note(change);
}

function keepRaw(log: Integration, source: Source, change: Change): void {
  keep(log, source, change);
  noteRaw(log, change);
}

function noteRaw(log: Integration, change: Change): void {
  log.run(
    'INSERT INTO unapplied (stamp, table_name, row_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    change.stamp,
    change.table,
    change.rowId,
  );
}
