import {randomBytes} from 'node:crypto';
import {setImmediate} from 'node:timers/promises';
import type {Database, RunResult} from 'better-sqlite3';
import type {BetterSQLite3Database} from 'drizzle-orm/better-sqlite3';
import type {WithSubquery} from 'drizzle-orm';
import type {SQLiteDeleteBase, SQLiteInsertBuilder, SQLiteTable, SQLiteUpdateBuilder} from 'drizzle-orm/sqlite-core';
import {assert} from '../domain/assert.ts';
import {newClock, receive, stamp} from '../domain/hybrid-clock.ts';
import {readableOver, writableOver} from './access.ts';
import {makeTrail, type AuditEntry} from './audit/trail.ts';
import {registerChangeFunctions} from './change-log.ts';
import {openClient, type Beginning} from './client.ts';
import {asDatabaseError, asUpkeep, DatabaseError} from './database-error.ts';
import {checkpointSeldom, ensureDerived, paysToSuspend, resumeDerived, suspendDerived} from './derived.ts';
import {carryOut, tellLate} from './erasure/carry-out.ts';
import type {RowPlace} from './erasure/erased.ts';
import {overwriting, tidyErased} from './erasure/tidy.ts';
import {replayRaw} from './exchange/raw.ts';
import {nodeName} from './local-state.ts';
import {migrate, pendingMigrations} from './migrate.ts';
import {migrations} from './migrations/list.ts';
import {registerSearchFunctions, tidySearch} from './search-index.ts';
import {makeStatements} from './statements.ts';
import type {tables} from './synced-tables.ts';

/**
 * Reading and writing have different types: a query that writes does not compile.
 *
 * ReadableDb  ── select, selectDistinct, query, with, prepare ──  what a query gets, at any time
 * WritableDb  ── and insert, update, delete, execute          ──  what a command gets, inside its one transaction
 */

type Drizzle = BetterSQLite3Database<typeof tables>;

export type SqlValue = string | number | bigint | null | Uint8Array;

/** A statement written by hand, compiled once per connection. Columns come as they are named in the SQL. */
export interface ReadStatement<Row> {
  all(...values: readonly SqlValue[]): Row[];
  get(...values: readonly SqlValue[]): Row | undefined;
}

/** The facts, to read. Everything answers at once: end a drizzle builder with `.all()` or `.get()`, never with `await`. */
export interface ReadableDb extends Pick<Drizzle, 'select' | 'selectDistinct' | 'query' | '$with'> {
  with(...queries: WithSubquery[]): Pick<ReturnType<Drizzle['with']>, 'select' | 'selectDistinct'>;
  /** For what drizzle cannot say (full-text search). A statement that writes is refused when it is prepared. */
  prepare<Row>(sql: string): ReadStatement<Row>;
}

/** Any table but the change log, which only its triggers write, its audit and what was erased of it. */
type Writable<Table extends SQLiteTable> = Table['_']['name'] extends
  | 'change'
  | 'audit'
  | 'erased_change'
  | 'erased_row'
  ? never
  : Table;

/** The facts, to read and write. Exists only inside `transact`. */
export interface WritableDb extends ReadableDb {
  insert<Table extends SQLiteTable>(into: Writable<Table>): SQLiteInsertBuilder<Table, 'sync', RunResult>;
  update<Table extends SQLiteTable>(table: Writable<Table>): SQLiteUpdateBuilder<Table, 'sync', RunResult>;
  delete<Table extends SQLiteTable>(from: Writable<Table>): SQLiteDeleteBase<Table, 'sync', RunResult>;
  /** One statement by hand that writes; for derived tables. Refused for the change log. */
  execute(sql: string, ...values: readonly SqlValue[]): void;
}

/** Who changes something; null: the program itself. */
export interface Author {
  readonly accountId: string | null;
}

