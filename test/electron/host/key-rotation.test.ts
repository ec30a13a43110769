import {cpSync, copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import {openReadOnly} from '../../../db/client.ts';
import {must} from '../../../domain/assert.ts';
import {readKeyring, type Keyring} from '../../../electron/host/keyring.ts';
import {openVault, openVaultWithRecovery} from '../../../electron/host/vault.ts';
import {addScan, admitAnother, backupsOf, emptyFolder, newestOf, people, workingOffice} from '../../support/backups.ts';
import {failureOf, openOffice, password, type Office} from '../../support/office.ts';
import {smallDisk} from '../../support/small-disk.ts';
import {lacks} from '../../support/lacks.ts';

const colleague = {name: 'Маман', password: 'тағы бір құпия', role: 'worker', staffId: null} as const;
const wish = {password, onlySelf: false};
const done = {result: 'done', without: []};

interface Working {
  readonly office: Office;
  readonly recoveryKey: string;
  readonly scan: Buffer;
  readonly colleagueId: string;
}

async function working(options: Parameters<typeof openOffice>[1] = {}): Promise<Working> {
  const {office, recoveryKey} = await workingOffice(options);
  const scan = await addScan(office);
  const {id} = await office.client.session.addAccount(colleague);
  return {office, recoveryKey, scan, colleagueId: id};
}

function again(folder: string, options: Parameters<typeof openOffice>[1] = {}): Promise<Office> {
  return openOffice('2026-01-09', {folder, account: false, keepFolder: true, ...options});
}

async function end(office: Office): Promise<void> {
  await office.exchange.end();
  await office.application.backups.leaving();
  office.application.close();
}

async function personWithScan({client}: Office): Promise<string> {
  for (const {recipientId} of await client.recipient.search({text: '', limit: 50})) {
    if ((await client.attachment.list({recipientId})).attachments.length > 0) return recipientId;
  }
  throw new Error('nobody has a scan');
}

function ringIn(folder: string): Keyring {
  const read = readKeyring(folder);
  if (read.found !== 'keyring') throw new Error(read.found);
  return read.keyring;
}

function opens(file: string, key: Uint8Array): boolean {
  try {
    openReadOnly(file, key).close();
    return true;
  } catch {
    return false;
  }
}

function leftovers(folder: string): string[] {
  return readdirSync(folder).filter(name => /^(restor|rotating|set-aside)/.test(name));
}

/** Everybody who could come in before comes in now, and the same stands there. */
async function expectWhole(folder: string, {recoveryKey, scan}: Working): Promise<void> {
  const office = await again(folder);
  expect(office.application.state()).toMatchObject({phase: 'locked', accounts: ['Басшы', 'Маман']});
  for (const {name, typed} of [
    {name: 'Маман', typed: colleague.password},
    {name: 'Басшы', typed: password},
  ]) {
    expect(await office.client.session.signIn({name, password: typed})).toEqual({result: 'ok'});
    expect(await people(office)).toBe(1);
    expect(must(office.application.session()).attachments.toSend('x')).toMatchObject([{size: scan.length}]);
    await office.client.session.lock({});
  }
  const ring = ringIn(folder);
  const opened = must(await openVaultWithRecovery(ring, recoveryKey));
  if (opened === 'typo') throw new Error('it is none');
  expect(opens(join(folder, 'tirek.db'), opened.key)).toBe(true);
  expect(leftovers(folder)).toEqual([]);
  await end(office);
}

describe('the key of the database is changed', () => {
  test('everybody goes on as before, and what there was is there', async () => {
    const made = await working();
    const {office, scan} = made;
    const before = must(office.application.vault()).key.slice();
    expect(await office.client.session.keys({})).toEqual({isAltered: false, older: [], lacking: [], recovery: 'ready'});
    const {node} = must(office.application.session()).connection;
    expect(await office.client.session.rotateKey(wish)).toEqual(done);
    expect(office.application.state()).toMatchObject({phase: 'open', account: {name: 'Басшы'}});
    const session = must(office.application.session());
    expect(session.connection.node).toBe(node);
    expect(session.attachments.toSend('x')).toMatchObject([{size: scan.length}]);
    const {key} = must(office.application.vault());
    expect(Buffer.from(key).equals(before)).toBe(false);
    expect(leftovers(office.folder)).toEqual([]);
    await admitAnother(office);
    expect(await people(office)).toBe(2);
    const filter = {from: null, to: null, accountId: null, kind: null, recipientId: null};
    const {lines} = await office.client.audit.list({...filter, before: null, limit: 50});
    expect(lines.map(({what}) => what)).toContain('session.rotateKey');
    expect(await office.client.audit.verify({})).toMatchObject({broken: null});
  });

  test('who was let go opens nothing with what they have kept; the old backup only by its own keyring', async () => {
    const {office, colleagueId} = await working();
    await office.client.backup.make({});
    const old = await newestOf(office);
    const kept = ringIn(office.folder);
    await office.client.session.removeAccount({id: colleagueId});
    const {key: lost} = must(await openVault(kept, colleagueId, colleague.password));
    const file = (name: string): string => join(office.folder, name);
    expect(opens(file('tirek.db'), lost)).toBe(true);

    expect(await office.client.session.rotateKey(wish)).toEqual(done);
    await office.application.backups.look();
    await admitAnother(office);
    for (const name of ['tirek.db', 'attachments.db']) expect(opens(file(name), lost)).toBe(false);
    // Not even with the keyring of then put back: it is another key.
    expect(await openVault(ringIn(office.folder), colleagueId, colleague.password)).toBeUndefined();
    const fresh = await newestOf(office);
    expect(fresh.name).not.toBe(old.name);
    expect(opens(join(fresh.folder, fresh.name, 'tirek.db'), lost)).toBe(false);
    expect(opens(join(old.folder, old.name, 'tirek.db'), lost)).toBe(true);
    // A keyring and files that do not belong together are told, and nothing is touched.
    await end(office);
    const folder = emptyFolder('put-back');
    cpSync(office.folder, folder, {recursive: true});
    for (const name of ['keyring.json', 'keyring.copy.json']) writeFileSync(join(folder, name), JSON.stringify(kept));
    const thief = await again(folder);
    expect(await failureOf(thief.client.session.signIn({name: 'Маман', password: colleague.password}))).toMatchObject({
      code: 'locked',
      detail: 'not-a-database',
    });
  });

  test('backups of before are found whole, go on being rotated, and can be put back with the passwords of today', async () => {
    const {office, scan} = await working();
    await office.client.backup.make({});
    const old = await newestOf(office);
    await admitAnother(office);
    expect(await office.client.session.rotateKey(wish)).toEqual(done);
    expect(await office.client.session.rotateKey(wish)).toEqual(done);
    await office.client.session.changePassword({current: password, next: 'мүлдем жаңа құпия сөйлем'});
    const next = 'мүлдем жаңа құпия сөйлем';
    expect(await office.client.backup.check(old)).toEqual({problem: null, lacking: 0});
    for (const each of await backupsOf(office)) {
      expect(await office.client.backup.check({folder: each.folder, name: each.name})).toEqual({
        problem: null,
        lacking: 0,
      });
    }
    const recipientId = await personWithScan(office);
    const {attachments} = await office.client.attachment.list({recipientId});
    for (const {id, stamp} of attachments) await office.client.attachment.remove({id, seen: stamp});
    expect(await office.client.backup.restore({...old, password: next})).toEqual({result: 'ok'});
    expect(await office.client.session.signIn({name: 'Басшы', password: next})).toEqual({result: 'ok'});
    expect(await people(office)).toBe(1);
    expect(must(office.application.session()).attachments.toSend('x')).toMatchObject([{size: scan.length}]);
    expect(opens(join(office.folder, 'tirek.db'), must(office.application.vault()).key)).toBe(true);
  });

  test('where the database is gone, a backup of before is put back by the password of today', async () => {
    const {office} = await working();
    await office.client.backup.make({});
    const old = await newestOf(office);
    await office.client.session.rotateKey(wish);
    await end(office);
    rmSync(join(office.folder, 'tirek.db'));
    const broken = await again(office.folder);
    const secret = {by: 'password' as const, password};
    expect(await broken.client.backup.restoreHere({...old, account: 'Басшы', secret})).toEqual({result: 'ok'});
    expect(await people(broken)).toBe(1);
    await broken.client.session.lock({});
    expect(await broken.client.session.signIn({name: 'Маман', password: colleague.password})).toEqual({result: 'ok'});
  });

  test('a backup of a later key than the keyring here knows is put back by its own keyring', async () => {
    const {office} = await working();
    const before = emptyFolder('before');
    await office.client.session.rotateKey(wish);
    await office.application.backups.look();
    await end(office);
    cpSync(office.folder, before, {recursive: true});
    // The data folder of before came back without its database.
    const {office: other} = {office: await again(before)};
    await other.client.session.signIn({name: 'Басшы', password});
    await other.client.session.rotateKey(wish);
    await other.application.backups.look();
    const later = await newestOf(other);
    await end(other);
    rmSync(join(before, 'tirek.db'));
    for (const name of ['keyring.json', 'keyring.copy.json'])
      copyFileSync(join(office.folder, name), join(before, name));
    const broken = await again(before);
    const secret = {by: 'password' as const, password};
    expect(await broken.client.backup.restoreHere({...later, account: 'Басшы', secret})).toEqual({result: 'ok'});
    expect(await people(broken)).toBe(1);
  });
});

describe('it is refused', () => {
  test('with a wrong password, and to whoever is no head', async () => {
    const {office} = await working();
    const {mac} = ringIn(office.folder);
    expect(await office.client.session.rotateKey({...wish, password: 'қате құпия сөйлем'})).toEqual({
      result: 'wrong',
      waitUntil: null,
    });
    await office.client.session.lock({});
    await office.client.session.signIn({name: 'Маман', password: colleague.password});
    expect(await failureOf(office.client.session.rotateKey({...wish, password: colleague.password}))).toEqual({
      code: 'denied',
    });
    expect(await failureOf(office.client.session.keys({}))).toEqual({code: 'denied'});
    expect(ringIn(office.folder).mac).toBe(mac);
  });

  test('where the keyring was altered; then others get new passwords, and the recovery key is made anew', async () => {
    const {office, recoveryKey, colleagueId} = await working();
    await end(office);
    const ring = ringIn(office.folder);
    const {office: stranger} = await working();
    const foreign = must(ringIn(stranger.folder).accounts[1]);
    for (const name of ['keyring.json', 'keyring.copy.json']) {
      const accounts = [...ring.accounts, {...foreign, name: 'Бөтен'}];
      writeFileSync(join(office.folder, name), JSON.stringify({...ring, accounts}));
    }
    const next = await again(office.folder);
    await next.client.session.signIn({name: 'Басшы', password});
    expect(await next.client.session.keys({})).toMatchObject({isAltered: true});
    expect(await next.client.session.rotateKey(wish)).toEqual({result: 'problem', problem: 'altered-keys'});
    expect(await people(next)).toBe(1);
    expect(await next.client.session.rotateKey({...wish, onlySelf: true})).toEqual({
      result: 'done',
      without: ['Маман'],
    });
    expect(next.application.state()).toMatchObject({accounts: ['Басшы'], recoveryKeyHeld: false});
    expect(await next.client.session.keys({})).toEqual({
      isAltered: false,
      older: [],
      lacking: ['Маман'],
      recovery: 'none',
    });
    expect(await openVaultWithRecovery(ringIn(office.folder), recoveryKey)).toBeUndefined();
    await next.client.session.resetPassword({id: colleagueId, password: 'мүлдем жаңа құпия'});
    await next.client.session.lock({});
    expect(await next.client.session.signIn({name: 'Маман', password: 'мүлдем жаңа құпия'})).toEqual({result: 'ok'});
  });

  test.skipIf(lacks.smallDisk())('on a full disk: told, nothing has changed, and nobody was signed out', async () => {
    const disk = smallDisk(16);
    const {office} = await working({folder: disk.folder, keepFolder: true});
    const {mac} = ringIn(office.folder);
    for (const free of [200_000, 700_000]) {
      disk.fill(free);
      expect(await office.client.session.rotateKey(wish)).toEqual({result: 'problem', problem: 'full'});
      disk.clear();
      expect(office.application.state()).toMatchObject({phase: 'open', account: {name: 'Басшы'}});
      expect(await people(office)).toBe(1);
      expect(ringIn(office.folder).mac).toBe(mac);
      expect(leftovers(office.folder)).toEqual([]);
    }
    expect(await office.client.session.rotateKey(wish)).toEqual(done);
  });
});

test.skipIf(lacks.smallDisk())(
  'the disk is full just when the files change places: it goes on when there is room',
  async () => {
    const disk = smallDisk(16);
    let isFilled = false;
    const step = (name: string): void => {
      if (name !== 'restore-place-tirek.db' || isFilled) return;
      isFilled = true;
      disk.fill(0);
    };
    const {office} = await working({folder: disk.folder, keepFolder: true, step});
    expect(await failureOf(office.client.session.rotateKey(wish))).toEqual({code: 'locked', detail: 'disk-full'});
    expect(office.application.state()).toMatchObject({phase: 'problem', problem: 'disk-full'});
    disk.clear();
    await office.client.session.lookAgain({});
    expect(await office.client.session.signIn({name: 'Маман', password: colleague.password})).toEqual({result: 'ok'});
    expect(await people(office)).toBe(1);
    expect(leftovers(office.folder)).toEqual([]);
  },
);

describe('an installation of before', () => {
  test('who comes in gets a pair; who has not come needs a new password, and a new recovery key is made first', async () => {
    const {office, colleagueId} = await working();
    await end(office);
    await asFirstVersion(office.folder);
    const next = await again(office.folder);
    expect(await next.client.session.signIn({name: 'Басшы', password})).toEqual({result: 'ok'});
    expect(await next.client.session.keys({})).toEqual({
      isAltered: false,
      older: ['Маман'],
      lacking: [],
      recovery: 'older',
    });
    expect(await next.client.session.rotateKey(wish)).toEqual({result: 'problem', problem: 'recovery-first'});
    await next.client.session.makeRecoveryKey({});
    await next.client.session.confirmRecoveryKey({});
    expect(await next.client.session.rotateKey(wish)).toEqual({result: 'done', without: ['Маман']});
    expect(next.application.state().accounts).toEqual(['Басшы']);
    await next.client.session.resetPassword({id: colleagueId, password: 'мүлдем жаңа құпия'});
    await next.client.session.lock({});
    expect(await next.client.session.signIn({name: 'Маман', password: 'мүлдем жаңа құпия'})).toEqual({result: 'ok'});
    expect(await people(next)).toBe(1);
  });
});

/** The keyring as the first version wrote it, for the same people. */
async function asFirstVersion(folder: string): Promise<void> {
  const {sealWithPassword, sealWithSecret} = await import('../../../electron/host/key-slot.ts');
  const {installation, accounts} = ringIn(folder);
  const {key} = must(await openVault(ringIn(folder), must(accounts[0]).id, password));
  const place = (name: string): string => `tirek/keyring/1/${installation}/${name}`;
  const slots = await Promise.all(
    accounts.map(async ({id, name}) => {
      const typed = name === colleague.name ? colleague.password : password;
      return {id, name, slot: await sealWithPassword(key, typed, place(`account/${id}`))};
    }),
  );
  const held = sealWithSecret(key, Buffer.alloc(20, 7), place('recovery'));
  const ring = {version: 1, installation, complete: true, accounts: slots, recovery: {held, pending: null}};
  for (const name of ['keyring.json', 'keyring.copy.json']) writeFileSync(join(folder, name), JSON.stringify(ring));
}

describe('a loss of power', () => {
  test('at any step leaves the old key with the old files or the new one with the new ones', async () => {
    const made = await working();
    await end(made.office);
    const before = made.office.folder;
    const old = ringIn(before).mac;
    let [cut, taken] = [0, 0];
    const names: string[] = [];
    const step = (name: string): void => {
      if (cut === 0) return;
      taken += 1;
      if (taken >= cut) throw new Error('cut');
      names.push(name);
    };
    const seen = {old: 0, new: 0};
    for (let at = 1; ; at += 1) {
      const folder = emptyFolder('cut');
      cpSync(before, folder, {recursive: true});
      [cut, taken] = [0, 0];
      const first = await again(folder, {step});
      await first.client.session.signIn({name: 'Басшы', password});
      [cut, taken] = [at, 0];
      const answer = await first.client.session.rotateKey(wish).catch(() => undefined);
      const isDone = taken < at;
      cut = 0;
      await end(first);
      await expectWhole(folder, made);
      if (ringIn(folder).mac === old) seen.old += 1;
      else seen.new += 1;
      if (!isDone) continue;
      expect(answer).toEqual(done);
      break;
    }
    expect(seen.old).toBeGreaterThan(5);
    expect(seen.new).toBeGreaterThan(10);
    expect(new Set(names)).toContain('rotate-remove');
  }, 240_000);
});

test('altered, cut and foreign keyrings are told, and stay as they are', async () => {
  const {office} = await working();
  await end(office);
  const whole = readFileSync(join(office.folder, 'keyring.json'), 'utf8');
  const cases: readonly [text: string, problem: string][] = [
    [whole.slice(0, 500), 'keyring-damaged'],
    [whole.replace('"version": 2', '"version": 3'), 'newer-database'],
    [whole.replace(/"recipient": "age1/g, '"recipient": "rsa1'), 'keyring-damaged'],
    ['', 'keyring-damaged'],
  ];
  for (const [text, problem] of cases) {
    const folder = emptyFolder('keyring');
    cpSync(office.folder, folder, {recursive: true});
    const files = ['keyring.json', 'keyring.copy.json'].map(name => join(folder, name));
    for (const file of files) writeFileSync(file, text);
    const next = await again(folder);
    expect(next.application.state()).toMatchObject({phase: 'problem', problem});
    for (const file of files) expect(readFileSync(file, 'utf8')).toBe(text);
    expect(existsSync(join(folder, 'tirek.db'))).toBe(true);
    await end(next);
  }
  expect(existsSync(resolve(office.folder, 'tirek.db'))).toBe(true);
});
