import {appendFileSync, copyFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {migrations} from '../../../../db/migrations/list.ts';
import {must} from '../../../../domain/assert.ts';
import type {UpdateProblem} from '../../../../electron/contract/update.ts';
import {keptInstallers} from '../../../../electron/host/update/kept-installers.ts';
import {readUpdateMemory, writeUpdateMemory} from '../../../../electron/host/update/memory.ts';
import {makeSigningKeys} from '../../../../registry/parcel/keys.ts';
import {admitAnother, backupsOf, emptyFolder, people, workingOffice} from '../../../support/backups.ts';
import {failureOf, openOffice, password, type Office} from '../../../support/office.ts';
import {smallDisk} from '../../../support/small-disk.ts';
import {installedProgram, news, updateOn, type InstalledProgram} from '../../../support/updates.ts';
import {lacks} from '../../../support/lacks.ts';

async function officeWith(program: InstalledProgram, version = '0.1.0') {
  const {office} = await workingOffice({program: version, updating: program.updating});
  return office;
}

async function end(office: Office): Promise<void> {
  await office.exchange.end();
  await office.application.backups.leaving();
  office.application.close();
}

describe('an update from a stick', () => {
  test('is seen with what is new, checked, backed up and put in place, and the program starts anew', async () => {
    const program = installedProgram('0.1.0');
    const office = await officeWith(program);
    const stick = emptyFolder('stick');
    const which = await updateOn(stick);
    const {files} = await office.client.update.found({folder: stick});
    expect(files).toEqual([
      {
        ...which,
        size: statSync(join(stick, which.name)).size,
        problem: null,
        said: {version: '0.2.0', madeAt: expect.any(String), news},
      },
    ]);
    expect(await office.client.update.install({...which, password: 'бөтен құпия сөйлем'})).toMatchObject({
      result: 'wrong',
    });
    expect(program.version()).toBe('0.1.0');

    expect(await office.client.update.install({...which, password})).toEqual({result: 'restarts'});
    expect(program.version()).toBe('0.2.0');
    await vi.waitFor(() => expect(program.started).toMatchObject([{how: 'restart', waits: false}]));
    const [backup] = await backupsOf(office);
    expect(backup).toMatchObject({kind: 'migration', problem: null, whose: 'own'});
    expect((await failureOf(office.client.update.install({...which, password}))).code).toBe('conflict');
  });

  test('goes back: the program alone, where both versions work with the same data', async () => {
    const program = installedProgram('0.1.0');
    const office = await officeWith(program);
    await office.client.update.install({...(await updateOn(emptyFolder('stick'))), password});
    await end(office);
    const newer = await openOffice('2026-01-06', {
      folder: office.folder,
      account: false,
      keepFolder: true,
      program: '0.2.0',
      updating: program.updating,
    });
    await newer.client.session.signIn({name: 'Басшы', password});
    await admitAnother(newer);
    expect(await newer.client.update.state({})).toMatchObject({
      version: '0.2.0',
      packaging: 'folder',
      obstacle: null,
      hasFailed: false,
      previous: {version: '0.1.0', loses: null},
    });
    expect(await newer.client.update.back({password})).toEqual({result: 'restarts'});
    expect(program.version()).toBe('0.1.0');
    expect(await people(newer)).toBe(2);
    expect(await newer.client.update.state({})).toMatchObject({previous: null});
  });

  test('goes back with its backup, where the data were changed for the newer version', async () => {
    const program = installedProgram('0.1.0');
    const office = await officeWith(program);
    await office.client.update.install({...(await updateOn(emptyFolder('stick'))), password});
    await end(office);
    // As if the newer version had brought migrations.
    const memory = must(readUpdateMemory(office.folder));
    writeUpdateMemory(office.folder, {...memory, schema: migrations.length - 1});
    const newer = await openOffice('2026-01-06', {
      folder: office.folder,
      account: false,
      keepFolder: true,
      program: '0.2.0',
      updating: program.updating,
    });
    await newer.client.session.signIn({name: 'Басшы', password});
    await admitAnother(newer);
    const {previous} = await newer.client.update.state({});
    expect(previous).toMatchObject({
      version: '0.1.0',
      loses: {changes: expect.any(Number), unsent: expect.any(Number)},
    });
    expect(must(previous?.loses).changes).toBeGreaterThan(0);
    expect(await newer.client.update.back({password})).toEqual({result: 'restarts'});
    expect(program.version()).toBe('0.1.0');
    // Nobody comes in before the earlier version has started.
    expect(newer.application.state().phase).toBe('problem');
    await end(newer);

    const again = await openOffice('2026-01-06', {
      folder: office.folder,
      account: false,
      keepFolder: true,
      program: '0.1.0',
      updating: program.updating,
    });
    expect(await again.client.session.signIn({name: 'Басшы', password})).toEqual({result: 'ok'});
    expect(await people(again)).toBe(1);
    expect(existsSync(join(office.folder, 'unsettled.json'))).toBe(false);
    expect((await backupsOf(again)).map(({kind}) => kind)).toContain('restore');
    expect(await again.client.audit.verify({})).toMatchObject({broken: null});
  });

  test('says at the next start that the old version is still there', async () => {
    const program = installedProgram('0.1.0');
    const office = await officeWith(program);
    await office.client.update.install({...(await updateOn(emptyFolder('stick'))), password});
    await end(office);
    const still = await openOffice('2026-01-06', {
      folder: office.folder,
      account: false,
      program: '0.1.0',
      updating: program.updating,
    });
    await still.client.session.signIn({name: 'Басшы', password});
    expect(await still.client.update.state({})).toMatchObject({hasFailed: true, previous: null});
  });
});

test('a package of Debian is checked, laid ready for the administrator, and nothing else happens', async () => {
  const program = installedProgram('0.1.0');
  const folder = emptyFolder('office');
  const updating = {...program.updating, installer: keptInstallers('deb', folder)};
  const {office} = await workingOffice({program: '0.1.0', updating, folder});
  const from = join(emptyFolder('package'), 'tirek_0.2.0_amd64.deb');
  writeFileSync(from, 'a package');
  const which = await updateOn(emptyFolder('stick'), {from});
  const file = join(folder, 'updates', 'Tirek-0.2.0.deb');
  expect(await office.client.update.install({...which, password})).toEqual({result: 'by-administrator', file});
  expect(readFileSync(file, 'utf8')).toBe('a package');
  expect(program.started).toEqual([]);
  expect(await office.client.update.state({})).toMatchObject({hasFailed: false, previous: null, packaging: 'deb'});
});

describe('a kept package of the version before', () => {
  /** As version 0.3.0, which has followed 0.2.0, which was put in place by a package. */
  async function twice() {
    const program = installedProgram('0.1.0');
    const folder = emptyFolder('office');
    const updating = {...program.updating, installer: keptInstallers('deb', folder)};
    const {office} = await workingOffice({program: '0.1.0', updating, folder});
    const packageOf = async (version: string) => {
      const from = join(emptyFolder('package'), `tirek_${version}_amd64.deb`);
      writeFileSync(from, `the package of ${version}`);
      return {...(await updateOn(emptyFolder('stick'), {from, version})), password};
    };
    const again = async (version: string): Promise<Office> => {
      const office = await openOffice('2026-01-06', {
        folder,
        account: false,
        keepFolder: true,
        program: version,
        updating,
      });
      await office.client.session.signIn({name: 'Басшы', password});
      return office;
    };
    await office.client.update.install(await packageOf('0.2.0'));
    await end(office);
    const second = await again('0.2.0');
    await second.client.update.install(await packageOf('0.3.0'));
    await end(second);
    return {newest: await again('0.3.0'), file: join(folder, 'updates', 'Tirek-0.2.0.deb')};
  }

  test('is what one goes back to', async () => {
    const {newest, file} = await twice();
    expect(await newest.client.update.state({})).toMatchObject({previous: {version: '0.2.0'}});
    expect(await newest.client.update.back({password})).toEqual({result: 'by-administrator', file});
  });

  test.each([
    {what: 'altered', spoil: (file: string) => writeFileSync(file, 'the package of 6.6.6')},
    {
      what: 'of another version',
      spoil: (file: string) => {
        copyFileSync(file.replace('0.2.0', '0.3.0'), file);
        copyFileSync(`${file.replace('0.2.0', '0.3.0')}.signed`, `${file}.signed`);
      },
    },
    {what: 'signed by a stranger', spoil: (file: string) => flip(`${file}.signed`, 60)},
  ])('is not handed out where it is $what', async ({spoil}) => {
    const {newest, file} = await twice();
    spoil(file);
    expect(await newest.client.update.back({password})).toEqual({result: 'problem', problem: 'kept-altered'});
    expect(await newest.client.update.state({})).toMatchObject({previous: {version: '0.2.0'}});
  });
});

/** What is done to a good file, and what is said then. */
const bad: readonly {
  what: string;
  said?: Parameters<typeof updateOn>[1];
  spoil?: (file: string) => void;
  problem: UpdateProblem;
}[] = [
  {what: 'cut', spoil: file => truncateSync(file, statSync(file).size - 100_000), problem: 'cut'},
  {what: 'cut in its head', spoil: file => truncateSync(file, 200), problem: 'cut'},
  {what: 'altered by one bit in a part', spoil: file => flip(file, statSync(file).size - 1_000), problem: 'altered'},
  {what: 'altered by one bit in its head', spoil: file => flip(file, 60), problem: 'stranger'},
  {what: 'longer than it was signed', spoil: file => appendFileSync(file, 'more'), problem: 'altered'},
  {what: 'of a stranger', said: {secret: makeSigningKeys().secret.sign}, problem: 'stranger'},
  {
    what: 'something else',
    spoil: file => writeFileSync(file, 'not an update at all, but some words'),
    problem: 'not-an-update',
  },
  {what: 'empty', spoil: file => writeFileSync(file, ''), problem: 'not-an-update'},
  {what: 'of a kind of later', spoil: file => writeFileSync(file, 'TIREK-UPDATE-2\n and more'), problem: 'newer-kind'},
  {
    what: 'for another kind of computer',
    said: {architecture: process.arch === 'x64' ? 'arm64' : 'x64'},
    problem: 'other-system',
  },
  {what: 'the same version', said: {version: '0.1.0'}, problem: 'same'},
  {what: 'an older version', said: {version: '0.0.9'}, problem: 'older'},
  {what: 'too far away', said: {version: '0.9.0', oldest: '0.7.0'}, problem: 'too-far'},
];

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
}

