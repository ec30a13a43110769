import type {PersonName} from '../../../domain/person.ts';
import type {Text} from '../../../domain/text.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {findFacility, findStaff, type FacilityRow, type StaffRow} from '../../../db/queries/facility.ts';

/** What is not known has no answer on a paper: null becomes undefined. */
export function known<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}

interface Named {
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string | null;
}

export function nameOn(row: Named | undefined): PersonName | undefined {
  if (row === undefined || (row.surname === '' && row.firstName === '')) return undefined;
  return {surname: row.surname, firstName: row.firstName, patronymic: row.patronymic};
}

/** A text of two languages; one that lacks both is not there. */
export function bothOn(kk: string, ru: string): Text | undefined {
  return kk === '' && ru === '' ? undefined : {kk, ru};
}

/** Two days; a period that nobody has begun to fill is not there. */
export function periodOn(from: string | null, to: string | null): {from?: string; to?: string} | undefined {
  if (from === null && to === null) return undefined;
  return {...(from === null ? {} : {from}), ...(to === null ? {} : {to})};
}

/** The organisation and its people, looked up once for a paper. */
export interface House {
  readonly facility: FacilityRow | undefined;
  readonly head: StaffRow | undefined;
  staff(id: string | null): StaffRow | undefined;
}

export function houseOf(db: ReadableDb): House {
  const facility = findFacility(db);
  const seen = new Map<string, StaffRow | undefined>();
  function staff(id: string | null): StaffRow | undefined {
    if (id === null) return undefined;
    if (!seen.has(id)) seen.set(id, findStaff(db, id));
    return seen.get(id);
  }
  return {facility, head: staff(facility?.headStaffId ?? null), staff};
}
