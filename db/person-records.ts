import {getTableColumns, getTableName, inArray, or, sql, type Column} from 'drizzle-orm';
import {getTableConfig, type SQLiteTable} from 'drizzle-orm/sqlite-core';
import {must} from '../domain/assert.ts';
import {sharedTables} from '../registry/protocol/erasure.ts';
import type {ReadableDb} from './connection.ts';
import type {SyncedTableName} from './history.ts';
import {entriesOf} from './queries/merge.ts';
import {syncedTables} from './synced-tables.ts';

/**
 * Every row that belongs to a person, found by what the schema says of itself: a table belongs to people where it names a
 * recipient, or a row that belongs to one. So a new table is in the copy of a person's data without another word.
 */

/** As the schema has it: properties, flags, lists. */
export type RecordRow = Readonly<Record<string, unknown>> & {readonly id: string};

interface Link {
  readonly column: Column;
  readonly property: string;
  readonly parent: SyncedTableName;
}

const names = Object.keys(syncedTables) as SyncedTableName[];
const nameByTable = new Map<SQLiteTable, SyncedTableName>(names.map(name => [syncedTables[name], name]));

/** Whose rows are nobody's in particular, by the names of the schema: what no erasure may name holds nothing of a person. */
export const tablesOfNobody = names.filter(name => sharedTables.has(getTableName(syncedTables[name])));
const ofNobody: ReadonlySet<SyncedTableName> = new Set(tablesOfNobody);

/** All columns of a table that name a row of another one; `recipientId` also where no key says it. */
function referencesOf(name: SyncedTableName): readonly Link[] {
  const table: SQLiteTable = syncedTables[name];
  const properties = new Map(Object.entries(getTableColumns(table)).map(([property, column]) => [column, property]));
  const links = getTableConfig(table).foreignKeys.map((key): Link => {
    const {columns, foreignTable} = key.reference();
    const column = must(columns[0]);
    return {column, property: must(properties.get(column)), parent: must(nameByTable.get(foreignTable))};
  });
  const {recipientId} = getTableColumns(table) as Readonly<Record<string, Column | undefined>>;
  return recipientId === undefined || links.some(({property}) => property === 'recipientId')
    ? links
    : [{column: recipientId, property: 'recipientId', parent: 'recipient'}, ...links];
}

const references: ReadonlyMap<SyncedTableName, readonly Link[]> = new Map(
  names.map(name => [name, referencesOf(name)]),
);

/** By what a row belongs to a person: the person where the row names one, otherwise the rows that it hangs on. */
export function belongsBy(name: SyncedTableName): readonly Pick<Link, 'property' | 'parent'>[] {
  return linksOf(name);
}

function linksOf(name: SyncedTableName): readonly Link[] {
  if (ofNobody.has(name) || name === 'recipient') return [];
  const links = must(references.get(name)).filter(({parent}) => !ofNobody.has(parent));
  const toPerson = links.filter(({parent}) => parent === 'recipient');
  return toPerson.length > 0 ? toPerson : links;
}

export interface PersonRecords {
  /** The person, then the entries that were made one with it. */
  readonly recipientIds: readonly string[];
  /** Of every table that can hold something of a person, also where it holds nothing. */
  readonly rows: ReadonlyMap<SyncedTableName, readonly RecordRow[]>;
  /** Rows that are nobody's and that the person's rows name: `staff`, `unit`, `journal`. */
  readonly named: ReadonlyMap<SyncedTableName, readonly string[]>;
}

/** `recipientId`: of whoever is kept. */
export function recordsOfPerson(db: ReadableDb, recipientId: string): PersonRecords {
  const recipientIds = entriesOf(db, recipientId);
  const rows = new Map<SyncedTableName, readonly RecordRow[]>();
  const ids = (name: SyncedTableName): string[] => (rows.get(name) ?? []).map(({id}) => id);
  // A table stands after the tables that it refers to; the choices between edits name rows of any.
  for (const name of names.filter(each => !ofNobody.has(each) && each !== 'conflictChoice')) {
    const table: SQLiteTable = syncedTables[name];
    const where =
      name === 'recipient'
        ? inArray(syncedTables.recipient.id, recipientIds)
        : or(...linksOf(name).map(({column, parent}) => within(column, ids(parent))));
    rows.set(
      name,
      where === undefined
        ? []
        : (db
            .select()
            .from(table)
            .where(where)
            .orderBy(sql`rowid`)
            .all() as RecordRow[]),
    );
  }
  const all = [...rows.values()].flatMap(each => each.map(({id}) => id));
  const {conflictChoice} = syncedTables;
  rows.set('conflictChoice', db.select().from(conflictChoice).where(within(conflictChoice.rowId, all)).all());
  return {recipientIds, rows, named: namedBy(rows)};
}

/** Rows of any table that name one of these, by the keys of the schema: whatever was added to them. */
export function rowsNaming(
  db: ReadableDb,
  parents: ReadonlySet<SyncedTableName>,
  ids: readonly string[],
): {readonly id: string; readonly parentId: string}[] {
  return [...references].flatMap(([name, links]) => {
    const table: SQLiteTable = syncedTables[name];
    return links
      .filter(({parent}) => parents.has(parent))
      .flatMap(({column}) =>
        db
          .select({id: syncedTables[name].id, parentId: sql<string>`${column}`})
          .from(table)
          .where(within(column, ids))
          .all(),
      );
  });
}

/** However many ids there are. */
function within(column: Column, ids: readonly string[]) {
  return sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

function namedBy(rows: PersonRecords['rows']): PersonRecords['named'] {
  const named = new Map<SyncedTableName, Set<string>>();
  for (const [name, found] of rows) {
    for (const {property, parent} of must(references.get(name))) {
      if (!ofNobody.has(parent)) continue;
      const ids = named.get(parent) ?? new Set();
      for (const row of found) if (typeof row[property] === 'string') ids.add(row[property]);
      named.set(parent, ids);
    }
  }
  return new Map([...named].map(([name, ids]) => [name, [...ids]]));
}

/** What is typed and not saved yet, by whoever is at work with one of these rows on this PC. */
export function draftsNaming(
  db: ReadableDb,
  ids: readonly string[],
): {key: string; accountId: string; savedAt: string; values: string}[] {
  return db
    .prepare<{key: string; accountId: string; savedAt: string; values: string}>(
      `SELECT key, account_id AS accountId, saved_at AS savedAt, "values" FROM draft
      WHERE EXISTS (SELECT 1 FROM json_each(?) AS wanted WHERE instr(draft.key, wanted.value) > 0) ORDER BY key, account_id`,
    )
    .all(JSON.stringify(ids));
}

/** Changes of these rows that came from elsewhere and could not be taken in yet. */
export function heldChangesOf(
  db: ReadableDb,
  ids: readonly string[],
): {line: string; reason: string; receivedAt: string}[] {
  return db
    .prepare<{line: string; reason: string; receivedAt: string}>(
      `SELECT line, reason, received_at AS receivedAt FROM quarantine
      WHERE row_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    )
    .all(JSON.stringify(ids));
}
