import type {ReadableDb} from '../connection.ts';
import {fromLine} from '../../registry/protocol/change.ts';
import type {Values} from '../exchange/rows.ts';
import {exchangeTables} from '../exchange/tables.ts';
import {isErasedId, type RowPlace} from './erased.ts';
import {fateOf, namedIn, personalTables, type PersonalTable} from './references.ts';

/**
 * From the rows of a person to all that names them, from step to step: rows that are there, rows that only the log still
 * knows (they were deleted, or are of a newer version), and what waits in the quarantine.
 */
export interface Walked {
  readonly going: readonly RowPlace[];
  /** Rows of others that named one of them, with what they name instead. */
  readonly mended: readonly (RowPlace & {readonly values: Readonly<Record<string, string | null>>})[];
}

/** What a row has claimed to belong to, in the order of the stamps. */
export type ClaimsOf = (place: RowPlace, held: readonly Values[]) => readonly Values[];

interface Candidate extends RowPlace {
  /** Of a row that waits: what its changes say. */
  readonly held: readonly Values[];
}

/** `from`: ids of rows that go in any case. They are not answered. */
export function walk(db: ReadableDb, from: Iterable<string>, claimsOf: ClaimsOf): Walked {
  const ids = new Set(from);
  const isErased = (id: string): boolean => ids.has(id) || isErasedId(db, id);
  const candidates = new Map<string, Candidate>();
  const gone = new Map<string, RowPlace>();
  const aside = rowsAside(db);
  const fate = ({table, rowId, held}: Candidate) => fateOf(table, rowId, claimsOf({table, rowId}, held), isErased);
  for (let frontier = [...ids]; frontier.length > 0;) {
    const named = [...liveNaming(db, frontier), ...frontier.flatMap(id => aside.get(id) ?? [])];
    for (const each of named) candidates.set(placeOf(each), each);
    frontier = [];
    for (const [place, candidate] of candidates) {
      if (gone.has(place) || fate(candidate) !== 'goes') continue;
      gone.set(place, {table: candidate.table, rowId: candidate.rowId});
      if (!ids.has(candidate.rowId)) frontier.push(candidate.rowId);
      ids.add(candidate.rowId);
    }
  }
  const mended = [...candidates].flatMap(([place, candidate]) => {
    const values = gone.has(place) ? 'goes' : fate(candidate);
    return values === 'goes' || Object.keys(values).length === 0
      ? []
      : [{table: candidate.table, rowId: candidate.rowId, values}];
  });
  return {going: [...gone.values()], mended};
}

export function placeOf({table, rowId}: RowPlace): string {
  return JSON.stringify([table, rowId]);
}

function liveNaming(db: ReadableDb, ids: readonly string[]): Candidate[] {
  const wanted = JSON.stringify(ids);
  return [...personalTables.values()].flatMap(personal =>
    db
      .prepare<{rowId: string}>(namingSql(personal))
      .all(wanted)
      .map(({rowId}) => ({table: personal.table.name, rowId, held: []})),
  );
}

function namingSql({table, references}: PersonalTable): string {
  const named = references.map(({column}) => `"${column}" IN (SELECT value FROM wanted)`).join(' OR ');
  return `WITH wanted AS MATERIALIZED (SELECT value FROM json_each(?)) SELECT id AS rowId FROM "${table.name}" WHERE ${named}`;
}

interface LoggedPatch extends RowPlace {
  readonly patch: string;
}

/** Rows that stand in no table, by each row that they name. */
function rowsAside(db: ReadableDb): Map<string, Candidate[]> {
  const logged = 'SELECT c.table_name AS "table", c.row_id AS rowId, c.patch FROM change c';
  const deleted = db.prepare<LoggedPatch>(`${logged} WHERE c.op = 'delete' AND c.patch <> '{}'`).all();
  const raw = db
    .prepare<LoggedPatch>(`${logged} JOIN unapplied u ON u.stamp = c.stamp`)
    .all()
    .filter(({table}) => !exchangeTables.has(table));
  const held = db
    .prepare<{line: string}>('SELECT line FROM quarantine ORDER BY id')
    .all()
    .flatMap(({line}) => fromLine(line) ?? []);
  const found = new Map<string, Candidate[]>();
  const note = ({table, rowId, patch}: LoggedPatch, waits: boolean): void => {
    if (exchangeTables.has(table) && !personalTables.has(table)) return;
    const values: Values = JSON.parse(patch);
    for (const id of new Set(namedIn(table, rowId, values))) {
      found.set(id, [...(found.get(id) ?? []), {table, rowId, held: waits ? [values] : []}]);
    }
  };
  for (const each of [...deleted, ...raw]) note(each, false);
  for (const each of held) note(each, true);
  return found;
}
