import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {must} from '../../../../domain/assert.ts';
import {addScan, admitAnother, backupsOf, emptyFolder, newestOf, workingOffice} from '../../../support/backups.ts';
import {openOffice, password, type Office} from '../../../support/office.ts';
import {smallDisk} from '../../../support/small-disk.ts';
import {lacks} from '../../../support/lacks.ts';

const fine = {problem: null, second: null};
const sound = {problem: null, lacking: 0};

function names(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}

function everythingIn(folder: string): Buffer[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => readFileSync(join(entry.parentPath, entry.name)));
}

describe('making', () => {
  test('one stands for itself, is found whole, and shows nothing to whoever has the disk', async () => {
    const {office} = await workingOffice();
    const scan = await addScan(office);
    expect(await office.client.backup.make({})).toEqual(fine);
    const state = await office.client.backup.state({});
    expect(state).toMatchObject({running: null, second: null, lacksSecond: false, isDamaged: false});
    expect(state.first).toMatchObject({isThere: true, problem: null, isLate: false});
    const [made] = state.first.backups;
    expect(made).toMatchObject({kind: 'manual', problem: null, whose: 'own', scans: 1});
    expect(must(made).name).toMatch(/^tirek-2026-01-05-120000-[0-9a-f]{8}$/);
    expect(await office.client.backup.check(await newestOf(office))).toEqual(sound);
    for (const bytes of everythingIn(state.first.folder)) {
      expect(bytes.includes('SQLite format 3')).toBe(false);
      expect(bytes.includes('Әбдіғаппарұлы')).toBe(false);
      expect(bytes.includes(scan.subarray(100, 200))).toBe(false);
    }
  });

  test('the next one writes no scan again', async () => {
    const {office} = await workingOffice();
    await addScan(office);
    await office.client.backup.make({});
    const folder = join(
      office.folder,
      'backups',
      must(names(join(office.folder, 'backups')).find(each => each.startsWith('scans-'))),
    );
    const before = readdirSync(folder, {recursive: true}).length;
    office.at('2026-01-06');
    await office.client.backup.make({});
    expect(readdirSync(folder, {recursive: true})).toHaveLength(before);
    expect((await backupsOf(office)).map(({scans}) => scans)).toEqual([1, 1]);
  });

  test('by itself: one a day, and none while set-up goes on', async () => {
    const fresh = await openOffice();
    await fresh.application.backups.look();
    expect(await backupsOf(fresh)).toEqual([]);
    const {office} = await workingOffice();
    for (const day of ['2026-01-05', '2026-01-05', '2026-01-06', '2026-01-07']) {
      office.at(day);
      await office.application.backups.look();
    }
    expect((await backupsOf(office)).map(({kind, name}) => [kind, name.slice(6, 16)])).toEqual([
      ['daily', '2026-01-07'],
      ['daily', '2026-01-06'],
      ['daily', '2026-01-05'],
    ]);
  });

  test('a loss of power at any step leaves no half one that is taken for a backup, and the next one is made', async () => {
    let [cut, taken] = [0, 0];
    const {office} = await workingOffice({
      step: () => {
        taken += 1;
        if (taken === cut) throw new Error('cut');
      },
    });
    for (let step = 1; ; step += 1) {
      [cut, taken] = [step, 0];
      const {problem} = await office.client.backup.make({});
      if ((await backupsOf(office)).length > 0)
        expect(await office.client.backup.check(await newestOf(office))).toEqual(sound);
      if (taken < step) {
        expect(problem).toBe(null);
        expect(step).toBeGreaterThan(10);
        break;
      }
      cut = 0;
      expect(names(join(office.folder, 'backups')).filter(name => name.endsWith('.new'))).toEqual([]);
      rmSync(join(office.folder, 'backups'), {recursive: true, force: true});
      expect(await office.client.backup.make({})).toEqual(fine);
    }
  });

  test('the week that is over is told, and what is too many goes', async () => {
    const {office} = await workingOffice();
    for (let day = 1; day <= 20; day += 1) {
      office.at(`2026-02-${String(day).padStart(2, '0')}`);
      await office.client.backup.make({});
    }
    const kept = (await backupsOf(office)).map(({name}) => name.slice(6, 16));
    expect(kept.slice(0, 7)).toEqual([20, 19, 18, 17, 16, 15, 14].map(day => `2026-02-${day}`));
    expect(kept.slice(7)).toEqual(['2026-02-08', '2026-02-01']);
    expect((await office.client.backup.state({})).first.isLate).toBe(false);
    office.at('2026-03-01');
    expect(await office.client.backup.state({})).toMatchObject({first: {isLate: true}, lacksSecond: true});
  });
});

