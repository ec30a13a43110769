import {randomBytes, randomUUID} from 'node:crypto';
import type {Step} from './atomic-file.ts';
import {makePair, openPair, type PairSlot} from './key-pair.ts';
import {openWithPassword, openWithSecret, sealWithPassword, sealWithSecret} from './key-slot.ts';
import {isAuthentic, sealKeyring} from './keyring-seal.ts';
import {emptyKeyring, slotPlace, writeKeyring, type Keyring, type Slot} from './keyring.ts';
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
  const opened = {ring: emptyKeyring(), key: randomBytes(32)};
  return write(folder, opened, await withAccount(opened, {id: randomUUID(), name}, password), step);
}

/** From now on the database is there: where it is missing, something has gone wrong. */
export function completeVault(folder: string, opened: Opened, step?: Step): Opened {
  return write(folder, opened, {...opened.ring, complete: true}, step);
}

export async function openVault(ring: Keyring, account: string, password: string): Promise<Opened | undefined> {
  const slot = ring.accounts.find(each => each.id === account)?.slot;
  const key = slot && (await openSlot(ring, {account}, slot, (each, place) => openWithPassword(each, password, place)));
  return key && {ring, key};
}

/**
 * `typo`: not a recovery key at all; undefined: the key of something else, or one that was replaced. A slot of the first version is
 * answered as a pair, for the keyring that will be written with the new password.
 */
export async function openVaultWithRecovery(ring: Keyring, typed: string): Promise<Opened | 'typo' | undefined> {
  const secret = readRecoveryKey(typed);
  if (secret === undefined) return 'typo';
  for (const which of ['held', 'pending'] as const) {
    const slot = ring.recovery[which];
    const key = slot && (await openSlot(ring, 'recovery', slot, (each, place) => openWithSecret(each, secret, place)));
    if (!key) continue;
    if (isPair(slot)) return {ring, key};
    return sealed({ring, key}, {...ring, recovery: {...ring.recovery, [which]: await recoveryPair(ring, key, secret)}});
  }
  return undefined;
}

/** The key of now, and those of before that backups may be under, the latest first. */
export function keysOf({ring, key}: Opened): Uint8Array[] {
  const place = slotPlace(ring, 'previous');
  return [key, ...ring.previous.flatMap(slot => openWithSecret(slot, key, place) ?? [])];
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
  return sealed(opened, await withAccount(opened, account, password));
}

/** Complete, without writing it. */
export function withDatabase(opened: Opened): Opened {
  return sealed(opened, {...opened.ring, complete: true});
}

/** The new key, as it is printed. It works at once, and an earlier one goes on working until the new one is confirmed. */
export async function addRecoveryKey(
  folder: string,
  opened: Opened,
  step?: Step,
): Promise<{opened: Opened; printed: string}> {
  const secret = makeRecoverySecret();
  const pending = await recoveryPair(opened.ring, opened.key, secret);
  const ring = {...opened.ring, recovery: {...opened.ring.recovery, pending}};
  return {opened: write(folder, opened, ring, step), printed: writeRecoveryKey(secret)};
}

export function confirmRecovery(folder: string, opened: Opened, step?: Step): Opened {
  const {held, pending} = opened.ring.recovery;
  return write(folder, opened, {...opened.ring, recovery: {held: pending ?? held, pending: null}}, step);
}

export function isPair(slot: Slot): slot is PairSlot {
  return 'recipient' in slot;
}

/** A new pair with each password: who knows an old password and an old keyring gets no key of later. */
export function accountPair(ring: Keyring, key: Uint8Array, account: string, password: string): Promise<PairSlot> {
  const place = slotPlace(ring, {account});
  return makePair(key, place, identity => sealWithPassword(identity, password, place));
}

function recoveryPair(ring: Keyring, key: Uint8Array, secret: Uint8Array): Promise<PairSlot> {
  const place = slotPlace(ring, 'recovery');
  return makePair(key, place, identity => sealWithSecret(identity, secret, place));
}

type Unwrap = (
  slot: Exclude<Slot, PairSlot>,
  place: string,
) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

async function openSlot(
  ring: Keyring,
  of: 'recovery' | {account: string},
  slot: Slot,
  unwrap: Unwrap,
): Promise<Uint8Array | undefined> {
  if (!isPair(slot)) return unwrap(slot, slotPlace(ring, of, 1));
  const place = slotPlace(ring, of);
  const identity = await unwrap(slot.identity, place);
  return identity && openPair(slot, identity, place);
}

async function withAccount(opened: Opened, account: {id: string; name: string}, password: string): Promise<Keyring> {
  const {ring, key} = opened;
  const entry = {...account, slot: await accountPair(ring, key, account.id, password)};
  const at = ring.accounts.findIndex(each => each.id === account.id);
  return {...ring, accounts: at < 0 ? [...ring.accounts, entry] : ring.accounts.with(at, entry)};
}

/** What was altered stays recognisable: only a keyring that was authentic gets a new seal. */
function sealed({ring: before, key}: Opened, ring: Keyring): Opened {
  return {ring: isAuthentic(before, key) ? sealKeyring(ring, key) : ring, key};
}

function write(folder: string, opened: Opened, ring: Keyring, step?: Step): Opened {
  const next = sealed(opened, ring);
  writeKeyring(folder, next.ring, step);
  return next;
}
