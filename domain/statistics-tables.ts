import type {IsoDate} from './dates.ts';

/** Which numbers there are. A number is named by its table, its row and its column. */

export const statisticsTableIds = [
  'status',
  'category',
  'sex',
  'age',
  'movement',
  'occupancy',
  'services',
  'monitoring',
  'deadlines',
] as const;
export type StatisticsTableId = (typeof statisticsTableIds)[number];

export const statisticsColumns = [
  'period',
  'last-day',
  'events',
  'people',
  'queue',
  'receiving',
  'on-leave',
  'occupied',
  'plans',
  'measures',
  'rounds',
  'better',
  'none',
  'worse',
  'correction',
  'strict',
  'lenient',
  'broken',
  'open',
] as const;
export type StatisticsColumn = (typeof statisticsColumns)[number];

export const columnsOf: Record<StatisticsTableId, readonly StatisticsColumn[]> = {
  status: ['period', 'last-day'],
  category: ['period', 'last-day'],
  sex: ['period', 'last-day'],
  age: ['period', 'last-day'],
  movement: ['events', 'people'],
  occupancy: ['queue', 'receiving', 'on-leave', 'occupied'],
  services: ['people', 'plans', 'measures'],
  monitoring: ['rounds', 'better', 'none', 'worse', 'correction'],
  deadlines: ['strict', 'lenient', 'broken', 'open'],
};

/** What happens to a row of the journal, as far as it is counted; the calls within the queue are the queue's own. */
export const movements = [
  'queued',
  'admitted',
  'readmitted',
  'left',
  'came-back',
  'transferred',
  'discharged',
  'withdrawn',
] as const;
export type Movement = (typeof movements)[number];

/** One of those that a number counts: a person, or a paper or an event of hers. */
export interface StatisticsEntry {
  /** Its own within the number. */
  readonly key: string;
  readonly recipientId: string;
  /** The day that it is counted for. */
  readonly day: IsoDate | null;
  /** The two readings of a term. */
  readonly strict: IsoDate | null;
  readonly lenient: IsoDate | null;
  readonly planId: string | null;
  readonly roundId: string | null;
  /** What was written: of a measure. */
  readonly words: string | null;
}

/** A number and, when somebody asks, what it counts: as many as the number says. */
export interface StatisticsCell {
  readonly count: number;
  readonly entries: () => readonly StatisticsEntry[];
}

/** In the order of the columns; null: this number does not exist. */
export interface StatisticsRow {
  readonly id: string;
  readonly cells: readonly (StatisticsCell | null)[];
}

export interface StatisticsTable {
  readonly id: StatisticsTableId;
  readonly rows: readonly StatisticsRow[];
}

/** A person counted for a day; more is said by the caller. */
export function entryOf(
  key: string,
  recipientId: string,
  more: Partial<Omit<StatisticsEntry, 'key' | 'recipientId'>> = {},
): StatisticsEntry {
  return {key, recipientId, day: null, strict: null, lenient: null, planId: null, roundId: null, words: null, ...more};
}

export function cellOf(entries: readonly StatisticsEntry[]): StatisticsCell {
  return {count: entries.length, entries: () => entries};
}