describe('a second place', () => {
  test('gets the same, and those of before stay when it is out', async () => {
    const {office} = await workingOffice();
    const stick = emptyFolder('stick');
    await addScan(office);
    expect(await office.client.backup.chooseSecond({folder: stick})).toEqual({chosen: true});
    expect(await office.client.backup.make({})).toEqual(fine);
    const there = must((await office.client.backup.state({})).second);
    expect(there).toMatchObject({folder: stick, isThere: true, problem: null, isLate: false});
    const {folder, name} = must(there.backups[0]);
    expect(await office.client.backup.check({folder, name})).toEqual(sound);

    renameSync(stick, `${stick}-out`);
    office.at('2026-01-06');
    expect(await office.client.backup.make({})).toEqual({problem: null, second: 'absent'});
    expect((await office.client.backup.state({})).second).toMatchObject({
      isThere: false,
      problem: 'absent',
      backups: [],
    });
    expect(existsSync(stick)).toBe(false);

    renameSync(`${stick}-out`, stick);
    await office.application.backups.look();
    const again = must((await office.client.backup.state({})).second);
    expect(again).toMatchObject({problem: null});
    expect([...new Set(again.backups.map(({name}) => name.slice(6, 16)))]).toEqual(['2026-01-06', '2026-01-05']);
    await office.client.backup.forgetSecond({});
    expect((await office.client.backup.state({})).second).toBe(null);
    expect(names(join(stick, 'Tirek-backup')).length).toBeGreaterThan(2);
  });

  test.skipIf(lacks.smallDisk())(
    'full, read-only or pulled out: said, nothing broken, what stood there stays',
    async () => {
      const {office} = await workingOffice();
      const disk = smallDisk(8);
      await office.client.backup.chooseSecond({folder: disk.folder});
      expect(await office.client.backup.make({})).toEqual(fine);
      const before = names(join(disk.folder, 'Tirek-backup'));
      disk.fill(200_000);
      office.at('2026-01-06');
      expect(await office.client.backup.make({})).toEqual({problem: null, second: 'full'});
      expect(names(join(disk.folder, 'Tirek-backup'))).toEqual(before);
      disk.clear();
      disk.readOnly(true);
      expect(await office.client.backup.make({})).toEqual({problem: null, second: 'read-only'});
      expect(names(join(disk.folder, 'Tirek-backup'))).toEqual(before);
      disk.readOnly(false);
      expect(await office.client.backup.make({})).toEqual(fine);
      disk.pull();
      expect(await office.client.backup.make({})).toEqual({problem: null, second: 'absent'});
    },
  );

  test.skipIf(lacks.smallDisk())('gets its own where the disk of the data is full', async () => {
    const disk = smallDisk(16);
    const {office} = await workingOffice({folder: disk.folder, keepFolder: true});
    const stick = emptyFolder('stick');
    await office.client.backup.chooseSecond({folder: stick});
    disk.fill(300_000);
    expect(await office.client.backup.make({})).toEqual({problem: 'full', second: null});
    const {first, second} = await office.client.backup.state({});
    expect(first).toMatchObject({problem: 'full', backups: []});
    expect(must(second).backups).toContainEqual(expect.objectContaining({problem: null, whose: 'own'}));
    await office.application.backups.leaving();
  });
});

