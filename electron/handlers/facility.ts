import type {z} from 'zod';
import {compareKazakh} from '../../domain/collation.ts';
import {cleanName, cleanText, fullName} from '../../domain/person.ts';
import {writeNumbering} from '../../db/commands/numbering.ts';
import {linkAccount, writeFacility, writeHead, writeStaff} from '../../db/commands/facility.ts';
import type {WritableDb} from '../../db/connection.ts';
import {allStaff, findFacility, findStaff, type StaffRow} from '../../db/queries/facility.ts';
import {recordStamp} from '../../db/queries/stamps.ts';
import {readNumbering} from '../../db/queries/numbering.ts';
import {historyOfTables} from '../../db/history.ts';
import {beginJoining, hasBegunLoad, hasRecipients, isJoining} from '../../db/exchange/joining.ts';
import {writeSetupStep} from '../../db/settings.ts';
import {staffNormEditions} from '../../templates/editions/staff-norms.ts';
import type {bilingual, personName} from '../contract/fields.ts';
import type {facilityCalls} from '../contract/facility.ts';
import {CallFailure, type AreaHandlers} from './context.ts';
import {historyView} from './history.ts';
import {currentVolume} from './journal.ts';
import {
  lengthRefusals,
  longest,
  nameRefusals,
  orderRefusals,
  orMissing,
  printRefusals,
  refusal,
  refuseChanged,
  refuseIf,
} from './refusals.ts';

/** What is not of one recipient. */
const ofTheOrganisation = [
  'facility',
  'staff',
  'account',
  'unit',
  'calendarEdit',
  'phrase',
  'setting',
  'journal',
] as const;

export const facilityHandlers: AreaHandlers<typeof facilityCalls> = {
  get({db}) {
    const row = findFacility(db);
    if (row === undefined) return null;
    return {
      id: row.id,
      stamp: recordStamp(db, row.id),
      type: row.type,
      name: {kk: row.nameKk, ru: row.nameRu},
      place: {kk: row.placeKk, ru: row.placeRu},
      headStaffId: row.headStaffId,
      places: row.places,
    };
  },

  save({db}, {seen, type, headStaffId, places, ...typed}) {
    const row = findFacility(db);
    refuseChanged(seen, row === undefined ? null : recordStamp(db, row.id));
    const name = cleanBilingual(typed.name);
    const place = cleanBilingual(typed.place);
    refuseIf(
      bilingualRefusals('name', name, longest.organisation),
      bilingualRefusals('place', place, longest.place),
      headStaffId !== null && findStaff(db, headStaffId) === undefined && refusal('headStaffId', 'no-such-staff'),
    );
    const id = writeFacility(db, row?.id ?? null, {
      type,
      nameKk: name.kk,
      nameRu: name.ru,
      placeKk: place.kk,
      placeRu: place.ru,
      headStaffId,
      ...(places === undefined ? {} : {places}),
    });
    return {id, stamp: recordStamp(db, id)};
  },

  staff({db, today}, {withFormer}) {
    const headStaffId = findFacility(db)?.headStaffId ?? null;
    return allStaff(db)
      .filter(row => withFormer || row.leftOn === null || row.leftOn >= today)
      .sort((a, b) => compareKazakh(fullName(a), fullName(b)))
      .map(row => ({
        id: row.id,
        stamp: recordStamp(db, row.id),
        name: {surname: row.surname, firstName: row.firstName, patronymic: row.patronymic},
        position: {kk: row.positionKk, ru: row.positionRu},
        signatoryRole: row.signatoryRole,
        serviceTypes: row.serviceTypes,
        startedOn: row.startedOn,
        leftOn: row.leftOn,
        normPost: row.normPost,
        rateHundredths: row.rateHundredths,
        isHead: row.id === headStaffId,
      }));
  },

  saveStaff({db}, {id, seen, isHead, name, position, ...values}) {
    const row = id === null ? undefined : orMissing(findStaff(db, id));
    refuseChanged(seen, row === undefined ? null : recordStamp(db, row.id));
    const kept = staffValues(name, position);
    refuseIf(
      nameRefusals('name', kept),
      bilingualRefusals('position', {kk: kept.positionKk, ru: kept.positionRu}, longest.position),
      orderRefusals('leftOn', values.startedOn, values.leftOn),
      isUnknownPost(values.normPost ?? null) && refusal('normPost', 'malformed'),
    );
    const staffId = writeStaff(db, id, {...kept, ...values, serviceTypes: [...new Set(values.serviceTypes)]});
    setHead(db, staffId, isHead);
    return {id: staffId, stamp: recordStamp(db, staffId)};
  },

  linkAccount({db, account}, {staffId}) {
    orMissing(findStaff(db, staffId));
    linkAccount(db, account.id, staffId);
    return {};
  },

  setSetupStep({db, today}, {step}) {
    const joins = isJoining(db);
    if (step === 'joining' ? !joins && hasRecipients(db) : joins && hasBegunLoad(db)) throw new CallFailure('conflict');
    if (step === 'joining') beginJoining(db);
    else writeSetupStep(db, step);
    // The journal opens with the first volume in place, to be given the day on which the paper one was begun.
    if (step === 'done') currentVolume(db, today);
    return {};
  },

  numbering({db}) {
    return readNumbering(db);
  },

  saveNumbering({db}, {filePrefix, fileStart, journalStart}) {
    const prefix = cleanText(filePrefix);
    refuseIf(
      lengthRefusals([['filePrefix', prefix, longest.fileNumber - 10]]),
      printRefusals([['filePrefix', prefix]]),
    );
    writeNumbering(db, {filePrefix: prefix, fileStart, journalStart});
    return {};
  },

  history({db, account}, page) {
    return historyView(db, account, historyOfTables(db, ofTheOrganisation, page));
  },
};

type Bilingual = z.output<typeof bilingual>;

export function cleanBilingual(typed: Bilingual): Bilingual {
  return {kk: cleanText(typed.kk), ru: cleanText(typed.ru)};
}

/** Either language may wait (set-up asks for them one by one); an approval asks for both. */
export function bilingualRefusals(field: string, kept: Bilingual, max: number) {
  const parts = [
    [`${field}.kk`, kept.kk],
    [`${field}.ru`, kept.ru],
  ] as const;
  return [...lengthRefusals(parts.map(([path, part]) => [path, part, max] as const)), ...printRefusals(parts)];
}

type StaffNames = Pick<StaffRow, 'surname' | 'firstName' | 'patronymic' | 'positionKk' | 'positionRu'>;

function staffValues(name: z.output<typeof personName>, position: Bilingual): StaffNames {
  const kept = cleanBilingual(position);
  return {...cleanName(name), positionKk: kept.kk, positionRu: kept.ru};
}

function isUnknownPost(post: number | null): boolean {
  return post !== null && !staffNormEditions.some(({posts}) => posts.some(({no}) => no === post));
}

/** The head is the facility's; naming another one takes the place of the last. */
function setHead(db: WritableDb, staffId: string, isHead: boolean): void {
  const facility = findFacility(db);
  if (facility === undefined) return;
  if (isHead && facility.headStaffId !== staffId) writeHead(db, facility.id, staffId);
  if (!isHead && facility.headStaffId === staffId) writeHead(db, facility.id, null);
}
