import {must} from '../../../domain/assert.ts';
import {reopensRow, stateAfter, type TransferAction} from '../../../domain/transfer.ts';
import {changeHandover} from '../../../db/commands/handover.ts';
import {writeTransfer} from '../../../db/commands/transfer.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {findHandover} from '../../../db/queries/handover.ts';
import {recordStamp} from '../../../db/queries/stamps.ts';
import type {TransferHead} from '../../../db/queries/transfer.ts';
import type {CommandContext} from '../context.ts';
import {lengthRefusals, lineOrNull, longest, refusal, refuseIf} from '../refusals.ts';
import {closeRow, reopenRow} from './journal-row.ts';
import {lackRefusals} from './views.ts';

/** The steps of a hand-over, whether a person takes them or the other side's answer from the registry. */

export function savedOf(db: ReadableDb, id: string): {id: string; stamp: string} {
  return {id, stamp: recordStamp(db, id)};
}

/** Refused where it cannot be taken from here. */
export function next({direction, state}: TransferHead, action: TransferAction): TransferHead['state'] {
  const after = stateAfter(direction, state, action);
  refuseIf(after === null && refusal('', 'transfer-step-impossible'));
  return must(after);
}

export function isSent({direction, state}: TransferHead): boolean {
  return direction === 'outgoing' && state === 'sent';
}

/** Its content; made again after it was handed over it is the same one. */
export function mayBeMade(row: TransferHead): boolean {
  return stateAfter(row.direction, row.state, 'send') !== null || isSent(row);
}

/** The registry has not been heard to have it: one of which the content was lost here is made anew. */
export function isNotOffered(db: ReadableDb, {id}: TransferHead): boolean {
  return (findHandover(db, id)?.state ?? null) === null;
}

/** Handed over: the row of the journal is closed. */
export function send(context: CommandContext, row: TransferHead): {id: string; stamp: string} {
  const state = next(row, 'send');
  refuseIf(lackRefusals(context.db, row));
  closeRow(context, row);
  writeTransfer(context.db, row.id, {state});
  return savedOf(context.db, row.id);
}

/** Rejected or called off: the row of the journal goes on, as if it had not been closed; the history keeps both. */
export function stepBack(
  context: CommandContext,
  row: TransferHead,
  {action, reason: typed}: {readonly action: 'reject' | 'cancel'; readonly reason: string | null},
): {id: string; stamp: string} {
  const {db} = context;
  const state = next(row, action);
  const reason = lineOrNull(typed);
  refuseIf(
    reason === null && row.state !== 'prepared' && refusal('reason', 'transfer-reason-required'),
    lengthRefusals([['reason', reason, longest.reason]]),
  );
  if (reopensRow(row.direction, row.state, action)) reopenRow(context, row);
  writeTransfer(db, row.id, {state, reason});
  // It goes nowhere any more.
  changeHandover(db, row.id, {packed: null, sealed: null});
  return savedOf(db, row.id);
}
