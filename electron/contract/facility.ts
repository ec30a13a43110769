import {z} from 'zod';
import {organisationTypes, serviceTypes, signatoryRoles} from '../../domain/vocabulary.ts';
import {bilingual, id, isoDate, line, maybe, nothing, personName, saved, stamp} from './fields.ts';
import {historyPage, historyPart} from './history.ts';
import {command, query} from './kernel.ts';
import {places} from './unit.ts';

const facilityValues = {
  type: z.enum(organisationTypes),
  name: bilingual,
  place: bilingual,
};

export const facilityView = z.strictObject({
  id,
  stamp,
  ...facilityValues,
  headStaffId: maybe(id),
  /** Of the whole organisation, with its units; null: not said. */
  places: maybe(places),
});
export type FacilityView = z.output<typeof facilityView>;

const staffValues = {
  name: personName,
  position: bilingual,
  /** Which line of the forms' signature blocks this person signs. */
  signatoryRole: maybe(z.enum(signatoryRoles)),
  /** Service types that this person assigns and monitors by default. */
  serviceTypes: z.array(z.enum(serviceTypes)).max(8),
  startedOn: maybe(isoDate),
  leftOn: maybe(isoDate),
};

/** The post of Appendix 1 that a person holds, and how much of it in hundredths. Only stationary organisations ask. */
const normValues = {
  normPost: maybe(z.int().min(1).max(999)),
  rateHundredths: maybe(z.int().min(1).max(1_000)),
};

export const staffView = z.strictObject({id, stamp, ...staffValues, ...normValues, isHead: z.boolean()});
export type StaffView = z.output<typeof staffView>;

/**
 * Steps of the first run that come after the account; the order in which the screen asks them. `joining` stands in for
 * naming the organisation and its people, where this PC joins a facility that works already: it ends by itself, with the
 * first load, and nobody writes anything before that.
 */
export const setupSteps = ['organisation', 'joining', 'names', 'head', 'staff', 'recovery-key', 'done'] as const;

/** Numbers that continue the paper books. */
export const numbering = z.strictObject({
  /** Printed before the number of a personal file, e.g. `2026/`. */
  filePrefix: line,
  /** The first number to give when no file has one. */
  fileStart: z.int().min(1).max(999_999),
  /** The first row number to give when no row has one. */
  journalStart: z.int().min(1).max(999_999),
});

export const facilityCalls = {
  /** Null until set-up has named the organisation. */
  get: query(nothing, maybe(facilityView), {topics: ['facility']}),
  /** Set-up and settings both save here; the first save makes the row. Places stay as they are where they are left out. */
  save: command(
    z.strictObject({
      seen: maybe(stamp),
      ...facilityValues,
      headStaffId: maybe(id),
      places: maybe(places).optional(),
    }),
    saved,
    {topics: ['facility', 'session', 'staff']},
  ),
  staff: query(z.strictObject({withFormer: z.boolean()}), z.array(staffView), {topics: ['staff', 'facility']}),
  /** The post and its rate stay as they are where they are left out. */
  saveStaff: command(
    z.strictObject({
      id: maybe(id),
      seen: maybe(stamp),
      ...staffValues,
      normPost: normValues.normPost.optional(),
      rateHundredths: normValues.rateHundredths.optional(),
      isHead: z.boolean(),
    }),
    saved,
    {topics: ['staff', 'facility', 'session']},
  ),
  /** Links the signed-in account to a member of staff. */
  linkAccount: command(z.strictObject({staffId: id}), nothing, {topics: ['session', 'staff']}),
  /**
   * Moves set-up on; a step left undone can be returned to. `conflict`: to `joining` where people are entered already, and
   * away from it once the first load has begun.
   */
  setSetupStep: command(z.strictObject({step: z.enum(setupSteps)}), nothing, {
    topics: ['session', 'journal'],
    whileJoining: true,
  }),
  numbering: query(nothing, numbering, {topics: ['facility']}),
  saveNumbering: command(numbering, nothing, {topics: ['facility']}),
  /** Who changed what of the organisation, its staff, accounts, units, calendar and settings. */
  history: query(z.strictObject(historyPart), historyPage, {
    topics: ['facility', 'staff', 'session', 'calendar', 'unit', 'phrase'],
  }),
};
