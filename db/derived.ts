import {createHash} from 'node:crypto';
import type {Database} from 'better-sqlite3';
import {must} from '../domain/assert.ts';
import {auditTriggers} from './audit/trail.ts';
import {changeLogTriggers} from './change-log.ts';
import type {Connection, ReadableDb, WritableDb} from './connection.ts';
import {readLocal, writeLocal} from './local-state.ts';
import {refreshAllPlacementStates} from './placement-state.ts';
import {markEverybody, staleTriggers} from './deadlines/stale.ts';
import {readOwn} from './own-state.ts';
import {fillSearchIndex, makeSearchTables, searchIndexVersion, searchTriggers} from './search-index.ts';
import {installTriggers, type Trigger} from './triggers.ts';

/**
 * What follows from the schema and from the facts: triggers, the search, the states of placements. None of it is the
 * subject of a migration; it is compared when the database is opened, and made anew where it differs.
 */

/**
 * Makes all that is derived from the facts anew, in the transaction that is open: into empty tables, before there are
 * triggers that would follow each row.
 */
function makeDerived(client: Database, db: WritableDb): void {
  installTriggers(client, logTriggers());
  makeSearchTables(client);
  // The cards of the search show the states.
  refreshAllPlacementStates(db);
  fillSearchIndex(db);
  markEverybody(db);
  installTriggers(client, wantedTriggers());
}

/**
 * Brings triggers and derived tables to what this version wants. `migrated`: the facts may have been reshaped, so that
 * what was derived from them no longer holds.
 */
export function ensureDerived(client: Database, db: WritableDb, migrated: boolean): void {
  const version = derivedVersion();
  const wanted = wantedTriggers();
  if (!migrated && readLocal(client, 'search') === version) {
    installTriggers(client, wanted);
    return;
  }
  client
    .transaction(() => {
      makeDerived(client, db);
      writeLocal(client, 'search', version);
    })
    .immediate();
}

/** Stands in place of the version while large parts of the facts are being written: what is derived does not hold. */
const suspended = 'suspended';

/**
 * After so many pages SQLite carries what was committed over into the file. Between many rows the same pages come again
 * and again: carried over less often, they are encrypted and written less often. 40 MB at most.
 */
const pagesBetweenCheckpoints = {usual: 1_000, many: 10_000};

/** While many transactions follow one another, and after them. */
export function checkpointSeldom(client: Database, isSeldom: boolean): void {
  client.pragma(`wal_autocheckpoint = ${isSeldom ? pagesBetweenCheckpoints.many : pagesBetweenCheckpoints.usual}`);
}

/**
 * Before very many rows are written: nothing that is derived from them is kept up. A stop in the middle is noticed when the
 * database is opened again, and everything is then made anew.
 */
export function suspendDerived(client: Database): void {
  checkpointSeldom(client, true);
  if (isSuspended(client)) return;
  writeLocal(client, 'search', suspended);
  installTriggers(client, logTriggers());
}

/** Whether it is so now. */
export function isSuspended(client: Database): boolean {
  return readLocal(client, 'search') === suspended;
}

/** The same, for what keeps up the states itself. Asked in each transaction: others may have made everything anew since. */
export function areDerivedSuspended(db: ReadableDb): boolean {
  return readOwn(db, 'search') === suspended;
}

/** From so many on it can pay. */
const manyPeople = 4_000;

/**
 * Whether so many new people are sooner in when everything is made anew after them. Keeping it up takes about 0.35 ms a
 * person, making it anew 0.1 ms for each who is there then.
 */
export function paysToSuspend(db: ReadableDb, people: number): boolean {
  if (people < manyPeople) return false;
  const {there} = must(db.prepare<{there: number}>('SELECT count(*) AS there FROM recipient').get());
  return people * 2 >= there;
}

/** Makes everything anew after that. In the transaction that is open. */
export function resumeDerived(client: Database, db: WritableDb): void {
  checkpointSeldom(client, false);
  if (!isSuspended(client)) return;
  makeDerived(client, db);
  writeLocal(client, 'search', derivedVersion());
}

/** Made once: they follow from the program alone. */
function once<Made>(make: () => Made): () => Made {
  let made: {readonly value: Made} | undefined;
  return () => (made ??= {value: make()}).value;
}

/** Never suspended. */
const logTriggers = once((): readonly Trigger[] => [...changeLogTriggers(), ...auditTriggers]);

const wantedTriggers = once((): readonly Trigger[] => [...logTriggers(), ...searchTriggers, ...staleTriggers()]);

const derivedVersion = once((): string => createHash('sha256').update(searchIndexVersion()).digest('hex'));

/** Makes all that is derived from the facts anew: after an import or a restore that wrote beside the commands. */
export function rebuildDerived(connection: Connection): void {
  connection.integrate(log => {
    log.suspendDerived();
    log.resumeDerived();
  });
}
