import type {ReadableDb} from '../connection.ts';
import {fromLine} from '../../registry/protocol/change.ts';
import type {Values} from '../exchange/rows.ts';
import {exchangeTables, placeOf} from '../exchange/tables.ts';
import {isErasedId, type RowPlace} from './erased.ts';
import {fateOf, namedIn, personalTables} from './references.ts';

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
  const live = liveNaming(db);
  const fate = ({table, rowId, held}: Candidate) => fateOf(table, rowId, claimsOf({table, rowId}, held), isErased);
  for (let frontier = [...ids]; frontier.length > 0;) {
    const named = [...live(frontier), ...frontier.flatMap(id => aside.get(id) ?? [])];
    for (const each of named) candidates.set(placeOf(each.table, each.rowId), each);
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

function addTo(found: Map<string, Candidate[]>, id: string, candidate: Candidate): void {
  const before = found.get(id);
  if (before === undefined) found.set(id, [candidate]);
  else before.push(candidate);
}

type Naming = (ids: readonly string[]) => Candidate[];

/** Asked from step to step: a column with an index is asked each time, all others are read once. */
function liveNaming(db: ReadableDb): Naming {
  const indexed: {readonly table: string; readonly column: string}[] = [];
  const read = new Map<string, Candidate[]>();
  for (const personal of personalTables.values()) {
    const table = personal.table.name;
    const withIndex = indexedColumns(db, table);
    const columns = personal.references.map(({column}) => column);
    indexed.push(...columns.filter(column => withIndex.has(column)).map(column => ({table, column})));
    for (const {rowId, value} of columns.filter(column => !withIndex.has(column)).flatMap(valuesOf(db, table))) {
      addTo(read, value, {table, rowId, held: []});
    }
  }
  return ids => {
    const wanted = JSON.stringify(ids);
    const asked = indexed.flatMap(({table, column}) =>
      db
        .prepare<{rowId: string}>(
          `SELECT id AS rowId FROM "${table}" WHERE "${column}" IN (SELECT value FROM json_each(?))`,
        )
        .all(wanted)
        .map(({rowId}) => ({table, rowId, held: []})),
    );
    return [...asked, ...ids.flatMap(id => read.get(id) ?? [])];
  };
}

function indexedColumns(db: ReadableDb, table: string): ReadonlySet<string> {
  const sql = `SELECT i.name FROM pragma_index_list(?) AS l, pragma_index_info(l.name) AS i
    WHERE i.seqno = 0 AND l.partial = 0`;
  return new Set(
    db
      .prepare<{name: string}>(sql)
      .all(table)
      .map(({name}) => name),
  );
}

function valuesOf(db: ReadableDb, table: string): (column: string) => {rowId: string; value: string}[] {
  return column =>
    db
      .prepare<{rowId: string; value: string}>(
        `SELECT id AS rowId, "${column}" AS value FROM "${table}" WHERE "${column}" IS NOT NULL`,
      )
      .all();
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
      addTo(found, id, {table, rowId, held: waits ? [values] : []});
    }
  };
  for (const each of [...deleted, ...raw]) note(each, false);
  for (const each of held) note(each, true);
  return found;
}
