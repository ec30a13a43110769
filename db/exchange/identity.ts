import {randomBytes, randomUUID} from 'node:crypto';
import {must} from '../../domain/assert.ts';
import {beginning, newPartner} from '../../registry/protocol/partner.ts';
import type {ReadableDb, WritableDb} from '../connection.ts';
import {readOwn as read, writeOwn as write} from '../own-state.ts';

/**
 * What this database is to others: its node id stands in the log since its first change, the rest is made with the first
 * exchange. The secret keys lie here too: the whole file is encrypted.
 */

/** The node id of this database, as others know it. */
export function nodeOf(db: ReadableDb): string {
  return must(read(db, 'node'), 'a database has its name since it was opened first');
}

/** The name of the log as it is now: begun anew when it was found to have been restored. */
export function epochOf(db: ReadableDb): string | undefined {
  return read(db, 'epoch');
}

export function beginEpoch(db: WritableDb): string {
  const epoch = randomBytes(8).toString('hex');
  write(db, 'epoch', epoch);
  return epoch;
}

export function ensureEpoch(db: WritableDb): string {
  return epochOf(db) ?? beginEpoch(db);
}

/** The facility that all PCs share: given by the registry, or made by the first of several PCs. */
export function facilityOf(db: ReadableDb): string | undefined {
  return read(db, 'exchange-facility');
}

export function writeFacilityId(db: WritableDb, id: string): void {
  write(db, 'exchange-facility', id);
}

export function ensureFacilityId(db: WritableDb): string {
  const known = facilityOf(db);
  if (known !== undefined) return known;
  const made = randomUUID();
  writeFacilityId(db, made);
  return made;
}

export interface Secrets {
  readonly box: string;
  readonly sign: string;
}

export function secretsOf(db: ReadableDb): Secrets | undefined {
  const [box, sign] = [read(db, 'box-secret'), read(db, 'sign-secret')];
  return box === undefined || sign === undefined ? undefined : {box, sign};
}

export function writeSecrets(db: WritableDb, {box, sign}: Secrets): void {
  write(db, 'box-secret', box);
  write(db, 'sign-secret', sign);
}

/** A partner has said that two databases use this identity. Nothing is sent until a person has decided. */
export function isCopied(db: ReadableDb): boolean {
  return read(db, 'copied') === '1';
}

export function writeCopied(db: WritableDb): void {
  write(db, 'copied', '1');
}

/**
 * Makes this database another PC than the one that it was copied from: a new name, new keys, a new epoch. All that stands
 * in the log stays and is sent under the new name. It takes effect when the database is opened again.
 */
export function becomeAnother(db: WritableDb): string {
  const node = randomBytes(8).toString('hex');
  write(db, 'node', node);
  beginEpoch(db);
  db.execute("DELETE FROM local_state WHERE key IN ('box-secret', 'sign-secret', 'copied', 'enrolment-request')");
  // Under the old name partners have left out what came from the other database: their logs are read from the beginning.
  db.execute("UPDATE partner SET state = 'left', sent = 0, knowledge = ?", JSON.stringify(newPartner));
  return node;
}

/**
 * This database was put back from a backup and is still the same PC: others may have seen its log go farther. A new epoch says
 * so without being asked; what was lost comes back from whoever has it, and nobody has confirmed anything of the new one.
 */
export function beginRestored(db: WritableDb): void {
  beginEpoch(db);
  db.execute("UPDATE partner SET knowledge = json_set(knowledge, '$.confirmed', json(?))", JSON.stringify(beginning));
}
