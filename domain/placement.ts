import {must} from './assert.ts';
import {compareDates, type IsoDate} from './dates.ts';
import type {PlacementStatus} from './vocabulary.ts';

/** What can happen to a row of the journal (Appendix 2, columns 9-14; paragraphs 11, 21, 26, 35). */
export const placementEventKinds = [
  'queued',
  'called',
  'postponed',
  'no-show',
  'admitted',
  'readmitted',
  'left',
  'came-back',
  'transferred',
  'discharged',
  'withdrawn',
] as const;
export type PlacementEventKind = (typeof placementEventKinds)[number];

export interface PlacementEvent {
  readonly kind: PlacementEventKind;
  readonly happenedOn: IsoDate;
  /** Order within one day. */
  readonly position: number;
}

export const statusAfter: Record<PlacementEventKind, PlacementStatus> = {
  'queued': 'queued',
  'called': 'queued',
  'postponed': 'queued',
  'no-show': 'queued',
  'admitted': 'receiving',
  'readmitted': 'receiving',
  'left': 'on-leave',
  'came-back': 'receiving',
  'transferred': 'transferred',
  'discharged': 'discharged',
  'withdrawn': 'withdrawn',
};

/** What may follow which event; `new` is a row without events. */
const allowedAfter: Record<PlacementEventKind | 'new', readonly PlacementEventKind[]> = {
  'new': ['queued', 'admitted', 'readmitted'],
  'queued': ['called', 'admitted', 'readmitted', 'withdrawn'],
  // A place was offered: the person comes, asks for more time once, does not come, or gives the place up.
  'called': ['postponed', 'no-show', 'admitted', 'readmitted', 'withdrawn'],
  'postponed': ['no-show', 'admitted', 'readmitted', 'withdrawn'],
  'no-show': ['called', 'admitted', 'readmitted', 'withdrawn'],
  'admitted': ['left', 'transferred', 'discharged'],
  'readmitted': ['left', 'transferred', 'discharged'],
  'left': ['came-back', 'transferred', 'discharged'],
  'came-back': ['left', 'transferred', 'discharged'],
  'transferred': [],
  'discharged': [],
  'withdrawn': [],
};

/** What the status alone allows. What becomes of a place that was offered, the queue knows (`queueProblem`). */
const allowedIn: Record<PlacementStatus | 'new', readonly PlacementEventKind[]> = {
  'new': allowedAfter.new,
  'queued': ['admitted', 'readmitted', 'withdrawn'],
  'receiving': allowedAfter.admitted,
  'on-leave': allowedAfter.left,
  'transferred': [],
  'discharged': [],
  'withdrawn': [],
};

export function nextEventKinds(status: PlacementStatus | null): readonly PlacementEventKind[] {
  return allowedIn[status ?? 'new'];
}

/** What may follow the last event of a row; null for a row without events. */
export function eventKindsAfter(last: PlacementEventKind | null): readonly PlacementEventKind[] {
  return allowedAfter[last ?? 'new'];
}

/** Events in the order in which they count: by date, then by position. */
export function inOrder<E extends PlacementEvent>(events: readonly E[]): E[] {
  return [...events].sort((a, b) => compareDates(a.happenedOn, b.happenedOn) || a.position - b.position);
}

export interface PlacementSummary {
  readonly status: PlacementStatus;
  /** The day from which the status holds: a call does not begin the queue anew. */
  readonly since: IsoDate;
  readonly queuedOn: IsoDate | null;
  readonly admittedOn: IsoDate | null;
  /** Column 9 carries the mark «қайтып келді / возвратился». */
  readonly returned: boolean;
}

/** What a row's events amount to; null while it has none. */
export function summarise(events: readonly PlacementEvent[]): PlacementSummary | null {
  const ordered = inOrder(events);
  const last = ordered.at(-1);
  if (!last) return null;
  const status = statusAfter[last.kind];
  const before = ordered.findLastIndex(event => statusAfter[event.kind] !== status);
  const admission = ordered.find(event => event.kind === 'admitted' || event.kind === 'readmitted');
  return {
    status,
    since: must(ordered[before + 1]).happenedOn,
    queuedOn: ordered.find(event => event.kind === 'queued')?.happenedOn ?? null,
    admittedOn: admission?.happenedOn ?? null,
    returned: admission?.kind === 'readmitted',
  };
}

/**
 * Whether a person's rows of the journal lie one after another: nobody stands in it twice at once. Rows of one day are
 * taken in the order in which they end.
 */
export function rowsFollow(rows: readonly (readonly PlacementEvent[])[]): boolean {
  const spans = rows
    .map(inOrder)
    .flatMap(events => {
      const [first, last] = [events[0], events.at(-1)];
      if (!first || !last) return [];
      const isOver = eventKindsAfter(last.kind).length === 0;
      return [{from: first.happenedOn, to: isOver ? last.happenedOn : null}];
    })
    .sort((a, b) => compareDates(a.from, b.from) || compareDates(a.to ?? '9999-12-31', b.to ?? '9999-12-31'));
  return spans.every((span, index) => {
    const next = spans[index + 1];
    return next === undefined || (span.to !== null && span.to <= next.from);
  });
}

export type EventProblem = 'event-not-allowed' | 'event-before-previous' | 'event-before-birth';

/**
 * Why an event cannot be entered after the others; null when it can. Events of one day keep the order of entry.
 * Used for a new event and, with `others` lacking it, for a corrected one.
 */
export function eventProblem(
  event: PlacementEvent,
  others: readonly PlacementEvent[],
  bornOn: IsoDate | null,
): EventProblem | null {
  if (bornOn !== null && event.happenedOn < bornOn) return 'event-before-birth';
  const ordered = inOrder([...others, event]);
  let last: PlacementEventKind | null = null;
  for (const each of ordered) {
    if (!eventKindsAfter(last).includes(each.kind)) {
      return each === event && others.every(other => other.happenedOn <= event.happenedOn)
        ? 'event-not-allowed'
        : 'event-before-previous';
    }
    last = each.kind;
  }
  return null;
}
