import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, onTestFinished} from 'vitest';
import {must} from '../../domain/assert.ts';
import {exchangeTables} from '../../db/exchange/tables.ts';
import {encodeBytes} from '../../electron/contract/bytes.ts';
import type {ExchangeOutcome} from '../../electron/contract/exchange.ts';
import {takeInStick, type StickReport} from '../../registry/server/stick/take-in.ts';
import {addCode} from '../../registry/store/facilities.ts';
import {openServer, type TestServer} from '../registry/support/server.ts';
import {openOffice, password, type Office, type OfficeOptions} from './office.ts';
import {until} from './time.ts';

/** Whole applications that exchange: by a folder that stands for a stick, and over a registry that listens. */

export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `tirek-${name}-`));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

/** One for the tests of a file, with a facility for each: it takes its time to start. */
export function sharedRegistry(): () => TestServer {
  let server: TestServer | undefined;
  beforeAll(async () => {
    server = await openServer('PGlite');
  });
  afterAll(() => server?.close());
  return () => must(server);
}

export async function codeFor(server: TestServer, facility: string): Promise<string> {
  const {code} = await addCode(server.store, facility, Date.now);
  return code;
}

export async function enrol(office: Office, server: TestServer, facility: string, name = 'ДК') {
  const code = await codeFor(server, facility);
  return office.client.exchange.enrol({url: server.address, code, name, certificate: null});
}

/** How the run that is on its way ends, or has ended. */
export async function ended({client, exchange}: Office): Promise<ExchangeOutcome> {
  return until(async () => {
    // The state counts what waits: it is asked for once.
    if (exchange.running() !== null) return undefined;
    const {running, last} = await client.exchange.state({});
    return running === null ? must(last) : undefined;
  });
}

export async function byNetwork(office: Office): Promise<ExchangeOutcome> {
  await office.client.exchange.byNetwork({});
  return ended(office);
}

export async function byStick(office: Office, folder: string): Promise<ExchangeOutcome> {
  await office.client.exchange.byStick({folder});
  return ended(office);
}

/** What the officer does who is given the stick. */
export function atRegistry(server: TestServer, folder: string): Promise<StickReport> {
  const {registry, identity} = server;
  return takeInStick({registry, identity, name: 'Реестр', program: '0.1.0'}, {folder, isAnswered: true});
}

/** The card of an office as a file that was carried. */
export async function cardOf({exchange}: Office, name: string): Promise<string> {
  return encodeBytes(await exchange.card(name));
}

/** Both keep the card of the other, as two people do who carry a stick to and fro. */
export async function introduce(first: Office, second: Office): Promise<void> {
  await second.client.exchange.meet({bytes: await cardOf(first, 'Бірінші')});
  await first.client.exchange.meet({bytes: await cardOf(second, 'Екінші')});
}

/** The same person signs in again on the same folder, in a program that was started anew. */
export async function reopen(office: Office, options: OfficeOptions = {}): Promise<Office> {
  await office.exchange.end();
  office.application.close();
  const again = await openOffice('2026-01-05', {...options, folder: office.folder, account: false, keepFolder: true});
  await again.client.session.signIn({name: 'Басшы', password});
  return again;
}

/** The data folder as somebody might copy it, while nobody works. */
export async function copyFolder(office: Office): Promise<{copy: string; office: Office}> {
  await office.exchange.end();
  office.application.close();
  const copy = temporaryFolder('copy');
  cpSync(office.folder, copy, {recursive: true});
  return {copy, office: await reopen(office)};
}

export function openCopy(copy: string): Promise<Office> {
  return openOffice('2026-01-05', {folder: copy, account: false, keepFolder: true}).then(async office => {
    await office.client.session.signIn({name: 'Басшы', password});
    return office;
  });
}

/** All rows of all exchanged tables. */
export function stateOf({application}: Office): Record<string, unknown> {
  const {readable} = must(application.session()).connection;
  return Object.fromEntries(
    [...exchangeTables.keys()].map(table => [
      table,
      readable.prepare<Record<string, unknown>>(`SELECT * FROM "${table}" ORDER BY id`).all(),
    ]),
  );
}
