import type {Connection} from '../../db/connection.ts';
import {writeCopied} from '../../db/exchange/identity.ts';
import {endJoining} from '../../db/exchange/joining.ts';
import type {LaneResult, Run} from './exchange-outcome.ts';

const program = {accountId: null};

/** What a run has found out: that this database was copied, or that the first load is whole. */
export function settle(connection: Connection, {lane}: Run, {problem, applied = 0}: LaneResult): void {
  if (problem?.code === 'copied' && problem.by === 'them') connection.transact(db => writeCopied(db), program);
  if (problem !== null || (lane === 'stick' && applied === 0)) return;
  connection.transact(db => endJoining(db, {whole: lane === 'network'}), program);
}
