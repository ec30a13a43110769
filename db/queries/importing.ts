import {randomUUID} from 'node:crypto';
import type {ImportKind} from '../../domain/importing/kinds.ts';
import type {ReadableDb} from '../connection.ts';
import {idOf} from '../new-id.ts';
import {readOwn} from '../own-state.ts';

/** One import, as this PC remembers it. Nothing of what stood in the file is kept. */
export interface ImportRecord {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly at: string;
  readonly accountId: string;
  /** The last row of the table that was taken, from 0; rows after it have brought nothing. */
  readonly lastRow: number;
  readonly taken: number;
  readonly takenBack: number;
  readonly isTakenBack: boolean;
}

export const importsKey = 'imports';

/** The newest first. */
export function readImports(db: ReadableDb): ImportRecord[] {
  const kept = readOwn(db, importsKey);
  // Written by db/commands/importing.ts alone.
  return kept === undefined ? [] : (JSON.parse(kept) as ImportRecord[]);
}

/** Of version 8 (RFC 9562, 5.8): what it brings has ids in the order of the table. */
export function newImportId(): string {
  const id = randomUUID();
  return `${id.slice(0, 14)}8${id.slice(15)}`;
}

/**
 * The id of what a row of the table has become. In the order of the rows, so that the indexes grow at one end: of ids in no
 * order, each thousand rows would write every page of them anew. Imports from before have such ids still.
 */
export function importedId(importId: string, row: number, what: string): string {
  const id = idOf('import', importId, row, what);
  if (importId[14] !== '8') return id;
  const head = importId.slice(0, 6) + row.toString(16).padStart(6, '0');
  return `${head.slice(0, 8)}-${head.slice(8)}-8${id.slice(15)}`;
}
