import {isErasure, readErasure} from '../../registry/protocol/erasure.ts';
import {limits} from '../../registry/protocol/limits.ts';
import type {Change} from '../../registry/protocol/change.ts';
import type {Integration} from '../connection.ts';
import {hasErased} from '../erasure/erased.ts';
import {refreshPlacementState} from '../placement-state.ts';
import {Foresight} from './foresight.ts';
import {integrate, type Source, type Taken} from './integrate.ts';
import {hasForked, heldChanges, hold, holdsAny, release} from './quarantine.ts';
import {exchangeTables} from './tables.ts';
import {Tail} from './tail.ts';

/** What became of the changes of a page or of a parcel. */
export interface Tally {
  readonly integrated: number;
  readonly known: number;
  readonly quarantined: number;
  readonly conflicts: number;
}

export const noTally: Tally = {integrated: 0, known: 0, quarantined: 0, conflicts: 0};

export function add(one: Tally, other: Tally): Tally {
  return {
    integrated: one.integrated + other.integrated,
    known: one.known + other.known,
    quarantined: one.quarantined + other.quarantined,
    conflicts: one.conflicts + other.conflicts,
  };
}

export interface PageSource extends Omit<Source, 'mayDelete' | 'rare' | 'foresight' | 'tail'> {
  /** Deletions of this exchange so far, by table. */
  readonly deletions: Map<string, number>;
  /** Whose states are to be made anew; null: everybody's, at the end of the parcel. */
  readonly people: Set<string> | null;
}

/** At most so many of those that wait are tried again after a page. */
const triedAgain = 5_000;

/** One page, inside the transaction that also moves the cursor. */
export function integratePage(log: Integration, source: PageSource, changes: readonly Change[]): Tally {
  const foresight = new Foresight(log.db, changes);
  const fresh = changes.filter(({stamp}) => !foresight.isKnown(stamp));
  const mayDelete = !isMassDeletion(log, source.deletions, fresh);
  const rare = {held: holdsAny(log.db), forked: hasForked(log.db), erased: hasErased(log.db)};
  const tail = new Tail(log, source.via);
  const own: Source = {...source, mayDelete, rare, foresight, tail};
  let tally = noTally;
  for (const change of changes) {
    const taken = follow(log, source.people, change, () => integrate(log, own, change));
    if (taken.result === 'refused') {
      hold(log, source.via, change, taken.reason);
      rare.held = true;
    }
    tally = add(tally, tallyOf(taken));
  }
  tail.write();
  if (rare.held) tally = add(tally, tryHeldAgain(log, source));
  if (source.people !== null) for (const id of source.people) refreshPlacementState(log.db, id);
  for (const {stamp} of latest(changes)) log.saw(stamp);
  return tally;
}

function tallyOf(taken: Taken): Tally {
  if (taken.result === 'known') return {...noTally, known: 1};
  if (taken.result === 'refused') return {...noTally, quarantined: 1};
  return {...noTally, integrated: 1, conflicts: taken.conflicts};
}

/** Tries what waits as long as something of it goes through: one may wait for another. */
export function tryHeldAgain(log: Integration, source: Pick<PageSource, 'registry' | 'newer' | 'people'>): Tally {
  const rare = {held: true, forked: true, erased: true};
  let tally = noTally;
  for (;;) {
    let released = 0;
    for (const held of heldChanges(log.db, triedAgain)) {
      const {change, via} = held;
      const own: Source = {...source, via, mayDelete: held.approved || held.reason !== 'mass-deletion', rare};
      const taken = follow(log, source.people, change, () => integrate(log, own, change));
      if (taken.result === 'refused') {
        if (taken.reason !== held.reason) hold(log, via, change, taken.reason);
        continue;
      }
      release(log, held);
      released += 1;
      tally = add(tally, {...tallyOf(taken), quarantined: -1});
    }
    if (released === 0) return tally;
  }
}

/**
 * Whether so much is deleted that a person is to be asked (rule 10): in one table more than twenty rows, and more than one
 * in a hundred of those that it has. Then all deletions of the page wait: what hangs together is not torn apart.
 */
function isMassDeletion(log: Integration, deletions: Map<string, number>, changes: readonly Change[]): boolean {
  let many = false;
  for (const change of changes) {
    const table = loserOf(log, change);
    if (table === undefined) continue;
    const count = (deletions.get(table) ?? 0) + 1;
    deletions.set(table, count);
    if (count > limits.deletions) many = true;
  }
  return many && [...deletions].some(([table, count]) => count > Math.max(limits.deletions, rowsOf(log, table) / 100));
}

/** The table that loses a row by this change: an erasure counts as the deletion of its person, where they are here. */
function loserOf({db}: Integration, change: Change): string | undefined {
  if (change.op === 'delete') return exchangeTables.has(change.table) ? change.table : undefined;
  const recipientId = isErasure(change) ? readErasure(change.patch)?.recipientId : undefined;
  const isHere =
    recipientId !== undefined && db.prepare('SELECT 1 FROM recipient WHERE id = ?').get(recipientId) !== undefined;
  return isHere ? 'recipient' : undefined;
}

function rowsOf(log: Integration, table: string): number {
  return log.db.prepare<{rows: number}>(`SELECT count(*) AS rows FROM "${table}"`).get()?.rows ?? 0;
}

/** Whose states follow from this change: as it is before it, and after. */
function follow(log: Integration, people: Set<string> | null, change: Change, work: () => Taken): Taken {
  const asks = peopleBy[change.table];
  if (asks === undefined || people === null) return work();
  const note = (): void => {
    const row = log.db.prepare<{id: string}>(asks).get(change.rowId);
    if (row !== undefined) people.add(row.id);
  };
  if (change.op !== 'insert') note();
  const taken = work();
  if (taken.result === 'integrated') note();
  return taken;
}

const peopleBy: Record<string, string> = {
  recipient: 'SELECT id FROM recipient WHERE id = ?',
  placement: 'SELECT recipient_id AS id FROM placement WHERE id = ?',
  placement_event:
    'SELECT p.recipient_id AS id FROM placement_event e JOIN placement p ON p.id = e.placement_id WHERE e.id = ?',
};

function latest(changes: readonly Change[]): Change[] {
  const [first, ...rest] = changes;
  if (first === undefined) return [];
  return [rest.reduce((last, change) => (change.stamp > last.stamp ? change : last), first)];
}
