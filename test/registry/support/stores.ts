import {randomBytes} from 'node:crypto';
import {Client} from 'pg';
import {pglite} from '../../../registry/store/pglite.ts';
import {postgres} from '../../../registry/store/postgres.ts';
import {codeOf} from '../../../registry/store/store-error.ts';
import {openStore, type Driver, type Store} from '../../../registry/store/store.ts';

/** PGlite always, and a real PostgreSQL where TEST_DATABASE_URL names one whose account may make databases and roles. */
export const databases = ['PGlite', ...(process.env.TEST_DATABASE_URL === undefined ? [] : ['PostgreSQL'])] as const;
export type DatabaseKind = (typeof databases)[number];

export interface TestStore {
  readonly store: Store;
  readonly driver: Driver;
  /** Of PostgreSQL only. */
  readonly url: string | undefined;
  close(): Promise<void>;
}

/** A store of its own, empty. `through`: another way to the same PostgreSQL. */
export async function openTestStore(
  kind: DatabaseKind,
  {now = Date.now, through}: {now?: (() => number) | undefined; through?: string | undefined} = {},
): Promise<TestStore> {
  if (kind === 'PGlite') {
    const driver = await pglite();
    const store = await openStore(driver, now);
    return {store, driver, url: undefined, close: () => store.close()};
  }
  const {url, drop} = await makeDatabase();
  const driver = postgres(through === undefined ? url : new URL(new URL(url).pathname, through).href, () => undefined);
  const store = await openStore(driver, now);
  return {
    store,
    driver,
    url,
    async close() {
      await store.close();
      await drop();
    },
  };
}

/** An empty database on the server of the tests. */
export async function makeDatabase(): Promise<{url: string; drop: () => Promise<void>}> {
  const server = process.env.TEST_DATABASE_URL;
  if (server === undefined) throw new Error('TEST_DATABASE_URL names no server');
  const name = `tirek_test_${randomBytes(6).toString('hex')}`;
  const run = async (statement: string): Promise<void> => {
    const client = new Client(server);
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await run(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const drop = async (): Promise<void> => {
    try {
      await run(`DROP DATABASE ${name} WITH (FORCE)`);
    } catch (error) {
      // A vacuum of the server itself is at work there, which this account may not end; without FORCE the server ends it.
      if (codeOf(error) !== '42501') throw error;
      await run(`DROP DATABASE ${name}`);
    }
  };
  return {url: url.href, drop};
}
