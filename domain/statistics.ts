import {addDays, ageAt, type IsoDate} from './dates.ts';
import type {Leave} from './deadline-rule.ts';
import {statusAfter, type PlacementEventKind} from './placement.ts';
import type {Period} from './statistics-period.ts';
import type {PlacementStatus} from './vocabulary.ts';

/**
 * How people are counted.
 *
 * - On a day counts what holds at its end: who was admitted on it receives services, who left on it does not.
 * - In a period counts who stood so on at least one of its days; a state that began and ended on one day counts for it.
 * - A person is counted once, however often he or she came back.
 */

export const ageGroups = ['0-2', '3-6', '7-17', '18-29', '30-44', '45-59', '60-74', '75'] as const;
export type AgeGroup = (typeof ageGroups)[number];

/** The first full year of each group. */
const firstYears: Record<AgeGroup, number> = {
  '0-2': 0,
  '3-6': 3,
  '7-17': 7,
  '18-29': 18,
  '30-44': 30,
  '45-59': 45,
  '60-74': 60,
  '75': 75,
};

/** By full years on a day: the last known day of the period. Null: the day of birth is not known or lies after it. */
export function ageGroupAt(bornOn: IsoDate | null, day: IsoDate): AgeGroup | null {
  const years = bornOn === null ? null : ageAt(bornOn, day);
  return years === null ? null : (ageGroups.findLast(group => firstYears[group] <= years) ?? null);
}

/** A status of one row of the journal and the days on which it held: `to` is the day on which it ended, not of it. */
export interface Spell {
  readonly status: PlacementStatus;
  readonly from: IsoDate;
  /** Null: it still holds. */
  readonly to: IsoDate | null;
}

/** What the events of one row, in their order, amount to. Calls of the queue do not end it. */
export function spellsOf(
  events: readonly {readonly kind: PlacementEventKind; readonly happenedOn: IsoDate}[],
): Spell[] {
  const spells: Spell[] = [];
  for (const {kind, happenedOn} of events) {
    const status = statusAfter[kind];
    const last = spells.at(-1);
    if (last?.status === status) continue;
    if (last !== undefined) spells[spells.length - 1] = {...last, to: happenedOn};
    spells.push({status, from: happenedOn, to: null});
  }
  return spells;
}

/** Whether it holds at the end of a day. */
export function holdsOn({from, to}: Spell, day: IsoDate): boolean {
  return from <= day && (to === null || to > day);
}

/** Whether it holds on at least one day of a period. */
export function holdsIn(spell: Pick<Spell, 'from' | 'to'>, period: Period): boolean {
  const last = lastDayOf(spell);
  return spell.from <= period.to && (last === null || last >= period.from);
}

function lastDayOf({from, to}: Pick<Spell, 'from' | 'to'>): IsoDate | null {
  if (to === null) return null;
  return to === from ? from : addDays(to, -1);
}

/** The part of each spell that was spent in a unit: stays run from their first day to the day on which they ended. */
export function spellsWithin(spells: readonly Spell[], stays: readonly Pick<Spell, 'from' | 'to'>[]): Spell[] {
  return spells.flatMap(spell =>
    stays.flatMap(stay => {
      const from = spell.from > stay.from ? spell.from : stay.from;
      const to = earlier(spell.to, stay.to);
      // An empty part is none, except of a status that itself began and ended on one day.
      if (to !== null && (to < from || (to === from && spell.from !== spell.to))) return [];
      return [{status: spell.status, from, to}];
    }),
  );
}

function earlier(left: IsoDate | null, right: IsoDate | null): IsoDate | null {
  if (left === null || right === null) return left ?? right;
  return left < right ? left : right;
}

/** The person has a place: receives services, or is away for a while and the place is kept. */
export function isPlaced({status}: Spell): boolean {
  return status === 'receiving' || status === 'on-leave';
}

/** What the deadlines of a row of the journal follow from. */
export interface Presence {
  readonly admittedOn: IsoDate | null;
  /** The day of the discharge or the transfer. */
  readonly closedOn: IsoDate | null;
  readonly leaves: readonly Leave[];
}

export function presenceOf(spells: readonly Spell[]): Presence {
  return {
    admittedOn: spells.find(isPlaced)?.from ?? null,
    closedOn: spells.find(({status}) => status === 'discharged' || status === 'transferred')?.from ?? null,
    leaves: spells.filter(({status}) => status === 'on-leave').map(({from, to}) => ({from, to})),
  };
}
