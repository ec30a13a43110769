import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer, request, type IncomingMessage} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {runLoopback, startLoopback, type RunningLoopback} from '../support/start-loopback.ts';
import type {Opened} from '../support/opened.ts';

function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'tirek-loopback-'));
}

describe('in a browser', () => {
  const folder = freshFolder();
  let opened: Opened;

  beforeAll(async () => {
    opened = await startLoopback(folder, {asPeopleHave: true});
  });

  afterAll(async () => {
    await opened.close();
    rmSync(folder, {recursive: true, force: true});
  });

  async function call(area: string, name: string, body: unknown): Promise<unknown> {
    return opened.page.evaluate(
      async ([path, text]) => {
        const response = await fetch(String(path), {
          method: 'POST',
          headers: {'content-type': 'application/json'},
          body: String(text),
        });
        return response.json();
      },
      [`/call/${area}/${name}`, JSON.stringify(body)],
    );
  }

  test('the page opens, without the token in its address', async () => {
    expect(await opened.page.title()).toContain('Тірек');
    expect(opened.page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/(#.*)?$/);
  });

  test('scripts cannot read the cookie', async () => {
    expect(await opened.page.evaluate(() => document.cookie)).toBe('');
  });

  test('a call goes there and back, and what it changed is told to the page', async () => {
    // The listener is there when it is open.
    const topics = await opened.page.evaluateHandle(
      () =>
        new Promise<{told: Promise<unknown>}>(resolve => {
          const changed = new EventSource('/changed');
          const told = new Promise<unknown>(done =>
            changed.addEventListener('message', event => done(JSON.parse(event.data)), {once: true}),
          );
          changed.addEventListener('open', () => resolve({told}), {once: true});
        }),
    );
    expect(await call('session', 'state', {input: {}})).toMatchObject({
      ok: true,
      value: {host: 'loopback', phase: 'fresh'},
    });
    const input = {name: 'Әйгерім', password: 'ұзын құпия сөйлем'};
    expect(await call('session', 'createAccount', {input, commandId: 'create-account'})).toEqual({ok: true, value: {}});
    expect(await topics.evaluate(({told}) => told)).toEqual(['session']);
  });

  test('nothing was complained about', () => {
    expect(opened.errors).toEqual([]);
  });

  test('the content security policy refuses inline scripts, code from text and other addresses', async () => {
    const refused = await opened.page.evaluate(async () => {
      // Evaluation by the driver itself is exempt from the policy until it first waits.
      await new Promise(resolve => setTimeout(resolve));
      let evaluated = true;
      try {
        // oxlint-disable-next-line no-eval -- the attempt is the test
        (0, eval)('1');
      } catch {
        evaluated = false;
      }
      const script = document.createElement('script');
      script.textContent = 'globalThis.inlineRan = true';
      document.head.append(script);
      const fetched = await fetch('http://localhost:9/').then(
        () => true,
        () => false,
      );
      return {evaluated, inline: 'inlineRan' in globalThis, fetched};
    });
    expect(refused).toEqual({evaluated: false, inline: false, fetched: false});
  });
});

describe('at the door', () => {
  const folder = freshFolder();
  let host: RunningLoopback;
  let cookie: string;

  interface Sent {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
  }

  async function send({method = 'GET', path = '/', headers = {}, body}: Sent): Promise<{
    status: number | undefined;
    headers: IncomingMessage['headers'];
    text: string;
  }> {
    const {port} = new URL(host.url);
    const sent = request({
      host: '127.0.0.1',
      port,
      method,
      path,
      agent: false,
      headers: {host: `127.0.0.1:${port}`, ...headers},
    });
    sent.end(body);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    let text = '';
    for await (const chunk of response.setEncoding('utf8') as AsyncIterable<string>) text += chunk;
    return {status: response.statusCode, headers: response.headers, text};
  }

  beforeAll(async () => {
    host = await runLoopback(folder);
    const {pathname, search} = new URL(host.url);
    const first = await send({path: `${pathname}${search}`});
    cookie = first.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    expect(first.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
  });

  afterAll(async () => {
    expect(await host.stop()).toBe(0);
    rmSync(folder, {recursive: true, force: true});
  });

  const json = {'content-type': 'application/json'};
  const call = {method: 'POST', path: '/call/session/state', body: '{"input":{}}'};

  interface Case {
    name: string;
    sent: () => Sent;
    status: number;
  }

  const cases: Case[] = [
    {name: 'the page with the cookie', sent: () => ({headers: {cookie}}), status: 200},
    {name: 'the page without it', sent: () => ({}), status: 403},
    {name: 'a call without it', sent: () => ({...call, headers: json}), status: 403},
    {name: 'a call with it', sent: () => ({...call, headers: {...json, cookie}}), status: 200},
    {
      name: 'another name for this address (DNS rebinding)',
      sent: () => ({...call, headers: {...json, cookie, host: `tirek.example:${new URL(host.url).port}`}}),
      status: 403,
    },
    {
      name: 'a call from another page',
      sent: () => ({...call, headers: {...json, cookie, origin: 'http://127.0.0.1:1'}}),
      status: 403,
    },
    {
      name: 'a form of another page',
      sent: () => ({...call, headers: {'content-type': 'text/plain', cookie}}),
      status: 415,
    },
    {name: 'a used token', sent: () => ({path: `/${new URL(host.url).search}`}), status: 403},
    {name: 'a path out of the page', sent: () => ({path: '/..%2f..%2fpackage.json', headers: {cookie}}), status: 404},
    {name: 'a file that is not the page', sent: () => ({path: '/../main/loopback.js', headers: {cookie}}), status: 404},
    {
      name: 'a body without end',
      sent: () => ({...call, headers: {...json, cookie}, body: ' '.repeat(33 * 1024 * 1024)}),
      status: 413,
    },
    {name: 'another method', sent: () => ({method: 'DELETE', headers: {cookie}}), status: 405},
  ];

  test.each(cases)('$name: $status', async ({sent, status}) => {
    expect((await send(sent())).status).toBe(status);
  });

  test('answers to calls are kept nowhere, and no other page may read them', async () => {
    const {headers} = await send({...call, headers: {...json, cookie}});
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('a second start on the same data is told so, and ends with 3', async () => {
    await expect(runLoopback(folder)).rejects.toThrow('ended with 3');
  });
});

test('after a kill the folder is free at once', async () => {
  const folder = freshFolder();
  const first = await runLoopback(folder);
  first.process.kill('SIGKILL');
  await once(first.process, 'exit');
  const second = await runLoopback(folder);
  expect(await second.stop()).toBe(0);
  rmSync(folder, {recursive: true, force: true});
});

test('without a port it is where it was the last time, and elsewhere when that is taken', async () => {
  const folder = freshFolder();
  const start = async (): Promise<{host: RunningLoopback; port: number}> => {
    const host = await runLoopback(folder, {usualPort: true});
    return {host, port: Number(new URL(host.url).port)};
  };
  const first = await start();
  await first.host.stop();
  const second = await start();
  expect(second.port).toBe(first.port);
  await second.host.stop();
  const other = createServer().listen(first.port, '127.0.0.1');
  await once(other, 'listening');
  const third = await start();
  expect(third.port).not.toBe(first.port);
  await third.host.stop();
  other.close();
  const fourth = await start();
  expect(fourth.port).toBe(third.port);
  await fourth.host.stop();
  rmSync(folder, {recursive: true, force: true});
});
