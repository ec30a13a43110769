import type {NumberKind} from '../../domain/numbering.ts';
import type {ReadableDb} from '../connection.ts';

/**
 * Numbers that two PCs have given, each not knowing of the other: rows of a volume, or personal files. Nobody's entry is
 * refused for it; a person gives one of them the next number.
 */
export interface DoubledNumber {
  readonly kind: NumberKind;
  readonly number: string;
  /** The row or the file that was entered first stands first. */
  readonly holders: readonly NumberHolder[];
}

export interface NumberHolder {
  /** Of the row of the journal, or of the personal file. */
  readonly id: string;
  readonly recipientId: string;
  readonly author: string | null;
  readonly recordedAt: string | null;
}

type Found = NumberHolder & {readonly kind: NumberKind; readonly number: string; readonly series: string};

const doubledRows = 'SELECT journal_id, row_number FROM placement GROUP BY journal_id, row_number HAVING count(*) > 1';
const doubledFiles = 'SELECT number FROM personal_file GROUP BY number HAVING count(*) > 1';

export function countDoubledNumbers(db: ReadableDb): number {
  return (
    db
      .prepare<{count: number}>(
        `SELECT (SELECT count(*) FROM (${doubledRows})) + (SELECT count(*) FROM (${doubledFiles})) AS count`,
      )
      .get()?.count ?? 0
  );
}

export function doubledNumbers(db: ReadableDb): DoubledNumber[] {
  const found = db
    .prepare<Found>(
      `WITH holder AS (
        SELECT 'row' AS kind, 'placement' AS "table", p.id, p.recipient_id, p.row_number AS number, p.journal_id AS series
          FROM placement p WHERE (p.journal_id, p.row_number) IN (${doubledRows})
        UNION ALL
        SELECT 'file', 'personal_file', f.id, f.recipient_id, f.number, ''
          FROM personal_file f WHERE f.number IN (${doubledFiles}))
      SELECT holder.kind, CAST(holder.number AS TEXT) AS number, holder.series, holder.id,
        holder.recipient_id AS recipientId, min(c.stamp) AS stamp, c.author, c.recorded_at AS recordedAt
      FROM holder LEFT JOIN change c ON c.row_id = holder.id AND c.table_name = holder."table" AND c.op = 'insert'
      GROUP BY holder.id
      ORDER BY holder.kind DESC, holder.series, holder.number, stamp, holder.id`,
    )
    .all();
  const groups = Map.groupBy(found, ({kind, series, number}) => `${kind} ${series} ${number}`);
  return [...groups.values()].flatMap(group => {
    const [first] = group;
    if (first === undefined) return [];
    const holders = group.map(({id, recipientId, author, recordedAt}) => ({id, recipientId, author, recordedAt}));
    return [{kind: first.kind, number: first.number, holders}];
  });
}
