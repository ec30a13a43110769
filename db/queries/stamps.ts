import type {ReadableDb} from '../connection.ts';

/** Of the row itself. */
const itself = 'SELECT ? AS id';

function rowsOf(table: string, parent: string): string {
  return `SELECT id FROM ${table} WHERE ${parent} = ?`;
}

/**
 * The stamp that a screen sees of a record that is saved with what belongs to it: of the newest change among them, and
 * how many there are beside the first, because what was taken out leaves no stamp here. In one statement, written by hand:
 * each save asks twice. Empty: there are none of these rows.
 */
function stampOfAll(db: ReadableDb, id: string, ...rows: readonly string[]): string {
  const stamps = rows.map(
    ids =>
      `SELECT (SELECT stamp FROM change WHERE row_id = part.id ORDER BY seq DESC LIMIT 1) AS stamp FROM (${ids}) part`,
  );
  const found = db
    .prepare<{newest: string | null; count: number}>(
      `SELECT max(stamp) AS newest, count(*) AS count FROM (${stamps.join(' UNION ALL ')})`,
    )
    .get(...rows.map(() => id));
  return found === undefined || found.count === 0 ? '' : `${found.newest ?? ''}/${found.count - 1}`;
}

/** A person with the parents. */
export function recipientStamp(db: ReadableDb, id: string): string {
  return stampOfAll(db, id, itself, rowsOf('relative', 'recipient_id'));
}

/** A personal file with its documents. */
export function fileStamp(db: ReadableDb, id: string): string {
  return stampOfAll(db, id, itself, rowsOf('file_document', 'file_id'));
}

/** What was kept of the conditions of admission, for a row of the journal. */
export function checkStamp(db: ReadableDb, placementId: string): string {
  return stampOfAll(db, placementId, rowsOf('admission_check', 'placement_id'));
}

/** A plan with its measures and signatures. */
export function planStamp(db: ReadableDb, id: string): string {
  return stampOfAll(db, id, itself, rowsOf('measure', 'plan_id'), rowsOf('plan_signature', 'plan_id'));
}

/** A round of monitoring with its entries. */
export function roundStamp(db: ReadableDb, id: string): string {
  return stampOfAll(db, id, itself, rowsOf('monitoring_entry', 'round_id'));
}

/** A record that is saved alone: a member of staff, the facility, an event, a volume of the journal. */
export function recordStamp(db: ReadableDb, id: string): string {
  return stampOfAll(db, id, itself);
}
