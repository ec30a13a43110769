import {keepingEndsOn} from '../../domain/keeping-term.ts';
import type {IsoDate} from '../../domain/dates.ts';
import type {ReadableDb} from '../connection.ts';

export interface DuePerson {
  readonly recipientId: string;
  readonly leftOn: IsoDate;
  readonly dueOn: IsoDate;
}

/** Whose latest row of the journal is closed for so many years; by the day of leaving, then by name. */
export function peopleDue(db: ReadableDb, years: number, today: IsoDate): DuePerson[] {
  return db
    .prepare<{recipientId: string; leftOn: string}>(
      `SELECT s.recipient_id AS recipientId, s.since AS leftOn
      FROM placement_state s JOIN recipient r ON r.id = s.recipient_id
      WHERE s.current AND s.status IN ('discharged', 'transferred', 'withdrawn') AND r.merged_into_id IS NULL
        AND s.since < ?
      ORDER BY s.since, s.name_key, s.recipient_id`,
    )
    .all(today)
    .map(row => ({...row, dueOn: keepingEndsOn(row.leftOn, years)}))
    .filter(({dueOn}) => dueOn <= today);
}
