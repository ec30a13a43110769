import type {Database} from 'better-sqlite3';
import {drizzle, type BetterSQLite3Database} from 'drizzle-orm/better-sqlite3';
import type {ReadableDb, WritableDb} from './connection.ts';
import type {Statements} from './statements.ts';
import {tables} from './synced-tables.ts';

/** Drizzle takes no more of the client than `prepare`: transactions are the connection's own. */
function drizzleOver(statements: Statements): BetterSQLite3Database<typeof tables> {
  const client = statements as unknown as Database;
  return drizzle({client, schema: tables, casing: 'snake_case'});
}

export function readableOver(statements: Statements): ReadableDb {
  return Object.assign(drizzleOver(statements), {
    prepare: (sql: string) => statements.prepare(sql),
  }) as unknown as ReadableDb;
}

export function writableOver(statements: Statements): WritableDb {
  return Object.assign(drizzleOver(statements), {
    prepare: (sql: string) => statements.prepare(sql),
    execute: (sql: string, ...values: Parameters<WritableDb['execute']>[1][]) => {
      statements.prepare(sql).run(...values);
    },
  }) as unknown as WritableDb;
}
