import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import Sqlite from 'better-sqlite3';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import type {InstallationProblem} from '../../../electron/contract/session.ts';
import {CallFailure} from '../../../electron/handlers/context.ts';
import {Application} from '../../../electron/host/application.ts';

const name = 'Әйгерім Құдайбергенқызы';
const password = 'ұзын құпия сөйлем';
let folder: string;
let time: Date;
let started: Application[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-application-'));
  time = new Date('2026-01-05T07:00:00.000Z');
  started = [];
});

afterEach(() => {
  for (const each of started) each.close();
  rmSync(folder, {recursive: true, force: true});
});

/** Starts on the folder; `cut` ends it, as a loss of power would, before the step of that number. */
function start(cut?: number): Application {
  let taken = 0;
  const application = new Application({
    folder,
    clock: () => time,
    step: () => {
      taken += 1;
      if (taken === cut) throw new Error('cut');
    },
  });
  started.push(application);
  return application;
}

function restart(): Application {
  for (const each of started.splice(0)) each.close();
  return start();
}

async function made(): Promise<Application> {
  const application = start();
  await application.createAccount(name, password);
  return application;
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'nothing',
    (error: unknown) => (error instanceof CallFailure ? error.failure : error),
  );
}

describe('the first account', () => {
  test('opens a fresh folder and begins set-up', async () => {
    const application = start();
    expect(application.state()).toEqual({
      folder,
      language: null,
      phase: 'fresh',
      problem: null,
      accounts: [],
      account: null,
      setupStep: null,
      recoveryKeyHeld: false,
    });
    await application.createAccount(`  ${name}\u0007 `, password);
    expect(application.state()).toMatchObject({
      phase: 'open',
      accounts: [name],
      account: {name, role: 'head', staffId: null},
      setupStep: 'organisation',
    });
  });

  test('is made once', async () => {
    const application = await made();
    expect(await failureOf(application.createAccount('Екінші', password))).toEqual({code: 'conflict'});
  });

  test.each([
    {name: ' \n', password, issue: {field: 'name', problem: 'required'}},
    {name, password: 'қысқа', issue: {field: 'password', problem: 'password-short'}},
    {name, password: 'қазақстан', issue: {field: 'password', problem: 'password-common'}},
  ])('is refused for $issue.problem', async ({name, password, issue}) => {
    const application = start();
    expect(await failureOf(application.createAccount(name, password))).toEqual({code: 'invalid', issues: [issue]});
    expect(application.state().phase).toBe('fresh');
    expect(readdirSync(folder).filter(file => file.startsWith('keyring'))).toEqual([]);
  });

  test('neither name of a person nor password nor database is readable on the disk but in the keyring', async () => {
    const application = await made();
    application.close();
    for (const file of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, file));
      expect(bytes.includes(password)).toBe(false);
      expect(bytes.includes('SQLite format 3')).toBe(false);
    }
  });

  test('survives a loss of power before any step', async () => {
    let steps = 0;
    for (let cut = 1; ; cut += 1) {
      rmSync(folder, {recursive: true, force: true});
      const first = start(cut);
      const done = await first.createAccount(name, password).then(
        () => true,
        () => false,
      );
      first.close();
      if (done) break;
      steps = cut;
      const second = restart();
      // Before the keys stood on the disk nothing was there; after that the same person goes on where it was.
      if (second.state().phase === 'fresh') await second.createAccount(name, password);
      else expect(await second.signIn(name, password)).toEqual({result: 'ok'});
      expect(second.state()).toMatchObject({phase: 'open', account: {name, role: 'head'}, setupStep: 'organisation'});
      expect(await failureOf(Promise.resolve(restart().signIn(name, password)))).toBe('nothing');
      restart();
    }
    // Two files in five steps each, twice, and the database between them.
    expect(steps).toBe(22);
  });
});

