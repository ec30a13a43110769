import type {ReadableDb} from '../connection.ts';
import {readSetting} from '../settings.ts';

/** How this facility continues its paper books. */
export interface Numbering {
  /** Stands before the number of a personal file. */
  readonly filePrefix: string;
  readonly fileStart: number;
  readonly journalStart: number;
}

const fromOne: Numbering = {filePrefix: '', fileStart: 1, journalStart: 1};

export function readNumbering(db: ReadableDb): Numbering {
  return readSetting<Numbering>(db, 'numbering') ?? fromOne;
}

/**
 * Numbers are never given twice, those neither that stand on no record any more (a row taken back, a file renumbered):
 * of each series the highest such number is kept. A series is a volume of the journal, or the files.
 */
export function readHighestGiven(db: ReadableDb, series: string): number {
  return readSetting<number>(db, givenKey(series)) ?? 0;
}

export function givenKey(series: string): string {
  return `given:${series}`;
}
