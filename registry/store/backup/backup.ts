import {existsSync} from 'node:fs';
import {open, rename, rm} from 'node:fs/promises';
import {devNull} from 'node:os';
import {dirname} from 'node:path';
import {Client} from 'pg';
import {must} from '../../../domain/assert.ts';
import {migrations} from '../migrations/list.ts';
import {StoreError} from '../store-error.ts';
import {runTool} from './postgres-tool.ts';

export interface BackupMade {
  readonly bytes: number;
}

/**
 * A copy of the whole database as of one moment, by pg_dump, while the registry goes on: written under another name, read back
 * to its end, synced, renamed. It holds the facts of all facilities and the registry's keys, unencrypted: readable by its owner
 * alone. Throws `StoreError`; then there is no file.
 */
export async function backup(url: string, file: string): Promise<BackupMade> {
  if (existsSync(file)) throw new StoreError('file-exists');
  await refuseUnlessWhole(url);
  const half = `${file}.part`;
  try {
    // pg_dump writes into the file that is there, and leaves its rights as they are.
    await (await open(half, 'w', 0o600)).close();
    await runTool(
      'pg_dump',
      [
        '--format=custom',
        '--no-owner',
        // Row-level security holds the owner too; this role's policies let it read every row.
        '--role=tirek_backup',
        '--enable-row-security',
        '--lock-wait-timeout=60000',
        `--file=${half}`,
      ],
      {url},
    );
    await runTool('pg_restore', [`--file=${devNull}`, half], {problem: 'no-backup'});
    const bytes = await sync(half);
    await rename(half, file);
    await sync(dirname(file));
    return {bytes};
  } finally {
    await rm(half, {force: true});
  }
}

async function sync(path: string): Promise<number> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

/** A table that the role of the copy may not read whole would be copied without its rows, and nobody would be told. */
async function refuseUnlessWhole(url: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    const {rows} = await client.query<{migrated: boolean}>(
      `SELECT to_regclass('applied_migration') IS NOT NULL AND EXISTS (SELECT FROM pg_roles WHERE rolname = 'tirek_backup') AS migrated`,
    );
    if (!must(rows[0]).migrated) throw new StoreError('not-migrated');
    const {rows: applied} = await client.query<{version: number | null}>(
      'SELECT max(version) AS version FROM applied_migration',
    );
    const version = must(applied[0]).version ?? 0;
    if (version !== migrations.length) throw new StoreError(version < migrations.length ? 'not-migrated' : 'newer');
    const {rows: hidden} = await client.query<{name: string}>(
      `SELECT relname AS name FROM pg_class
       WHERE relkind IN ('r', 'p') AND relrowsecurity AND relnamespace = current_schema()::regnamespace
         AND NOT EXISTS (SELECT FROM pg_policies WHERE schemaname = current_schema() AND tablename = relname
           AND 'tirek_backup' = ANY (roles) AND permissive = 'PERMISSIVE' AND cmd = 'SELECT' AND qual = '(CURRENT_USER = ''tirek_backup''::name)')`,
    );
    if (hidden.length > 0) throw new StoreError('tool-failed', hidden.map(({name}) => name).join(', '));
  } finally {
    await client.end();
  }
}