export interface Connection {
  readonly file: string;
  /** This installation's name in the change log. */
  readonly node: string;
  readonly readable: ReadableDb;
  /** How many changes were made here since the opening, rolled back ones too: where it stands still, nothing was. */
  logged(): number;
  /**
   * One IMMEDIATE transaction, synced to disk when this returns; rolled back when `work` throws, and the error goes on.
   * `work` is synchronous, and transactions do not nest. Throws `DatabaseError` for what the disk did.
   *
   * What `work` notes becomes links of the audit in the same transaction, in the name of the author; where it notes nothing
   * and has changed something, that becomes one all the same. An erasure that it writes is carried out at its end.
   */
  transact<Result>(work: (db: WritableDb, note: (entry: AuditEntry) => void) => Result, author: Author): Result;
  /**
   * The same for the exchange: what is written inside `silently` leaves nothing in the log, which the exchange itself
   * adds to with the stamps that the changes came with.
   */
  integrate<Result>(work: (log: Integration) => Result): Result;
  /**
   * While many transactions follow one another: what they have committed is carried over into the file less often. Each is
   * synced to disk all the same. Of very many people nothing that is derived from them is kept up meanwhile: it is made anew
   * at the end, or when the database is opened again. Ends with the returned promise.
   */
  whileWritingMany<Result>(people: number, work: () => Promise<Result>): Promise<Result>;
  /** Puts the search in order first, where many changes have scattered it: a quarter of a second at most. */
  close(): void;
}

/** What the exchange may do inside its transaction. */
export interface Integration {
  readonly db: WritableDb;
  /** May write the log. */
  readonly run: (sql: string, ...values: readonly SqlValue[]) => void;
  silently<Result>(work: () => Result): Result;
  /** A stamp of another node was seen: what is written here from now on is later. */
  saw(stamp: string): void;
  /** A stamp of this node, for what the exchange itself decides or says. */
  stamp(): string;
  recordedAt(): string;
  /** This row belongs to a person who was erased: it is erased too, and that is told at the end of the transaction. */
  erase(recipientId: string, place: RowPlace): void;
  /** From here on nothing that is derived from the facts is kept up, until it is made anew. For very many rows. */
  suspendDerived(): void;
  resumeDerived(): void;
}

export interface OpenOptions {
  readonly file: string;
  /** The database key, 32 bytes. */
  readonly key: Uint8Array;
  /** False: a file that is missing or empty is an error ('not-a-database'), because there must be one. Default: true. */
  readonly create?: boolean;
  /** Id of a new installation, a UUID: names it in the log. By default made at random. */
  readonly node?: string;
  /** The wall clock, milliseconds since 1970. */
  readonly now: () => number;
  /** False: a database that needs a migration is left as it is ('outdated'), so that a copy of it can be made. Default: true. */
  readonly mayMigrate?: boolean;
  /** Told of each statement that took 40 ms or more: its SQL without values. */
  readonly onSlow?: (sql: string, milliseconds: number) => void;
}

/**
 * What a new database begins as. Null: as an empty file, in which the migrations make everything. Only the unit tests, which
 * open some thousand new ones, set it to a file where that was done once (test/support/made-databases.ts).
 */
export const beginnings: {copyOf: Beginning | null} = {copyOf: null};

/**
 * Opens the database of this installation, brings it up to this version, and keeps its log.
 * Throws `DatabaseError`; then the file is as it was.
 */
export function openDatabase(options: OpenOptions): Connection {
  const client = openClient(options.file, options.key, options.create ?? true, beginnings.copyOf);
  try {
    return connect(client, options);
  } catch (error) {
    client.close();
    throw asDatabaseError(error);
  }
}

const nobody: Author = {accountId: null};

