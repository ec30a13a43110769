import {z} from 'zod';
import {placementEventKinds} from '../../domain/placement.ts';
import {outOfTurnGrounds} from '../../domain/queue-words.ts';
import {organisationTypes, recipientCategories} from '../../domain/vocabulary.ts';
import {bilingual, id, isoDate, line, maybe, nothing, personName, saved, stamp} from './fields.ts';
import {command, query} from './kernel.ts';
import {portalCalls} from './portal.ts';

/** The queue (Appendix 2), and the sheet of what is typed into the state portal. */

const queuePlace = z.strictObject({
  placementId: id,
  /** Of the journal's row: for `setOutOfTurn`. */
  stamp,
  recipientId: id,
  rowNumber: z.int(),
  /** 1 for the first. */
  place: z.int(),
  name: personName,
  bornOn: maybe(isoDate),
  category: maybe(z.enum(recipientCategories)),
  queuedOn: isoDate,
  /** Calendar days from `queuedOn` to today. */
  waitedDays: z.int(),
  state: z.enum(['waiting', 'called', 'passed-over']),
  /** The last day to arrive, of who is called. */
  arriveBy: maybe(isoDate),
  programme: z.enum(['none', 'valid', 'expired']),
  programmeTo: maybe(isoDate),
  outOfTurn: maybe(z.enum(outOfTurnGrounds)),
  /** Whether the order lets this person in out of turn (paragraph 11 1) part 8). */
  mayBeOutOfTurn: z.boolean(),
  /** The paragraph that the place follows from; null: the day alone. */
  ground: maybe(bilingual),
  /** The marks that may follow, the nearest first. */
  next: z.array(z.enum(placementEventKinds)),
});
export type QueuePlaceView = z.output<typeof queuePlace>;

const queueView = z.strictObject({
  organisationType: maybe(z.enum(organisationTypes)),
  places: z.array(queuePlace),
  /** Whom the next place is offered; `ready`, the first of them whose programme has not run out. */
  next: z.strictObject({first: maybe(id), ready: maybe(id)}),
  /** The paragraph by which an out-of-turn admission is marked. */
  outOfTurnGround: z.strictObject({kk: line, ru: line}),
});
export type QueueView = z.output<typeof queueView>;

export const queueCalls = {
  /** The queue in its order, over all volumes. */
  get: query(nothing, queueView, {topics: ['queue', 'journal', 'recipient', 'facility']}),
  /** Puts a person out of turn, with the ground, or back into the turn (null). */
  setOutOfTurn: command(
    z.strictObject({placementId: id, seen: stamp, ground: maybe(z.enum(outOfTurnGrounds))}),
    saved,
    {topics: ['queue', 'journal', 'recipient']},
  ),
  ...portalCalls,
};
