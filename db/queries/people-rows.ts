import type {IsoDate} from '../../domain/dates.ts';
import type {PlacementStatus} from '../../domain/vocabulary.ts';
import type {ReadableDb} from '../connection.ts';
import {recipientColumns, type RecipientRow} from './recipient.ts';

/** A person with what a table of people tells beside the card. */
export interface PersonOfTable extends RecipientRow {
  readonly status: PlacementStatus | null;
  readonly rowNumber: number | null;
  readonly queuedOn: IsoDate | null;
  readonly admittedOn: IsoDate | null;
  readonly fileNumber: string | null;
  readonly unitId: string | null;
}

/** In the order of the ids. `on`: the day of the unit. */
export function peopleRows(db: ReadableDb, ids: readonly string[], on: IsoDate): PersonOfTable[] {
  const columns = recipientColumns.map(({column, property}) => `r."${column}" AS "${property}"`).join(', ');
  return db
    .prepare<PersonOfTable>(
      `SELECT ${columns}, s.status, s.row_number AS rowNumber, s.queued_on AS queuedOn, s.admitted_on AS admittedOn,
        f.number AS fileNumber,
        (SELECT u.unit_id FROM unit_stay u WHERE u.placement_id = s.placement_id
          AND u.from_on <= ? AND (u.to_on IS NULL OR u.to_on > ?) LIMIT 1) AS unitId
      FROM json_each(?) AS wanted
      CROSS JOIN recipient r ON r.id = wanted.value
      LEFT JOIN placement_state s ON s.recipient_id = r.id AND s.current
      LEFT JOIN personal_file f ON f.recipient_id = r.id
      ORDER BY wanted.key`,
    )
    .all(on, on, JSON.stringify(ids));
}
