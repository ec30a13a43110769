import {randomBytes} from 'node:crypto';
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {PGlite} from '@electric-sql/pglite';
import {Client} from 'pg';
import {driverOf} from '../../../registry/store/pglite.ts';
import {postgres} from '../../../registry/store/postgres.ts';
import {codeOf} from '../../../registry/store/store-error.ts';
import {openStore, type Driver, type Store} from '../../../registry/store/store.ts';
import {lacks} from '../../support/lacks.ts';

/** PGlite always, and a real PostgreSQL where TEST_DATABASE_URL names one whose account may make databases and roles. */
export const databases = ['PGlite', ...(lacks.postgreSql() ? [] : ['PostgreSQL'])] as const;
export type DatabaseKind = (typeof databases)[number];

export interface TestStore {
  readonly store: Store;
  readonly driver: Driver;
  /** Of PostgreSQL only. */
  readonly url: string | undefined;
  close(): Promise<void>;
}

let image: Promise<Blob | File> | undefined;

/** The bytes of an empty database of this version: to make one costs three times what it costs to load one. */
function migrated(): Promise<Blob | File> {
  image ??= (async () => {
    const client = await PGlite.create();
    const store = await openStore(driverOf(client), Date.now);
    const bytes = await client.dumpDataDir('none');
    await store.close();
    return bytes;
  })();
  return image;
}

/** What the registry would leave in a data folder where nothing was entered yet. */
export async function makeDataFolder(folder: string): Promise<void> {
  mkdirSync(folder, {recursive: true, mode: 0o700});
  const client = await PGlite.create(join(folder, 'pglite'), {loadDataDir: await migrated()});
  await client.close();
}

/** A store of its own, empty. `through`: another way to the same PostgreSQL. */
export async function openTestStore(
  kind: DatabaseKind,
  {now = Date.now, through}: {now?: (() => number) | undefined; through?: string | undefined} = {},
): Promise<TestStore> {
  if (kind === 'PGlite') {
    const driver = driverOf(await PGlite.create({loadDataDir: await migrated()}));
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
