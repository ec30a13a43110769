import {randomBytes} from 'node:crypto';
import type {KeyState} from '../contract/session.ts';
import {giveKey} from './key-pair.ts';
import {sealWithSecret} from './key-slot.ts';
import {isAuthentic, sealKeyring} from './keyring-seal.ts';
import {slotPlace, type Keyring, type KeyringAccount, type Slot} from './keyring.ts';
import {accountPair, isPair, keysOf, type Opened} from './vault.ts';

/** A keyring under another database key, for which nobody's password is asked but that of the person who does it. */

export interface RotationWish {
  /** Who does it, and their password, which is proved. */
  readonly account: string;
  readonly password: string;
  /** Whether this account may still come in. */
  readonly isActive: (account: string) => boolean;
  /** The others, and the recovery key, are not carried over: the way out where the keyring was altered. */
  readonly onlySelf: boolean;
}

/** `active`: who may come in. */
export function keyState({ring, key}: Opened, active: readonly {id: string; name: string}[]): KeyState {
  const {held, pending} = ring.recovery;
  const slots = [held, pending].filter(slot => slot !== null);
  return {
    isAltered: !isAuthentic(ring, key),
    older: ring.accounts.filter(({slot}) => !isPair(slot)).map(({name}) => name),
    lacking: active.filter(({id}) => !ring.accounts.some(each => each.id === id)).map(({name}) => name),
    recovery: slots.length === 0 ? 'none' : slots.every(isPair) ? 'ready' : 'older',
  };
}

export async function rotatedVault(
  opened: Opened,
  {account: self, password, isActive, onlySelf}: RotationWish,
): Promise<Opened> {
  const {ring} = opened;
  const key = randomBytes(32);
  const active = ring.accounts.filter(({id}) => id === self || isActive(id));
  const accounts: KeyringAccount[] = [];
  for (const entry of active) {
    const slot =
      entry.id === self
        ? await accountPair(ring, key, self, password)
        : onlySelf
          ? null
          : await given(entry.slot, key, slotPlace(ring, {account: entry.id}));
    if (slot !== null) accounts.push({...entry, slot});
  }
  const recovery = slotPlace(ring, 'recovery');
  const next: Keyring = {
    ...ring,
    accounts,
    recovery: {
      held: onlySelf ? null : await given(ring.recovery.held, key, recovery),
      pending: onlySelf ? null : await given(ring.recovery.pending, key, recovery),
    },
    previous: keysOf(opened).map(earlier => sealWithSecret(earlier, key, slotPlace(ring, 'previous'))),
  };
  return {ring: sealKeyring(next, key), key};
}

async function given(slot: Slot | null, key: Uint8Array, place: string): Promise<Slot | null> {
  return slot !== null && isPair(slot) ? giveKey(slot, key, place) : null;
}
