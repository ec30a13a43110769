import type {
  BackupAttempt,
  BackupProblem,
  BackupState,
  FoundBackupView,
  SalvagedTableView,
} from '../contract/backup.ts';

export interface WhichBackup {
  readonly folder: string;
  readonly name: string;
}

export interface RestoreWish extends WhichBackup {
  readonly account: string;
  readonly secret:
    | {readonly by: 'password'; readonly password: string}
    | {readonly by: 'recovery-key'; readonly key: string; readonly newPassword: string};
}

export interface SalvageAnswer {
  readonly result: 'ok' | 'wrong' | 'wait' | 'problem';
  readonly waitUntil: string | null;
  readonly tables: SalvagedTableView[];
}

/** What the area `backup` needs of the application around it; `electron/host/backup/backups.ts` is it. */
export interface BackupPort {
  state(): Promise<Omit<BackupState, 'canChooseFolder' | 'sticks'>>;
  make(): Promise<{problem: BackupProblem | null; second: BackupProblem | null}>;
  chooseSecond(folder: string | null): void;
  check(which: WhichBackup): Promise<{problem: BackupProblem | null; lacking: number}>;
  preview(which: WhichBackup): Promise<{changes: number; unsent: number}>;
  restore(which: WhichBackup, password: string): Promise<BackupAttempt>;
  found(folder: string | null): Promise<FoundBackupView[]>;
  restoreHere(wish: RestoreWish): Promise<BackupAttempt>;
  salvage(account: string, password: string): Promise<SalvageAnswer>;
}
