import {z} from 'zod';
import {backupKinds, type BackupKind} from '../../contract/backup.ts';

/**
 * A backup is a folder that stands for itself:
 *
 *   tirek-2026-11-26-184756-1a2b3c4d/     when it was made (the clock of the PC), and by which PC
 *     tirek.db                            the database, under the key of the installation
 *     keyring.json                        who could open it then: a password of that time, or the recovery key
 *     scans.json                          the names of the scans that it speaks of
 *     manifest.json                       written last: what the others must be, byte for byte. Nothing about people
 *   scans-<installation>/                 beside the backups, once each: docs/decisions/0027-backup.md
 *
 * Under this name stands only what was read back and found whole; while it is being written its name ends with `.new`.
 */
export const databasePart = 'tirek.db';
export const keyringPart = 'keyring.json';
export const scansPart = 'scans.json';
export const manifestFile = 'manifest.json';
export const parts = [databasePart, keyringPart, scansPart] as const;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const part = z.object({size: z.int().min(0), sha256: hash});
export type Part = z.output<typeof part>;

/** Not strict: a newer version may add to it, and says so by `format` where it changes what is here. */
export const manifest = z.object({
  format: z.literal(1),
  installation: z.uuid(),
  /** Of the PC in the change log. */
  node: z.string().regex(/^[0-9a-f]{16}$/),
  madeAt: z.iso.datetime(),
  kind: z.enum(backupKinds),
  /** Versions of the program and of the database. */
  program: z.string().max(40),
  schema: z.int().min(1),
  head: z.int().min(0),
  rows: z.record(z.string(), z.int().min(0)),
  parts: z.object({[databasePart]: part, [keyringPart]: part, [scansPart]: part}),
  scans: z.object({count: z.int().min(0), bytes: z.int().min(0)}),
});
export type Manifest = z.output<typeof manifest>;

export const scanNames = z.array(hash);

const shape = /^tirek-(\d{4}-\d{2}-\d{2})-(\d{6})-([0-9a-f]{8})$/;

export function isBackupName(name: string): boolean {
  return shape.test(name);
}

export function backupName(at: Date, node: string): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [String(at.getFullYear()).padStart(4, '0'), two(at.getMonth() + 1), two(at.getDate())].join('-');
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('');
  return `tirek-${day}-${time}-${node.slice(0, 8)}`;
}

/** The same moment as in the name of a backup: for what is set aside then. */
export function momentName(at: Date): string {
  return backupName(at, '00000000').slice('tirek-'.length, -'-00000000'.length);
}

export function scansFolder(installation: string): string {
  return `scans-${installation.slice(0, 8)}`;
}

export function isSafety(kind: BackupKind): boolean {
  return kind === 'migration' || kind === 'restore';
}
