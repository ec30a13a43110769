import {randomBytes} from 'node:crypto';
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest';
import {must} from '../../../../domain/assert.ts';
import {makeSigningKeys} from '../../../../registry/parcel/keys.ts';
import {addCode} from '../../../../registry/store/facilities.ts';
import {ask, openServer, type TestServer} from '../../../registry/support/server.ts';
import {workingOffice} from '../../../support/backups.ts';
import {password, type Office} from '../../../support/office.ts';
import {installedProgram, updateOn, type InstalledProgram} from '../../../support/updates.ts';

const noon = Date.parse('2026-01-05T12:00:00');
let server: TestServer;
let updates: string;
beforeAll(async () => {
  updates = mkdtempSync(join(tmpdir(), 'tirek-updates-'));
  // The clock of the offices.
  server = await openServer('PGlite', {updatesFolder: updates, now: () => noon});
});
beforeEach(() => readdirSync(updates).forEach(name => rmSync(join(updates, name))));
afterAll(async () => {
  await server.close();
  rmSync(updates, {recursive: true, force: true});
});

async function connected(): Promise<{office: Office; program: InstalledProgram}> {
  const program = installedProgram('0.1.0');
  const {office} = await workingOffice({program: '0.1.0', updating: program.updating});
  expect(await office.client.update.fetch({})).toEqual({result: 'no-registry'});
  const {code} = await addCode(server.store, await server.facility(), () => noon);
  const wish = {url: server.address, code, name: 'ПК', certificate: null};
  expect(await office.client.exchange.enrol(wish)).toMatchObject({problem: null});
  await office.client.exchange.stop({});
  return {office, program};
}

test('an update comes from the registry, goes on where the line broke, and is believed by its signature alone', async () => {
  const {office, program} = await connected();
  expect(await office.client.update.state({})).toMatchObject({canAskRegistry: true});
  expect(await office.client.update.fetch({})).toEqual({result: 'none'});
  await updateOn(updates, {version: '0.0.9'});
  await updateOn(updates, {version: '0.1.5'});
  const {name} = await updateOn(updates, {version: '0.2.0'});
  writeFileSync(join(updates, 'half.tirek-update'), 'TIREK');

  const incoming = join(office.folder, 'updates');
  expect(await office.client.update.fetch({})).toEqual({result: 'fetched'});
  const whole = readFileSync(join(incoming, name));
  expect(whole.equals(readFileSync(join(updates, name)))).toBe(true);
  expect(readdirSync(incoming)).toEqual([name]);
  const {files} = await office.client.update.found({folder: null});
  expect(files).toMatchObject([{folder: incoming, name, problem: null, said: {version: '0.2.0'}}]);

  // What had come before the line broke is not asked for again: here it is something else, and so the whole is refused and goes.
  const part = Buffer.from(whole.subarray(0, 1_500_000));
  part.set(randomBytes(100), 1_000_000);
  rmSync(join(incoming, name));
  writeFileSync(join(incoming, `.${name}.part`), part);
  expect(await office.client.update.fetch({})).toEqual({result: 'fetched'});
  expect(statSync(join(incoming, name)).size).toBe(whole.length);
  const which = {folder: incoming, name, password};
  expect(await office.client.update.install(which)).toEqual({result: 'problem', problem: 'altered'});
  expect(readdirSync(incoming)).toEqual([]);

  expect(await office.client.update.fetch({})).toEqual({result: 'fetched'});
  expect(await office.client.update.install(which)).toEqual({result: 'restarts'});
  expect(program.version()).toBe('0.2.0');
});

test('what a registry hands on that the publisher has not signed is not put in place', async () => {
  const {office, program} = await connected();
  const {name} = await updateOn(updates, {secret: makeSigningKeys().secret.sign});
  expect(await office.client.update.fetch({})).toEqual({result: 'fetched'});
  const [seen] = (await office.client.update.found({folder: null})).files;
  expect(seen).toMatchObject({name, problem: 'stranger', said: null});
  const {folder} = must(seen);
  expect(await office.client.update.install({folder, name, password})).toEqual({
    result: 'problem',
    problem: 'stranger',
  });
  expect(program.version()).toBe('0.1.0');
});

test('a registry hands updates to PCs that it knows, whole or in parts, and nothing else of its disk', async () => {
  const client = await server.enrolled(await server.facility());
  const signed = (path: string, headers = {}) =>
    client.signed('GET', path, {headers, date: new Date(noon).toISOString()});
  const {name} = await updateOn(updates);
  const bytes = readFileSync(join(updates, name));
  writeFileSync(join(updates, 'secret.txt'), 'secret');
  const {json} = await signed('/v1/updates');
  const {arch: architecture} = process;
  const said = {name, size: bytes.length, version: '0.2.0', system: 'linux', architecture, packaging: 'folder'};
  expect(json).toEqual({updates: [said]});
  const part = await signed(`/v1/updates/${name}`, {range: 'bytes=100-1999999'});
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-1999999/${bytes.length}`]);
  expect(part.bytes.equals(bytes.subarray(100, 2_000_000))).toBe(true);
  const whole = await signed(`/v1/updates/${name}`);
  expect(whole.bytes.equals(bytes)).toBe(true);
  expect(await signed('/v1/updates/none.tirek-update')).toMatchObject({status: 404});
  for (const bad of ['secret.txt', '..%2Fsecret.tirek-update', '%2Fetc%2Fpasswd']) {
    expect((await signed(`/v1/updates/${bad}`)).status).toBeGreaterThanOrEqual(400);
  }
  expect((await ask(`${server.address}/v1/updates`)).status).toBe(401);
});
