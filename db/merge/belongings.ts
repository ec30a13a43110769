import type {ReadableDb, WritableDb} from '../connection.ts';

/**
 * What belongs to a person, table by table. A test finds a table that names a recipient or a row of the journal and
 * stands in none of these lists.
 */

/** Rows that name the person: they go over to whoever is kept. */
export const ownTables = [
  'relative',
  'placement',
  'personal_file',
  'plan',
  'paper',
  'print',
  'year_binding',
  'transfer',
  'attachment',
  'consent',
] as const;
export type OwnTable = (typeof ownTables)[number];

/** Rows that name a row of the journal, and go where it goes; `portal_entry` has its id. */
export const tablesOfPlacements = [
  'placement_event',
  'unit_stay',
  'admission_check',
  'portal_entry',
  'plan',
  'transfer',
] as const;

/** Made anew from the others, for both people. */
export const derivedTables = ['placement_state', 'deadline', 'deadline_stale'] as const;

/** Says of whom something was at its time, and is never written again: the audit, and what was erased. */
export const lastingTables = ['audit', 'erasure', 'erased_row'] as const;

/** A row that went over. */
export interface MovedRow {
  readonly table: string;
  readonly id: string;
}

/**
 * What of a person goes over to another. Three things stay where they are, because the other has the like: a second
 * personal file (there is one for a person; its number and inventory stay to be seen), the note that a year is bound
 * where the other has one of that year, and a parent who is written there already.
 */
export function rowsToMove(db: ReadableDb, keptId: string, mergedId: string): MovedRow[] {
  return ownTables.flatMap(table =>
    db
      .prepare<{id: string}>(
        `SELECT x.id FROM (SELECT ? AS kept, ? AS merged) AS who CROSS JOIN ${table} x
        WHERE x.recipient_id = who.merged AND ${goesOver[table] ?? '1'}`,
      )
      .all(keptId, mergedId)
      .map(({id}) => ({table, id})),
  );
}

/** SQL; `who.kept` is whoever is kept, `x` the row. */
const goesOver: Partial<Record<OwnTable, string>> = {
  personal_file: 'NOT EXISTS (SELECT 1 FROM personal_file k WHERE k.recipient_id = who.kept)',
  year_binding: 'NOT EXISTS (SELECT 1 FROM year_binding k WHERE k.recipient_id = who.kept AND k.year = x.year)',
  relative: `NOT EXISTS (SELECT 1 FROM relative k WHERE k.recipient_id = who.kept AND k.kinship = x.kinship
    AND tirek_fold(k.surname || ' ' || k.first_name) = tirek_fold(x.surname || ' ' || x.first_name)
    AND (x.patronymic IS NULL OR tirek_fold(x.patronymic) = tirek_fold(coalesce(k.patronymic, '')))
    AND (x.born_on IS NULL OR x.born_on IS k.born_on)
    AND (x.absence_reason IS NULL OR x.absence_reason IS k.absence_reason)
    AND (x.proof IS NULL OR x.proof IS k.proof))`,
};

/**
 * What goes back: the rows that went over and are there still, and what was made since of a row of the journal that goes
 * back (its plans, their papers, its transfers). All else that was made since stays.
 */
export function rowsToMoveBack(db: ReadableDb, keptId: string, moved: readonly MovedRow[]): MovedRow[] {
  const still = moved.filter(({table, id}) => {
    const own = ownTables.find(each => each === table);
    if (own === undefined) return false;
    return db.prepare(`SELECT 1 FROM ${own} WHERE id = ? AND recipient_id = ?`).get(id, keptId) !== undefined;
  });
  const placements = still.filter(({table}) => table === 'placement').map(({id}) => id);
  const asked = '(SELECT ? AS kept, ? AS rows) AS asked';
  const rows = [keptId, JSON.stringify(placements)] as const;
  const of = (table: OwnTable, column: string, values: readonly [string, string]): MovedRow[] =>
    db
      .prepare<{id: string}>(
        `SELECT x.id FROM ${asked} CROSS JOIN ${table} x ON x.recipient_id = asked.kept
        WHERE x.${column} IN (SELECT value FROM json_each(asked.rows))`,
      )
      .all(...values)
      .map(({id}) => ({table, id}));
  const plans = of('plan', 'placement_id', rows);
  const rounds = db
    .prepare<{id: string}>(
      'SELECT m.id FROM json_each(?) AS wanted CROSS JOIN monitoring_round m ON m.plan_id = wanted.value',
    )
    .all(JSON.stringify(plans.map(({id}) => id)));
  const transfers = of('transfer', 'placement_id', rows);
  const subjects = [keptId, JSON.stringify([...plans, ...rounds, ...transfers].map(({id}) => id))] as const;
  const since = [
    ...plans,
    ...transfers,
    ...of('paper', 'subject_id', subjects),
    ...of('print', 'subject_id', subjects),
  ];
  const known = new Set(still.map(({id}) => id));
  return [...still, ...since.filter(({id}) => !known.has(id))];
}

/** Only the name of the table is put into the SQL, and only one of ours. */
export function moveRows(db: WritableDb, rows: readonly MovedRow[], toId: string): void {
  for (const {table, id} of rows) {
    const own = ownTables.find(each => each === table);
    if (own !== undefined) db.execute(`UPDATE ${own} SET recipient_id = ? WHERE id = ?`, toId, id);
  }
}
