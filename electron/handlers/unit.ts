import {must} from '../../domain/assert.ts';
import {unitProblem} from '../../domain/unit.ts';
import {
  stayProblem,
  stayWithin,
  staysOn,
  type InOrganisation,
  type StayProblemCode,
  type UnitStay,
} from '../../domain/unit-stay.ts';
import {addStay, removeStay, writeStay, writeUnit} from '../../db/commands/unit.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {findFacility} from '../../db/queries/facility.ts';
import {findPlacement, findPlacementState} from '../../db/queries/journal.ts';
import {recordStamp} from '../../db/queries/stamps.ts';
import {
  allUnits,
  findStay,
  findUnit,
  occupancyOn,
  staysInUnit,
  staysOf,
  type UnitRow,
  type UnitStayRow,
} from '../../db/queries/unit.ts';
import {units as unitRules} from '../../templates/editions/308-2022/admission.ts';
import type {unitCalls} from '../contract/unit.ts';
import {invalid, type AreaHandlers} from './context.ts';
import {bilingualRefusals, cleanBilingual} from './facility.ts';
import {farAhead} from './person-fields.ts';
import {longest, orderRefusals, orMissing, refusal, refuseChanged, refuseIf, type Refusal} from './refusals.ts';

export const unitHandlers: AreaHandlers<typeof unitCalls> = {
  list({db, today}, {on: asked}) {
    const on = asked ?? today;
    const facility = findFacility(db);
    const rows = occupancyOn(db, on);
    const byUnit = new Map(rows.map(({unitId, ...counts}) => [unitId, counts]));
    const sum = (of: 'occupied' | 'away') => rows.reduce((total, row) => total + row[of], 0);
    return {
      on,
      organisationType: facility?.type ?? null,
      whole: {places: facility?.places ?? null, occupied: sum('occupied'), away: sum('away')},
      units: allUnits(db).map(({id, kind, nameKk, nameRu, places, openedOn, closedOn}) => ({
        id,
        stamp: recordStamp(db, id),
        kind,
        name: {kk: nameKk, ru: nameRu},
        places,
        openedOn,
        closedOn,
        ...(byUnit.get(id) ?? {occupied: 0, away: 0}),
      })),
    };
  },

  save({db}, {id, seen, name: typed, ...values}) {
    const row = id === null ? undefined : orMissing(findUnit(db, id));
    refuseChanged(seen, row === undefined ? null : recordStamp(db, row.id));
    const name = cleanBilingual(typed);
    refuseIf(
      isElsewhere(db, values.kind, row) && refusal('kind', 'unit-unit-elsewhere'),
      name.kk === '' && refusal('name.kk', 'required'),
      name.ru === '' && refusal('name.ru', 'required'),
      bilingualRefusals('name', name, longest.organisation),
      orderRefusals('closedOn', values.openedOn, values.closedOn),
      row === undefined ? [] : outsideRefusals(db, row.id, values),
    );
    const savedId = writeUnit(db, id, {...values, nameKk: name.kk, nameRu: name.ru});
    return {id: savedId, stamp: recordStamp(db, savedId)};
  },

  stays({db}, {placementId}) {
    orMissing(findPlacement(db, placementId));
    const there = inOrganisation(db, placementId);
    const units = new Map(allUnits(db).map(unit => [unit.id, unit]));
    return {
      ...there,
      stays: staysOf(db, placementId).map(row => {
        const {nameKk, nameRu} = must(units.get(row.unitId));
        const {to} = stayWithin(spanOf(row), there) ?? spanOf(row);
        const {id, unitId, fromOn} = row;
        return {id, stamp: recordStamp(db, id), unitId, unitName: {kk: nameKk, ru: nameRu}, from: fromOn, to};
      }),
    };
  },

  move({db, today}, {placementId, unitId, on}) {
    orMissing(findPlacement(db, placementId));
    const unit = unitId === null ? null : orMissing(findUnit(db, unitId));
    refuseIf(farAhead(on, today) && refusal('on', 'date-in-future'));
    const rows = staysOf(db, placementId);
    const now = rows.find(row => staysOn(spanOf(row), on));
    if (unit === null) {
      if (now === undefined) return refuse('on', 'nowhere');
      refuseIf(problemOf(db, now, {from: now.fromOn, to: on}, must(findUnit(db, now.unitId)), 'on'));
      writeStay(db, now.id, {toOn: on});
      return {};
    }
    if (now?.unitId === unit.id) return refuse('unitId', 'already-there');
    const to = now?.toOn ?? null;
    const others = rows.filter(row => row !== now);
    const problem = stayProblem({from: on, to}, others.map(spanOf), inOrganisation(db, placementId), unit);
    refuseIf(problem !== null && refusal(problem === 'unit-not-open' ? 'unitId' : 'on', `stay-${problem}`));
    // Entered on this very day: it was the wrong unit.
    if (now?.fromOn === on) {
      writeStay(db, now.id, {unitId: unit.id});
      return {};
    }
    if (now !== undefined) writeStay(db, now.id, {toOn: on});
    addStay(db, {placementId, unitId: unit.id, fromOn: on, toOn: to});
    return {};
  },

  correctStay({db, today}, {stayId, seen, unitId, from, to}) {
    const row = orMissing(findStay(db, stayId));
    refuseChanged(seen, recordStamp(db, stayId));
    const unit = orMissing(findUnit(db, unitId));
    refuseIf(
      farAhead(from, today) && refusal('from', 'date-in-future'),
      to !== null && farAhead(to, today) && refusal('to', 'date-in-future'),
      problemOf(db, row, {from, to}, unit, 'from'),
    );
    writeStay(db, stayId, {unitId, fromOn: from, toOn: to});
    return {id: stayId, stamp: recordStamp(db, stayId)};
  },

  removeStay({db}, {stayId, seen}) {
    orMissing(findStay(db, stayId));
    refuseChanged(seen, recordStamp(db, stayId));
    removeStay(db, stayId);
    return {};
  },
};

