import {must} from '../../domain/assert.ts';
import type {Change} from './change.ts';
import type {ParcelHeader, Point} from './header.ts';

/**
 * What one node knows of another, and how a parcel's header changes it. Pure: reading the own log is handed in.
 *
 * Restore is a normal event (rule 5). Each side remembers what it has seen of the other's log, number and stamp. Where the
 * owner does not find that stamp at that number any more, its log was restored from a copy: it begins a new epoch, goes on
 * from the latest place that both have, and asks for its own lost changes back. Nothing is inferred from what is absent.
 */
export interface Partner {
  /** The epoch of their log that was seen last. */
  readonly epoch: string | null;
  /** When the latest of their parcels was made: what an earlier one says of the two logs is stale. */
  readonly lastMade: string | null;
  /** Epochs before that, when their successor began (`made` of its first parcel), and how far they had been read by then. */
  readonly superseded: readonly {readonly epoch: string; readonly at: string; readonly end: Point}[];
  /** Up to where their log has been integrated here. */
  readonly applied: Point;
  /** Earlier ends of what was integrated, newest first, thinning out. */
  readonly marks: readonly Point[];
  /** Up to where they have confirmed our log. */
  readonly acked: number;
  /** The farthest place of our log, in its epoch of now, that they have ever confirmed: what was put back has a lesser one. */
  readonly confirmed: Point;
  /** They lost what came here from them after `after` of their log; it is given back until `through` of ours is confirmed. */
  readonly giveBack: {readonly after: number; readonly through: number} | null;
  /** Our log was found to end sooner than what they have of it: they are asked for the rest. */
  readonly lostAfter: number | null;
}

export const beginning: Point = {seq: 0, stamp: null};

export const newPartner: Partner = {
  epoch: null,
  lastMade: null,
  superseded: [],
  applied: beginning,
  marks: [],
  acked: 0,
  confirmed: beginning,
  giveBack: null,
  lostAfter: null,
};

/** The own log, as far as a header needs it. */
export interface OwnLog {
  readonly epoch: string;
  readonly head: number;
  /** The stamp at a number of the own log; undefined where it has none. */
  readonly stampAt: (seq: number) => string | undefined;
}

/**
 * - apply: the changes are to be integrated, and the partner kept as it comes back, in one transaction.
 * - gap: they begin behind what is known here; nothing is integrated, and the next parcel says where to go on from.
 * - copied: two databases use one identity; nothing is integrated until a person has given one of them a new one.
 */
export type Verdict = 'apply' | 'gap' | 'copied';

export interface Received {
  readonly verdict: Verdict;
  /** As it is before the first of the changes is integrated. */
  readonly partner: Partner;
  /** Whether integrating moves on how far their log was read here; a parcel that came late only adds what it holds. */
  readonly moves: boolean;
  /** The own log was found restored just now: the owner begins a new epoch. */
  readonly restored: boolean;
}

/** What the header of a parcel from a partner means. */
export function receiveHeader(before: Partner, header: ParcelHeader, own: OwnLog): Received {
  if (isOfCopy(before, header)) return {verdict: 'copied', partner: before, moves: false, restored: false};
  // What was made before the latest that came, or before a restore, is taken in, and says nothing about the logs of now. The
  // latest itself comes again where it was cut, and goes on.
  if (before.lastMade !== null && header.made < before.lastMade) {
    return {verdict: reaches(before, header) ? 'apply' : 'gap', partner: before, moves: false, restored: false};
  }
  const followed = followEpoch({...before, lastMade: header.made}, header, own);
  const confirmed = confirm(followed, header, own);
  const asked = giveBack(confirmed.partner, header, own);
  // As long as they do not know that our log was restored, they leave out what came from us: their log is not whole.
  const verdict = confirmed.parted || !reaches(asked, header) ? 'gap' : 'apply';
  // They may speak of the epoch before a restore that was already found: that is no second one.
  const restored = confirmed.parted && header.seen.epoch === own.epoch;
  return {verdict, partner: asked, moves: verdict === 'apply', restored};
}

/**
 * An epoch that was followed by another, and whose owner still knows that its end was confirmed, was never put back from a
 * copy: it is that of a second database (rule 6). One that knows less was put back once more.
 */
function isOfCopy({superseded}: Partner, {log, made, confirmed}: ParcelHeader): boolean {
  return superseded.some(
    ({epoch, at, end}) => epoch === log.epoch && made > at && end.seq > 0 && isSamePoint(confirmed, end),
  );
}

function isSamePoint(one: Point, other: Point): boolean {
  return one.seq === other.seq && one.stamp === other.stamp;
}

/**
 * A new epoch: their log was put back, perhaps found out with somebody else. What came from them behind the place where they
 * go on may be lost to them, whether they say so to us or not.
 */