function connect(client: Database, options: OpenOptions): Connection {
  const pending = pendingMigrations(client, migrations);
  const migrated = pending.length > 0;
  if (migrated && pending.length < migrations.length && options.mayMigrate === false)
    throw new DatabaseError('outdated');
  migrate(client, migrations, options.now);

  let author = nobody;
  const node = nodeName(client, options.node);
  let logs = true;
  let logged = 0;
  /** Written in this transaction and not carried out yet; rows that came for people who were erased before. */
  const erasures: string[] = [];
  const late = new Map<string, RowPlace[]>();
  const clock = clockAfter(lastStampIn(client), options.now, node);
  const recordedAt = (): string => new Date(options.now()).toISOString();
  registerChangeFunctions(client, {
    logs: () => logs,
    author: () => author.accountId,
    recordedAt,
    stamp() {
      logged += 1;
      return clock.stamp();
    },
    origin: () => node,
    erase: erasureId => void erasures.push(erasureId),
  });
  registerSearchFunctions(client);

  const readable = readableOver(makeStatements(client, 'reading', options.onSlow));
  const writable = writableOver(makeStatements(client, 'writing', options.onSlow));
  const integrating = makeStatements(client, 'integrating', options.onSlow);
  ensureDerived(client, writable, migrated);
  const trail = makeTrail(integrating, {node, now: recordedAt});

  const integration: Integration = {
    db: writable,
    run: (sql, ...values) => void integrating.prepare(sql).run(...values),
    silently(work) {
      logs = false;
      try {
        return work();
      } finally {
        logs = true;
      }
    },
    saw: clock.saw,
    stamp: clock.stamp,
    recordedAt,
    erase: (recipientId, place) => void late.set(recipientId, [...(late.get(recipientId) ?? []), place]),
    suspendDerived: () => suspendDerived(client),
    resumeDerived: () => resumeDerived(client, writable),
  };

  const begin = client.prepare('BEGIN IMMEDIATE');
  const commit = client.prepare('COMMIT');
  const rollback = client.prepare('ROLLBACK');

  function inTransaction<Result>(
    work: (note: (entry: AuditEntry) => void) => Result,
    by: Author,
    otherwise: AuditEntry,
  ): Result {
    assert(!client.inTransaction, 'transactions do not nest');
    author = by;
    const entries: AuditEntry[] = [];
    try {
      begin.run();
      const result = work(entry => void entries.push(entry));
      assert(!(result instanceof Promise), 'a transaction is synchronous');
      const erased = eraseWhatWasTold();
      trail.write(entries, {...otherwise, account: by.accountId});
      commit.run();
      if (erased) tidyAfterErasure();
      return result;
    } catch (error) {
      if (client.inTransaction) rollback.run();
      throw asDatabaseError(error);
    } finally {
      author = nobody;
      if (erasures.length > 0) overwriting(client, false);
      erasures.length = 0;
      late.clear();
    }
  }

  function eraseWhatWasTold(): boolean {
    tellLate(integration, late);
    if (erasures.length === 0) return false;
    overwriting(client, true);
    // What belongs together goes in any order.
    client.pragma('defer_foreign_keys = ON');
    for (const id of erasures) carryOut(integration, id);
    return true;
  }

  /** Upkeep: what the disk does not take now is done when the database is closed, or opened again. */
  function tidyAfterErasure(): void {
    asUpkeep(() => tidyErased(client));
  }

  const connection: Connection = {
    file: options.file,
    node,
    readable,
    logged: () => logged,
    transact: (work, by) => inTransaction(note => work(writable, note), by, {kind: 'program', what: 'audit.written'}),
    integrate: work => inTransaction(() => work(integration), nobody, {kind: 'exchange', what: 'audit.integrated'}),
    async whileWritingMany(people, work) {
      checkpointSeldom(client, true);
      // It may be begun inside of a transaction.
      await setImmediate();
      if (client.open && paysToSuspend(readable, people)) connection.integrate(log => log.suspendDerived());
      try {
        return await work();
      } finally {
        // The session may be over.
        if (client.open) connection.integrate(log => log.resumeDerived());
      }
    },
    close() {
      try {
        asUpkeep(() => {
          if (!client.open) return;
          tidyErased(client);
          tidySearch(client);
        });
      } finally {
        // The file must be let go in any case.
        client.close();
      }
    },
  };
  tidyAfterErasure();
  // The first link covers what stands there already.
  if (!hasBegun(readable)) connection.transact(() => undefined, nobody);
  // What a newer version wrote before may have its place now.
  if (migrated) connection.integrate(replayRaw);
  return connection;
}

function hasBegun(db: ReadableDb): boolean {
  return db.prepare('SELECT seq FROM audit LIMIT 1').get() !== undefined;
}

/**
 * The hybrid clock goes on where the log ended, even when the wall clock has gone back since. The log itself is what
 * is remembered: a stamp that was rolled back was never seen by anybody.
 */
function lastStampIn(client: Database): string | undefined {
  return client.prepare<[], {stamp: string}>('SELECT stamp FROM change ORDER BY stamp DESC LIMIT 1').get()?.stamp;
}

interface Clock {
  readonly stamp: () => string;
  readonly saw: (stamp: string) => void;
}

/**
 * A stamp bears the name of the node and eight digits of this opening of the database: one that was put back from a copy
 * never makes a stamp again that it had made before, whatever the wall clock says (exchange, rules 5 and 6).
 */
function clockAfter(last: string | undefined, now: () => number, node: string): Clock {
  let clock = last === undefined ? newClock : receive(newClock, last, now());
  const name = node + randomBytes(4).toString('hex');
  return {
    stamp() {
      const next = stamp(clock, now(), name);
      clock = next.clock;
      return next.stamp;
    },
    saw(seen) {
      clock = receive(clock, seen, now());
    },
  };
}
