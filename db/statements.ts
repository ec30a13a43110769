import type {Database, RunResult, Statement as NativeStatement} from 'better-sqlite3';
import {assert} from '../domain/assert.ts';
import type {ReadStatement, SqlValue} from './connection.ts';
import {asDatabaseError} from './database-error.ts';

type Values = SqlValue[];

/** Compiling costs more than most statements take to run; screens use some hundreds of different ones. */
const keptStatements = 500;
const slowFromMilliseconds = 40;

export interface Statements {
  prepare(sql: string): Statement;
}

/** Has the methods of better-sqlite3's statement that drizzle uses. */
export class Statement implements ReadStatement<unknown> {
  readonly #native: NativeStatement<Values>;
  readonly #sql: string;
  readonly #timed: <Result>(sql: string, work: () => Result) => Result;
  readonly #beforeRun: () => void;

  constructor(
    native: NativeStatement<Values>,
    beforeRun: () => void,
    timed: <Result>(sql: string, work: () => Result) => Result,
  ) {
    this.#native = native;
    this.#sql = native.source;
    this.#beforeRun = beforeRun;
    this.#timed = timed;
  }

  run(...values: Values): RunResult {
    this.#beforeRun();
    return this.#timed(this.#sql, () => this.#native.run(...values));
  }

  all(...values: Values): unknown[] {
    return this.#read(false, native => native.all(...values));
  }

  get(...values: Values): unknown {
    return this.#read(false, native => native.get(...values));
  }

  /** Rows as arrays. One compiled statement serves both shapes, so the shape is set at each call. */
  raw(): {all(...values: Values): unknown[]; get(...values: Values): unknown} {
    return {
      all: (...values) => this.#read(true, native => native.all(...values)),
      get: (...values) => this.#read(true, native => native.get(...values)),
    };
  }

  #read<Result>(raw: boolean, work: (native: NativeStatement<Values>) => Result): Result {
    this.#beforeRun();
    return this.#timed(this.#sql, () => work(this.#native.raw(raw)));
  }
}

/**
 * The log is written by its triggers alone, its audit and what was erased of it by the connection: a statement that writes
 * and names one of them, for whatever, is refused.
 */
const namesTheLog = /\b(change|audit|erased_change|erased_row)\b/i;

/**
 * Compiles each statement once and runs it with its errors translated and its time watched.
 * `reading`: only statements that read are let through. Otherwise a statement that writes needs an open transaction.
 * `integrating`: the exchange may also add to the log what other nodes have changed.
 */
export function makeStatements(
  client: Database,
  access: 'reading' | 'writing' | 'integrating',
  onSlow?: (sql: string, milliseconds: number) => void,
): Statements {
  const compiled = new Map<string, Statement>();

  function timed<Result>(sql: string, work: () => Result): Result {
    const begun = performance.now();
    try {
      return work();
    } catch (error) {
      throw asDatabaseError(error);
    } finally {
      const taken = performance.now() - begun;
      if (taken >= slowFromMilliseconds) onSlow?.(sql, taken);
    }
  }

  function compile(sql: string): Statement {
    const native = timed(sql, () => client.prepare<Values>(sql));
    if (native.readonly) {
      assert(native.reader, `this statement reads rows: ${sql}`);
      return new Statement(native, () => undefined, timed);
    }
    assert(access !== 'reading', `a query does not write: ${sql}`);
    assert(
      access === 'integrating' || !namesTheLog.test(sql),
      `only triggers write the change log, and nobody the audit: ${sql}`,
    );
    return new Statement(native, () => assert(client.inTransaction, `a write needs a transaction: ${sql}`), timed);
  }

  return {
    prepare(sql) {
      const known = compiled.get(sql);
      if (known) return known;
      const statement = compile(sql);
      if (compiled.size >= keptStatements) compiled.delete(compiled.keys().next().value ?? '');
      compiled.set(sql, statement);
      return statement;
    },
  };
}
