import {Client} from 'pg';
import {must} from '../../../domain/assert.ts';
import {postgres} from '../postgres.ts';
import {ensureRoles} from '../roles.ts';
import {StoreError} from '../store-error.ts';
import {openStore} from '../store.ts';
import {runTool} from './postgres-tool.ts';

/**
 * Puts a copy into an empty database, all of it or nothing, and brings it up to this version. What the facilities sent after
 * the copy was made they send again at their next exchange. Throws `StoreError`; the database is as
 * empty as before then, but for a copy that a newer version made.
 */
export async function restore(url: string, file: string, now: () => number): Promise<void> {
  await runTool('pg_restore', ['--list', file], {problem: 'no-backup'});
  await prepare(url);
  await runTool('pg_restore', ['--no-owner', '--exit-on-error', '--single-transaction', file], {url});
  const driver = postgres(url, () => undefined);
  // Closes the driver where it fails.
  const store = await openStore(driver, now);
  try {
    await driver.asOwner(owner => owner.script('ANALYZE'));
  } finally {
    await store.close();
  }
}

async function prepare(url: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    const {rows} = await client.query<{tables: string}>(
      `SELECT count(*) AS tables FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace`,
    );
    if (Number(must(rows[0]).tables) > 0) throw new StoreError('not-empty');
    await ensureRoles({
      query: (text, values = []) => client.query(text, [...values]),
      async script(text) {
        await client.query(text);
      },
    });
  } finally {
    await client.end();
  }
}
