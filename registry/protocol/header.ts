import {z} from 'zod';
import {isStamp} from '../../domain/hybrid-clock.ts';

/**
 * What a parcel says of itself, before its changes. The same on a stick and over the network:
 *
 *   from ── log: my changes (after, upTo] ──▶ to          seen: of your log I have all up to here
 *
 * Every parcel goes on from what the other side has confirmed, so that one that was lost lacks nothing to the next.
 */

/** The version of the format. A parcel of a newer one is refused with words; N−2 are read. */
export const parcelFormat = 1;

export const nodeId = z.string().regex(/^[0-9a-f]{16}$/);
const epoch = z.string().regex(/^[0-9a-f]{16}$/);
const stamp = z.string().max(80).refine(isStamp);
const seq = z.int().min(0);

/** A place in a log: the number and what stands there. Number 0 is the beginning, where nothing stands. */
export const point = z.strictObject({seq, stamp: stamp.nullable()});
export type Point = z.output<typeof point>;

/** What a receiver could not take in, with the reason. */
export const refusalReasons = [
  'unknown-table',
  'not-yours',
  'frozen',
  'malformed',
  'missing-parent',
  'waits',
  'broken-rule',
  'mass-deletion',
  'collision',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

const refusal = z.strictObject({stamp, reason: z.enum(refusalReasons)});

export const parcelHeader = z.strictObject({
  format: z.int().min(1),
  facility: z.uuid(),
  from: nodeId,
  to: nodeId,
  /** Counts the parcels from this sender to this receiver. */
  number: z.int().min(1),
  /** When it was made, by the hybrid clock of the sender. */
  made: stamp,
  /** Number of the sender's last migration, and its version, for people. */
  schema: z.int().min(1),
  program: z.string().max(40),
  log: z.strictObject({
    /** A log that was found to have been restored begins a new one. */
    epoch,
    after: point,
    upTo: point,
    /** The sender's log goes on behind `upTo`. */
    more: z.boolean(),
  }),
  seen: z.strictObject({
    /** The epoch of the receiver's log that the sender has seen last; null: none yet. */
    epoch: epoch.nullable(),
    upTo: point,
    /** Earlier ends, newest first: where the two sides look for what they still have in common. */
    marks: z.array(point).max(64),
  }),
  /** The farthest place of the sender's log that the receiver has ever confirmed in its epoch of now. */
  confirmed: point,
  /** The sender's log was restored: what came from it behind this number, the receiver is to give back. */
  lostAfter: seq.nullable(),
  /** All that the sender has from the receiver and could not take in; what stands here no more has come right. */
  refused: z.array(refusal).max(1_000),
  /** What the facility says of itself, for the registry alone: numbers, never a person. */
  report: z
    .strictObject({
      receiving: z.int().min(0),
      queued: z.int().min(0),
      /** Null: nobody has said how many places there are. */
      freePlaces: z.int().nullable(),
      quarantined: z.int().min(0),
    })
    .nullable(),
  /** Changes in the body. */
  count: z.int().min(0),
});
export type ParcelHeader = z.output<typeof parcelHeader>;
