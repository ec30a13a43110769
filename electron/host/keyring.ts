import {randomUUID} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {z} from 'zod';
import {writeAtomically, type Step} from './atomic-file.ts';
import {keySlot} from './key-slot.ts';

/**
 * keyring.json: who can open the database of this folder. It holds no secret in the clear; without a password or the
 * recovery key it opens nothing, and without it nothing opens the database. So it is written whole or not at all, and
 * kept twice: keyring.copy.json follows each change, and serves when the first cannot be read. It is a copy and not the
 * previous state, or a changed password would go on opening the database.
 */
const keyring = z.strictObject({
  version: z.literal(1),
  /** The installation that key and database belong to; the node of the change log. */
  installation: z.uuid(),
  /** False from the making of the keys until the database with its first account is there. */
  complete: z.boolean(),
  accounts: z.array(z.strictObject({id: z.uuid(), name: z.string().min(1), slot: keySlot})),
  /** `pending` has been shown, `held` confirmed. Both open, so that an interruption leaves nobody without. */
  recovery: z.strictObject({held: keySlot.nullable(), pending: keySlot.nullable()}),
});
export type Keyring = z.output<typeof keyring>;

export type KeyringRead = {found: 'nothing'} | {found: 'damaged'} | {found: 'keyring'; keyring: Keyring};

export function emptyKeyring(): Keyring {
  return {
    version: 1,
    installation: randomUUID(),
    complete: false,
    accounts: [],
    recovery: {held: null, pending: null},
  };
}

/** Where a slot stands: authenticated with its content. */
export function slotPlace(ring: Keyring, slot: 'recovery' | {account: string}): string {
  const name = slot === 'recovery' ? slot : `account/${slot.account}`;
  return `tirek/keyring/1/${ring.installation}/${name}`;
}

export function readKeyring(folder: string): KeyringRead {
  const files = paths(folder).filter(path => existsSync(path));
  if (files.length === 0) return {found: 'nothing'};
  for (const file of files) {
    const ring = read(file);
    if (ring !== undefined) return {found: 'keyring', keyring: ring};
  }
  return {found: 'damaged'};
}

/** The copy first: what fails on the way leaves the old keyring in force. */
export function writeKeyring(folder: string, ring: Keyring, step?: Step): void {
  const text = `${JSON.stringify(ring, undefined, 2)}\n`;
  for (const file of paths(folder).toReversed()) writeAtomically(file, text, step);
}

function paths(folder: string): string[] {
  return [join(folder, 'keyring.json'), join(folder, 'keyring.copy.json')];
}

function read(file: string): Keyring | undefined {
  try {
    return keyring.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
