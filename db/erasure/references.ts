import {exchangeTables, type ExchangeTable} from '../exchange/tables.ts';
import type {Values} from '../exchange/rows.ts';

/**
 * Which tables hold what belongs to a person, by what they declare: a table that refers to one of them, or names a recipient,
 * is one of them. So a new table is erased with the others without being listed anywhere.
 *
 *   recipient ◀── placement ◀── placement_event …      recipient ◀── plan ◀── measure …      any row ◀── conflict_choice
 */
export interface PersonalTable {
  readonly table: ExchangeTable;
  /** Columns that may name a row of a person, and whether they may be empty. */
  readonly references: readonly {readonly column: string; readonly optional: boolean}[];
}

/** Names rows of people and is none of theirs. */
const beside = new Set(['erasure']);
/** Name a row of a person where nothing declares it: of a recipient, and of any table. */
const undeclared = ['recipient_id', 'row_id'];

/** Named like rows, and are none of a person's: forms, conditions, who printed, another organisation. */
const otherIds = new Set(['edition_id', 'item_id', 'account_id', 'other_facility_id']);

function namesOneOf(known: ReadonlySet<string>, {columns, parents}: ExchangeTable): boolean {
  return undeclared.some(column => columns.has(column)) || parents.some(({table}) => known.has(table));
}

function personalNames(): ReadonlySet<string> {
  const known = new Set(['recipient']);
  for (let before = 0; before < known.size;) {
    before = known.size;
    for (const table of exchangeTables.values()) {
      if (!beside.has(table.name) && namesOneOf(known, table)) known.add(table.name);
    }
  }
  return known;
}

function describe(known: ReadonlySet<string>, table: ExchangeTable): PersonalTable {
  const declared = new Map(table.parents.map(({column, table: parent}) => [column, parent]));
  const columns = ['id', ...table.columns.keys()].filter(column => {
    const parent = declared.get(column);
    return parent === undefined ? column.endsWith('_id') && !otherIds.has(column) : known.has(parent);
  });
  const references = columns.map(column => ({column, optional: table.columns.get(column)?.notNull === false}));
  return {table, references};
}

const names = personalNames();

/** By their names in SQL. */
export const personalTables: ReadonlyMap<string, PersonalTable> = new Map(
  [...exchangeTables.values()].filter(({name}) => names.has(name)).map(table => [table.name, describe(names, table)]),
);

/** The ids of other rows that some values name. Of a table that this version does not know, by the names of the columns. */
export function namedIn(table: string, rowId: string, values: Values): string[] {
  const columns =
    personalTables.get(table)?.references.map(({column}) => column) ??
    Object.keys(values).filter(column => column.endsWith('_id'));
  return columns.flatMap(column => {
    const value = column === 'id' ? rowId : values[column];
    return typeof value === 'string' ? [value] : [];
  });
}

/** Says that two entries are of one person: either stands without the other. */
const mark = 'merged_into_id';

/**
 * What becomes of a row that names an erased one. It goes with it, unless a change said before that it is of somebody else
 * (a merge on a PC that did not know of the erasure): then that holds again.
 */
export type Fate = 'goes' | Readonly<Record<string, string | null>>;

/** `claims`: what its changes wrote, in the order of their stamps. Of a table that is not known here: it goes. */
export function fateOf(
  table: string,
  rowId: string,
  claims: readonly Values[],
  isErased: (id: string) => boolean,
): Fate {
  const personal = personalTables.get(table);
  if (personal === undefined) {
    return claims.some(values => namedIn(table, rowId, values).some(isErased)) ? 'goes' : {};
  }
  const mended: Record<string, string | null> = {};
  const claimed = (column: string): unknown[] =>
    column === 'id' ? [rowId] : claims.flatMap(values => (column in values ? [values[column]] : []));
  const standing = (column: string): unknown =>
    claimed(column).findLast(value => typeof value !== 'string' || !isErased(value));
  for (const {column, optional} of personal.references) {
    const last = claimed(column).at(-1);
    if (typeof last !== 'string' || !isErased(last)) continue;
    const before = standing(column);
    if (typeof before === 'string') mended[column] = before;
    else if (column === mark || (optional && column !== 'recipient_id' && typeof standing('recipient_id') === 'string'))
      mended[column] = null;
    else return 'goes';
  }
  return mended;
}
