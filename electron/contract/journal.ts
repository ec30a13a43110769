import {z} from 'zod';
import {placementEventKinds} from '../../domain/placement.ts';
import {disabilityGroups, placementStatuses, recipientCategories, sexes} from '../../domain/vocabulary.ts';
import {id, isoDate, line, maybe, nothing, personName, saved, stamp} from './fields.ts';
import {admissionGiven} from './admission.ts';
import {command, query} from './kernel.ts';

/** What the journal itself asks about a person (Appendix 2, columns 3-8), and the category. */
export const personValues = {
  name: personName,
  bornOn: maybe(isoDate),
  sex: maybe(z.enum(sexes)),
  iin: maybe(line),
  iinOverrideReason: maybe(line),
  category: maybe(z.enum(recipientCategories)),
  /** Left out: as it is. */
  disabilityGroup: maybe(z.enum(disabilityGroups)).optional(),
  address: maybe(line),
  phone: maybe(line),
  programmeFrom: maybe(isoDate),
  programmeTo: maybe(isoDate),
};

const eventValues = {
  kind: z.enum(placementEventKinds),
  happenedOn: isoDate,
  orderNumber: maybe(line),
  reason: maybe(line),
  destination: maybe(line),
  /** The last day to arrive: of a place that was offered, and of an arrival that was postponed. */
  until: maybe(isoDate).default(null),
};

export const placementEventView = z.strictObject({id, stamp, placementId: id, position: z.int(), ...eventValues});
export type PlacementEventView = z.output<typeof placementEventView>;

/** A date with the number of its order, as columns 9-11 and 13 hold them. */
const datedOrder = z.strictObject({on: isoDate, orderNumber: maybe(line)});

/** One row of the journal, in the order of the form's 14 columns. */
export const journalRow = z.strictObject({
  placementId: id,
  recipientId: id,
  rowNumber: z.int(),
  status: z.enum(placementStatuses),
  /** The last mark: what may follow it, `eventKindsAfter` says. */
  lastEvent: z.enum(placementEventKinds),
  name: personName,
  bornOn: maybe(isoDate),
  sex: maybe(z.enum(sexes)),
  address: maybe(line),
  phone: maybe(line),
  programmeFrom: maybe(isoDate),
  programmeTo: maybe(isoDate),
  queuedOn: maybe(isoDate),
  admitted: maybe(datedOrder),
  returned: z.boolean(),
  leaves: z.array(datedOrder),
  discharged: maybe(datedOrder),
  dischargeReason: maybe(line),
  transferred: maybe(datedOrder),
  destination: maybe(line),
});
export type JournalRow = z.output<typeof journalRow>;

export const journalView = z.strictObject({
  id,
  stamp,
  begunOn: isoDate,
  endedOn: maybe(isoDate),
  rows: z.int(),
});
export type JournalView = z.output<typeof journalView>;

export const journalCalls = {
  /** The volumes, newest first. There is at least one once set-up is done. */
  volumes: query(nothing, z.array(journalView), {topics: ['journal']}),
  saveVolume: command(
    z.strictObject({id: maybe(id), seen: maybe(stamp), begunOn: isoDate, endedOn: maybe(isoDate)}),
    saved,
    {topics: ['journal']},
  ),
  /** Rows by row number, a page at a time: `after` is the last row of the page before. Two PCs may have given one number. */
  rows: query(
    z.strictObject({
      journalId: maybe(id),
      statuses: z.array(z.enum(placementStatuses)),
      after: maybe(z.strictObject({rowNumber: z.int(), placementId: id})),
      limit: z.int().min(1).max(500),
    }),
    z.strictObject({rows: z.array(journalRow), total: z.int(), more: z.boolean()}),
    {topics: ['journal', 'recipient']},
  ),
  /** Counts by status, over all volumes. */
  counts: query(nothing, z.record(z.enum(placementStatuses), z.int()), {topics: ['journal']}),
  /**
   * A new row: into the queue, or admitted at once. The person is new, or one who is already known (`recipientId`);
   * who had left before comes back with the mark «қайтып келді / возвратился».
   */
  enter: command(
    z.strictObject({
      journalId: maybe(id),
      recipientId: maybe(id),
      person: maybe(z.strictObject(personValues)),
      event: z.strictObject(eventValues),
      /** The conditions of admission, as far as they were looked at. */
      admission: maybe(admissionGiven).default(null),
      /** An old paper entered late: no alarm is raised by it. */
      archive: z.boolean().default(false),
    }),
    z.strictObject({recipientId: id, placementId: id, rowNumber: z.int()}),
    {topics: ['journal', 'recipient', 'file', 'admission']},
  ),
  events: query(z.strictObject({placementId: id}), z.array(placementEventView), {topics: ['journal']}),
  /** Admission, leave, return from leave, transfer, discharge, withdrawal from the queue. */
  record: command(
    z.strictObject({
      placementId: id,
      event: z.strictObject(eventValues),
      admission: maybe(admissionGiven).default(null),
    }),
    saved,
    {topics: ['journal', 'recipient', 'file', 'plan', 'admission']},
  ),
  /** Whether a row is an old paper entered late. */
  archive: query(z.strictObject({placementId: id}), z.strictObject({stamp, archive: z.boolean()}), {
    topics: ['journal'],
  }),
  setArchive: command(z.strictObject({placementId: id, seen: stamp, archive: z.boolean()}), saved, {
    topics: ['journal', 'recipient'],
  }),
  /** Mends what was typed wrongly in an event; its kind stays. */
  correct: command(
    z.strictObject({
      eventId: id,
      seen: stamp,
      happenedOn: isoDate,
      orderNumber: maybe(line),
      reason: maybe(line),
      destination: maybe(line),
      until: eventValues.until,
    }),
    saved,
    {topics: ['journal', 'recipient', 'plan']},
  ),
  /** Takes back the last event of a row, entered by mistake. The history keeps it. */
  takeBack: command(z.strictObject({eventId: id, seen: stamp}), nothing, {topics: ['journal', 'recipient', 'plan']}),
};
