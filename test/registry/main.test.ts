import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {get} from 'node:https';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {ask} from './support/server.ts';

const main = resolve(import.meta.dirname, '../../registry/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'tirek-registry-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

interface Started {
  /** The first line on stdout; empty where it ended before. */
  readonly address: string;
  readonly said: () => string;
  /** Asks it to end; its exit code. */
  readonly end: () => Promise<number | null>;
}

async function start(args: string[], environment: Record<string, string> = {}): Promise<Started> {
  const child: ChildProcess = spawn(process.execPath, [main, '--port', '0', ...args], {
    env: {PATH: process.env.PATH, LOG_LEVEL: 'error', ...environment},
  });
  let said = '';
  child.stderr?.on('data', bytes => (said += String(bytes)));
  const ended = new Promise<number | null>(done => child.once('exit', done));
  const line = new Promise<string>(done => child.stdout?.once('data', bytes => done(String(bytes).trim())));
  const address = await Promise.race([line, ended.then(() => '')]);
  return {
    address,
    said: () => said,
    end() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

test('it starts on a new folder, says its address and once the password, and is the same after the next start', async () => {
  const data = join(folder, 'data');
  const first = await start(['--data', data]);
  expect(first.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await ask(`${first.address}/v1/health`)).toMatchObject({status: 200, json: {ok: true}});
  const password = /Пароль работника реестра \(показывается один раз\): (\S+)/.exec(first.said())?.[1] ?? '';
  expect(statSync(data).mode & 0o777).toBe(0o700);
  const second = await start(['--data', data]);
  expect([second.address, second.said()]).toEqual(['', expect.stringContaining('Папка данных занята')]);
  expect(await second.end()).toBe(1);
  expect(await first.end()).toBe(0);
  const again = await start(['--data', data]);
  expect(again.said()).not.toContain('Пароль');
  const entered = await ask(`${again.address}/sign-in`, {method: 'POST', body: new URLSearchParams({password})});
  expect(entered.status).toBe(303);
  await again.end();
});

test('what cannot be meant is said in both languages, without a stack', async () => {
  const {address, said} = await start(['--host', '0.0.0.0', '--data', join(folder, 'never')]);
  expect(address).toBe('');
  expect(said()).toMatch(/шифрланбаған[^]*без шифрования/);
  expect(said()).not.toMatch(/ {4}at /);
  const nowhere = await start([], {DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none'});
  expect(nowhere.said()).toContain('Не удалось подключиться к серверу базы данных');
  expect(nowhere.said()).not.toContain('secret');
});

test('with a certificate of its own it speaks TLS, and its cookies go no other way', async () => {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      key,
      '-out',
      cert,
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
    ],
    {stdio: 'ignore'},
  );
  const data = ['--data', join(folder, 'tls')];
  const {address, end} = await start(data, {TLS_CERT: cert, TLS_KEY: key, OFFICER_PASSWORD: 'correct horse'});
  expect(address).toMatch(/^https:/);
  const headers = await new Promise<Record<string, unknown>>((done, failed) =>
    get(`${address}/?lang=ru`, {rejectUnauthorized: false}, response => {
      response.resume();
      done(response.headers);
    }).on('error', failed),
  );
  expect(String(headers['set-cookie'])).toMatch(/; Secure$/);
  expect(headers['strict-transport-security']).toBeDefined();
  await end();
});
