import type {Text} from '../../domain/text.ts';
import type {BackupState} from '../../electron/contract/backup.ts';
import {backupText} from '../text/backup.ts';

export interface BackupLine {
  readonly words: Text;
  readonly tone: 'calm' | 'late';
}

/** What people are to be told of the backups, in one short line; null while all is well. */
export function backupLineOf({running, first, second, lacksSecond, isDamaged}: BackupState): BackupLine | null {
  if (isDamaged) return {words: backupText.line.damaged, tone: 'late'};
  if (running !== null) return {words: backupText.running, tone: 'calm'};
  if (first.isLate) return {words: backupText.line.late, tone: 'late'};
  if (second?.isLate === true) return {words: backupText.line.secondLate, tone: 'late'};
  return lacksSecond ? {words: backupText.line.lacksSecond, tone: 'late'} : null;
}

/** Bytes as megabytes with one digit behind the comma. */
export function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(1).replace('.', ',');
}