function refuse(field: string, problem: StayProblemCode): never {
  throw invalid(refusal(field, `stay-${problem}`));
}

/** A unit that is there already keeps its kind, whatever the organisation has become: it can still be closed. */
function isElsewhere(db: ReadableDb, kind: UnitRow['kind'], before: UnitRow | undefined): boolean {
  const type = findFacility(db)?.type;
  if (type === undefined || before?.kind === kind) return false;
  return unitProblem({kind, places: 1, residents: 0}, type, unitRules)?.code === 'unit-elsewhere';
}

/** Nobody may be left in a unit on a day on which it is not there. */
function outsideRefusals(
  db: ReadableDb,
  unitId: string,
  {openedOn, closedOn}: Pick<UnitRow, 'openedOn' | 'closedOn'>,
): Refusal[] {
  if (openedOn === null && closedOn === null) return [];
  const stays = staysInUnit(db, unitId).flatMap(({fromOn, toOn, ...there}) => {
    return stayWithin({from: fromOn, to: toOn}, there) ?? [];
  });
  return [
    ...(openedOn !== null && stays.some(({from}) => from < openedOn) ? [refusal('openedOn', 'unit-stays-before')] : []),
    ...(closedOn !== null && stays.some(({to}) => to === null || to > closedOn)
      ? [refusal('closedOn', 'unit-has-residents')]
      : []),
  ];
}

function problemOf(db: ReadableDb, row: UnitStayRow, span: UnitStay, unit: UnitRow, at: string): Refusal[] {
  const others = staysOf(db, row.placementId).filter(other => other.id !== row.id);
  const problem = stayProblem(span, others.map(spanOf), inOrganisation(db, row.placementId), unit);
  return problem === null ? [] : [refusal(problem === 'no-day' && at === 'from' ? 'to' : at, `stay-${problem}`)];
}

function spanOf({fromOn, toOn}: UnitStayRow): UnitStay {
  return {from: fromOn, to: toOn};
}

function inOrganisation(db: ReadableDb, placementId: string): InOrganisation {
  const state = findPlacementState(db, placementId);
  const hasLeft = state?.status === 'discharged' || state?.status === 'transferred';
  return {admittedOn: state?.admittedOn ?? null, leftOn: hasLeft ? (state?.since ?? null) : null};
}
