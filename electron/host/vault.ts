import {randomBytes, randomUUID} from 'node:crypto';
import type {Step} from './atomic-file.ts';
import {openWithPassword, openWithSecret, sealWithPassword, sealWithSecret} from './key-slot.ts';
import {emptyKeyring, slotPlace, writeKeyring, type Keyring} from './keyring.ts';
import {makeRecoverySecret, readRecoveryKey, writeRecoveryKey} from './recovery-key.ts';

/**
 * The key of the database and who can get at it. Each change makes a new keyring, writes it, and only then answers it:
 * what fails leaves the old one in force, on the disk and in memory.
 */

export interface Opened {
  readonly ring: Keyring;
  readonly key: Uint8Array;
}

/** 32 random bytes, and the first person who can open them. The database is still to be made. */
export async function makeVault(folder: string, name: string, password: string, step?: Step): Promise<Opened> {
  const key = randomBytes(32);
  const ring = await withAccount({ring: emptyKeyring(), key}, {id: randomUUID(), name}, password);
  writeKeyring(folder, ring, step);
  return {ring, key};
}

/** From now on the database is there: where it is missing, something has gone wrong. */
export function completeVault(folder: string, opened: Opened, step?: Step): Opened {
  return write(folder, opened, {...opened.ring, complete: true}, step);
}

export async function openVault(ring: Keyring, account: string, password: string): Promise<Opened | undefined> {
  const slot = ring.accounts.find(each => each.id === account)?.slot;
  const key = slot && (await openWithPassword(slot, password, slotPlace(ring, {account})));
  return key && {ring, key};
}

/** `typo`: not a recovery key at all; undefined: the key of something else, or one that was replaced. */
export function openVaultWithRecovery(ring: Keyring, typed: string): Opened | 'typo' | undefined {
  const secret = readRecoveryKey(typed);
  if (secret === undefined) return 'typo';
  for (const slot of [ring.recovery.held, ring.recovery.pending]) {
    const key = slot && openWithSecret(slot, secret, slotPlace(ring, 'recovery'));
    if (key) return {ring, key};
  }
  return undefined;
}

export async function setPassword(
  folder: string,
  opened: Opened,
  account: {id: string; name: string},
  password: string,
  step?: Step,
): Promise<Opened> {
  return write(folder, opened, await withAccount(opened, account, password), step);
}

/** The account opens nothing here any more. */
export function dropAccount(folder: string, opened: Opened, id: string, step?: Step): Opened {
  const accounts = opened.ring.accounts.filter(account => account.id !== id);
  return write(folder, opened, {...opened.ring, accounts}, step);
}

/** The same without writing it: for a keyring that is yet to be put in place. */
export async function withPassword(
  opened: Opened,
  account: {id: string; name: string},
  password: string,
): Promise<Opened> {
  return {ring: await withAccount(opened, account, password), key: opened.key};
}

/** The new key, as it is printed. It works at once, and an earlier one goes on working until the new one is confirmed. */
export function addRecoveryKey(folder: string, opened: Opened, step?: Step): {opened: Opened; printed: string} {
  const secret = makeRecoverySecret();
  const pending = sealWithSecret(opened.key, secret, slotPlace(opened.ring, 'recovery'));
  const ring = {...opened.ring, recovery: {...opened.ring.recovery, pending}};
  return {opened: write(folder, opened, ring, step), printed: writeRecoveryKey(secret)};
}

export function confirmRecovery(folder: string, opened: Opened, step?: Step): Opened {
  const {held, pending} = opened.ring.recovery;
  return write(folder, opened, {...opened.ring, recovery: {held: pending ?? held, pending: null}}, step);
}

async function withAccount(opened: Opened, account: {id: string; name: string}, password: string): Promise<Keyring> {
  const {ring, key} = opened;
  const slot = await sealWithPassword(key, password, slotPlace(ring, {account: account.id}));
  const at = ring.accounts.findIndex(each => each.id === account.id);
  const entry = {...account, slot};
  return {...ring, accounts: at < 0 ? [...ring.accounts, entry] : ring.accounts.with(at, entry)};
}

function write(folder: string, opened: Opened, ring: Keyring, step?: Step): Opened {
  writeKeyring(folder, ring, step);
  return {ring, key: opened.key};
}
