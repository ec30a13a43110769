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

/** The id of what a row of the table has become. */
export function importedId(importId: string, row: number, what: string): string {
  return idOf('import', importId, row, what);
}
