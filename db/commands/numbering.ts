import type {WritableDb} from '../connection.ts';
import {givenKey, readHighestGiven, type Numbering} from '../queries/numbering.ts';
import {writeSetting} from '../settings.ts';

export function writeNumbering(db: WritableDb, numbering: Numbering): void {
  writeSetting(db, 'numbering', numbering);
}

/** A number that a record has lost: it is not given again. */
export function keepGiven(db: WritableDb, series: string, number: number): void {
  if (number > readHighestGiven(db, series)) writeSetting(db, givenKey(series), number);
}
