import {addDays, ageAt, compareDates, type IsoDate} from './dates.ts';
import {eventKindsAfter, inOrder, summarise, type PlacementEvent, type PlacementEventKind} from './placement.ts';
import {queueGrounds, queueProblemWords, type OutOfTurnGround, type QueueProblemCode} from './queue-words.ts';
import type {Text} from './text.ts';
import type {OrganisationType} from './vocabulary.ts';

/** An event of a row, with the last day to arrive where a place was offered or the arrival postponed. */
export interface QueueEvent extends PlacementEvent {
  readonly arriveBy: IsoDate | null;
}

/** A row of the journal with what the queue follows from. Rows that have left the queue belong to it too. */
export interface QueueEntry {
  readonly placementId: string;
  /** The number of the row: settles the order of one day. */
  readonly position: number;
  readonly events: readonly QueueEvent[];
  /** Terms of the rehabilitation programme, in any order. */
  readonly programmes: readonly {readonly from: IsoDate | null; readonly to: IsoDate | null}[];
  readonly outOfTurn: OutOfTurnGround | null;
}

/**
 * `waiting`; `called`: a place is offered and the term to arrive runs; `passed-over`: did not come, and the place that
 * was offered goes to the next. Once the next one has it, who did not come waits again at the old place: no act that
 * was found takes it away.
 */
export type QueueState = 'waiting' | 'called' | 'passed-over';

export interface QueuePlace {
  readonly placementId: string;
  /** 1 for the first. */
  readonly place: number;
  readonly queuedOn: IsoDate;
  readonly state: QueueState;
  /** The last day to arrive, of a person who is called. */
  readonly arriveBy: IsoDate | null;
  /** `none` is no hindrance by itself: for the elderly the programme belongs to the papers "if there is one". */
  readonly programme: 'none' | 'valid' | 'expired';
  /** Why the place is out of turn, why it is kept, or why the place that was offered went on; null: by the day alone. */
  readonly ground: Text | null;
}

/** The queue on a day: out of turn first, then by the day of registration, then by the number of the row. */
export function queueOf(
  entries: readonly QueueEntry[],
  organisationType: OrganisationType,
  today: IsoDate,
): QueuePlace[] {
  const passedOver = passedOverIn(entries);
  return entries
    .flatMap(entry => {
      const summary = summarise(entry.events);
      const queuedOn = summary?.queuedOn ?? null;
      return summary?.status === 'queued' && queuedOn !== null ? [{entry, queuedOn}] : [];
    })
    .sort(
      (left, right) =>
        Number(right.entry.outOfTurn !== null) - Number(left.entry.outOfTurn !== null) ||
        compareDates(left.queuedOn, right.queuedOn) ||
        left.entry.position - right.entry.position,
    )
    .map(({entry, queuedOn}, index) => {
      const last = inOrder(entry.events).at(-1);
      const isCalled = last?.kind === 'called' || last?.kind === 'postponed';
      const state = isCalled ? 'called' : passedOver.has(entry.placementId) ? 'passed-over' : 'waiting';
      const programme = programmeOn(entry, today);
      return {
        placementId: entry.placementId,
        place: index + 1,
        queuedOn,
        state,
        arriveBy: isCalled ? last.arriveBy : null,
        programme,
        ground: groundOf(entry, state, programme, organisationType),
      };
    });
}

/**
 * Whom the next place is offered: `first` by the order of the queue, and `ready`, the first whose programme has not run
 * out. Who goes first where the two differ, the organisation decides: an expired programme keeps its place.
 */
export function nextInQueue(queue: readonly QueuePlace[]): {first: QueuePlace | null; ready: QueuePlace | null} {
  const waiting = queue.filter(place => place.state === 'waiting');
  return {first: waiting[0] ?? null, ready: waiting.find(place => place.programme !== 'expired') ?? null};
}

/** An arrival is postponed in one type of organisation only. */
function mayPostpone(type: OrganisationType | null): boolean {
  return type === 'semi-stationary';
}

/** The marks that a person may choose next. That one comes again the main side sees by itself. */
export function marksAfter(last: PlacementEventKind | null, type: OrganisationType | null): PlacementEventKind[] {
  return eventKindsAfter(last).filter(kind => kind !== 'readmitted' && (kind !== 'postponed' || mayPostpone(type)));
}

export interface QueueProblem {
  readonly code: QueueProblemCode;
  readonly say: Text;
  /** The paragraph; null where the rule is one of the journal and not of an act. */
  readonly ground: Text | null;
}

