import {cpSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {expect, test} from 'vitest';
import {writeNextMigration} from '../../../db/generate/next-migration.ts';
import type {Snapshot} from '../../../db/generate/migration.ts';
import {migrations} from '../../../db/migrations/list.ts';
import {temporaryFolder} from '../../support/test-database.ts';

test('the next migration, its place in the list and what is compared next time; nothing where nothing changed', async () => {
  const folder = temporaryFolder();
  cpSync(resolve(import.meta.dirname, '../../../db/migrations'), folder, {recursive: true});
  expect(await writeNextMigration(folder, undefined)).toBeUndefined();
  // As when the phrases had only just been added to the schema.
  const file = join(folder, 'snapshot.json');
  const before: Snapshot = JSON.parse(readFileSync(file, 'utf8'));
  const {phrase: _, ...tables} = before.tables;
  writeFileSync(file, JSON.stringify({...before, tables}));
  for (const name of [undefined, 'Қосу', '../up']) {
    await expect(writeNextMigration(folder, name)).rejects.toThrow('--name add-units');
  }
  const name = `${String(migrations.length + 1).padStart(4, '0')}-add-phrases`;
  expect(await writeNextMigration(folder, 'add-phrases')).toBe(name);
  expect(readdirSync(folder)).toContain(`${name}.ts`);
  const sql = readFileSync(join(folder, `${name}.ts`), 'utf8');
  expect(sql).toMatch(/^export const sql = `\nCREATE TABLE "phrase" \([^`]*\) STRICT;[^`]*\n`;\n$/u);
  expect(readFileSync(join(folder, 'list.ts'), 'utf8')).toContain(
    `import {sql as sql${migrations.length + 1}} from './${name}.ts';`,
  );
  expect(await writeNextMigration(folder, undefined)).toBeUndefined();
});
