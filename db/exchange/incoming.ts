import {must} from '../../domain/assert.ts';
import type {Change} from '../../registry/protocol/change.ts';
import type {ParcelHeader, Point} from '../../registry/protocol/header.ts';
import {
  bringsAnother,
  gettingBack,
  integratedUpTo,
  receiveHeader,
  type Verdict,
} from '../../registry/protocol/partner.ts';
import type {Connection, Integration} from '../connection.ts';
import {areDerivedSuspended} from '../derived.ts';
import {recountStale} from '../deadlines/recount.ts';
import {migrations} from '../migrations/list.ts';
import {beginEpoch, ensureEpoch} from './identity.ts';
import {head, isKnown, ownLog} from './log.ts';
import {add, integratePage, noTally, type PageSource, type Tally} from './page.ts';
import {UnknownPartner} from './outgoing.ts';
import {changePartner, findPartner, keepKnowledge, knownRegistry, type SealCheck} from './partners.ts';
import {isAside} from './quarantine.ts';

export interface Incoming extends Tally {
  readonly verdict: Verdict;
  /** Our own log was found to have been restored from a copy: what it lost comes back. */
  readonly restored: boolean;
}

export interface Receiving {
  /** The day where the person sits. */
  readonly today: () => string;
  readonly isSealed: SealCheck;
}

const manyChanges = 5_000;

/** What a sender has deleted so far, by table, while it says that more parcels follow: over a bad line each is a small one. */
const deletedSoFar = new WeakMap<Connection, Map<string, Map<string, number>>>();

/**
 * Takes in one verified parcel. First what its header says of the two logs; then page by page, each in one transaction with
 * the place up to which their log was read (rule 4). Between pages the program goes on.
 */
export async function incoming(
  connection: Connection,
  header: ParcelHeader,
  pages: AsyncIterable<readonly Change[]> | Iterable<readonly Change[]>,
  {today, isSealed}: Receiving,
): Promise<Incoming> {
  const {verdict, moves, restored} = connection.integrate(log => greet(log, header));
  if (verdict !== 'apply') return {...noTally, verdict, restored};
  const deletions = deletionsFrom(connection, header.from);
  // So many that keeping up the search and the states with each of them takes longer than making them anew.
  const many = header.count >= manyChanges;
  if (many) connection.integrate(log => log.suspendDerived());
  let tally = noTally;
  try {
    for await (const page of pages) {
      const last = page.at(-1);
      const point = last === undefined ? null : {seq: last.seq, stamp: last.stamp};
      tally = add(
        tally,
        connection.integrate(log => take(log, header, page, {deletions, isSealed, point: moves ? point : null})),
      );
      await new Promise(resolve => setImmediate(resolve));
    }
  } catch (error) {
    // What the disk did not take is sent again; what is derived is made anew now, or when the database is opened again.
    if (many) connection.integrate(log => log.resumeDerived());
    throw error;
  }
  connection.integrate(log => {
    if (moves) moveTo(log, header.from, header.log.upTo);
    log.resumeDerived();
    changePartner(log.db, header.from, {lastExchangeAt: log.recordedAt()});
    recountStale(log.db, today());
  });
  if (!header.log.more) deletedSoFar.get(connection)?.delete(header.from);
  return {...tally, verdict, restored};
}

function deletionsFrom(connection: Connection, sender: string): Map<string, number> {
  const all = deletedSoFar.get(connection) ?? new Map<string, Map<string, number>>();
  deletedSoFar.set(connection, all);
  const deletions = all.get(sender) ?? new Map<string, number>();
  all.set(sender, deletions);
  return deletions;
}

function greet(log: Integration, header: ParcelHeader): {verdict: Verdict; moves: boolean; restored: boolean} {
  const partner = findPartner(log.db, header.from);
  if (partner === undefined) throw new UnknownPartner(header.from);
  // Until it comes under a new name, nobody can tell which of the two it is.
  if (partner.state === 'copied') return {verdict: 'copied', moves: false, restored: false};
  const received = receiveHeader(partner.knowledge, header, ownLog(log.db, ensureEpoch(log.db)));
  log.saw(header.made);
  if (received.verdict === 'copied') {
    changePartner(log.db, partner.id, {state: 'copied'});
    return received;
  }
  keepKnowledge(log.db, partner.id, received.partner);
  if (received.restored) beginEpoch(log.db);
  // What came late tells of a state that has passed.
  if (received.partner.lastMade === header.made) keepRefusals(log, header);
  return received;
}

function keepRefusals(log: Integration, {from, refused}: ParcelHeader): void {
  log.run('DELETE FROM refusal WHERE partner = ?', from);
  const insert = 'INSERT INTO refusal (partner, stamp, reason) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
  for (const {stamp, reason} of refused) log.run(insert, from, stamp, reason);
}

interface Page {
  readonly deletions: Map<string, number>;
  readonly isSealed: SealCheck;
  /** The end of the page in their log; null: this parcel does not move on how far it was read. */
  readonly point: Point | null;
}

function take(
  log: Integration,
  header: ParcelHeader,
  page: readonly Change[],
  {deletions, isSealed, point}: Page,
): Tally {
  const source: PageSource = {
    via: header.from,
    registry: knownRegistry(log.db, isSealed),
    newer: header.schema > migrations.length,
    deletions,
    people: areDerivedSuspended(log.db) ? null : new Set(),
  };
  const {from} = header;
  const before = must(findPartner(log.db, from)).knowledge;
  const cameBefore = (stamp: string): boolean => isKnown(log.db, stamp) || isAside(log.db, stamp);
  const isAnother = bringsAnother(before, point !== null, page, cameBefore);
  const tally = integratePage(log, source, page);
  const moved = point === null ? before : integratedUpTo(before, point);
  const after = isAnother ? gettingBack(moved, header.log.after.seq, head(log.db)) : moved;
  if (after !== before) keepKnowledge(log.db, from, after);
  return tally;
}

function moveTo(log: Integration, id: string, point: Point): void {
  const partner = findPartner(log.db, id);
  if (partner !== undefined) keepKnowledge(log.db, id, integratedUpTo(partner.knowledge, point));
}
