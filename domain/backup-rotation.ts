/**
 * Which backups may go. Clocks are wrong now and then, so nothing is reckoned from today: the latest seven days, four weeks and
 * twelve months that have a backup at all keep their last one each. Whatever its date, what holds the most is kept too: a
 * battery that is flat puts every new backup into the same day of the past.
 */
export interface KeptBackup {
  readonly id: string;
  /** The instant at which it was made, by the clock of then, UTC ISO. */
  readonly madeAt: string;
  /** How far the change log went. */
  readonly head: number;
  /** Made before a restore or a migration, to go back to. */
  readonly isSafety: boolean;
}

export const kept = {days: 7, weeks: 4, months: 12, fullest: 3, safetyDays: 30} as const;

/** More than this many never stay, beside the safety copies that are too young to go. */
export const mostKept = kept.days + kept.weeks + kept.months + kept.fullest;

const day = 86_400_000;

/** The ids of those that may be removed; all that are handed in are whole. `now`: the instant, UTC ISO. */
export function backupsToRemove(backups: readonly KeptBackup[], now: string): string[] {
  const newestFirst = backups.toSorted((one, other) => instantOf(other) - instantOf(one) || other.head - one.head);
  const fullestFirst = backups.toSorted((one, other) => other.head - one.head || instantOf(other) - instantOf(one));
  const staying = new Set([
    ...lastOfEach(newestFirst, kept.days, at => Math.floor(at / day)),
    // The first of January 1970 was a Thursday.
    ...lastOfEach(newestFirst, kept.weeks, at => Math.floor((at / day + 3) / 7)),
    ...lastOfEach(newestFirst, kept.months, at => new Date(at).toISOString().slice(0, 7)),
    ...fullestFirst.slice(0, kept.fullest).map(({id}) => id),
    ...backups.filter(each => isYoungSafety(each, now)).map(({id}) => id),
  ]);
  return backups.filter(({id}) => !staying.has(id)).map(({id}) => id);
}

function isYoungSafety(backup: KeptBackup, now: string): boolean {
  return backup.isSafety && Date.parse(now) - instantOf(backup) < kept.safetyDays * day;
}

function lastOfEach(
  newestFirst: readonly KeptBackup[],
  most: number,
  periodOf: (at: number) => number | string,
): string[] {
  const last = new Map<number | string, string>();
  for (const backup of newestFirst) {
    const period = periodOf(instantOf(backup));
    if (!last.has(period)) last.set(period, backup.id);
    if (last.size === most) break;
  }
  return [...last.values()];
}

function instantOf({madeAt}: KeptBackup): number {
  return Date.parse(madeAt);
}
