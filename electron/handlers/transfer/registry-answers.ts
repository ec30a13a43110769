import {createHash} from 'node:crypto';
import {isUnderWay, type HandoverProblem} from '../../../domain/transfer.ts';
import {changeHandover, dropHandover, keepHandover} from '../../../db/commands/handover.ts';
import {writeTransfer} from '../../../db/commands/transfer.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {findHandover, handoverContent} from '../../../db/queries/handover.ts';
import {findTransfer, type TransferHead} from '../../../db/queries/transfer.ts';
import type {Handover, HandoverAnswer} from '../../../registry/protocol/handover.ts';
import {largestFile} from '../../transfer/archive-file.ts';
import {CallFailure, type CommandContext} from '../context.ts';
import {longest} from '../refusals.ts';
import {next, stepBack} from './steps.ts';

/**
 * What the registry says of a hand-over, and what that means here. Either side may have decided while it had no line, for a
 * month or more; whoever told the registry first has decided, and what stands otherwise here is for people to settle.
 *
 *   ours, sent        + accepted  ──▶ accepted                theirs, received  + withdrawn ──▶ cancelled
 *   ours, sent        + rejected  ──▶ rejected, row reopened  theirs, decided   + offered   ──▶ our answer is told
 *   ours, cancelled   + offered   ──▶ withdrawn is told       theirs, unknown   + offered   ──▶ fetched
 */

/** What is to be done there; the same said again changes nothing here. */
export function learnHandover(context: CommandContext, said: Handover): 'fetch' | HandoverAnswer | null {
  const row = findTransfer(context.db, said.id);
  // One of our own that the registry has under the same id from somebody else is not what it says.
  if (row !== undefined && row.direction !== said.direction) return null;
  // Nor may another organisation than the one that it came from decide of it.
  if (row?.direction === 'incoming' && (row.otherFacilityId ?? said.otherFacility) !== said.otherFacility) return null;
  return said.direction === 'outgoing' ? learnOutgoing(context, said, row) : learnIncoming(context, said, row);
}

/** Nothing can follow from it: it was learned before, and nobody is to act any more. Of old ones there are thousands. */
export function isSettled(db: ReadableDb, said: Handover): boolean {
  if (said.state === 'offered') return false;
  const known = findHandover(db, said.id);
  const row = findTransfer(db, said.id);
  if (row === undefined) return known === undefined;
  return known?.state === said.state && known.problem === null && !isUnderWay(row.direction, row.state);
}

function learnOutgoing(context: CommandContext, said: Handover, row: TransferHead | undefined): HandoverAnswer | null {
  const {db} = context;
  if (row === undefined) return null;
  const problem = settleOutgoing(context, said, row);
  // Cut before all of the content was there: it goes on.
  const goesOn = said.state === 'offered' && isContentOf(db, said) && findHandover(db, said.id)?.delivered === false;
  if (!goesOn) keep(context, said, problem);
  return said.state === 'offered' && row.state === 'cancelled' ? {state: 'withdrawn', reason: row.reason} : null;
}

function settleOutgoing(context: CommandContext, said: Handover, row: TransferHead): HandoverProblem | null {
  switch (said.state) {
    case 'offered':
    case 'withdrawn':
      return null;
    case 'accepted':
      if (row.state === 'sent') writeTransfer(context.db, row.id, {state: next(row, 'accept')});
      return row.state === 'sent' || row.state === 'accepted' ? null : 'answered-otherwise';
    case 'rejected':
      if (row.state === 'sent') return takenBack(context, said, row) ? null : 'answered-otherwise';
      return row.state === 'accepted' ? 'answered-otherwise' : null;
  }
}

/** False: the journal has gone on in a way that no step of ours takes back. */
function takenBack(context: CommandContext, said: Handover, row: TransferHead): boolean {
  try {
    stepBack(context, row, {action: 'reject', reason: reasonOf(said)});
    return true;
  } catch (error) {
    if (error instanceof CallFailure) return false;
    throw error;
  }
}

function learnIncoming(
  context: CommandContext,
  said: Handover,
  row: TransferHead | undefined,
): 'fetch' | HandoverAnswer | null {
  const {db} = context;
  if (row === undefined) return learnUnknown(context, said);
  keep(context, said, settleIncoming(context, said, row));
  // What came by a file before is the same one: from now on it is known whom the answer goes to.
  if (row.otherFacilityId === null) writeTransfer(db, row.id, {otherFacilityId: said.otherFacility});
  if (said.state !== 'offered') return null;
  if (row.state === 'accepted') return {state: 'accepted', reason: null};
  return row.state === 'rejected' ? {state: 'rejected', reason: row.reason} : null;
}

function settleIncoming({db}: CommandContext, said: Handover, row: TransferHead): HandoverProblem | null {
  if (said.state === 'withdrawn') {
    if (row.state === 'received') {
      writeTransfer(db, row.id, {state: next(row, 'withdraw'), reason: reasonOf(said)});
      return null;
    }
    return row.state === 'accepted' ? 'answered-otherwise' : null;
  }
  const isOtherwise =
    (said.state === 'accepted' && (row.state === 'rejected' || row.state === 'cancelled')) ||
    (said.state === 'rejected' && row.state === 'accepted');
  return isOtherwise ? 'answered-otherwise' : null;
}

/** Not taken in here, or not yet. */
function learnUnknown(context: CommandContext, said: Handover): 'fetch' | null {
  const {db} = context;
  const known = findHandover(db, said.id);
  if (said.state !== 'offered') {
    if (known !== undefined) dropHandover(db, said.id);
    return null;
  }
  // A newer program of ours may read what this one could not.
  const problem = said.size > largestFile ? 'too-large' : known?.problem === 'newer' ? null : (known?.problem ?? null);
  keep(context, said, problem);
  return problem === null ? 'fetch' : null;
}

function reasonOf({reason}: Handover): string {
  return (reason ?? '—').slice(0, longest.reason);
}

function keep({db}: CommandContext, said: Handover, problem: HandoverProblem | null): void {
  const {id, direction, state, otherNameKk, otherNameRu, offeredAt, answeredAt, reason} = said;
  keepHandover(db, {id, direction, state, otherNameKk, otherNameRu, offeredAt, answeredAt, reason, problem});
  // Of one that was answered, or that another PC of ours has offered, the content goes nowhere any more.
  if (state !== 'offered' || !isContentOf(db, said)) changeHandover(db, id, {packed: null, sealed: null});
}

function isContentOf(db: ReadableDb, {id, sha256}: Handover): boolean {
  const sealed = handoverContent(db, id)?.sealed ?? null;
  return sealed !== null && createHash('sha256').update(sealed).digest('hex') === sha256;
}