describe('what is not put in place', () => {
  test('and nothing has changed', async () => {
    const program = installedProgram('0.1.0');
    const office = await officeWith(program);
    const told: Record<string, unknown> = {};
    for (const {what, said, spoil} of bad) {
      const stick = emptyFolder('stick');
      const which = await updateOn(stick, said);
      spoil?.(join(stick, which.name));
      const [seen] = (await office.client.update.found({folder: stick})).files;
      const answer = await office.client.update.install({...which, password});
      told[what] = answer;
      // What is seen by its head and its length is said before anybody asks for it.
      if (what !== 'altered by one bit in a part')
        expect([what, seen?.problem]).toEqual([what, must(bad.find(each => each.what === what)).problem]);
      // Words of a stranger are not shown.
      if (seen?.problem === 'stranger') expect(seen.said).toBeNull();
      expect(program.version()).toBe('0.1.0');
    }
    expect(told).toEqual(Object.fromEntries(bad.map(({what, problem}) => [what, {result: 'problem', problem}])));
    expect(await backupsOf(office)).toEqual([]);
    expect(program.started).toEqual([]);
    expect(existsSync(program.updating.installer.staging)).toBe(false);
    expect(readUpdateMemory(office.folder)).toBeUndefined();
  });

  test('a stick that is out', async () => {
    const office = await officeWith(installedProgram('0.1.0'));
    const answer = await office.client.update.install({folder: '/media/out', name: 'a.tirek-update', password});
    expect(answer).toEqual({result: 'problem', problem: 'gone'});
  });

  test('without a backup', async () => {
    let isFull = false;
    const program = installedProgram('0.1.0');
    const step = (name: string): void => {
      if (isFull && name === 'backup-manifest')
        throw Object.assign(new Error('full'), {code: 'ENOSPC', syscall: 'write'});
    };
    const {office} = await workingOffice({program: '0.1.0', updating: program.updating, step});
    isFull = true;
    const answer = await office.client.update.install({...(await updateOn(emptyFolder('stick'))), password});
    expect(answer).toEqual({result: 'problem', problem: 'no-backup'});
    expect(program.version()).toBe('0.1.0');
    expect(existsSync(program.updating.installer.staging)).toBe(false);
  });

  test.skipIf(lacks.smallDisk())('without room for it', async () => {
    const disk = smallDisk(8);
    const program = installedProgram('0.1.0');
    const office = await officeWith({
      ...program,
      updating: {...program.updating, installer: {...program.updating.installer, staging: join(disk.folder, 'new')}},
    });
    const answer = await office.client.update.install({...(await updateOn(emptyFolder('stick'))), password});
    expect(answer).toEqual({result: 'problem', problem: 'full'});
    expect(program.version()).toBe('0.1.0');
  });

  test('by a program that was not packed for people', async () => {
    const {office} = await workingOffice();
    const which = await updateOn(emptyFolder('stick'));
    expect(await office.client.update.state({})).toMatchObject({obstacle: 'development', packaging: null});
    expect(await office.client.update.found({folder: which.folder})).toMatchObject({files: []});
    expect((await failureOf(office.client.update.install({...which, password}))).code).toBe('conflict');
  });

  test('by a name that leads elsewhere', async () => {
    const office = await officeWith(installedProgram('0.1.0'));
    const which = await updateOn(emptyFolder('stick'));
    const name = `../${basename(which.folder)}/${which.name}`;
    expect((await failureOf(office.client.update.install({folder: which.folder, name, password}))).code).toBe(
      'missing',
    );
    copyFileSync(join(which.folder, which.name), join(which.folder, 'other'));
    expect((await failureOf(office.client.update.install({folder: which.folder, name: 'other', password}))).code).toBe(
      'missing',
    );
  });
});
