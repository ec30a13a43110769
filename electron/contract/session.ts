import {z} from 'zod';
import {accountRoles} from '../../domain/roles.ts';
import {languages} from '../../domain/text.ts';
import {backupProblems} from './backup.ts';
import {setupSteps} from './facility.ts';
import {id, instant, line, maybe, nothing} from './fields.ts';
import {command, onApplication, query} from './kernel.ts';

/**
 * The life of an installation, as the screen sees it:
 *
 *   problem --lookAgain--> any    nothing can be opened; `problem` says why; nothing is ever deleted
 *   fresh --createAccount--> open (setupStep: organisation … recovery-key, done)
 *                                 (organisation --> joining --first load--> recovery-key, for a further PC of a facility)
 *   locked --signIn, signInWithRecovery--> open --lock--> locked
 *   open --rotateKey--> rotating --> open     nobody can work until it has ended
 */
export const phases = ['problem', 'fresh', 'locked', 'rotating', 'open'] as const;

/**
 * Why nothing can be opened.
 * - already-running: another Tirek holds this data folder.  - keyring-missing: a database without its keys.
 * - keyring-damaged: neither the keys nor their previous copy can be read.  - database-missing: keys without a database.
 * - not-a-database: the file is not a database, or not the one of these keys.  - newer-database: made by a newer Tirek.
 * - damaged: the database fails its own check.  - not-a-folder: a file stands in its place.
 * - read-only, disk-full: the folder cannot be written.
 */
export const installationProblems = [
  'already-running',
  'not-a-database',
  'newer-database',
  'not-a-folder',
  'read-only',
  'disk-full',
  'keyring-missing',
  'keyring-damaged',
  'database-missing',
  'damaged',
] as const;
export type InstallationProblem = (typeof installationProblems)[number];

export const signedIn = z.strictObject({
  id,
  name: line,
  role: z.enum(accountRoles),
  staffId: maybe(id),
});

export const sessionState = z.strictObject({
  host: z.enum(['desktop', 'loopback']),
  version: line,
  /** Where the data lies, to be shown beside a problem and in the settings. */
  folder: z.string(),
  /** Null until somebody has chosen. */
  language: maybe(z.enum(languages)),
  phase: z.enum(phases),
  problem: maybe(z.enum(installationProblems)),
  /** Who can sign in, in the order in which the accounts were made. */
  accounts: z.array(line),
  account: maybe(signedIn),
  /** Null unless somebody is signed in. */
  setupStep: maybe(z.enum(setupSteps)),
  /** Whether somebody has confirmed that they hold the recovery key. */
  recoveryKeyHeld: z.boolean(),
  /** Whether what is open is the tour with invented data; `none`: this host has none. */
  tour: z.enum(['none', 'offered', 'on']),
});
export type SessionState = z.output<typeof sessionState>;

/** At most 200 characters; what is too short or too common is answered as `invalid` by the handler, with its words. */
const password = z.string().max(200, {error: 'too-long'});
const accountName = line;

/** The call did what was asked, or says when a next try will be looked at (wrong passwords make one wait). */
const attempt = z.discriminatedUnion('result', [
  z.strictObject({result: z.literal('ok')}),
  z.strictObject({result: z.literal('wrong'), waitUntil: maybe(instant)}),
  z.strictObject({result: z.literal('wait'), waitUntil: instant}),
]);

const keyState = z.strictObject({
  /** Somebody without the database key has written into the keyring. */
  isAltered: z.boolean(),
  /** Who has not signed in since keys can be given to people who are not there: after a change they need a new password. */
  older: z.array(line),
  /** Who may come in, but cannot until they get a new password. */
  lacking: z.array(line),
  /** `older`: of before, likewise; a new recovery key is made first. */
  recovery: z.enum(['none', 'older', 'ready']),
});
export type KeyState = z.output<typeof keyState>;

/** Why the key was not changed, beside what the disk says. */
export const rotationProblems = [...backupProblems, 'altered-keys', 'recovery-first'] as const;
export type RotationProblem = (typeof rotationProblems)[number];

const rotation = z.discriminatedUnion('result', [
  /** `without`: who needs a new password from the head. */
  z.strictObject({result: z.literal('done'), without: z.array(line)}),
  z.strictObject({result: z.literal('wrong'), waitUntil: maybe(instant)}),
  z.strictObject({result: z.literal('wait'), waitUntil: instant}),
  z.strictObject({result: z.literal('problem'), problem: z.enum(rotationProblems)}),
]);
export type RotationAnswer = z.output<typeof rotation>;

