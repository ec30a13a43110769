import {must} from '../../domain/assert.ts';
import type {ImportKind} from '../../domain/importing/kinds.ts';
import type {StayReason} from '../../domain/importing/problems.ts';
import {signatoryRoles} from '../../domain/vocabulary.ts';
import type {WritableDb} from '../connection.ts';
import type {SyncedTableName} from '../history.ts';
import {idOf} from '../new-id.ts';
import {draftsNaming, rowsNaming} from '../person-records.ts';
import {importedId} from '../queries/importing.ts';
import {keepGiven} from './numbering.ts';

/**
 * Takes back what rows of a table have become. What the import has brought is known by its ids; whatever else names one of
 * these rows was added later, and an update in the log has changed one.
 */

export interface Stays {
  /** Of the person, the member of staff or the plan. */
  readonly id: string;
  readonly why: StayReason;
}

export interface TakenBack {
  readonly removed: number;
  readonly stays: readonly Stays[];
}

interface RowsOfImport {
  readonly importId: string;
  readonly kind: ImportKind;
  /** The first row of the table, from 0, and how many from there. */
  readonly from: number;
  readonly count: number;
}

const heads = {people: 'recipient', staff: 'staff', plans: 'plan'} as const satisfies Record<
  ImportKind,
  SyncedTableName
>;

/** What may be named by what was added later. */
const parents: Record<ImportKind, ReadonlySet<SyncedTableName>> = {
  people: new Set(['recipient', 'placement', 'placementEvent']),
  staff: new Set(['staff']),
  plans: new Set(['plan', 'measure']),
};

export function takeBackRows(db: WritableDb, rows: RowsOfImport): TakenBack {
  const owners = ownersOf(db, rows);
  const brought = new Set(owners.values());
  const ids = [...owners.keys()];
  const reasons = new Map<string, StayReason>();
  const tell = (id: string, why: StayReason): void => {
    const owner = must(owners.get(id));
    if (!reasons.has(owner)) reasons.set(owner, why);
  };
  for (const {id, parentId} of rowsNaming(db, parents[rows.kind], ids)) if (!owners.has(id)) tell(parentId, 'added');
  for (const id of updatedOf(db, ids)) tell(id, 'changed');
  for (const {key} of draftsNaming(db, [...brought])) {
    for (const id of brought) if (key.includes(id)) tell(id, 'draft');
  }
  remove(
    db,
    rows.kind,
    [...brought].filter(id => !reasons.has(id)),
  );
  return {removed: brought.size - reasons.size, stays: [...reasons].map(([id, why]) => ({id, why}))};
}

/** Every id that these rows may have become, with that of the record that it belongs to. */
function ownersOf(db: WritableDb, {importId, kind, from, count}: RowsOfImport): Map<string, string> {
  const owners = new Map<string, string>();
  const rows = new Map(
    Array.from({length: count}, (_, index) => [importedId(importId, from + index, heads[kind]), from + index]),
  );
  for (const id of presentOf(db, kind, [...rows.keys()])) {
    const row = must(rows.get(id));
    owners.set(id, id);
    for (const part of partsOf(db, kind, importId, {id, row})) owners.set(part, id);
  }
  return owners;
}

function presentOf(db: WritableDb, kind: ImportKind, ids: readonly string[]): string[] {
  return db
    .prepare<{id: string}>(`SELECT id FROM ${heads[kind]} WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids))
    .map(({id}) => id);
}

function partsOf(
  db: WritableDb,
  kind: ImportKind,
  importId: string,
  {id, row}: {readonly id: string; readonly row: number},
): string[] {
  const part = (what: string): string => importedId(importId, row, what);
  switch (kind) {
    case 'staff':
      return [];
    case 'people':
      return [part('placement'), ...Array.from({length: mostEvents}, (_, index) => part(`event ${index}`))];
    case 'plans': {
      const {measures} = must(
        db.prepare<{measures: number}>('SELECT count(*) AS measures FROM measure WHERE plan_id = ?').get(id),
      );
      return [
        ...Array.from({length: measures}, (_, index) => part(`measure ${index}`)),
        ...signatoryRoles.map(role => idOf('signature', id, role)),
      ];
    }
  }
}

/** Queued, admitted, and then discharged or transferred. */
const mostEvents = 4;

function updatedOf(db: WritableDb, ids: readonly string[]): string[] {
  return db
    .prepare<{id: string}>(
      `SELECT DISTINCT row_id AS id FROM json_each(?) AS wanted CROSS JOIN change c ON c.row_id = wanted.value
      WHERE c.op = 'update'`,
    )
    .all(JSON.stringify(ids))
    .map(({id}) => id);
}

/** By hand: of so many ids drizzle makes a statement as long as they are. */
function remove(db: WritableDb, kind: ImportKind, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const own = JSON.stringify(ids);
  const without = (table: string, column: string): void =>
    db.execute(`DELETE FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`, own);
  switch (kind) {
    case 'staff':
      without('staff', 'id');
      return;
    case 'plans':
      without('measure', 'plan_id');
      without('plan_signature', 'plan_id');
      without('plan', 'id');
      return;
    case 'people':
      keepNumbers(db, own);
      db.execute(
        `DELETE FROM placement_event WHERE placement_id IN
          (SELECT p.id FROM json_each(?) AS wanted CROSS JOIN placement p ON p.recipient_id = wanted.value)`,
        own,
      );
      without('placement_state', 'recipient_id');
      without('placement', 'recipient_id');
      without('recipient', 'id');
  }
}

/** As when the only mark of a row of the journal is taken back: its number is not given again. */
function keepNumbers(db: WritableDb, recipientIds: string): void {
  const highest = db
    .prepare<{journalId: string; number: number}>(
      `SELECT p.journal_id AS journalId, max(p.row_number) AS number
      FROM json_each(?) AS wanted CROSS JOIN placement p ON p.recipient_id = wanted.value GROUP BY p.journal_id`,
    )
    .all(recipientIds);
  for (const {journalId, number} of highest) keepGiven(db, journalId, number);
}
