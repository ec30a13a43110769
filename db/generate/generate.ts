import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {tables} from '../synced-tables.ts';
import {migrationSql, snapshotOf, type Snapshot} from './migration.ts';

/**
 * `npm run db:generate -- --name what-it-does`: writes the next migration, what drizzle-kit will compare with next time,
 * and the list that the program carries. The migration is then read, given its test, and locked (test/db/migrations). Without a
 * name: whether the schema has changed.
 */

const folder = join(import.meta.dirname, '../migrations');
const snapshotFile = join(folder, 'snapshot.json');

function previousSnapshot(): Snapshot {
  return JSON.parse(readFileSync(snapshotFile, 'utf8'));
}

function migrationNames(): string[] {
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

const {name} = parseArgs({options: {name: {type: 'string'}}}).values;
const previous = previousSnapshot();
const next = await snapshotOf(tables, previous);
const sql = await migrationSql(previous, next);
if (sql === '') {
  console.log('The schema has not changed.');
} else {
  if (name === undefined || !/^[a-z0-9-]+$/.test(name))
    throw new Error('say what the migration does: --name add-units');
  const full = `${String(migrationNames().length + 1).padStart(4, '0')}-${name}`;
  writeFileSync(join(folder, `${full}.ts`), `export const sql = \`\n${sql}\n\`;\n`);
  writeFileSync(snapshotFile, `${JSON.stringify(next, null, 1)}\n`);
  writeFileSync(join(folder, 'list.ts'), listOf(migrationNames()));
  console.log(`db/migrations/${full}.ts`);
}
