import {z} from 'zod';
import {instant, line, maybe, nothing} from './fields.ts';
import {command, onApplication, query} from './kernel.ts';

/**
 * Backups of this PC, in the data folder and in a second place that somebody has chosen; and what to do where nothing opens.
 * A backup is named by its place and its folder there, as `state` or `found` has answered them.
 *
 *   (daily | before a migration | before a restore | make) ──▶ running ──▶ last, whole or with a problem
 *   open ──restore──▶ locked, with what the backup held        fresh, problem ──restoreHere──▶ open
 *   problem (damaged) ──salvage──▶ open, with what could be read
 */

/** Why it was made. */
export const backupKinds = ['daily', 'manual', 'migration', 'restore'] as const;
export type BackupKind = (typeof backupKinds)[number];

/**
 * What is wrong with a backup, or why none could be made. The screen has the words for each.
 * - unreadable: no description of it, or one that says nothing.  - cut: a part lacks or is too short.
 * - altered: not what was written.  - foreign: another installation's; the key does not fit.  - newer: of a newer Tirek.
 * - gone: it is not there any more.  - absent: the place is not there, as of a stick that is out.
 * - full, read-only, failing: what the disk said.  - damaged: the database that was to be copied is.
 * - internal: a defect.
 */
export const backupProblems = [
  'unreadable',
  'cut',
  'altered',
  'foreign',
  'newer',
  'gone',
  'absent',
  'full',
  'read-only',
  'failing',
  'damaged',
  'internal',
] as const;
export type BackupProblem = (typeof backupProblems)[number];

const which = {folder: line, name: line};

const backup = z.strictObject({
  ...which,
  madeAt: maybe(instant),
  kind: maybe(z.enum(backupKinds)),
  /** Bytes; without the scans, which stand beside the backups once each. */
  size: z.int(),
  scans: z.int(),
  /** What is seen without opening it; `check` looks further. */
  problem: maybe(z.enum(backupProblems)),
  /** Of this PC, of another one of the same organisation or of one that was put back elsewhere, or of a foreign one. */
  whose: z.enum(['own', 'related', 'foreign']),
});
export type BackupView = z.output<typeof backup>;

const place = z.strictObject({
  folder: line,
  isThere: z.boolean(),
  backups: z.array(backup),
  /** When the newest whole one of this PC was made. */
  lastGoodAt: maybe(instant),
  /** Why the last try here came to nothing; null: it did not, or there was none since the start. */
  problem: maybe(z.enum(backupProblems)),
  /** Whether people should be told that it is time. */
  isLate: z.boolean(),
});
export type BackupPlace = z.output<typeof place>;

const backupState = z.strictObject({
  running: maybe(z.enum(backupKinds)),
  first: place,
  /** Null: none was chosen. */
  second: maybe(place),
  /** For longer than a week everything has stood on this disk alone, and nobody has chosen a second place. */
  lacksSecond: z.boolean(),
  /** The weekly check has found damage: at the next sign-in it is told what can be done. */
  isDamaged: z.boolean(),
  /** Of the last whole check of the database. */
  checkedAt: maybe(instant),
  canChooseFolder: z.boolean(),
  sticks: z.array(line),
});
export type BackupState = z.output<typeof backupState>;

const found = z.strictObject({...backup.shape, accounts: z.array(line), isSamePc: z.boolean()});
export type FoundBackupView = z.output<typeof found>;

const attempt = z.discriminatedUnion('result', [
  z.strictObject({result: z.literal('ok')}),
  z.strictObject({result: z.literal('wrong'), waitUntil: maybe(instant)}),
  z.strictObject({result: z.literal('wait'), waitUntil: instant}),
  /** Nothing was changed. */
  z.strictObject({result: z.literal('problem'), problem: z.enum(backupProblems)}),
]);

const password = z.string().max(200, {error: 'too-long'});

const salvaged = z.strictObject({
  table: line,
  saved: z.int(),
  rebuilt: z.int(),
  lost: maybe(z.int()),
});

export const backupCalls = {
  state: onApplication(query(nothing, backupState, {topics: ['backup']})),
  /** Makes one now, here and in the second place; answers when it has ended. */
  make: onApplication(
    command(nothing, z.strictObject({problem: maybe(z.enum(backupProblems)), second: maybe(z.enum(backupProblems))}), {
      access: 'backup',
      topics: ['backup'],
      audit: 'export',
    }),
  ),
  /** Null: the host asks for the folder. `chosen` false: nobody has chosen one. Invalid: folder `malformed`. */
  chooseSecond: onApplication(
    command(z.strictObject({folder: maybe(line)}), z.strictObject({chosen: z.boolean()}), {
      access: 'backup',
      topics: ['backup'],
      audit: 'export',
    }),
  ),
  /** What stands there stays there. */
  forgetSecond: onApplication(command(nothing, nothing, {access: 'backup', topics: ['backup'], audit: 'export'})),
  /** Reads a backup through: each byte, each page, each scan. `lacking`: scans that are not there or do not open. */
  check: onApplication(
    command(z.strictObject(which), z.strictObject({problem: maybe(z.enum(backupProblems)), lacking: z.int()}), {
      access: 'backup',
      topics: [],
    }),
  ),
  /** What would be lost by going back to it: changes since, and those of them that nobody else has. */
  preview: onApplication(
    query(z.strictObject(which), z.strictObject({changes: z.int(), unsent: z.int()}), {access: 'backup', topics: []}),
  ),
  /** Goes back to a backup; everybody signs in anew. A safety copy is made first. Where it fails, nothing has changed. */
  restore: onApplication(
    command(z.strictObject({...which, password}), attempt, {access: 'backup', topics: ['session', 'backup']}),
  ),

  /**
   * Before anybody can sign in, on a fresh PC or where nothing opens: the backups of the data folder and of the second place, or
   * around another folder. Denied in any other phase.
   */
  found: onApplication(
    query(z.strictObject({folder: maybe(line)}), z.strictObject({backups: z.array(found), sticks: z.array(line)}), {
      access: 'anyone',
      topics: ['session', 'backup'],
    }),
  ),
  /** Asks for a folder to look in; null: nobody has chosen one, or the host cannot ask. */
  askFolder: onApplication(
    command(nothing, z.strictObject({folder: maybe(line), canChooseFolder: z.boolean()}), {access: 'anyone'}),
  ),
  /**
   * Brings a backup onto this PC and signs in. `recoveryKey`: a new password for the account is set; else `password` is one of
   * then. Invalid: key `recovery-key-typo`, newPassword as for an account.
   */
  restoreHere: onApplication(
    command(
      z.strictObject({
        ...which,
        account: line,
        secret: z.discriminatedUnion('by', [
          z.strictObject({by: z.literal('password'), password}),
          z.strictObject({by: z.literal('recovery-key'), key: line, newPassword: password}),
        ]),
      }),
      attempt,
      {access: 'anyone', topics: ['session', 'backup']},
    ),
  ),
  /**
   * Reads what can be read of a damaged database into a new one and signs in; the damaged one is set aside. Without any table,
   * `problem` says why, and nothing has changed.
   */
  salvage: onApplication(
    command(
      z.strictObject({account: line, password}),
      z.strictObject({
        result: z.enum(['ok', 'wrong', 'wait', 'problem']),
        waitUntil: maybe(instant),
        tables: z.array(salvaged),
      }),
      {access: 'anyone', topics: ['session', 'backup']},
    ),
  ),
};

export type BackupAttempt = z.output<typeof attempt>;
export type SalvagedTableView = z.output<typeof salvaged>;
/** So many days without a new one are too many. */
export const lateAfterDays = 7;
