import {z} from 'zod';
import {packagings, unfitness} from '../../registry/protocol/update.ts';
import {bilingual, instant, line, maybe, nothing} from './fields.ts';
import {command, onApplication, query} from './kernel.ts';

/**
 * Another version of the program, out of a file that its publisher has signed: from a stick, or from the registry. Nothing is put in
 * place without a person who asks for it and types their password.
 *
 *   found ──install──▶ checked ──▶ backup ──▶ program in its place ──▶ started anew ──back──▶ the version before, its backup
 */

/**
 * Why this program takes no updates. Null: it does.
 * - development: it was not packed for people, or without a publisher's key.   - browser: it runs in a browser.
 */
export const updateObstacles = ['development', 'browser'] as const;

/**
 * What is wrong with a file, or why nothing was put in place; the screen has words for each, and in each case nothing has changed.
 * The first are of registry/parcel/update-file.ts, then registry/protocol/update.ts; `no-backup`: none could be made, and without one
 * there is no update. kept-altered: the version before is not what was signed any more. gone: the file or the stick is not there any
 * more. full, read-only, failing: what the disk said.
 */
export const updateProblems = [
  'not-an-update',
  'newer-kind',
  'stranger',
  'cut',
  'altered',
  ...unfitness,
  'no-backup',
  'kept-altered',
  'gone',
  'full',
  'read-only',
  'failing',
  'internal',
] as const;
export type UpdateProblem = (typeof updateProblems)[number];

const which = {folder: line, name: line};

const found = z.strictObject({
  ...which,
  /** Bytes. */
  size: z.int(),
  problem: maybe(z.enum(updateProblems)),
  /** What the publisher says; null where nobody knows whether it is the publisher who says it. */
  said: maybe(z.strictObject({version: line, madeAt: instant, news: bilingual})),
});
export type FoundUpdateView = z.output<typeof found>;

const state = z.strictObject({
  version: line,
  packaging: maybe(z.enum(packagings)),
  obstacle: maybe(z.enum(updateObstacles)),
  running: maybe(z.enum(['install', 'back', 'fetch'])),
  /** Of a hundred, of what is running. */
  percent: maybe(z.int()),
  /** An update was begun and the version is still the old one. */
  hasFailed: z.boolean(),
  /** The version before, while it can be put back. */
  previous: maybe(
    z.strictObject({
      version: line,
      replacedAt: instant,
      /** Null: the data stay as they are, for both versions work with them. Else what would be lost with the backup of then. */
      loses: maybe(z.strictObject({changes: z.int(), unsent: z.int()})),
    }),
  ),
  canAskRegistry: z.boolean(),
});
export type UpdateState = z.output<typeof state>;

const password = z.string().max(200, {error: 'too-long'});

const attempt = z.discriminatedUnion('result', [
  /** The program ends and starts anew. */
  z.strictObject({result: z.literal('restarts')}),
  /** The installer was put here; the administrator of the PC runs it. */
  z.strictObject({result: z.literal('by-administrator'), file: line}),
  z.strictObject({result: z.literal('wrong'), waitUntil: maybe(instant)}),
  z.strictObject({result: z.literal('wait'), waitUntil: instant}),
  /** Nothing was changed. */
  z.strictObject({result: z.literal('problem'), problem: z.enum(updateProblems)}),
]);
export type UpdateAttempt = z.output<typeof attempt>;

export const updateCalls = {
  state: onApplication(query(nothing, state, {topics: ['update']})),
  /** Update files on the sticks, and those that came from the registry; or in and around one folder. */
  found: onApplication(
    query(z.strictObject({folder: maybe(line)}), z.strictObject({files: z.array(found), sticks: z.array(line)}), {
      topics: ['update'],
    }),
  ),
  /** Asks the registry for one that is for this program and brings it here; a line that breaks goes on where it was. */
  fetch: onApplication(
    command(
      nothing,
      z.strictObject({result: z.enum(['fetched', 'none', 'no-registry', 'offline', 'full', 'failing'])}),
      {
        topics: ['update'],
        audit: 'program',
      },
    ),
  ),
  install: onApplication(
    command(z.strictObject({...which, password}), attempt, {topics: ['session', 'update', 'backup'], audit: 'program'}),
  ),
  /** Back to the version before. */
  back: onApplication(
    command(z.strictObject({password}), attempt, {topics: ['session', 'update', 'backup'], audit: 'program'}),
  ),
};
