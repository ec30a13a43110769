import {must} from '../../domain/assert.ts';
import type {IsoDate} from '../../domain/dates.ts';
import type {PlacementStatus} from '../../domain/vocabulary.ts';
import type {ReadableDb} from '../connection.ts';
import {recipientCards, type RecipientCard} from './recipient.ts';

/** Whom a list shows; null: everybody. */
export interface WhichPeople {
  readonly status: PlacementStatus | null;
  /** Who stays in this unit on the day. */
  readonly unitId: string | null;
  readonly on: IsoDate;
}

export interface PartOfPeople {
  readonly people: readonly RecipientCard[];
  /** How many the whole list has. */
  readonly total: number;
}

interface Where {
  readonly from: string;
  readonly conditions: string;
  readonly values: readonly string[];
}

function where({status, unitId, on}: WhichPeople): Where {
  const stay = 'JOIN unit_stay u ON u.placement_id = s.placement_id AND u.unit_id = ? AND u.from_on <= ?';
  return {
    from: unitId === null ? 'placement_state s' : `placement_state s ${stay} AND (u.to_on IS NULL OR u.to_on > ?)`,
    conditions: status === null ? 's.current = 1' : 's.current = 1 AND s.status = ?',
    values: [...(unitId === null ? [] : [unitId, on, on]), ...(status === null ? [] : [status])],
  };
}

/**
 * A part of the list by the Kazakh alphabet, from any place on: of a long list only what is in sight is read. Whoever is
 * in no row of the journal stands at the end of everybody.
 */
export function partOfPeople(db: ReadableDb, which: WhichPeople, offset: number, limit: number): PartOfPeople {
  const {from, conditions, values} = where(which);
  const counted = db.prepare<{rows: number}>(`SELECT count(*) AS rows FROM ${from} WHERE ${conditions}`).get(...values);
  const placed = must(counted).rows;
  const ids = db
    .prepare<{id: string}>(
      `SELECT s.recipient_id AS id FROM ${from} WHERE ${conditions}
      ORDER BY s.name_key, s.recipient_id LIMIT ? OFFSET ?`,
    )
    .all(...values, limit, offset);
  const others = which.status === null && which.unitId === null ? withoutRow(db, placed) : [];
  const rest = others.slice(Math.max(0, offset - placed), Math.max(0, offset + limit - placed));
  return {people: recipientCards(db, [...ids.map(({id}) => id), ...rest]), total: placed + others.length};
}

/** Nearly always nobody, and that is seen without looking everybody up. */
function withoutRow(db: ReadableDb, placed: number): string[] {
  const everybody = must(db.prepare<{rows: number}>('SELECT count(*) AS rows FROM search_entry').get()).rows;
  if (everybody <= placed) return [];
  return db
    .prepare<{id: string}>(
      `SELECT r.id FROM recipient r WHERE r.merged_into_id IS NULL
        AND r.id NOT IN (SELECT recipient_id FROM placement_state WHERE current) ORDER BY r.surname, r.id`,
    )
    .all()
    .map(({id}) => id);
}
