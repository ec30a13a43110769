import {expect, test} from 'vitest';
import {importedId, newImportId} from '../../../db/queries/importing.ts';

test('the ids of an import grow with its rows, and are the same each time', () => {
  const importId = newImportId();
  const ids = [0, 1, 255, 70_000].map(row => importedId(importId, row, 'recipient'));
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(4);
  expect(importedId(importId, 1, 'recipient')).toBe(ids[1]);
  expect(importedId(importId, 1, 'placement')).not.toBe(ids[1]);
});

test('those of an import from before stay as they were given', () => {
  const before = '11111111-1111-4111-9111-111111111111';
  expect(importedId(before, 1, 'recipient')).toMatch(/^[0-9a-f-]{36}$/);
  expect(importedId(before, 1, 'recipient').startsWith(before.slice(0, 6))).toBe(false);
});
