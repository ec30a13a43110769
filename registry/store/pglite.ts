import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {PGlite} from '@electric-sql/pglite';
import {drizzle} from 'drizzle-orm/pglite';
import {holdFolder} from './folder-hold.ts';
import type {Driver} from './store.ts';
import {tables} from './tables.ts';

/**
 * PostgreSQL inside this process, for a trial and for tests: one connection, where transactions wait for each other.
 * `folder`: where the data lies; undefined: in memory. Throws `StoreError` 'folder-in-use'.
 */
export async function pglite(folder?: string): Promise<Driver> {
  if (folder === undefined) return driverOf(await PGlite.create());
  mkdirSync(folder, {recursive: true, mode: 0o700});
  const release = holdFolder(folder);
  return driverOf(await PGlite.create(join(folder, 'pglite')), release);
}

/** `release`: what is given back when the database is closed. */
export function driverOf(client: PGlite, release: () => void = () => undefined): Driver {
  const database = drizzle(client, {schema: tables, casing: 'snake_case'});
  return {
    database,
    asOwner: work =>
      work({
        query: (text, values = []) => client.query(text, [...values]),
        async script(text) {
          await client.exec(text);
        },
      }),
    connections: () => ({open: 1, idle: 0, waiting: 0, most: 1}),
    async close() {
      await client.close();
      release();
    },
  };
}
