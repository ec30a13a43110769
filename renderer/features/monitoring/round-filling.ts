import {isIsoDate, type IsoDate} from '../../../domain/dates.ts';
import type {ServiceType} from '../../../domain/vocabulary.ts';
import type {MonitoringEntryValues} from '../../../electron/contract/monitoring.ts';
import {isMarked, rawEntry, type RawEntry, type RawRound} from './round-values.ts';

/** Rows of a round that are filled by one key: what stands in a row already is never touched. */

export interface Filling {
  readonly today: IsoDate;
  readonly specialistOf: (serviceType: ServiceType) => string;
  /** Whether this person writes the row. */
  readonly isOwn: (serviceType: ServiceType) => boolean;
}

/** Rows without a mark are marked as unchanged. */
export function withRestUnchanged(round: RawRound, reason: string, filling: Filling): RawRound {
  return filled(round, filling, entry => ({...entry, noneOrWorse: 'none', reason: entry.reason || reason}));
}

/**
 * Nothing has changed since the round before: its marks and words once more, in rows without a mark. Its decisions are not: what was
 * to be corrected was corrected. What the head of the sheet lacks, its days, is today.
 */
export function asLastTime(round: RawRound, previous: readonly MonitoringEntryValues[], filling: Filling): RawRound {
  const {today} = filling;
  const dated = {
    ...round,
    monitoredOn: round.monitoredOn || today,
    observedTo: round.observedTo || (round.observedFrom <= today ? today : ''),
  };
  return filled(dated, filling, entry => {
    const last = previous.find(each => each.serviceType === entry.serviceType);
    return last === undefined ? entry : entryAsLastTime(entry, last);
  });
}

/** One row with the marks and words of the round before. */
export function entryAsLastTime(entry: RawEntry, last: MonitoringEntryValues): RawEntry {
  const {positiveMarked, positiveGroups, positive, noneOrWorse, reason} = rawEntry(entry.serviceType, last);
  return {
    ...entry,
    positiveMarked,
    positiveGroups,
    positive: entry.positive || positive,
    noneOrWorse,
    reason: entry.reason || reason,
  };
}

/** A row that gets its mark gets its day and specialist too. */
export function withDayOf(entry: RawEntry, round: RawRound, {today, specialistOf}: Omit<Filling, 'isOwn'>): RawEntry {
  return {
    ...entry,
    monitoredOn: entry.monitoredOn || (isIsoDate(round.monitoredOn) ? round.monitoredOn : today),
    staffId: entry.staffId || specialistOf(entry.serviceType),
  };
}

function filled(round: RawRound, filling: Filling, fill: (entry: RawEntry) => RawEntry): RawRound {
  const entries = round.entries.map(entry => {
    if (isMarked(entry) || !filling.isOwn(entry.serviceType)) return entry;
    const next = fill(entry);
    return isMarked(next) ? withDayOf(next, round, filling) : entry;
  });
  return {...round, entries};
}
