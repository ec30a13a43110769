import {copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {isAuthentic} from '../../../electron/host/keyring-seal.ts';
import {readKeyring, type Keyring} from '../../../electron/host/keyring.ts';
import {keyState, rotatedVault} from '../../../electron/host/rotated-vault.ts';
import {
  addRecoveryKey,
  completeVault,
  confirmRecovery,
  dropAccount,
  isPair,
  keysOf,
  makeVault,
  openVault,
  openVaultWithRecovery,
  setPassword,
  withPassword,
  type Opened,
} from '../../../electron/host/vault.ts';

const password = 'ұзын құпия сөйлем';
const colleague = {id: '5c1f5d0e-58a8-4f3c-9a55-0d0b6c3c8a11', name: 'Маман'};
const colleaguePassword = 'тағы бір құпия';

/** Written by the program when there was no other version. */
const first = {
  file: resolve(import.meta.dirname, 'keyring-1.json'),
  key: '14dc075d5413ab2a3788a3d8e029994b4101157e4e61ebbe0c2ae2e59c40ffc5',
  recoveryKey: '9H8X-PRE6-J5M2-EZSZ-TBK7-X3BX-9S44-H6N2-1P6C',
};

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-vault-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

function ringIn(folder: string): Keyring {
  const read = readKeyring(folder);
  if (read.found !== 'keyring') throw new Error(read.found);
  return read.keyring;
}

function hex(key: Uint8Array): string {
  return Buffer.from(key).toString('hex');
}

async function keyBy(ring: Keyring, id: string, typed: string): Promise<string | undefined> {
  const opened = await openVault(ring, id, typed);
  return opened && hex(opened.key);
}

async function keyByRecovery(ring: Keyring, typed: string): Promise<string | undefined> {
  const opened = await openVaultWithRecovery(ring, typed);
  return opened === undefined || opened === 'typo' ? opened : hex(opened.key);
}

interface Made {
  readonly folder: string;
  readonly opened: Opened;
  /** The account of the head. */
  readonly own: string;
  readonly recoveryKey: string;
}

async function made(): Promise<Made> {
  const folder = emptyFolder();
  let opened = await makeVault(folder, 'Басшы', password);
  opened = completeVault(folder, opened);
  opened = await setPassword(folder, opened, colleague, colleaguePassword);
  const recovery = await addRecoveryKey(folder, opened);
  opened = confirmRecovery(folder, recovery.opened);
  return {folder, opened, own: must(opened.ring.accounts[0]).id, recoveryKey: recovery.printed};
}

function firstVersion(): {folder: string; own: string} {
  const folder = emptyFolder();
  copyFileSync(first.file, join(folder, 'keyring.json'));
  return {folder, own: must(ringIn(folder).accounts[0]).id};
}

describe('a keyring of the first version', () => {
  test('opens by each password and by the recovery key', async () => {
    const {folder, own} = firstVersion();
    const ring = ringIn(folder);
    expect(await keyBy(ring, own, password)).toBe(first.key);
    expect(await keyBy(ring, colleague.id, colleaguePassword)).toBe(first.key);
    expect(await keyBy(ring, own, colleaguePassword)).toBeUndefined();
    expect(await keyByRecovery(ring, first.recoveryKey)).toBe(first.key);
  });

  test('becomes one of now as its people come in, and loses nobody on the way', async () => {
    const {folder, own} = firstVersion();
    const opened = must(await openVault(ringIn(folder), own, password));
    expect(keyState(opened, [])).toEqual({isAltered: false, older: ['Басшы', 'Маман'], lacking: [], recovery: 'older'});
    await setPassword(folder, opened, {id: own, name: 'Басшы'}, password);
    const ring = ringIn(folder);
    expect(JSON.parse(readFileSync(join(folder, 'keyring.json'), 'utf8'))).toMatchObject({version: 2});
    expect(await keyBy(ring, own, password)).toBe(first.key);
    expect(await keyBy(ring, colleague.id, colleaguePassword)).toBe(first.key);
    const recovered = await openVaultWithRecovery(ring, first.recoveryKey);
    if (recovered === undefined || recovered === 'typo') throw new Error('it opens');
    expect(keyState(recovered, [])).toEqual({isAltered: false, older: ['Маман'], lacking: [], recovery: 'ready'});
    await setPassword(folder, recovered, colleague, colleaguePassword);
    const last = must(await openVault(ringIn(folder), colleague.id, colleaguePassword));
    expect(keyState(last, [])).toEqual({isAltered: false, older: [], lacking: [], recovery: 'ready'});
    expect(await keyByRecovery(ringIn(folder), first.recoveryKey)).toBe(first.key);
  });
});

describe('a slot', () => {
  test('that was moved to another account or another installation does not open', async () => {
    const {opened, own} = await made();
    const {ring} = opened;
    const [head, other] = [must(ring.accounts[0]), must(ring.accounts[1])];
    expect(await keyBy(ring, own, password)).toBe(hex(opened.key));
    const moved = {...ring, accounts: [head, {...other, slot: head.slot}]};
    expect(await keyBy(moved, other.id, password)).toBeUndefined();
    const {opened: another} = await made();
    const elsewhere = {...another.ring, accounts: [head]};
    expect(await keyBy(elsewhere, own, password)).toBeUndefined();
  });

  test('whose encrypted key was moved from another one does not open either', async () => {
    const {opened, own} = await made();
    const {accounts} = opened.ring;
    const slots = accounts.map(({slot}) => slot).filter(isPair);
    const mixed = {...must(slots[0]), key: must(slots[1]).key};
    const ring = {...opened.ring, accounts: accounts.with(0, {...must(accounts[0]), slot: mixed})};
    expect(await keyBy(ring, own, password)).toBeUndefined();
  });

  test('shows neither the key nor the private half', async () => {
    const {folder, opened} = await made();
    const text = readFileSync(join(folder, 'keyring.json'), 'utf8');
    expect(text).not.toContain(Buffer.from(opened.key).toString('base64').slice(0, 20));
    expect(text).not.toContain('AGE-SECRET-KEY');
    expect(text).not.toContain(Buffer.from('AGE-SECRET-KEY').toString('base64').slice(0, 16));
  });
});

describe('the seal', () => {
  const spoilt: readonly [what: string, spoil: (ring: Keyring, other: Keyring) => Keyring][] = [
    [
      'a public key of somebody else',
      ({accounts, ...ring}, other) => {
        const [head, colleague] = [must(accounts[0]), must(accounts[1])];
        const {slot} = must(other.accounts[0]);
        if (!isPair(slot) || !isPair(colleague.slot)) throw new Error('pairs');
        return {...ring, accounts: [head, {...colleague, slot: {...colleague.slot, recipient: slot.recipient}}]};
      },
    ],
    ['an account more', (ring, other) => ({...ring, accounts: [...ring.accounts, must(other.accounts[1])]})],
    ['another recovery key', (ring, other) => ({...ring, recovery: other.recovery})],
    ['a seal of another key', (ring, other) => ({...ring, mac: other.mac})],
    ['a seal that is cut', ring => ({...ring, mac: must(ring.mac).slice(0, 20)})],
  ];

  test.each(spoilt)('%s is noticed, and does not become right by a change of a password', async (_, spoil) => {
    const {opened, own} = await made();
    const {opened: other} = await made();
    expect(isAuthentic(opened.ring, opened.key)).toBe(true);
    const ring = spoil(opened.ring, other.ring);
    const altered = must(await openVault(ring, own, password));
    expect(keyState(altered, []).isAltered).toBe(true);
    const after = await withPassword(altered, {id: own, name: 'Басшы'}, 'жаңа құпия сөз');
    expect(keyState(after, []).isAltered).toBe(true);
    expect(await keyBy(after.ring, own, 'жаңа құпия сөз')).toBe(hex(opened.key));
  });
});

describe('another database key', () => {
  const wish = (own: string) => ({account: own, password, isActive: () => true, onlySelf: false});

  test('is opened by the same passwords and the same recovery key, and opens those of before', async () => {
    const {opened, own, recoveryKey} = await made();
    const once = await rotatedVault(opened, wish(own));
    const twice = await rotatedVault(once, wish(own));
    expect(new Set([opened, once, twice].map(({key}) => hex(key))).size).toBe(3);
    expect(await keyBy(twice.ring, own, password)).toBe(hex(twice.key));
    expect(await keyBy(twice.ring, colleague.id, colleaguePassword)).toBe(hex(twice.key));
    expect(await keyByRecovery(twice.ring, recoveryKey)).toBe(hex(twice.key));
    expect(keysOf(twice).map(hex)).toEqual([twice, once, opened].map(({key}) => hex(key)));
    expect(keyState(twice, [])).toEqual({isAltered: false, older: [], lacking: [], recovery: 'ready'});
  });

  test('is not opened by what somebody has kept of before', async () => {
    const {folder, opened, own, recoveryKey} = await made();
    const kept = opened.ring;
    const replaced = await addRecoveryKey(folder, opened);
    let changed = confirmRecovery(folder, replaced.opened);
    changed = await setPassword(folder, changed, {id: own, name: 'Басшы'}, 'жаңа құпия сөз');
    changed = dropAccount(folder, changed, colleague.id);
    const after = await rotatedVault(changed, {...wish(own), password: 'жаңа құпия сөз'});
    // The old slots with the new encrypted keys: old private halves must not fit.
    for (const slot of [must(kept.accounts[0]).slot, must(kept.accounts[1]).slot, must(kept.recovery.held)]) {
      const now = must(after.ring.accounts[0]).slot;
      if (!isPair(slot) || !isPair(now)) throw new Error('pairs');
      const forged: Keyring = {
        ...after.ring,
        accounts: [
          {id: own, name: 'Басшы', slot: {...slot, key: now.key}},
          {...colleague, slot: {...slot, key: now.key}},
        ],
        recovery: {held: {...slot, key: now.key}, pending: null},
      };
      expect(await keyBy(forged, own, password)).toBeUndefined();
      expect(await keyBy(forged, colleague.id, colleaguePassword)).toBeUndefined();
      expect(await keyByRecovery(forged, recoveryKey)).toBeUndefined();
    }
    expect(await keyBy(after.ring, own, 'жаңа құпия сөз')).toBe(hex(after.key));
    expect(await keyByRecovery(after.ring, replaced.printed)).toBe(hex(after.key));
  });

  test('goes to nobody who may not come in, and to nobody else where that is asked for', async () => {
    const {opened, own, recoveryKey} = await made();
    const without = await rotatedVault(opened, {...wish(own), isActive: () => false});
    expect(without.ring.accounts.map(({name}) => name)).toEqual(['Басшы']);
    const alone = await rotatedVault(opened, {...wish(own), onlySelf: true});
    expect(await keyByRecovery(alone.ring, recoveryKey)).toBeUndefined();
    expect(keyState(alone, [colleague])).toEqual({isAltered: false, older: [], lacking: ['Маман'], recovery: 'none'});
  });

  test('cannot be given to a slot of the first version: its holder is named', async () => {
    const {folder, own} = firstVersion();
    const opened = must(await openVault(ringIn(folder), own, password));
    const after = await rotatedVault(opened, wish(own));
    expect(keyState(after, [colleague]).lacking).toEqual(['Маман']);
    expect(after.ring.accounts.map(({name}) => name)).toEqual(['Басшы']);
  });
});

describe('the file', () => {
  test('of a later version is told as that, and one that is cut is read from its copy', async () => {
    const {folder, opened} = await made();
    const [file, copy] = [join(folder, 'keyring.json'), join(folder, 'keyring.copy.json')];
    writeFileSync(file, readFileSync(file).subarray(0, 400));
    expect(ringIn(folder)).toEqual(opened.ring);
    writeFileSync(file, JSON.stringify({...opened.ring, version: 3, more: true}));
    copyFileSync(file, copy);
    expect(readKeyring(folder)).toEqual({found: 'newer'});
    writeFileSync(file, JSON.stringify({...opened.ring, mac: null}));
    copyFileSync(file, copy);
    expect(readKeyring(folder)).toEqual({found: 'damaged'});
  });
});
