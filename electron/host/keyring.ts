import {randomUUID} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {z} from 'zod';
import {writeAtomically, type Step} from './atomic-file.ts';
import {pairSlot} from './key-pair.ts';
import {keySlot} from './key-slot.ts';

/**
 * keyring.json: who can open the database of this folder. It holds no secret in the clear; without a password or the
 * recovery key it opens nothing, and without it nothing opens the database. So it is written whole or not at all, and
 * kept twice: keyring.copy.json follows each change, and serves when the first cannot be read. It is a copy and not the
 * previous state, or a changed password would go on opening the database.
 */

/** A slot of the first version wraps the database key itself; it becomes a pair when its holder signs in. */
const slot = z.union([pairSlot, keySlot]);
export type Slot = z.output<typeof slot>;

const first = z.strictObject({
  version: z.literal(1),
  installation: z.uuid(),
  complete: z.boolean(),
  accounts: z.array(z.strictObject({id: z.uuid(), name: z.string().min(1), slot: keySlot})),
  recovery: z.strictObject({held: keySlot.nullable(), pending: keySlot.nullable()}),
});

const keyring = z.strictObject({
  version: z.literal(2),
  /** The installation that key and database belong to; the node of the change log. */
  installation: z.uuid(),
  /** False from the making of the keys until the database with its first account is there. */
  complete: z.boolean(),
  accounts: z.array(z.strictObject({id: z.uuid(), name: z.string().min(1), slot})),
  /** `pending` has been shown, `held` confirmed. Both open, so that an interruption leaves nobody without. */
  recovery: z.strictObject({held: slot.nullable(), pending: slot.nullable()}),
  /** Earlier keys of the database, the latest first, wrapped by the one of now: backups of then open with today's passwords. */
  previous: z.array(keySlot),
  /** Over all of it, under a key drawn from the database key (keyring-seal.ts). */
  mac: z.base64(),
});
/** `mac` null: as the first version had it, not written since. */
export type Keyring = Omit<z.output<typeof keyring>, 'mac'> & {readonly mac: string | null};
export type KeyringAccount = Keyring['accounts'][number];

export type KeyringRead =
  | {found: 'nothing'}
  | {found: 'damaged'}
  /** Written by a later version. */
  | {found: 'newer'}
  | {found: 'keyring'; keyring: Keyring};

export function emptyKeyring(): Keyring {
  return {
    version: 2,
    installation: randomUUID(),
    complete: false,
    accounts: [],
    recovery: {held: null, pending: null},
    previous: [],
    mac: null,
  };
}

/** Where a slot stands: authenticated with its content. */
export function slotPlace(
  ring: Keyring,
  slot: 'recovery' | 'previous' | {account: string},
  version: 1 | 2 = 2,
): string {
  const name = typeof slot === 'string' ? slot : `account/${slot.account}`;
  return `tirek/keyring/${version}/${ring.installation}/${name}`;
}

export function readKeyring(folder: string): KeyringRead {
  const files = paths(folder).filter(path => existsSync(path));
  if (files.length === 0) return {found: 'nothing'};
  const contents = files.map(content);
  for (const each of contents) {
    const ring = asKeyring(each);
    if (ring !== undefined) return {found: 'keyring', keyring: ring};
  }
  return contents.some(isNewer) ? {found: 'newer'} : {found: 'damaged'};
}

export function keyringText(ring: Keyring): string {
  return `${JSON.stringify(ring, undefined, 2)}\n`;
}

/** The copy first: what fails on the way leaves the old keyring in force. */
export function writeKeyring(folder: string, ring: Keyring, step?: Step): void {
  for (const file of paths(folder).toReversed()) writeAtomically(file, keyringText(ring), step);
}

function paths(folder: string): string[] {
  return [join(folder, 'keyring.json'), join(folder, 'keyring.copy.json')];
}

function content(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function asKeyring(read: unknown): Keyring | undefined {
  const {data} = keyring.safeParse(read);
  if (data !== undefined) return data;
  const {data: old} = first.safeParse(read);
  return old && {...old, version: 2, previous: [], mac: null};
}

function isNewer(read: unknown): boolean {
  const {data} = z.object({version: z.int().min(3)}).safeParse(read);
  return data !== undefined;
}