describe('signing in', () => {
  test('needs the name and its password', async () => {
    await made();
    const application = restart();
    expect(application.state()).toMatchObject({phase: 'locked', accounts: [name], account: null, setupStep: null});
    expect(application.session()).toBeUndefined();
    expect(await application.signIn(name, 'басқа құпия')).toEqual({result: 'wrong', waitUntil: null});
    expect(await application.signIn('Бөтен', password)).toEqual({result: 'wrong', waitUntil: null});
    expect(await application.signIn(` ${name} `, password)).toEqual({result: 'ok'});
    expect(application.state()).toMatchObject({phase: 'open', account: {name}});
  });

  test('is locked again, and the key is forgotten', async () => {
    const application = await made();
    await application.lock();
    expect(application.session()).toBeUndefined();
    expect(application.state()).toMatchObject({phase: 'locked', account: null});
    expect(await application.signIn(name, password)).toEqual({result: 'ok'});
  });

  test('waits longer after each wrong password, the right one too, also after a restart', async () => {
    await made();
    let application = restart();
    for (let wrong = 0; wrong < 4; wrong += 1) await application.signIn(name, 'басқа құпия');
    const waitUntil = '2026-01-05T07:00:05.000Z';
    expect(await application.signIn(name, 'басқа құпия')).toEqual({result: 'wrong', waitUntil});
    application = restart();
    expect(await application.signIn(name, password)).toEqual({result: 'wait', waitUntil});
    time = new Date(waitUntil);
    expect(await application.signIn(name, password)).toEqual({result: 'ok'});
  });

  test('twice at once opens one database', async () => {
    await made();
    const application = restart();
    const results = await Promise.allSettled([application.signIn(name, password), application.signIn(name, password)]);
    expect(results.map(each => each.status)).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a password', () => {
  test('is changed with the old one, and the old one opens nothing more, not even from the copy', async () => {
    const application = await made();
    expect(await application.changePassword('басқа құпия', 'жаңа құпия сөз')).toEqual({
      result: 'wrong',
      waitUntil: null,
    });
    expect(await application.changePassword(password, 'жаңа құпия сөз')).toEqual({result: 'ok'});
    copyFileSync(join(folder, 'keyring.copy.json'), join(folder, 'keyring.json'));
    const after = restart();
    expect(await after.signIn(name, password)).toMatchObject({result: 'wrong'});
    expect(await after.signIn(name, 'жаңа құпия сөз')).toEqual({result: 'ok'});
  });

  test('survives a loss of power while it is changed: the old one or the new one', async () => {
    await made();
    restart().close();
    const before = readFileSync(join(folder, 'keyring.json'));
    for (let cut = 1; ; cut += 1) {
      for (const file of ['keyring.json', 'keyring.copy.json']) writeFileSync(join(folder, file), before);
      const first = start();
      await first.signIn(name, password);
      first.close();
      const again = start();
      await again.signIn(name, password);
      again.close();
      const cutting = start(cut);
      // Opening the database is steps of its own: they are counted, and signing in is tried until it is through.
      const signedIn = await cutting.signIn(name, password).then(
        result => result.result === 'ok',
        () => false,
      );
      const changed =
        signedIn &&
        (await cutting.changePassword(password, 'жаңа құпия сөз').then(
          () => true,
          () => false,
        ));
      const after = restart();
      const old = await after.signIn(name, password);
      if (old.result !== 'ok') expect(await after.signIn(name, 'жаңа құпия сөз')).toEqual({result: 'ok'});
      if (changed) {
        expect(old.result).toBe('wrong');
        break;
      }
      after.close();
    }
  }, 60_000);
});

describe('the recovery key', () => {
  test('stands in for a forgotten password and sets a new one', async () => {
    const application = await made();
    const key = await application.makeRecoveryKey();
    await application.confirmRecoveryKey();
    expect(application.state().recoveryKeyHeld).toBe(true);
    const after = restart();
    expect(await failureOf(after.signInWithRecovery(name, 'не ключ', 'жаңа құпия сөз'))).toEqual({
      code: 'invalid',
      issues: [{field: 'key', problem: 'recovery-key-typo'}],
    });
    expect(await after.signInWithRecovery(name, key.toLowerCase(), 'жаңа құпия сөз')).toEqual({result: 'ok'});
    const later = restart();
    expect(await later.signIn(name, 'жаңа құпия сөз')).toEqual({result: 'ok'});
  });

  test('that was shown and never confirmed works, and is replaced when set-up goes on', async () => {
    const first = await (await made()).makeRecoveryKey();
    let application = restart();
    expect(application.state().recoveryKeyHeld).toBe(false);
    await application.signIn(name, password);
    const second = await application.makeRecoveryKey();
    await application.confirmRecoveryKey();
    application = restart();
    expect(await application.signInWithRecovery(name, first, 'жаңа құпия сөз')).toMatchObject({result: 'wrong'});
    expect(await application.signInWithRecovery(name, second, 'жаңа құпия сөз')).toEqual({result: 'ok'});
  });

  test('that is held goes on working until the next one is confirmed', async () => {
    let application = await made();
    const held = await application.makeRecoveryKey();
    await application.confirmRecoveryKey();
    await application.makeRecoveryKey();
    application = restart();
    expect(await application.signInWithRecovery(name, held, 'жаңа құпия сөз')).toEqual({result: 'ok'});
  });
});

describe('a colleague', () => {
  const colleague = {name: 'Ғалым', password: 'тағы бір құпия', role: 'worker', staffId: null} as const;

  test('gets an account of their own, and may not make others', async () => {
    const application = await made();
    await application.addAccount(colleague);
    expect(await failureOf(application.addAccount(colleague))).toEqual({
      code: 'invalid',
      issues: [{field: 'name', problem: 'name-taken'}],
    });
    await application.lock();
    expect(await application.signIn('Ғалым', 'тағы бір құпия')).toEqual({result: 'ok'});
    expect(application.state().account).toMatchObject({name: 'Ғалым', role: 'worker'});
    expect(await failureOf(application.addAccount({...colleague, name: 'Үшінші'}))).toEqual({code: 'denied'});
    expect(await failureOf(application.makeRecoveryKey())).toEqual({code: 'denied'});
  });
});

describe('accounts', () => {
  const colleague = {name: 'Маман', password: 'тағы бір құпия', role: 'worker', staffId: null} as const;

  async function withColleague(): Promise<{application: Application; id: string}> {
    const application = await made();
    return {application, id: await application.addAccount(colleague)};
  }

  test('a colleague who has forgotten the password gets a new one, and waits no more', async () => {
    const {application, id} = await withColleague();
    await application.lock();
    for (let tries = 0; tries < 6; tries += 1) await application.signIn(colleague.name, 'қате құпиясөз');
    expect(await application.signIn(colleague.name, colleague.password)).toMatchObject({result: 'wait'});
    await application.signIn(name, password);
    await application.resetPassword(id, 'мүлдем жаңа құпия');
    await application.lock();
    expect(await application.signIn(colleague.name, colleague.password)).toMatchObject({result: 'wrong'});
    expect(await application.signIn(colleague.name, 'мүлдем жаңа құпия')).toEqual({result: 'ok'});
  });

  test('a colleague who is let go comes in no more, and comes back under the same account', async () => {
    const {application, id} = await withColleague();
    await application.removeAccount(id);
    expect(application.state().accounts).toEqual([name]);
    await application.lock();
    expect(await application.signIn(colleague.name, colleague.password)).toMatchObject({result: 'wrong'});
    await application.signIn(name, password);
    expect(await application.addAccount({...colleague, role: 'registrar'})).toBe(id);
    await application.lock();
    await application.signIn(colleague.name, colleague.password);
    expect(application.state().account).toMatchObject({id, role: 'registrar'});
  });

  test('a loss of power while somebody is let go leaves nobody in who should be out', async () => {
    const {id} = await withColleague();
    for (let cut = 1; ; cut += 1) {
      for (const each of started.splice(0)) each.close();
      const application = start(cut);
      const ended = await application
        .signIn(name, password)
        .then(() => application.removeAccount(id))
        .then(
          () => 'done',
          () => 'cut',
        );
      const again = restart();
      await again.signIn(name, password);
      const {connection} = must(again.session());
      const rows = connection.readable.prepare<{disabled: number}>('SELECT disabled FROM account WHERE id = ?').all(id);
      await again.lock();
      const comesIn = await again.signIn(colleague.name, colleague.password).catch(() => ({result: 'refused'}));
      expect(comesIn.result === 'ok').toBe(rows[0]?.disabled === 0);
      if (ended === 'done') {
        expect(comesIn.result).not.toBe('ok');
        break;
      }
    }
  });

  test.each([
    {what: 'their own account', act: (application: Application, own: string) => application.removeAccount(own)},
    {
      what: 'their own role',
      act: (application: Application, own: string) =>
        application.changeAccount({id: own, role: 'worker', staffId: null}),
    },
    {
      what: 'their own password without the old one',
      act: (application: Application, own: string) => application.resetPassword(own, 'мүлдем жаңа құпия'),
    },
  ])('nobody takes away $what', async ({act}) => {
    const {application} = await withColleague();
    const own = must(application.state().account).id;
    expect(await failureOf(act(application, own))).toEqual({
      code: 'invalid',
      issues: [{field: '', problem: 'own-account'}],
    });
  });

  test('an administrator lets people in, and touches no head', async () => {
    const {application, id} = await withColleague();
    const head = must(application.state().account).id;
    await application.changeAccount({id, role: 'administrator', staffId: null});
    await application.lock();
    await application.signIn(colleague.name, colleague.password);
    const denied = {code: 'denied'};
    expect(await failureOf(application.resetPassword(head, 'мүлдем жаңа құпия'))).toEqual(denied);
    expect(await failureOf(application.removeAccount(head))).toEqual(denied);
    expect(await failureOf(application.changeAccount({id: head, role: 'worker', staffId: null}))).toEqual(denied);
    expect(await failureOf(application.addAccount({...colleague, name: 'Екінші', role: 'head'}))).toEqual(denied);
    expect(await failureOf(application.makeRecoveryKey())).toEqual(denied);
    const made2 = await application.addAccount({...colleague, name: 'Үшінші', role: 'specialist'});
    await application.resetPassword(made2, 'мүлдем жаңа құпия');
    await application.removeAccount(made2);
  });

  test('the last head stays head', async () => {
    const {application, id} = await withColleague();
    await application.changeAccount({id, role: 'head', staffId: null});
    const first = must(application.state().account).id;
    await application.lock();
    await application.signIn(colleague.name, colleague.password);
    await application.removeAccount(first);
    const third = await application.addAccount({...colleague, name: 'Үшінші', role: 'worker'});
    await application.changeAccount({id: third, role: 'head', staffId: null});
    await application.changeAccount({id: third, role: 'worker', staffId: null});
    expect(application.state().accounts).toEqual([colleague.name, 'Үшінші']);
  });
});

describe('the language', () => {
  test('is remembered before anybody signs in', () => {
    start().setLanguage('ru');
    expect(restart().state().language).toBe('ru');
  });
});

test('a password changed while the recovery key is confirmed: both hold', async () => {
  const application = await made();
  const key = await application.makeRecoveryKey();
  const next = `${password} жаңа`;
  await Promise.all([application.changePassword(password, next), application.confirmRecoveryKey()]);
  expect(application.state().recoveryKeyHeld).toBe(true);
  const again = restart();
  expect(again.state().recoveryKeyHeld).toBe(true);
  expect(await again.signInWithRecovery(name, key, `${password} қалпына`)).toEqual({result: 'ok'});
});

describe('a folder with a problem', () => {
  interface Case {
    problem: InstallationProblem;
    make: () => void;
    /** Seen only once the key is there. */
    afterSignIn?: boolean;
  }

  const database = (): string => join(folder, 'tirek.db');
  const keyrings = (): string[] => ['keyring.json', 'keyring.copy.json'].map(file => join(folder, file));

  const cases: Case[] = [
    {problem: 'keyring-missing', make: () => keyrings().forEach(file => rmSync(file))},
    {problem: 'keyring-damaged', make: () => keyrings().forEach(file => writeFileSync(file, '{"version":1,'))},
    {problem: 'database-missing', make: () => rmSync(database())},
    {
      problem: 'not-a-database',
      make: () => {
        rmSync(database());
        const other = new Sqlite(database());
        other.exec('CREATE TABLE anything (id INTEGER)');
        other.close();
      },
    },
    {problem: 'not-a-database', make: () => writeFileSync(database(), 'x'.repeat(10_000)), afterSignIn: true},
  ];

  test.each(cases)('$problem', async ({problem, make, afterSignIn = false}) => {
    (await made()).close();
    make();
    const before = readdirSync(folder).sort();
    const application = restart();
    if (afterSignIn) {
      expect(await failureOf(application.signIn(name, password))).toEqual({code: 'locked', detail: problem});
    }
    expect(application.state()).toMatchObject({phase: 'problem', problem, account: null});
    expect(await failureOf(application.createAccount(name, password))).toEqual({code: 'conflict'});
    expect(
      readdirSync(folder)
        .filter(file => before.includes(file))
        .sort(),
    ).toEqual(before);
  });

  test.each([
    {what: 'a folder in place of the keys', problem: 'keyring-damaged', of: keyrings},
    {what: 'a folder in place of the database', problem: 'not-a-database', of: () => [database()]},
  ])('$what is told, not thrown', async ({problem, of}) => {
    (await made()).close();
    for (const file of of()) {
      rmSync(file);
      mkdirSync(file);
    }
    expect(restart().state()).toMatchObject({phase: 'problem', problem});
  });

  test('the keys of another PC', async () => {
    (await made()).close();
    const ours = readFileSync(database());
    rmSync(folder, {recursive: true});
    (await made()).close();
    writeFileSync(database(), ours);
    for (const file of readdirSync(folder).filter(each => each.startsWith('tirek.db-'))) rmSync(join(folder, file));
    const application = restart();
    expect(await failureOf(application.signIn(name, password))).toEqual({code: 'locked', detail: 'not-a-database'});
    expect(application.state()).toMatchObject({phase: 'problem', problem: 'not-a-database'});
    expect(readFileSync(database()).equals(ours)).toBe(true);
  });

  test.each([0, 1, 600, 1024, 4095, 4096, 4097, 0.5, 0.999])(
    'a database cut to %d is told and left as it is',
    async part => {
      (await made()).close();
      const whole = readFileSync(database());
      const cut = whole.subarray(0, part < 1 && part > 0 ? Math.floor(whole.length * part) : part);
      writeFileSync(database(), cut);
      const application = restart();
      const failed = await failureOf(application.signIn(name, password));
      expect(failed).toMatchObject({code: 'locked'});
      expect(['not-a-database', 'damaged']).toContain(application.state().problem);
      expect(readFileSync(database()).equals(cut)).toBe(true);
    },
  );

  test('is looked at again once somebody has done something about it', async () => {
    (await made()).close();
    const whole = readFileSync(database());
    writeFileSync(database(), 'x'.repeat(10_000));
    const application = restart();
    await failureOf(application.signIn(name, password));
    await application.lookAgain();
    // Only the key can tell.
    await failureOf(application.signIn(name, password));
    expect(application.state()).toMatchObject({phase: 'problem', problem: 'not-a-database'});
    writeFileSync(database(), whole);
    await application.lookAgain();
    expect(application.state()).toMatchObject({phase: 'locked', problem: null});
    expect(await application.signIn(name, password)).toEqual({result: 'ok'});
    // And then there is nothing to look at.
    await application.lookAgain();
    expect(application.state().phase).toBe('open');
  });

  test('another process on the same folder that has ended', async () => {
    const first = await made();
    const second = start();
    await second.lookAgain();
    expect(second.state()).toMatchObject({phase: 'problem', problem: 'already-running'});
    first.close();
    await second.lookAgain();
    expect(second.state()).toMatchObject({phase: 'locked', problem: null});
    expect(await second.signIn(name, password)).toEqual({result: 'ok'});
  });

  test('a name that no system can make', () => {
    const whole = folder;
    folder = join(folder, 'a'.repeat(300));
    expect(start().state()).toMatchObject({phase: 'problem', problem: 'read-only'});
    folder = whole;
  });

  test('one damaged keyring of the two is no problem', async () => {
    (await made()).close();
    writeFileSync(must(keyrings()[0]), '');
    expect(await restart().signIn(name, password)).toEqual({result: 'ok'});
  });

  test('another process on the same folder', () => {
    start();
    expect(start().state()).toMatchObject({phase: 'problem', problem: 'already-running'});
  });

  test('a folder that is a file', () => {
    rmSync(folder, {recursive: true});
    writeFileSync(folder, '');
    expect(start().state()).toMatchObject({phase: 'problem', problem: 'not-a-folder'});
    expect(existsSync(folder)).toBe(true);
  });
});