export const sessionCalls = {
  state: onApplication(query(nothing, sessionState, {access: 'anyone', topics: ['session']})),
  /** The person has done something about the problem: the folder is looked at anew. */
  lookAgain: onApplication(command(nothing, nothing, {access: 'anyone', topics: ['session']})),
  setLanguage: onApplication(
    command(z.strictObject({language: z.enum(languages)}), nothing, {access: 'anyone', topics: ['session']}),
  ),
  /**
   * Makes the installation and its first account, the head's, and signs it in. Only where there is none yet.
   * Invalid: name `required`; password `password-short` (under 8 characters), `password-common`, `password-is-name`.
   */
  createAccount: onApplication(
    command(z.strictObject({name: accountName, password}), nothing, {access: 'anyone', topics: ['session']}),
  ),
  signIn: onApplication(
    command(z.strictObject({name: accountName, password}), attempt, {access: 'anyone', topics: ['session']}),
  ),
  /** The recovery key stands in for a forgotten password, which is replaced. Invalid: key `recovery-key-typo`. */
  signInWithRecovery: onApplication(
    command(z.strictObject({name: accountName, key: line, newPassword: password}), attempt, {
      access: 'anyone',
      topics: ['session'],
    }),
  ),
  /**
   * Opens a small invented organisation in a folder of its own; whoever works there leaves no trace. Conflict: somebody is
   * signed in, or a tour is on.
   */
  beginTour: onApplication(command(nothing, nothing, {access: 'anyone', topics: ['session']})),
  /** Its folder is removed; the door of the real data is shown again. Locking a tour ends it too. */
  endTour: onApplication(command(nothing, nothing, {access: 'anyone', topics: ['session']})),
  lock: onApplication(command(nothing, nothing, {access: 'self', topics: ['session']})),
  changePassword: onApplication(
    command(z.strictObject({current: password, next: password}), attempt, {access: 'self', topics: ['session']}),
  ),
  /** An account for a colleague. The name must be new: `name-taken`. */
  addAccount: onApplication(
    command(
      z.strictObject({name: accountName, password, role: z.enum(accountRoles), staffId: maybe(id)}),
      z.strictObject({id}),
      {access: 'accounts', topics: ['session', 'staff']},
    ),
  ),
  /** After how many minutes a PC that nobody touches is locked. */
  idle: query(nothing, z.strictObject({minutes: z.int()}), {topics: ['session']}),
  setIdle: command(z.strictObject({minutes: z.int().min(1).max(60)}), nothing, {
    access: 'accounts',
    topics: ['session'],
  }),
  /** Who may come in, in the order in which they were let in. */
  accounts: query(nothing, z.array(z.strictObject({...signedIn.shape, isOwn: z.boolean()})), {
    access: 'accounts',
    topics: ['session'],
  }),
  /**
   * What a colleague may do, and who that is among the staff. Invalid: `own-account`; role `last-head`. A head's account is
   * touched by a head alone.
   */
  changeAccount: onApplication(
    command(z.strictObject({id, role: z.enum(accountRoles), staffId: maybe(id)}), nothing, {
      access: 'accounts',
      topics: ['session', 'staff'],
    }),
  ),
  /** A new password for a colleague who has forgotten it, without a network. */
  resetPassword: onApplication(
    command(z.strictObject({id, password}), nothing, {access: 'accounts', topics: ['session']}),
  ),
  /** Lets a colleague in no more. What they did keeps their name. Invalid: `own-account`, `last-head`. */
  removeAccount: onApplication(
    command(z.strictObject({id}), nothing, {access: 'accounts', topics: ['session', 'staff']}),
  ),
  /**
   * Makes a recovery key and answers it, this one time, in printable groups. An earlier key goes on working until the
   * new one is confirmed, so that an interruption leaves nobody without.
   */
  makeRecoveryKey: onApplication(
    command(nothing, z.strictObject({key: z.string()}), {access: 'keys', topics: ['session']}),
  ),
  /** The person holds the newest key. An earlier one stops working. */
  confirmRecoveryKey: onApplication(command(nothing, nothing, {access: 'keys', topics: ['session']})),
  /** How it stands with the keys before the key of the database is changed. */
  keys: onApplication(query(nothing, keyState, {access: 'keys', topics: ['session']})),
  /**
   * Writes database and scans anew under another key, and lets the same person in again. Passwords and the recovery key go on
   * working. `onlySelf`: nobody else is carried over, nor the recovery key; the way out where the keyring was altered. Where it
   * comes to nothing, nothing has changed.
   */
  rotateKey: onApplication(
    command(z.strictObject({password, onlySelf: z.boolean()}), rotation, {
      access: 'keys',
      topics: ['session', 'backup'],
    }),
  ),
};