describe('looking through', () => {
  async function spoilt(spoil: (folder: string) => void): Promise<{office: Office; answer: unknown}> {
    const {office} = await workingOffice();
    await addScan(office);
    await office.client.backup.make({});
    const which = await newestOf(office);
    spoil(join(which.folder, which.name));
    return {office, answer: await office.client.backup.check(which)};
  }

  test.each<[what: string, spoil: (folder: string) => void, answer: unknown]>([
    ['a cut database', folder => writeFileSync(join(folder, 'tirek.db'), ''), {problem: 'cut', lacking: 0}],
    [
      'one bit of the database',
      folder => {
        const bytes = readFileSync(join(folder, 'tirek.db'));
        bytes.writeUInt8(bytes.readUInt8(50_000) ^ 1, 50_000);
        writeFileSync(join(folder, 'tirek.db'), bytes);
      },
      {problem: 'altered', lacking: 0},
    ],
    ['no description', folder => rmSync(join(folder, 'manifest.json')), {problem: 'unreadable', lacking: 0}],
    [
      'an empty description',
      folder => writeFileSync(join(folder, 'manifest.json'), ''),
      {problem: 'unreadable', lacking: 0},
    ],
    [
      'a newer version',
      folder => {
        const file = join(folder, 'manifest.json');
        writeFileSync(file, readFileSync(file, 'utf8').replace(/"schema": \d+/, '"schema": 999'));
      },
      {problem: 'newer', lacking: 0},
    ],
    [
      'a scan that does not open',
      folder => {
        const scans = join(folder, '..', must(names(join(folder, '..')).find(name => name.startsWith('scans-'))));
        const [file] = readdirSync(scans, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile());
        writeFileSync(join(must(file).parentPath, must(file).name), 'x'.repeat(300_032));
      },
      {problem: null, lacking: 1},
    ],
  ])('%s is told', async (_, spoil, answer) => {
    expect((await spoilt(spoil)).answer).toEqual(answer);
  });

  test('what is no backup is left alone', async () => {
    const {office} = await workingOffice();
    const place = join(office.folder, 'backups');
    mkdirSync(join(place, 'holiday pictures'), {recursive: true});
    mkdirSync(join(place, 'tirek-2026-01-01-000000-00000000'));
    await office.client.backup.make({});
    expect(names(place)).toHaveLength(3);
    expect((await backupsOf(office)).map(({problem}) => problem)).toEqual([null, 'unreadable']);
  });
});

test('the weekly check finds damage, and the next sign-in tells it', async () => {
  const {office} = await workingOffice();
  await office.application.backups.look();
  expect((await office.client.backup.state({})).checkedAt).toBe(new Date('2026-01-05T12:00:00').toISOString());
  await office.client.session.lock({});
  const file = join(office.folder, 'tirek.db');
  const whole = readFileSync(file);
  // A page that nobody needs in order to sign in: which one that is, is found by trying.
  for (let page = whole.length / 4096 - 1; page > 0; page -= 1) {
    const bytes = Buffer.from(whole);
    bytes.fill(0x11, page * 4096, (page + 1) * 4096);
    writeFileSync(file, bytes);
    const answer = await office.client.session.signIn({name: 'Басшы', password}).catch(() => undefined);
    if (answer?.result === 'ok') break;
    writeFileSync(file, whole);
    await office.client.session.lookAgain({});
  }
  office.at('2026-01-20');
  await office.application.backups.look();
  expect(await office.client.backup.state({})).toMatchObject({isDamaged: true, first: {problem: 'damaged'}});
  await office.client.session.lock({});
  await office.client.session.signIn({name: 'Басшы', password}).catch(() => undefined);
  expect(office.application.state()).toMatchObject({phase: 'problem', problem: 'damaged'});
});

test('several people: only the head makes and goes back', async () => {
  const {office} = await workingOffice();
  await office.client.session.addAccount({name: 'Маман', password: `${password} 2`, role: 'worker', staffId: null});
  await office.client.session.lock({});
  await office.client.session.signIn({name: 'Маман', password: `${password} 2`});
  await expect(office.client.backup.make({})).rejects.toMatchObject({failure: {code: 'denied'}});
  expect((await office.client.backup.state({})).running).toBe(null);
  await admitAnother(office);
});
