import {existsSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import type {Connection} from '../../../db/connection.ts';
import {carryOver} from '../../../db/erasure/carry-over.ts';
import {beginRestored} from '../../../db/exchange/identity.ts';
import type {Logged} from '../../../db/exchange/log.ts';
import {writeAtomically} from '../atomic-file.ts';

/**
 * A database that was put back for an earlier version of the program: only that version may open it, or it would be migrated once more. What
 * else belongs to a restore waits beside it for the first opening. Erasures name rows and say nothing of anybody.
 */
export const unsettledFile = 'unsettled.json';

export function writeUnsettled(stage: string, erasures: readonly Logged[]): void {
  writeAtomically(join(stage, unsettledFile), JSON.stringify({format: 1, erasures}));
}

/** Done twice it is the same: a loss of power on the way spoils nothing. */
export function settleOpened(folder: string, connection: Connection): void {
  const file = join(folder, unsettledFile);
  if (!existsSync(file)) return;
  const {erasures} = JSON.parse(readFileSync(file, 'utf8')) as {erasures: readonly Logged[]};
  connection.transact(beginRestored, {accountId: null});
  connection.integrate(log => carryOver(log, erasures));
  rmSync(file, {force: true});
}
