import {cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {epochOf} from '../../../../db/exchange/identity.ts';
import {must} from '../../../../domain/assert.ts';
import {
  addScan,
  admitAnother,
  backupsOf,
  emptyFolder,
  newestOf,
  people,
  workingOffice,
} from '../../../support/backups.ts';
import {byStick, introduce, stateOf} from '../../../support/exchange-offices.ts';
import {failureOf, openOffice, password, type Office} from '../../../support/office.ts';
import {smallDisk} from '../../../support/small-disk.ts';
import {lacks} from '../../../support/lacks.ts';

const newPassword = 'мүлдем жаңа құпия сөйлем';

async function signIn({client}: Office, typed = password) {
  return client.session.signIn({name: 'Басшы', password: typed});
}

function sessionOf({application}: Office) {
  return must(application.session());
}

async function end(office: Office): Promise<void> {
  await office.exchange.end();
  await office.application.backups.leaving();
  office.application.close();
}

function again(folder: string, options: Parameters<typeof openOffice>[1] = {}): Promise<Office> {
  return openOffice('2026-01-09', {folder, account: false, keepFolder: true, ...options});
}

describe('in the application', () => {
  test('what was is there again, what came since is told before and set aside, and passwords of today hold', async () => {
    const {office} = await workingOffice();
    const scan = await addScan(office);
    await office.client.backup.make({});
    const which = await newestOf(office);
    await admitAnother(office);
    await office.client.session.changePassword({current: password, next: newPassword});
    const {changes, unsent} = await office.client.backup.preview(which);
    expect(changes).toBeGreaterThan(0);
    expect(unsent).toBe(changes);
    expect(await office.client.backup.restore({...which, password})).toMatchObject({result: 'wrong'});
    expect(await people(office)).toBe(2);

    const {node} = sessionOf(office).connection;
    expect(await office.client.backup.restore({...which, password: newPassword})).toEqual({result: 'ok'});
    expect(office.application.state()).toMatchObject({phase: 'locked', accounts: ['Басшы']});
    expect(await signIn(office)).toMatchObject({result: 'wrong'});
    expect(await signIn(office, newPassword)).toEqual({result: 'ok'});
    expect(await people(office)).toBe(1);
    const {connection, attachments} = sessionOf(office);
    expect(connection.node).toBe(node);
    expect(epochOf(connection.readable)).toMatch(/^[0-9a-f]{16}$/);
    expect(attachments.missing()).toEqual([]);
    expect(readdirSync(office.folder).some(name => name.startsWith('set-aside-'))).toBe(true);

    // The safety copy leads back again.
    const safety = must((await backupsOf(office)).find(({kind}) => kind === 'restore'));
    const back = {folder: safety.folder, name: safety.name, password: newPassword};
    expect(await office.client.backup.restore(back)).toEqual({result: 'ok'});
    await signIn(office, newPassword);
    expect(await people(office)).toBe(2);
    expect(sessionOf(office).attachments.toSend('x')).toMatchObject([{size: scan.length}]);
  });

  test('a scan that was deleted since is back with its record', async () => {
    const {office} = await workingOffice();
    const scan = await addScan(office);
    const recipientId = await firstOf(office);
    await office.client.backup.make({});
    const {id, stamp} = must((await office.client.attachment.list({recipientId})).attachments[0]);
    await office.client.attachment.remove({id, seen: stamp});
    expect(sessionOf(office).attachments.toSend('x')).toEqual([]);
    await office.client.backup.restore({...(await newestOf(office)), password});
    await signIn(office);
    expect(sessionOf(office).attachments.toSend('x')).toMatchObject([{size: scan.length}]);
  });

  test('whoever was erased since does not come back, nor a scan of theirs', async () => {
    const {office} = await workingOffice();
    const recipientId = await firstOf(office);
    await addScan(office);
    await admitAnother(office);
    await office.client.backup.make({});
    const {connection, attachments} = sessionOf(office);
    const sent = (): number =>
      connection.readable.prepare<{count: number}>("SELECT count(*) AS count FROM change WHERE patch <> '{}'").get()
        ?.count ?? 0;
    const before = sent();
    const wish = {recipientId, reason: 'mistake' as const, password};
    expect(await office.client.erasure.erase(wish)).toEqual({result: 'ok'});
    expect(sent()).toBeLessThan(before);
    expect(attachments.toSend('x')).toEqual([]);
    const told = (): unknown[] =>
      sessionOf(office).connection.readable.prepare("SELECT stamp FROM change WHERE table_name = 'erasure'").all();
    const stamps = told();
    await office.client.backup.restore({...(await newestOf(office)), password});
    await signIn(office);
    expect(await people(office)).toBe(1);
    expect(await office.client.erasure.state({recipientId})).toMatchObject({reason: 'mistake', accountName: 'Басшы'});
    expect(told()).toEqual(stamps);
    expect(sessionOf(office).attachments.toSend('x')).toEqual([]);
    expect(await office.client.audit.verify({})).toMatchObject({broken: null});
  });

  test('a loss of power at any step leaves the old or the new whole', async () => {
    let [cut, taken] = [0, 0];
    const step = (): void => {
      taken += 1;
      if (taken === cut) throw new Error('cut');
    };
    const {office} = await workingOffice();
    await office.client.backup.make({});
    const which = await newestOf(office);
    await admitAnother(office);
    await end(office);
    const before = emptyFolder('before');
    cpSync(office.folder, before, {recursive: true});
    const seen = new Set<number>();
    let steps = 0;
    for (let at = 1; ; at += 1) {
      const folder = emptyFolder('cut');
      cpSync(before, folder, {recursive: true});
      [cut, taken] = [0, 0];
      const first = await again(folder, {step});
      await signIn(first);
      [cut, taken] = [at, 0];
      const wanted = {folder: join(folder, 'backups'), name: which.name, password};
      const answer = await first.client.backup.restore(wanted).catch((error: unknown) => error);
      const isDone = taken < at;
      cut = 0;
      await end(first);
      const second = await again(folder);
      expect(second.application.state().phase).toBe('locked');
      expect(await signIn(second)).toEqual({result: 'ok'});
      const count = await people(second);
      expect([1, 2]).toContain(count);
      seen.add(count);
      expect(readdirSync(folder).filter(name => name.startsWith('restor'))).toEqual([]);
      await end(second);
      steps = at;
      if (!isDone) continue;
      expect(answer).toEqual({result: 'ok'});
      expect(count).toBe(1);
      break;
    }
    expect(seen).toEqual(new Set([1, 2]));
    expect(steps).toBeGreaterThan(20);
  });

  test('a loss of power while it is brought to its end: the start after that does it', async () => {
    const {office} = await workingOffice();
    await office.client.backup.make({});
    const which = await newestOf(office);
    await admitAnother(office);
    let isCut = false;
    await end(office);
    for (let at = 1; at <= 4; at += 1) {
      let taken = 0;
      const step = (name: string): void => {
        if (!name.startsWith('restore-aside') && !name.startsWith('restore-place')) return;
        taken += 1;
        if (taken === at) {
          isCut = true;
          throw new Error('cut');
        }
      };
      const folder = emptyFolder('cut-again');
      cpSync(office.folder, folder, {recursive: true});
      const first = await again(folder, {step});
      await signIn(first);
      await first.client.backup
        .restore({folder: join(folder, 'backups'), name: which.name, password})
        .catch(() => undefined);
      await end(first);
      const second = await again(folder);
      await signIn(second);
      expect(await people(second)).toBe(1);
    }
    expect(isCut).toBe(true);
  });

  test.skipIf(lacks.smallDisk())('a full disk: told, and nothing has changed', async () => {
    const disk = smallDisk(16);
    const {office} = await workingOffice({folder: disk.folder, keepFolder: true});
    await office.client.backup.make({});
    await admitAnother(office);
    const which = await newestOf(office);
    disk.fill(400_000);
    expect(await office.client.backup.restore({...which, password})).toEqual({result: 'problem', problem: 'full'});
    disk.clear();
    disk.fill(1_100_000);
    expect(await office.client.backup.restore({...which, password})).toEqual({result: 'problem', problem: 'full'});
    expect(await people(office)).toBe(2);
    disk.clear();
    expect(readdirSync(disk.folder).filter(name => name.startsWith('restor'))).toEqual([]);
  });

  test.each<[what: string, spoil: (folder: string) => void, problem: string]>([
    [
      'is cut',
      folder => writeFileSync(join(folder, 'tirek.db'), readFileSync(join(folder, 'tirek.db')).subarray(0, 9000)),
      'cut',
    ],
    [
      'is altered',
      folder => {
        const bytes = readFileSync(join(folder, 'tirek.db'));
        bytes.writeUInt8(bytes.readUInt8(90_000) ^ 4, 90_000);
        writeFileSync(join(folder, 'tirek.db'), bytes);
      },
      'altered',
    ],
    ['is gone', folder => rmSync(folder, {recursive: true}), 'unreadable'],
  ])('a backup that %s is refused, and nothing has changed', async (_, spoil, problem) => {
    const {office} = await workingOffice();
    await office.client.backup.make({});
    const which = await newestOf(office);
    await admitAnother(office);
    spoil(join(which.folder, which.name));
    expect(await office.client.backup.restore({...which, password})).toEqual({result: 'problem', problem});
    expect(await people(office)).toBe(2);
    expect(office.application.state().phase).toBe('open');
  });

  test("another organisation's is refused", async () => {
    const {office: other} = await workingOffice();
    await other.client.backup.make({});
    const {office} = await workingOffice();
    const which = await newestOf(other);
    expect(await office.client.backup.restore({...which, password})).toEqual({result: 'problem', problem: 'foreign'});
    expect(await office.client.backup.check(which)).toEqual({problem: 'foreign', lacking: 0});
  });

  test('an account that was made after the backup can be made again', async () => {
    const {office} = await workingOffice();
    await office.client.backup.make({});
    const wanted = {name: 'Маман', password: newPassword, role: 'worker', staffId: null} as const;
    const {id} = await office.client.session.addAccount(wanted);
    await office.client.backup.restore({...(await newestOf(office)), password});
    expect(await failureOf(office.client.session.signIn({name: 'Маман', password: newPassword}))).toEqual({
      code: 'denied',
    });
    await signIn(office);
    expect(await office.client.session.addAccount(wanted)).toEqual({id});
    await office.client.session.lock({});
    expect(await office.client.session.signIn({name: 'Маман', password: newPassword})).toEqual({result: 'ok'});
  });

  test('the exchange heals: both sides hold all that either had', async () => {
    const stick = emptyFolder('stick');
    const {office: first} = await workingOffice();
    const second = await openOffice();
    await second.client.facility.setSetupStep({step: 'joining'});
    await introduce(first, second);
    for (const each of [first, second, first, second]) await byStick(each, stick);
    await second.client.facility.setSetupStep({step: 'done'});
    await first.client.backup.make({});
    const which = await newestOf(first);
    await admitAnother(first);
    for (const each of [first, second, first]) await byStick(each, stick);
    await admitAnother(second);
    for (const each of [second, first, second]) await byStick(each, stick);
    expect([await people(first), await people(second)]).toEqual([3, 3]);

    await first.client.backup.restore({...which, password});
    await signIn(first);
    expect(await people(first)).toBe(1);
    await admitAnother(first);
    for (const each of [first, second, first, second, first, second]) {
      expect(await byStick(each, stick)).toMatchObject({problem: null});
    }
    expect(stateOf(first)).toEqual(stateOf(second));
    expect(await people(first)).toBe(4);
    expect(await second.client.exchange.state({})).toMatchObject({copied: false, quarantined: 0});
    expect(await first.client.exchange.state({})).toMatchObject({copied: false, quarantined: 0});
  });
});

async function firstOf({client}: Office): Promise<string> {
  return must((await client.recipient.search({text: '', limit: 1}))[0]).recipientId;
}

describe('on a new PC', () => {
  async function stickOf(): Promise<{stick: string; office: Office; recoveryKey: string; scan: Buffer}> {
    const {office, recoveryKey} = await workingOffice();
    const scan = await addScan(office);
    const stick = emptyFolder('stick');
    await office.client.backup.chooseSecond({folder: stick});
    await office.client.backup.make({});
    return {stick, office, recoveryKey, scan};
  }

  test('the recovery key alone is enough, and the PC is one of its own', async () => {
    const {stick, office, recoveryKey, scan} = await stickOf();
    const fresh = await openOffice('2026-02-01', {account: false});
    const {backups} = await fresh.client.backup.found({folder: stick});
    expect(backups[0]).toMatchObject({accounts: ['Басшы'], problem: null, isSamePc: false});
    const {folder, name} = must(backups[0]);
    const wish = {folder, name, account: 'Басшы'};
    const by = (key: string) => ({by: 'recovery-key' as const, key, newPassword});
    expect(await failureOf(fresh.client.backup.restoreHere({...wish, secret: by('AAAA')}))).toEqual({
      code: 'invalid',
      issues: [{field: 'key', problem: 'recovery-key-typo'}],
    });
    expect(fresh.application.state().phase).toBe('fresh');
    expect(await fresh.client.backup.restoreHere({...wish, secret: by(recoveryKey)})).toEqual({result: 'ok'});
    expect(fresh.application.state()).toMatchObject({phase: 'open', setupStep: 'done', recoveryKeyHeld: true});
    expect(await people(fresh)).toBe(1);
    expect(sessionOf(fresh).connection.node).not.toBe(sessionOf(office).connection.node);
    expect(sessionOf(fresh).attachments.toSend('x')).toMatchObject([{size: scan.length}]);
    await fresh.client.session.lock({});
    expect(await signIn(fresh, newPassword)).toEqual({result: 'ok'});
    expect(await signIn(office).catch(() => 'open')).toBe('open');
  });

  test('a password of that time is enough as well; a wrong key and a foreign one are not', async () => {
    const {stick} = await stickOf();
    const {recoveryKey: foreign} = await workingOffice();
    const fresh = await openOffice('2026-02-01', {account: false});
    const {folder, name} = must((await fresh.client.backup.found({folder: join(stick, 'Tirek-backup')})).backups[0]);
    const wish = {folder, name, account: 'Басшы'};
    const secret = {by: 'recovery-key' as const, key: foreign, newPassword};
    expect(await fresh.client.backup.restoreHere({...wish, secret})).toMatchObject({result: 'wrong'});
    const wrong = {by: 'password' as const, password: 'қате құпия сөйлем'};
    expect(await fresh.client.backup.restoreHere({...wish, secret: wrong})).toMatchObject({result: 'wrong'});
    expect(readdirSync(fresh.folder).filter(each => each.startsWith('keyring') || each === 'tirek.db')).toEqual([]);
    expect(await fresh.client.backup.restoreHere({...wish, secret: {by: 'password', password}})).toEqual({
      result: 'ok',
    });
    expect(await people(fresh)).toBe(1);
  });

  test('an empty folder holds none, and nobody looks while a door is locked', async () => {
    const fresh = await openOffice('2026-02-01', {account: false});
    expect((await fresh.client.backup.found({folder: emptyFolder('nothing')})).backups).toEqual([]);
    expect((await fresh.client.backup.found({folder: join(fresh.folder, 'nowhere')})).backups).toEqual([]);
    expect(await fresh.client.backup.askFolder({})).toEqual({folder: null, canChooseFolder: false});
    const {office} = await workingOffice();
    await office.client.session.lock({});
    expect(await failureOf(office.client.backup.found({folder: '/'}))).toEqual({code: 'denied'});
  });
});

describe('where nothing opens', () => {
  async function broken(spoil: (folder: string) => void): Promise<{office: Office; node: string; recoveryKey: string}> {
    const {office, recoveryKey} = await workingOffice();
    await office.client.backup.make({});
    const {node} = sessionOf(office).connection;
    await end(office);
    spoil(office.folder);
    return {office: await again(office.folder), node, recoveryKey};
  }

  test.each<[problem: string, spoil: (folder: string) => void]>([
    ['database-missing', folder => rmSync(join(folder, 'tirek.db'))],
    ['not-a-database', folder => writeFileSync(join(folder, 'tirek.db'), 'SQLite format 3\0'.padEnd(8192, 'x'))],
    [
      'keyring-damaged',
      folder => ['keyring.json', 'keyring.copy.json'].forEach(name => writeFileSync(join(folder, name), '{')),
    ],
    ['keyring-missing', folder => ['keyring.json', 'keyring.copy.json'].forEach(name => rmSync(join(folder, name)))],
  ])('%s: the backups of the folder are offered, and the PC is still the same', async (problem, spoil) => {
    const {office, node} = await broken(spoil);
    expect(office.application.state()).toMatchObject({phase: 'problem', problem});
    const {backups} = await office.client.backup.found({folder: null});
    expect(backups).toMatchObject([{accounts: ['Басшы'], problem: null, isSamePc: true}]);
    const {folder, name} = must(backups[0]);
    const wish = {folder, name, account: 'Басшы', secret: {by: 'password' as const, password}};
    expect(await office.client.backup.restoreHere(wish)).toEqual({result: 'ok'});
    expect(sessionOf(office).connection.node).toBe(node);
    expect(await people(office)).toBe(1);
  });

  test('a damaged database: what can be read is taken over, the damaged one is set aside, and what is lost is counted', async () => {
    const {office} = await workingOffice();
    for (let index = 0; index < 30; index += 1) await admitAnother(office);
    await end(office);
    const file = join(office.folder, 'tirek.db');
    const whole = readFileSync(file);
    const pages = whole.length / 4096;
    let salvaged = 0;
    for (let seed = 1; seed <= 10; seed += 1) {
      const folder = emptyFolder('damaged');
      cpSync(office.folder, folder, {recursive: true});
      const bytes = Buffer.from(whole);
      const page = Math.floor(pages * 0.5) + ((seed * 37) % Math.floor(pages * 0.45));
      bytes.fill(seed, page * 4096, (page + 1) * 4096);
      writeFileSync(join(folder, 'tirek.db'), bytes);
      // As after a crash.
      writeFileSync(join(folder, 'in-use'), '');
      const damaged = await again(folder);
      await signIn(damaged).catch(() => undefined);
      if (damaged.application.state().phase === 'open') continue;
      expect(damaged.application.state()).toMatchObject({phase: 'problem', problem: 'damaged'});
      expect(await damaged.client.backup.salvage({account: 'Басшы', password: 'қате құпия сөйлем'})).toMatchObject({
        result: 'wrong',
      });
      const answer = await damaged.client.backup.salvage({account: 'Басшы', password});
      if (answer.result === 'problem') {
        // The list of the tables itself is gone: then a backup is what is left, and nothing has changed.
        expect(damaged.application.state()).toMatchObject({phase: 'problem', problem: 'damaged'});
        expect(readFileSync(join(folder, 'tirek.db')).equals(bytes)).toBe(true);
        continue;
      }
      expect(answer).toMatchObject({result: 'ok'});
      expect(answer.tables.some(({table}) => table === 'recipient')).toBe(true);
      expect(damaged.application.state().phase).toBe('open');
      expect(await people(damaged)).toBe(31);
      const [aside] = readdirSync(folder).filter(name => name.startsWith('set-aside-'));
      expect(readFileSync(join(folder, must(aside), 'tirek.db')).equals(bytes)).toBe(true);
      salvaged += 1;
    }
    expect(salvaged).toBeGreaterThan(1);
  });
});

test('a crash: the next sign-in looks whether the database is whole, and goes on', async () => {
  const {office} = await workingOffice();
  await end(office);
  expect(existsSync(join(office.folder, 'in-use'))).toBe(false);
  writeFileSync(join(office.folder, 'in-use'), '');
  const next = await again(office.folder);
  expect(await signIn(next)).toEqual({result: 'ok'});
  expect(await people(next)).toBe(1);
});
