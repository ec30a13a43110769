import {z} from 'zod';
import {unitKinds} from '../../domain/unit.ts';
import {organisationTypes} from '../../domain/vocabulary.ts';
import {bilingual, id, isoDate, maybe, nothing, saved, stamp} from './fields.ts';
import {command, query} from './kernel.ts';

/** Units inside the organisation (paragraph 5): their places, who stays in them, and how many places are free. */

/** More than any organisation has: a slip of the finger. */
export const places = z.int().min(1).max(9_999);

const unitValues = {
  kind: z.enum(unitKinds),
  /** The official names. */
  name: bilingual,
  /** Null: not said. Outside the order's bound it is remarked, never refused. */
  places: maybe(places),
  openedOn: maybe(isoDate),
  /** The day from which it is not there any more. */
  closedOn: maybe(isoDate),
};

/** Who has a place on a day; who is away for a while keeps it. `away` is a part of `occupied`. */
const occupancy = {occupied: z.int(), away: z.int()};

const unitView = z.strictObject({id, stamp, ...unitValues, ...occupancy});
export type UnitView = z.output<typeof unitView>;

const unitList = z.strictObject({
  on: isoDate,
  organisationType: maybe(z.enum(organisationTypes)),
  /** The whole organisation with its units. */
  whole: z.strictObject({places: maybe(z.int()), ...occupancy}),
  /** In the order in which they were made, those that are closed too. */
  units: z.array(unitView),
});

const stayView = z.strictObject({
  id,
  stamp,
  unitId: id,
  unitName: bilingual,
  from: isoDate,
  to: maybe(isoDate),
});
export type StayView = z.output<typeof stayView>;

export const unitCalls = {
  /** Null: today. */
  list: query(z.strictObject({on: maybe(isoDate)}), unitList, {topics: ['unit', 'facility', 'journal', 'recipient']}),
  save: command(z.strictObject({id: maybe(id), seen: maybe(stamp), ...unitValues}), saved, {
    access: 'organisation',
    topics: ['unit'],
  }),
  /** The stays of a row of the journal, the newest first. */
  stays: query(
    z.strictObject({placementId: id}),
    z.strictObject({admittedOn: maybe(isoDate), leftOn: maybe(isoDate), stays: z.array(stayView)}),
    {access: 'records', topics: ['unit', 'journal']},
  ),
  /** Into a unit on a day, out of the one where the person is; null: out of it alone. On the day of entry it is mended. */
  move: command(z.strictObject({placementId: id, unitId: maybe(id), on: isoDate}), nothing, {topics: ['unit']}),
  /** Mends a stay that was typed wrongly. */
  correctStay: command(
    z.strictObject({stayId: id, seen: stamp, unitId: id, from: isoDate, to: maybe(isoDate)}),
    saved,
    {topics: ['unit']},
  ),
  /** Takes out a stay that was entered by mistake. The history keeps it. */
  removeStay: command(z.strictObject({stayId: id, seen: stamp}), nothing, {topics: ['unit']}),
};
