import {compareKazakh} from '../../../domain/collation.ts';
import type {IsoDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import type {Text} from '../../../domain/text.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {allStaff, findFacility, type StaffRow} from '../../../db/queries/facility.ts';
import {openUnits, receivingByUnit} from '../../../db/queries/norms.ts';
import {readSetting} from '../../../db/settings.ts';
import type {NormAnswers} from '../../contract/norms.ts';

/** The setting that keeps what was answered for a place. */
export function answersSetting(unitId: string | null): string {
  return unitId === null ? 'staff-norms' : `staff-norms:${unitId}`;
}

export function savedAnswers(db: ReadableDb, unitId: string | null): NormAnswers | null {
  return readSetting<NormAnswers>(db, answersSetting(unitId)) ?? null;
}

/** A place that norms are counted for, with what the records know of it today. */
export interface RecordedPlace {
  readonly unitId: string | null;
  readonly name: Text;
  readonly receiving: number;
  /** Of the organisation: who stays in its palliative wards, and their places; null: it has none. */
  readonly palliative: {readonly people: number; readonly places: number | null} | null;
}

/** The organisation, then its units: who stays in a unit is counted there and not for the organisation. */
export function recordedPlaces(db: ReadableDb, today: IsoDate): RecordedPlace[] {
  const facility = findFacility(db);
  const receiving = receivingByUnit(db, today);
  const units = openUnits(db, today, 'supported-living').map(({id, nameKk, nameRu}) => ({
    unitId: id,
    name: {kk: nameKk, ru: nameRu},
    receiving: receiving.get(id) ?? 0,
    palliative: null,
  }));
  const everybody = [...receiving.values()].reduce((sum, people) => sum + people, 0);
  const inUnits = units.reduce((sum, unit) => sum + unit.receiving, 0);
  return [
    {
      unitId: null,
      name: {kk: facility?.nameKk ?? '', ru: facility?.nameRu ?? ''},
      receiving: everybody - inUnits,
      palliative: palliativeOf(db, today, receiving),
    },
    ...units,
  ];
}

function palliativeOf(
  db: ReadableDb,
  today: IsoDate,
  receiving: ReadonlyMap<string | null, number>,
): RecordedPlace['palliative'] {
  const wards = openUnits(db, today, 'palliative');
  if (wards.length === 0) return null;
  const people = wards.reduce((sum, {id}) => sum + (receiving.get(id) ?? 0), 0);
  // A sum of which a part is not known is not known.
  const places = wards.reduce<number | null>(
    (sum, ward) => (sum === null || ward.places === null ? null : sum + ward.places),
    0,
  );
  return {people, places};
}

/** Who works on a day: has begun or has no such day on the card, and has not left before it. */
export function workingStaff(db: ReadableDb, today: IsoDate): StaffRow[] {
  return allStaff(db)
    .filter(({startedOn, leftOn}) => (startedOn === null || startedOn <= today) && (leftOn === null || leftOn >= today))
    .sort((a, b) => compareKazakh(fullName(a), fullName(b)));
}

/** The unit of each member of staff who works in one, as it was saved. */
export function unitOfStaff(db: ReadableDb, units: readonly (string | null)[]): ReadonlyMap<string, string> {
  return new Map(
    units.flatMap(unitId =>
      unitId === null ? [] : (savedAnswers(db, unitId)?.staffIds ?? []).map(staffId => [staffId, unitId] as const),
    ),
  );
}

/** A unit's are those who were named there; the organisation's are all whom no unit has. */
export function staffOfPlace(
  working: readonly StaffRow[],
  unitOf: ReadonlyMap<string, string>,
  unitId: string | null,
  answers: NormAnswers | null,
): StaffRow[] {
  if (unitId === null) return working.filter(({id}) => !unitOf.has(id));
  return working.filter(({id}) => answers?.staffIds.includes(id) ?? false);
}

export interface ActualStaff {
  /** Hundredths by the number of the post. */
  readonly byPost: ReadonlyMap<number, number>;
  readonly withoutPost: number;
}

export function actualOf(staff: readonly StaffRow[]): ActualStaff {
  const byPost = new Map<number, number>();
  let withoutPost = 0;
  for (const {normPost, rateHundredths} of staff) {
    if (normPost === null || rateHundredths === null) withoutPost += 1;
    else byPost.set(normPost, (byPost.get(normPost) ?? 0) + rateHundredths);
  }
  return {byPost, withoutPost};
}