function followEpoch(partner: Partner, {log, made}: ParcelHeader, own: OwnLog): Partner {
  if (partner.epoch === log.epoch) return partner;
  if (partner.epoch === null) return {...partner, epoch: log.epoch};
  return {
    ...partner,
    epoch: log.epoch,
    superseded: [
      ...partner.superseded.filter(({epoch}) => epoch !== log.epoch),
      {epoch: partner.epoch, at: made, end: partner.applied},
    ],
    // What is behind the place where the two epochs part was of the one before.
    applied: log.after.seq < partner.applied.seq ? log.after : partner.applied,
    marks: partner.marks.filter(mark => mark.seq <= log.after.seq),
    giveBack: {after: Math.min(log.after.seq, partner.giveBack?.after ?? log.after.seq), through: own.head},
  };
}

/**
 * What they have seen of our log: all of it must still be there. Its end alone tells too little: a log that was put back may
 * have grown past what they had, and they may have taken that in already; then an earlier mark is not there any more.
 */
function confirm(partner: Partner, {seen}: ParcelHeader, own: OwnLog): {partner: Partner; parted: boolean} {
  const holds = ({seq, stamp}: Point): boolean => seq === 0 || (seq <= own.head && own.stampAt(seq) === stamp);
  const known = [seen.upTo, ...seen.marks];
  const oldestGone = known.findLastIndex(each => !holds(each));
  if (oldestGone === -1) {
    const settled = seen.epoch === own.epoch || seen.upTo.seq === 0;
    const farther = seen.epoch === own.epoch && seen.upTo.seq > partner.confirmed.seq;
    return {
      partner: {
        ...partner,
        acked: seen.upTo.seq,
        confirmed: farther ? seen.upTo : partner.confirmed,
        lostAfter: settled ? null : partner.lostAfter,
      },
      parted: false,
    };
  }
  const common = known[oldestGone + 1]?.seq ?? 0;
  return {
    partner: {
      ...partner,
      acked: common,
      // The epoch that begins now has been confirmed by nobody.
      confirmed: seen.epoch === own.epoch ? beginning : partner.confirmed,
      lostAfter: Math.min(common, partner.lostAfter ?? common),
    },
    parted: true,
  };
}

function giveBack(partner: Partner, {lostAfter}: ParcelHeader, own: OwnLog): Partner {
  if (lostAfter !== null) {
    const after = Math.min(lostAfter, partner.giveBack?.after ?? lostAfter);
    return {...partner, giveBack: {after, through: own.head}};
  }
  const done = partner.giveBack !== null && partner.acked >= partner.giveBack.through;
  return done ? {...partner, giveBack: null} : partner;
}

function reaches({applied}: Partner, {log}: ParcelHeader): boolean {
  return log.after.seq < applied.seq || (log.after.seq === applied.seq && log.after.stamp === applied.stamp);
}

/**
 * The partner after their log was integrated up to a place: the end of a page or of the parcel. Kept in the transaction
 * of the page (rule 4).
 */
export function integratedUpTo(partner: Partner, point: Point): Partner {
  if (point.seq <= partner.applied.seq) return partner;
  return {...partner, applied: point, marks: thinned([point, ...partner.marks])};
}

/**
 * Whether a parcel brings something new from a part of their log that was read to its end here. Then that was another log:
 * theirs was put back in between, and one of the two is gone there. `moves`: not so of a parcel that came late, of which
 * anything new is such.
 */
export function bringsAnother(
  {applied}: Partner,
  moves: boolean,
  changes: readonly Pick<Change, 'seq' | 'stamp'>[],
  isKnown: (stamp: string) => boolean,
): boolean {
  return changes.some(({seq, stamp}) => (!moves || seq <= applied.seq) && !isKnown(stamp));
}

/**
 * The partner after such a parcel: whatever came from them behind its beginning is given back, for they may not have it any
 * more. `after`: where the parcel begins in their log; `head`: that of ours, with what it brought.
 */
export function gettingBack(partner: Partner, after: number, head: number): Partner {
  return {...partner, giveBack: {after: Math.min(after, partner.giveBack?.after ?? after), through: head}};
}

/** So many marks, the older the farther apart: where two logs parted is found within a factor of two of its age. */
const marksKept = 40;

function thinned(marks: readonly Point[]): Point[] {
  if (marks.length <= marksKept) return [...marks];
  const head = must(marks[0]).seq;
  // Of each pair of neighbours, the pair that is closest for its age loses the newer one; the newest always stays.
  let closest = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 1; index < marks.length - 1; index += 1) {
    const [newer, older] = [must(marks[index - 1]), must(marks[index + 1])];
    const apart = (newer.seq - older.seq) / Math.max(1, head - older.seq);
    if (apart < least) [least, closest] = [apart, index];
  }
  return marks.filter((_, index) => index !== closest);
}

/** What the next parcel to this partner says of the two logs, but for what it carries. */
export function tell(partner: Partner): Pick<ParcelHeader, 'seen' | 'confirmed' | 'lostAfter'> {
  return {
    seen: {epoch: partner.epoch, upTo: partner.applied, marks: [...partner.marks]},
    confirmed: partner.confirmed,
    lostAfter: partner.lostAfter,
  };
}

/** Whether a change of the own log that came from this partner goes back to it: only what it has lost. */
export function goesBack(partner: Partner, viaSeq: number): boolean {
  return partner.giveBack !== null && viaSeq > partner.giveBack.after;
}
