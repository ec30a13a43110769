import {join} from 'node:path';
import type {ReadableDb} from '../../../db/connection.ts';
import {head} from '../../../db/exchange/log.ts';
import {activePartners} from '../../../db/exchange/partners.ts';
import type {BackupProblem} from '../../contract/backup.ts';
import type {WhichBackup} from '../../handlers/backup-port.ts';
import {CallFailure} from '../../handlers/context.ts';
import {lookAt} from './place.ts';
import {backupProblemOf} from './problems.ts';
import {fittingKey, readable} from './restoring.ts';
import type {RunTask} from './run-task.ts';

/** Looking at backups, without changing anything. */

/** Each byte, each page, each scan. */
export async function lookThrough(
  {folder, name}: WhichBackup,
  {keys, runTask, signal}: {keys: readonly Uint8Array[]; runTask: RunTask; signal: AbortSignal},
): Promise<{problem: BackupProblem | null; lacking: number}> {
  const found = readable(await lookAt(folder, name));
  if ('problem' in found) return {problem: found.problem, lacking: 0};
  const backup = join(folder, name);
  try {
    const key = await fittingKey(backup, keys, runTask, signal);
    return await runTask('check', {folder: backup, place: folder, key, deep: true, ...found}, signal);
  } catch (error) {
    if (error instanceof CallFailure) throw error;
    return {problem: backupProblemOf(error, 'backup, check'), lacking: 0};
  }
}

/** What going back to a backup would undo: changes since, and those of them that nobody else has confirmed. */
export async function changesSince(
  {folder, name}: WhichBackup,
  db: ReadableDb,
): Promise<{changes: number; unsent: number}> {
  const found = readable(await lookAt(folder, name));
  if ('problem' in found) throw new CallFailure('missing');
  const since = found.manifest.head;
  const partners = (['registry', 'pc'] as const).flatMap(kind => activePartners(db, kind));
  const end = head(db);
  const confirmed = Math.max(since, ...partners.map(({knowledge}) => knowledge.acked));
  return {changes: Math.max(0, end - since), unsent: Math.max(0, end - confirmed)};
}
