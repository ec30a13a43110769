import {daysBetween, type IsoDate} from './dates.ts';
import type {PlacementEventKind} from './placement.ts';

/** The year of one recipient on a line: what lasted, and what happened or is due on a day. */

export const yearTracks = ['stay', 'leave', 'plan', 'round', 'review', 'due'] as const;
export type YearTrack = (typeof yearTracks)[number];

/** Both days belong to it; `to` null: it goes on. */
export interface Lasting {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** The part of it that lies in the year; undefined: none does. `openEnd`: it goes on behind the year, or nobody knows until when. */
export function partInYear(
  {from, to}: Lasting,
  year: number,
): {from: IsoDate; to: IsoDate; openEnd: boolean} | undefined {
  const {first, last} = daysOfYear(year);
  if (from > last || (to !== null && to < first)) return undefined;
  return {
    from: from < first ? first : from,
    to: to === null || to > last ? last : to,
    openEnd: to === null || to > last,
  };
}

export function daysOfYear(year: number): {readonly first: IsoDate; readonly last: IsoDate} {
  const digits = String(year).padStart(4, '0');
  return {first: `${digits}-01-01`, last: `${digits}-12-31`};
}

/** Where a day begins on the line: 0 is the beginning of the year, 1 its end. */
export function placeInYear(day: IsoDate, year: number): number {
  const {first, last} = daysOfYear(year);
  const place = daysBetween(first, day) / (daysBetween(first, last) + 1);
  return Math.min(1, Math.max(0, place));
}

interface StayEvent {
  readonly kind: PlacementEventKind;
  readonly happenedOn: IsoDate;
}

/** From admission to leaving, and the times away, of the events of one row of the journal in their order. */
export function lastingOf(events: readonly StayEvent[]): {readonly stays: Lasting[]; readonly leaves: Lasting[]} {
  const stays: Lasting[] = [];
  const leaves: Lasting[] = [];
  let since: IsoDate | null = null;
  let away: IsoDate | null = null;
  for (const {kind, happenedOn: on} of events) {
    if (kind === 'admitted' || kind === 'readmitted') since = on;
    else if (kind === 'left') away = on;
    else if (kind === 'came-back' || kind === 'discharged' || kind === 'transferred') {
      if (away !== null) leaves.push({from: away, to: on});
      away = null;
      if (kind === 'came-back') continue;
      if (since !== null) stays.push({from: since, to: on});
      since = null;
    }
  }
  if (away !== null) leaves.push({from: away, to: null});
  if (since !== null) stays.push({from: since, to: null});
  return {stays, leaves};
}
