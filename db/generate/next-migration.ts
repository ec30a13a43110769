import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {assert} from '../../domain/assert.ts';
import {tables} from '../synced-tables.ts';
import {migrationSql, snapshotOf, type Snapshot} from './migration.ts';

function migrationNames(folder: string): string[] {
  return readdirSync(folder)
    .filter(file => /^\d{4}-.*\.ts$/.test(file))
    .map(file => file.replace(/\.ts$/, ''))
    .sort();
}

function listOf(names: readonly string[]): string {
  const imports = names.map((name, index) => `import {sql as sql${index + 1}} from './${name}.ts';`);
  const entries = names.map((name, index) => `  {version: ${index + 1}, name: '${name}', sql: sql${index + 1}},`);
  return [
    ...imports,
    '',
    '/** Written by db/generate. The migrations by version, as the runner applies them; the SQL travels in the program. */',
    'export const migrations = [',
    ...entries,
    '] as const;',
    '',
  ].join('\n');
}

/**
 * Writes the next migration into a folder of them, beside it what drizzle-kit will compare with next time, and the list that the
 * program carries. Answers the name of the new file; undefined: the schema has not changed.
 */
export async function writeNextMigration(folder: string, name: string | undefined): Promise<string | undefined> {
  const snapshotFile = join(folder, 'snapshot.json');
  const previous: Snapshot = JSON.parse(readFileSync(snapshotFile, 'utf8'));
  const next = await snapshotOf(tables, previous);
  const sql = await migrationSql(previous, next);
  if (sql === '') return undefined;
  assert(name !== undefined && /^[a-z0-9-]+$/.test(name), 'say what the migration does: --name add-units');
  const full = `${String(migrationNames(folder).length + 1).padStart(4, '0')}-${name}`;
  writeFileSync(join(folder, `${full}.ts`), `export const sql = \`\n${sql}\n\`;\n`);
  writeFileSync(snapshotFile, `${JSON.stringify(next, null, 1)}\n`);
  writeFileSync(join(folder, 'list.ts'), listOf(migrationNames(folder)));
  return full;
}