const mostDaysMore = 10;

/** Why an event cannot be entered for a person in the queue; null when it can. */
export function queueProblem(
  event: QueueEvent,
  entry: QueueEntry,
  organisationType: OrganisationType,
): QueueProblem | null {
  const events = inOrder(entry.events);
  const last = events.at(-1) ?? null;
  if (event.kind === 'postponed') {
    if (!mayPostpone(organisationType)) return problem('postponement-elsewhere', queueGrounds.postponement);
    if (last?.kind === 'postponed') return problem('postponed-twice', queueGrounds.postponement);
  }
  if (!eventKindsAfter(last?.kind ?? null).includes(event.kind)) return problem('not-called', null);
  if (last !== null && event.happenedOn < last.happenedOn) return problem('before-previous', null);
  const by = last?.arriveBy ?? null;
  switch (event.kind) {
    case 'called':
      return event.arriveBy !== null && event.arriveBy < event.happenedOn ? problem('arrival-in-past', null) : null;
    case 'postponed':
      if (event.arriveBy === null || (by !== null && event.arriveBy <= by)) return problem('not-later', null);
      if (by !== null && event.happenedOn > by) return problem('postponed-late', queueGrounds.postponement);
      if (by !== null && event.arriveBy > addDays(by, mostDaysMore)) {
        return problem('postponed-too-far', queueGrounds.postponement);
      }
      return null;
    case 'no-show':
      return by !== null && event.happenedOn <= by ? problem('still-may-come', noShowGround(organisationType)) : null;
    default:
      return null;
  }
}

/** Whether a person may be taken out of turn on a day; the organisation attests that he or she is an orphan. */
export function outOfTurnProblem(
  bornOn: IsoDate | null,
  organisationType: OrganisationType,
  on: IsoDate,
): QueueProblem | null {
  if (organisationType !== 'stationary') return problem('out-of-turn-elsewhere', queueGrounds.outOfTurn);
  const age = bornOn === null ? null : ageAt(bornOn, on);
  return age !== null && age < 18 ? problem('out-of-turn-under-age', queueGrounds.outOfTurn) : null;
}

function problem(code: QueueProblemCode, ground: Text | null): QueueProblem {
  return {code, say: queueProblemWords[code], ground};
}

/**
 * Who did not come, and whose place nobody else has got yet. The next call, or the next admission without one, takes
 * the place that was passed on first.
 */
function passedOverIn(entries: readonly QueueEntry[]): ReadonlySet<string> {
  const steps = entries.flatMap(({placementId, events}) => {
    const ordered = inOrder(events);
    return ordered.flatMap((event, index) => {
      const before = ordered[index - 1]?.kind;
      const isNoShow = event.kind === 'no-show';
      const isAdmission = event.kind === 'admitted' || event.kind === 'readmitted';
      const takes = event.kind === 'called' || (isAdmission && before !== 'called' && before !== 'postponed');
      return isNoShow || takes ? [{placementId, on: event.happenedOn, takes}] : [];
    });
  });
  // On one day a place is first given up, then taken.
  steps.sort((left, right) => compareDates(left.on, right.on) || Number(left.takes) - Number(right.takes));
  const pending: string[] = [];
  for (const {placementId, takes} of steps) {
    if (!takes) {
      pending.push(placementId);
      continue;
    }
    const own = pending.indexOf(placementId);
    pending.splice(Math.max(own, 0), 1);
  }
  return new Set(pending);
}

function programmeOn({programmes}: QueueEntry, day: IsoDate): QueuePlace['programme'] {
  if (programmes.length === 0) return 'none';
  return programmes.some(({to}) => to === null || to >= day) ? 'valid' : 'expired';
}

function groundOf(
  {outOfTurn, programmes}: QueueEntry,
  state: QueueState,
  programme: QueuePlace['programme'],
  organisationType: OrganisationType,
): Text | null {
  if (state === 'passed-over') return noShowGround(organisationType);
  if (outOfTurn !== null) return queueGrounds.outOfTurn;
  const wasRenewed = programme === 'valid' && programmes.length > 1;
  return programme === 'expired' || wasRenewed ? queueGrounds.placeKept[organisationType] : null;
}

/** Found for semi-stationary organisations alone. */
function noShowGround(organisationType: OrganisationType): Text | null {
  return organisationType === 'semi-stationary' ? queueGrounds.noShow : null;
}
