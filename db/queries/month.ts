import type {IsoDate} from '../../domain/dates.ts';
import type {ReadableDb} from '../connection.ts';
import {asked, askedOf, wantedOf, type Part} from './today.ts';

/** Somebody to whom something happens on a day of the month. */
export interface MonthRow {
  readonly recipientId: string;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string | null;
  /** Of a birthday the day of birth. */
  readonly on: IsoDate;
  readonly planId: string | null;
}

/** Nobody reads more of a month. */
const mostOfMonth = 300;

const who = 'r.id AS recipientId, r.surname, r.first_name AS firstName, r.patronymic';
const present = `${asked} CROSS JOIN placement_state s CROSS JOIN recipient r ON r.id = s.recipient_id
  WHERE s.current AND s.status IN ('receiving', 'on-leave')`;

/** Whose month; null: everybody's. */
type Whose = Pick<Part, 'specialist' | 'unitId'> | null;

const everybody = {specialist: null, unitId: null};

function wanted(whose: Whose): string {
  return wantedOf(whose ?? everybody, {row: 's'});
}

/** Of the month in which the day lies, by the day of the month. */
export function birthdays(db: ReadableDb, today: IsoDate, whose: Whose): MonthRow[] {
  return db
    .prepare<MonthRow>(
      `SELECT ${who}, r.born_on AS "on", NULL AS planId FROM ${present} AND substr(r.born_on, 6, 2) = ?
        AND ${wanted(whose)}
      ORDER BY substr(r.born_on, 9), s.name_key LIMIT ${mostOfMonth}`,
    )
    .all(...askedOf(today, whose ?? everybody), today.slice(5, 7));
}

/** Individual programmes of abilitation and rehabilitation that end in the month. */
export function endingProgrammes(db: ReadableDb, today: IsoDate, whose: Whose): MonthRow[] {
  return db
    .prepare<MonthRow>(
      `SELECT ${who}, r.programme_to AS "on", NULL AS planId FROM ${present} AND substr(r.programme_to, 1, 7) = ?
        AND ${wanted(whose)}
      ORDER BY r.programme_to, s.name_key LIMIT ${mostOfMonth}`,
    )
    .all(...askedOf(today, whose ?? everybody), today.slice(0, 7));
}

/** Plans in force whose term ends in the month. */
export function endingPlans(db: ReadableDb, today: IsoDate, whose: Whose): MonthRow[] {
  const month = today.slice(0, 7);
  return db
    .prepare<MonthRow>(
      `SELECT ${who}, p.period_to AS "on", p.id AS planId
      FROM ${asked} CROSS JOIN plan p CROSS JOIN placement_state s
        ON s.placement_id = p.placement_id AND s.current AND s.status IN ('receiving', 'on-leave')
      CROSS JOIN recipient r ON r.id = p.recipient_id
      WHERE p.status = 'approved' AND p.period_to >= ? AND p.period_to <= ? AND ${wanted(whose)}
      ORDER BY p.period_to, s.name_key LIMIT ${mostOfMonth}`,
    )
    .all(...askedOf(today, whose ?? everybody), `${month}-01`, `${month}-31`);
}
