import {expect, test} from 'vitest';
import {writeImport} from '../../../db/commands/importing.ts';
import {keepGiven} from '../../../db/commands/numbering.ts';
import {takeBackRows} from '../../../db/commands/take-back.ts';
import {keepDraft} from '../../../db/drafts.ts';
import {importedId, newImportId, readImports} from '../../../db/queries/importing.ts';
import {readHighestGiven} from '../../../db/queries/numbering.ts';
import {testDatabase} from '../../support/test-database.ts';

const nobody = {accountId: null};
const at = '2026-01-05T06:00:00.000Z';

test('whoever has got something since, was changed or is being typed into stays; the others go', () => {
  const connection = testDatabase();
  const importId = newImportId();
  const ids = [0, 1, 2, 3].map(row => importedId(importId, row, 'recipient'));
  const [typed = '', changed = '', added = '', untouched = ''] = ids;
  connection.transact(db => {
    for (const id of ids) db.execute("INSERT INTO recipient (id, surname, first_name) VALUES (?, 'Оспанова', 'Ә')", id);
    keepDraft(db, {accountId: 'a', key: `recipient:${typed}`, values: {}, base: null, savedAt: at});
  }, nobody);
  connection.transact(db => {
    for (const id of [changed, added]) db.execute("UPDATE recipient SET phone = '1' WHERE id = ?", id);
    db.execute(
      "INSERT INTO relative (id, recipient_id, position, kinship, surname, first_name) VALUES ('k', ?, 0, 'mother', 'А', 'Б')",
      added,
    );
  }, nobody);
  const rows = {importId, kind: 'people', from: 0, count: 9} as const;
  const taken = connection.transact(db => takeBackRows(db, rows), nobody);
  expect(taken.removed).toBe(1);
  expect(new Map(taken.stays.map(({id, why}) => [id, why]))).toEqual(
    new Map([
      [typed, 'draft'],
      [changed, 'changed'],
      [added, 'added'],
    ]),
  );
  const left = connection.readable.prepare<{id: string}>('SELECT id FROM recipient').all();
  expect(left.map(({id}) => id)).not.toContain(untouched);
  // A second time nobody is left who could go.
  expect(connection.transact(db => takeBackRows(db, rows), nobody).removed).toBe(0);
});

test('imports stand newest first, each once; a number that was lost is given no second time', () => {
  const connection = testDatabase();
  const record = {kind: 'people', accountId: 'a', lastRow: 1, taken: 2, takenBack: 0, isTakenBack: false} as const;
  connection.transact(db => {
    writeImport(db, {...record, importId: 'second', at: '2026-02-01T06:00:00.000Z'});
    writeImport(db, {...record, importId: 'first', at});
    writeImport(db, {...record, importId: 'second', at: '2026-02-01T06:00:00.000Z', takenBack: 1});
    keepGiven(db, 'file', 7);
    keepGiven(db, 'file', 5);
  }, nobody);
  expect(readImports(connection.readable).map(({importId, takenBack}) => [importId, takenBack])).toEqual([
    ['second', 1],
    ['first', 0],
  ]);
  expect(readHighestGiven(connection.readable, 'file')).toBe(7);
});
