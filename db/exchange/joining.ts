import type {ReadableDb, WritableDb} from '../connection.ts';
import {findFacility} from '../queries/facility.ts';
import {
  readSetupStep,
  readStepAfterJoining,
  writeSetupStep,
  writeStepAfterJoining,
  type SetupStep,
} from '../settings.ts';
import {partners} from './partners.ts';

/**
 * A further PC of a facility takes in what is there before anybody works on it (rule 20):
 *
 *   organisation … done ──begin──▶ joining ──first load is whole──▶ recovery-key, or done where set-up was done
 *                                     └──leave, while nothing has come──▶ organisation
 *
 * The step stands in the database: whatever ends the program on the way, the next one goes on with the load.
 */

export function isJoining(db: ReadableDb): boolean {
  return readSetupStep(db) === 'joining';
}

/** Whether somebody was entered here: then this PC has worked by itself, and what it has is sent like anything else. */
export function hasRecipients(db: ReadableDb): boolean {
  return db.prepare('SELECT 1 FROM recipient LIMIT 1').get() !== undefined;
}

export function beginJoining(db: WritableDb): void {
  const step = readSetupStep(db) ?? 'organisation';
  if (step === 'joining') return;
  writeStepAfterJoining(db, step);
  writeSetupStep(db, 'joining');
}

/** Whether anything of the others has come: from then on there is only the way through. */
export function hasBegunLoad(db: ReadableDb): boolean {
  return partners(db).some(({knowledge}) => knowledge.applied.seq > 0);
}

/**
 * After an exchange that came to its end. `whole`: the other side said that there is nothing more, so that a facility
 * without an organisation is one that nobody has named yet; a stick without one only brought nothing.
 */
export function endJoining(db: WritableDb, {whole}: {whole: boolean}): boolean {
  if (!isJoining(db)) return false;
  const step = stepAfter(db, whole);
  if (step === undefined) return false;
  writeSetupStep(db, step);
  return true;
}

function stepAfter(db: ReadableDb, whole: boolean): SetupStep | undefined {
  const before = readStepAfterJoining(db) ?? 'organisation';
  if (findFacility(db) === undefined) return whole ? before : undefined;
  return before === 'done' ? 'done' : 'recovery-key';
}
