import {execFileSync, spawnSync} from 'node:child_process';
import {copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {get} from 'node:https';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {connect} from 'node:tls';
import {afterAll, expect, onTestFinished, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {problemWords, stickWords} from '../../registry/server/stick/words.ts';
import {registryMain, startRegistry} from './support/process.ts';
import {ask, openServer} from './support/server.ts';
import {makeDataFolder} from './support/stores.ts';
import {lacks} from '../support/lacks.ts';

const folder = mkdtempSync(join(tmpdir(), 'tirek-registry-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** What one start has compiled, the next one finds. */
const surroundings = {PATH: process.env.PATH, LOG_LEVEL: 'error', NODE_COMPILE_CACHE: join(folder, 'compiled')};

test('it starts on a new folder, says its address and once the password, and is the same after the next start', async () => {
  const data = join(folder, 'data');
  const first = await startRegistry(['--data', data]);
  expect(first.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await ask(`${first.address}/v1/health`)).toMatchObject({status: 200, json: {ok: true}});
  const password = /Пароль работника реестра \(показывается один раз\): (\S+)/.exec(first.said())?.[1] ?? '';
  expect(statSync(data).mode & 0o777).toBe(0o700);
  const second = await startRegistry(['--data', data]);
  expect([second.address, second.said()]).toEqual(['', expect.stringContaining('Папка данных занята')]);
  expect(await second.end()).toBe(1);
  expect(await first.end()).toBe(0);
  const again = await startRegistry(['--data', data]);
  expect(again.said()).not.toContain('Пароль');
  const entered = await ask(`${again.address}/sign-in`, {method: 'POST', body: new URLSearchParams({password})});
  expect(entered.status).toBe(303);
  await again.end();
});

test('what cannot be meant is said in both languages, without a stack', async () => {
  const {address, said} = await startRegistry(['--host', '0.0.0.0', '--data', join(folder, 'never')]);
  expect(address).toBe('');
  expect(said()).toMatch(/шифрланбаған[^]*без шифрования/);
  expect(said()).not.toMatch(/ {4}at /);
  const nowhere = await startRegistry([], {DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none'});
  expect(nowhere.said()).toContain('Не удалось подключиться к серверу базы данных');
  expect(nowhere.said()).not.toContain('secret');
});

function sign(cert: string, key: string): void {
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const rest = ['-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=localhost'];
  execFileSync('openssl', ['req', '-x509', ...curve, ...rest], {stdio: 'ignore'});
}

function fingerprintOf(address: string): Promise<string> {
  const {hostname, port} = new URL(address);
  return new Promise((done, failed) => {
    const socket = connect({host: hostname, port: Number(port), rejectUnauthorized: false}, () => {
      done(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    }).on('error', failed);
  });
}

test('with a certificate of its own it speaks TLS, its cookies go no other way, and a renewed one is taken without a restart', async () => {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  sign(cert, key);
  await makeDataFolder(join(folder, 'tls'));
  const data = ['--data', join(folder, 'tls')];
  const set = {TLS_CERT: cert, TLS_KEY: key, OFFICER_PASSWORD: 'correct horse'};
  const {address, signal, end} = await startRegistry(data, set);
  expect(address).toMatch(/^https:/);
  const headers = await new Promise<Record<string, unknown>>((done, failed) =>
    get(`${address}/?lang=ru`, {rejectUnauthorized: false}, response => {
      response.resume();
      done(response.headers);
    }).on('error', failed),
  );
  expect(String(headers['set-cookie'])).toMatch(/; Secure$/);
  expect(headers['strict-transport-security']).toBeDefined();

  const before = await fingerprintOf(address);
  // Half of a renewed pair changes nothing.
  sign(join(folder, 'next.pem'), join(folder, 'next-key.pem'));
  copyFileSync(join(folder, 'next.pem'), cert);
  signal('SIGHUP');
  expect(await fingerprintOf(address)).toBe(before);
  copyFileSync(join(folder, 'next-key.pem'), key);
  signal('SIGHUP');
  await expect.poll(() => fingerprintOf(address)).not.toBe(before);
  expect(await end()).toBe(0);
});

test('--stick takes a folder in beside a running server, says what it did, and answers honestly', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-stick-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  const stick = join(folder, 'stick');
  mkdirSync(join(stick, 'Tirek', '6d0c9d1e-0f5a-4c1c-8f0a-2b8a1f6a4f11'), {recursive: true});
  await makeDataFolder(join(folder, 'data'));
  const data = ['--data', join(folder, 'data')];
  const run = (args: string[], environment: Record<string, string> = {}) =>
    spawnSync(process.execPath, [registryMain, ...args], {
      encoding: 'utf8',
      env: {...surroundings, ...environment},
    });
  expect(run([...data, '--stick', stick])).toMatchObject({
    status: 0,
    stdout: `${stickWords.nothing.kk}\n${stickWords.nothing.ru}\n`,
    stderr: '',
  });
  writeFileSync(join(stick, 'Tirek', '6d0c9d1e-0f5a-4c1c-8f0a-2b8a1f6a4f11', 'a.tirek'), 'JFIF');
  const refused = run([...data, '--stick', stick]);
  expect(refused).toMatchObject({status: 1, stdout: expect.stringContaining(problemWords('not-a-parcel').ru)});
  // PGlite is held by the server, which says where to go; PostgreSQL is not.
  const server = await startRegistry(data);
  expect(run([...data, '--stick', stick])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('Примите флешку на странице работника реестра'),
  });
  await server.end();
});

test.skipIf(lacks.postgreSql())('--stick beside a server on PostgreSQL', async () => {
  const server = await openServer('PostgreSQL');
  onTestFinished(() => server.close());
  const home = await server.facility();
  const client = await server.enrolled(home);
  client.office.write();
  const stick = mkdtempSync(join(tmpdir(), 'tirek-stick-'));
  onTestFinished(() => rmSync(stick, {recursive: true, force: true}));
  mkdirSync(join(stick, 'Tirek', home), {recursive: true});
  writeFileSync(join(stick, 'Tirek', home, 'a.tirek'), await client.packed());
  const run = spawnSync(process.execPath, [registryMain, '--stick', stick], {
    encoding: 'utf8',
    env: {...surroundings, DATABASE_URL: must(server.url)},
  });
  expect(run).toMatchObject({status: 0, stderr: ''});
  expect(run.stdout).toContain('Принято: 1 изменение.');
  expect(run.stdout).toContain(stickWords.answered(1).ru);
  client.office.write();
  expect((await client.exchange()).status).toBe(200);
  expect(client.office.partner.acked).toBe(2);
});
