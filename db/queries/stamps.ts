import type {ReadableDb} from '../connection.ts';
import {lastStamp} from '../history.ts';
import {checksOf} from './admission.ts';
import {documentsOf} from './file.ts';
import {entriesOf} from './monitoring.ts';
import {measuresOf, signaturesOf} from './plan.ts';
import {relativesOf} from './recipient.ts';

/**
 * The stamp that a screen sees of a record that is saved with what belongs to it: of the newest change among them, and
 * how many they are, because what was taken out leaves no stamp here.
 */
function stampOfAll(db: ReadableDb, id: string, children: readonly {readonly id: string}[]): string {
  const newest = [id, ...children.map(child => child.id)]
    .map(each => lastStamp(db, each) ?? '')
    .reduce((a, b) => (a > b ? a : b));
  return `${newest}/${children.length}`;
}

/** A person with the parents. */
export function recipientStamp(db: ReadableDb, id: string): string {
  return stampOfAll(db, id, relativesOf(db, id));
}

/** A personal file with its documents. */
export function fileStamp(db: ReadableDb, id: string): string {
  return stampOfAll(db, id, documentsOf(db, id));
}

/** What was kept of the conditions of admission, for a row of the journal. */
export function checkStamp(db: ReadableDb, placementId: string): string {
  const [first, ...rest] = checksOf(db, placementId);
  return first === undefined ? '' : stampOfAll(db, first.id, rest);
}

/** A plan with its measures and signatures. */
export function planStamp(db: ReadableDb, id: string): string {
  return stampOfAll(db, id, [...measuresOf(db, id), ...signaturesOf(db, id)]);
}

/** A round of monitoring with its entries. */
export function roundStamp(db: ReadableDb, id: string): string {
  return stampOfAll(db, id, entriesOf(db, id));
}

/** A record that is saved alone: a member of staff, the facility, an event, a volume of the journal. */
export function recordStamp(db: ReadableDb, id: string): string {
  return stampOfAll(db, id, []);
}
