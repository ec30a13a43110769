import {createServer, type AddressInfo} from 'node:net';
import {describe, expect, onTestFinished, test} from 'vitest';
import {makeHttp, readCertificate, type HttpOptions, type Question} from '../../../electron/exchange/http.ts';
import {realWait} from '../../../electron/exchange/patience.ts';
import type {ExchangeProblem} from '../../../registry/protocol/errors.ts';
import {LaneStop} from '../../../registry/lane/outcome.ts';
import {makeSelfSigned} from '../../support/self-signed.ts';
import {testServer} from '../../support/wire-server.ts';

async function ask(
  url: string,
  options: HttpOptions = {},
  body: Question['body'] = Buffer.from('secret'),
  signal?: AbortSignal,
): Promise<number | ExchangeProblem> {
  const http = makeHttp(options);
  try {
    return (await http.fetch({method: 'POST', url: new URL('/v1/x', url), body, most: 1_000}, signal)).status;
  } catch (error) {
    if (error instanceof LaneStop) return error.problem.code;
    throw error;
  } finally {
    http.close();
  }
}

describe('HTTPS', () => {
  test('a certificate that nobody has signed is trusted where it was pinned, and nowhere else', async () => {
    const certificate = makeSelfSigned();
    const bodies: string[] = [];
    const server = await testServer((_, response, body) => {
      bodies.push(body.toString());
      response.end();
    }, certificate);
    expect(await ask(server.url)).toBe('certificate');
    expect(await ask(server.url, {certificate: makeSelfSigned().hash})).toBe('certificate');
    expect(bodies).toEqual([]);
    expect(await ask(server.url, {certificate: certificate.hash})).toBe(200);
    const written = (certificate.hash.toUpperCase().match(/../gu) ?? []).join(':');
    expect(await ask(server.url, {certificate: written})).toBe(200);
    expect(bodies).toEqual(['secret', 'secret']);
    expect(await readCertificate(new URL(server.url))).toBe(certificate.hash);
    // By its name as well: what is compared is the certificate.
    const byName = server.url.replace('127.0.0.1', 'localhost');
    expect(await ask(byName, {certificate: certificate.hash})).toBe(200);
    expect(await ask(byName, {certificate: makeSelfSigned().hash})).toBe('certificate');
  });

  test('a server that takes the connection and then says nothing is given up, pinned or not', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void silent.close());
    const url = `https://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    expect(await ask(url, {idle: 100})).toBe('timeout');
    expect(await ask(url, {idle: 100, certificate: 'ab'.repeat(32)})).toBe('timeout');
    await expect(readCertificate(new URL(url), 100)).rejects.toMatchObject({problem: {code: 'timeout'}});
  });

  test('an answer that comes drop by drop is given up in the end', async () => {
    const server = await testServer((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 20);
      response.once('close', () => clearInterval(timer));
    });
    expect(await ask(server.url, {idle: 1_000, whole: 300})).toBe('timeout');
  });

  test('to a server without TLS, is no certificate', async () => {
    const server = await testServer((_, response) => void response.end());
    expect(await ask(server.url.replace('http:', 'https:'))).toBe('certificate');
  });
});

test('what was cancelled before it was asked does not go out; a body that was not made ends the question', async () => {
  const server = await testServer((_, response) => void response.end());
  expect(await ask(server.url, {}, undefined, AbortSignal.abort())).toBe('cancelled');
  expect(await ask(server.url, {}, Promise.reject(new Error('no memory')))).toBe('offline');
  expect(server.asked).toEqual([]);
});

test('a real wait ends by itself, or when it is cancelled', async () => {
  await realWait(1);
  await realWait(1, new AbortController().signal);
  await expect(realWait(60_000, AbortSignal.abort())).rejects.toMatchObject({problem: {code: 'cancelled'}});
});
