import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {z} from 'zod';
import {writeAtomically} from '../atomic-file.ts';

/** What this PC must know of its backups also while nobody is signed in, or where the database does not open. */
const settings = z.object({
  /** The folder that somebody chose for a second copy. */
  second: z.string().nullable().default(null),
  /** The name of this PC in the change log: a backup of it goes on being this PC. */
  node: z.string().nullable().default(null),
  /** When the whole database was read through last, UTC ISO. */
  checkedAt: z.string().nullable().default(null),
  /** That check has found damage. */
  isDamaged: z.boolean().default(false),
});
export type BackupSettings = z.output<typeof settings>;

function fileIn(folder: string): string {
  return join(folder, 'backup.json');
}

export function readBackupSettings(folder: string): BackupSettings {
  try {
    if (existsSync(fileIn(folder))) return settings.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    // A choice that cannot be read is asked again; the backups themselves do not depend on it.
  }
  return settings.parse({});
}

export function writeBackupSettings(folder: string, changed: Partial<BackupSettings>): void {
  const before = readBackupSettings(folder);
  const after = {...before, ...changed};
  if (JSON.stringify(before) !== JSON.stringify(after)) writeAtomically(fileIn(folder), `${JSON.stringify(after)}\n`);
}
