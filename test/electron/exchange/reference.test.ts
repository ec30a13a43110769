import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {recountStale} from '../../../db/deadlines/recount.ts';
import {integrate} from '../../../db/exchange/integrate.ts';
import {must} from '../../../domain/assert.ts';
import {text} from '../../../domain/text.ts';
import {holidayTableSchema, writeHolidayTable} from '../../../domain/holiday-table.ts';
import {appendix2} from '../../../templates/editions/308-2022/appendix-2.ts';
import {appendix4} from '../../../templates/editions/308-2022/appendix-4.ts';
import {kzHolidays} from '../../../templates/calendar/kz-holidays.ts';
import {digestOf} from '../../../registry/parcel/reference-seal.ts';
import type {Change} from '../../../registry/protocol/change.ts';
import {codeLists} from '../../../registry/protocol/code-lists.ts';
import {referenceIds} from '../../../registry/protocol/reference.ts';
import {addFacility} from '../../../registry/store/facilities.ts';
import {databases} from '../../registry/support/stores.ts';
import {ask, officerPassword, openServer, type TestServer} from '../../registry/support/server.ts';
import {byNetwork, byStick, enrol, introduce, temporaryFolder} from '../../support/exchange-offices.ts';
import {admit, furnish, openOffice, type Office} from '../../support/office.ts';
import {decodeBytes} from '../../../electron/contract/bytes.ts';
import {publishReference} from '../../support/reference-data.ts';

/** From the officer of the registry to the screens and papers of whole applications, by HTTP and by stick. */

const name = text('Қаулы бойынша демалыс', 'Выходной по постановлению');
/** 2026 as it is built in, and one day off more. */
const table = holidayTableSchema.parse({
  ...kzHolidays,
  version: 'tizilim-1',
  fromYear: 2026,
  toYear: 2026,
  dated: [...kzHolidays.dated.filter(({date}) => date.startsWith('2026')), {date: '2026-02-09', name, decided: true}],
  swaps: kzHolidays.swaps.filter(({works}) => works.startsWith('2026')),
});
const home = {bin: null, nameKk: 'Үміт үйі', nameRu: 'Дом надежды', placeKk: 'Алматы', placeRu: 'Алматы'};
const title = {edition: appendix4.id, field: 'title', kk: 'Түзетілген жоспар', ru: 'Исправленный план'};

async function drawUp({client}: Office) {
  return (await client.today.get({limit: 500})).items.find(item => item.kind === 'plan-draw-up');
}

async function openFacility(server: TestServer) {
  const office = await openOffice('2026-02-02');
  await furnish(office, 'temporary-stay');
  await office.client.facility.setSetupStep({step: 'done'});
  await admit(office, '2026-02-02');
  const names = {nameKk: 'Үміт үйі', nameRu: 'Дом надежды'};
  return {office, facility: await addFacility(server.store, {type: 'temporary-stay', ...names})};
}

/** As a browser does it: the file is sent, looked at, and published. */
async function asOfficer(server: TestServer, file: string): Promise<void> {
  const signed = await ask(`${server.address}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({password: officerPassword}),
  });
  const headers = {cookie: (signed.headers.get('set-cookie') ?? '').split(';')[0] ?? ''};
  const field = (page: {bytes: Buffer}, called: string) =>
    new RegExp(`name="${called}" value="([^"]+)"`).exec(page.bytes.toString())?.[1] ?? '';
  const token = field(await ask(`${server.address}/reference`, {headers}), 'token');
  const form = new FormData();
  form.set('token', token);
  form.set('file', new Blob([file]), 'calendar.json');
  const shown = await ask(`${server.address}/reference/calendar`, {method: 'POST', headers, body: form});
  const body = new URLSearchParams({token, sha256: field(shown, 'sha256')});
  const done = await ask(`${server.address}/reference/calendar/publish`, {method: 'POST', headers, body});
  expect(done.status).toBe(303);
}

describe.each(databases)('reference data from a registry on %s', kind => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openServer(kind);
  });
  afterAll(() => server.close());

  test('a day off that the officer publishes moves a deadline on a PC, and by stick on one without a network', async () => {
    const {office, facility} = await openFacility(server);
    expect(await enrol(office, server, facility)).toMatchObject({problem: null});
    await byNetwork(office);
    expect(await drawUp(office)).toMatchObject({latestOn: '2026-02-09', moved: null});
    await asOfficer(server, writeHolidayTable(table));
    expect(await byNetwork(office)).toMatchObject({problem: null, tally: {integrated: 1, quarantined: 0}});
    const moved = must(await drawUp(office));
    expect(moved).toMatchObject({latestOn: '2026-02-10'});
    expect(moved.moved?.ru).toContain('Выходной по постановлению');
    expect((await office.client.calendar.get({})).table).toMatchObject({
      isOwn: false,
      fromRegistry: true,
      toYear: 2030,
    });

    const second = await openOffice('2026-02-02');
    await introduce(office, second);
    const stick = temporaryFolder('stick');
    await byStick(office, stick);
    expect(await byStick(second, stick)).toMatchObject({problem: null, tally: {quarantined: 0}});
    expect(await drawUp(second)).toMatchObject({latestOn: '2026-02-10'});
    expect((await second.client.reference.inForce({})).documents).toMatchObject([
      {kind: 'calendar', version: 1, understood: true, applied: true},
    ]);
    // And from there to the registry: it is known, and nobody is refused anything.
    expect(await enrol(second, server, facility)).toMatchObject({problem: null});
    expect(await byNetwork(second)).toMatchObject({problem: null});
    expect((await second.client.exchange.state({})).counts).toMatchObject({refused: 0});

    // The head has the last word on a day, and the organisation's own table on all of them.
    await office.client.calendar.saveEdit({date: '2026-02-09', working: true, reason: 'бұйрық № 1'});
    expect(await drawUp(office)).toMatchObject({latestOn: '2026-02-09'});
    await office.client.calendar.removeEdit({date: '2026-02-09'});
    await office.client.calendar.importTable({file: writeHolidayTable(kzHolidays)});
    expect(await drawUp(office)).toMatchObject({latestOn: '2026-02-09'});
    expect((await office.client.reference.inForce({})).documents).toMatchObject([{kind: 'calendar', applied: false}]);
  });
});

describe('reference data on a PC', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openServer('PGlite');
  });
  afterAll(() => server.close());

  test('organisations are found by the words of name and place in either language and spelling', async () => {
    const {office, facility} = await openFacility(server);
    const find = async (typed: string) =>
      (await office.client.reference.facilities({typed})).found.map(({nameRu}) => nameRu);
    expect(await find('надежд')).toEqual([]);
    const others = Array.from({length: 20}, (_, place) => ({
      ...home,
      nameKk: `Шапағат ${place}`,
      nameRu: `Шапагат ${place}`,
    }));
    await publishReference(server, 'facilities', {facilities: [home, ...others]});
    await enrol(office, server, facility);
    await byNetwork(office);
    expect([await find('надежд'), await find('УМИТ алматы'), await find('үміт астана'), await find(' ')]).toEqual([
      ['Дом надежды'],
      ['Дом надежды'],
      [],
      [],
    ]);
    expect(await find('шапағат')).toHaveLength(10);
  });

  test('2,000 organisations come over the line, and go on by stick', async () => {
    const {office, facility} = await openFacility(server);
    const many = Array.from({length: 2_000}, (_, place) => ({
      bin: String(100_000_000_000 + place),
      nameKk: `«Қамқор-${place}» арнаулы әлеуметтік қызметтер көрсету орталығы коммуналдық мемлекеттік мекемесі`,
      nameRu: `Коммунальное государственное учреждение «Центр оказания специальных социальных услуг „Камкор-${place}“»`,
      placeKk: 'Алматы облысы, Талғар ауданы, Талғар қаласы',
      placeRu: 'Алматинская область, Талгарский район, город Талгар',
    }));
    await publishReference(server, 'facilities', {facilities: many});
    await enrol(office, server, facility);
    expect(await byNetwork(office)).toMatchObject({problem: null, tally: {quarantined: 0}});
    const second = await openOffice('2026-02-02');
    await introduce(office, second);
    const stick = temporaryFolder('stick');
    await byStick(office, stick);
    expect(await byStick(second, stick)).toMatchObject({problem: null, tally: {quarantined: 0}});
    for (const {client} of [office, second]) {
      expect((await client.reference.facilities({typed: 'камкор 1999 талгар'})).found).toMatchObject([
        {nameKk: must(many[1_999]).nameKk},
      ]);
    }
  });

  test('15,000 diagnoses come over the line, go on by stick, and are found by code and by words', async () => {
    const {office, facility} = await openFacility(server);
    const diagnoses = Array.from({length: 15_000}, (_, place) => ({
      code: `F${Math.floor(place / 10)}.${place % 10}`,
      kk: `Психоактивті заттарды қолданудан туындаған бұзылыстар, ${place}`,
      ru: `Расстройства, вызванные употреблением психоактивных веществ, ${place}`,
    }));
    const lists = codeLists.parse({lists: {diagnoses}});
    await publishReference(server, 'code-lists', lists);
    await enrol(office, server, facility);
    expect(await byNetwork(office)).toMatchObject({problem: null, tally: {quarantined: 0}});
    const second = await openOffice('2026-02-02');
    await introduce(office, second);
    const stick = temporaryFolder('stick');
    await byStick(office, stick);
    expect(await byStick(second, stick)).toMatchObject({problem: null, tally: {quarantined: 0}});
    for (const {client} of [office, second]) {
      const find = async (typed: string) => (await client.reference.codes({list: 'diagnoses', typed})).found;
      expect(await find('f1499.9')).toEqual([diagnoses[14_999]]);
      expect(await find('психоакт 14998')).toEqual([diagnoses[14_998]]);
      expect(await find('расстр')).toHaveLength(20);
      expect((await client.reference.codes({list: 'positions', typed: 'психолог'})).found).toEqual([]);
    }
  });

  test('corrected labels stand in new prints, and never in a paper that was issued before', async () => {
    const {office, facility} = await openFacility(server);
    const {client} = office;
    await enrol(office, server, facility);
    await byNetwork(office);
    const printed = async (source: Parameters<typeof client.paper.render>[0]['source']): Promise<string> => {
      await client.paper.render({source, language: 'ru'});
      return JSON.stringify(office.printed.at(-1));
    };
    const blank = {kind: 'blank', form: 'appendix-4'} as const;
    const [volume] = await client.journal.volumes({});
    const journal = {form: 'appendix-2', subjectId: must(volume).id, legalDate: '2026-02-02'} as const;
    const before = await printed(blank);
    const head = {edition: '308-2022/appendix-2', field: 'title', kk: 'Түзетілген журнал', ru: 'Исправленный журнал'};
    const old = (await client.paper.issue(journal)).paperId;
    const asIssued = await printed({kind: 'frozen', paperId: old});
    await publishReference(server, 'labels', {corrections: [title, head]});
    await byNetwork(office);
    expect((await client.reference.labels({})).corrections).toEqual([title, head]);
    expect([before.includes(title.ru), (await printed(blank)).includes(title.ru)]).toEqual([false, true]);
    expect(await printed({kind: 'frozen', paperId: old})).toBe(asIssued);
    const next = (await client.paper.issue(journal)).paperId;
    expect(await printed({kind: 'frozen', paperId: next})).toContain(head.ru);
    // Taken back, it stays on what was issued with it.
    await publishReference(server, 'labels', {corrections: []});
    await byNetwork(office);
    expect(await printed(blank)).toBe(before);
    expect(await printed({kind: 'frozen', paperId: next})).toContain(head.ru);
  });

  test('corrected labels stand in the tables of the journal, and change nothing that was typed into the portal', async () => {
    const {office, facility} = await openFacility(server);
    const {client} = office;
    await enrol(office, server, facility);
    await byNetwork(office);
    const sheet = async () => {
      const {rows} = await client.queue.sheet({journalId: null, language: 'ru', filter: 'all', offset: 0, limit: 9});
      return must(rows[0]);
    };
    const csv = async (): Promise<string> => {
      const which = {journalId: null, language: 'ru', filter: 'all', format: 'csv'} as const;
      return new TextDecoder().decode(decodeBytes((await client.queue.exportSheet(which)).file));
    };
    const {placementId, seen} = await sheet();
    await client.queue.markEntered({language: 'ru', enteredOn: '2026-02-02', rows: [{placementId, seen}]});
    const field = (place: string, ru: string) => ({edition: appendix2.id, field: place, kk: 'Түзетілген', ru});
    const corrections = [
      field('fields.rows.fields.address.label', 'Адрес проживания'),
      field('fields.rows.fields.sex.options.male', 'муж.'),
    ];
    await publishReference(server, 'labels', {corrections});
    await byNetwork(office);
    for (const words of ['Адрес проживания', 'муж.']) expect(await csv()).toContain(words);
    expect(await sheet()).toMatchObject({state: 'entered', seen, changes: []});
    await publishReference(server, 'labels', {corrections: []});
    await byNetwork(office);
    expect(await csv()).not.toContain('Адрес проживания');
  });

  test('a calendar forged in the registry’s name is refused, whoever brings it; a genuine one that another PC brings is taken', async () => {
    const {office, facility} = await openFacility(server);
    await enrol(office, server, facility);
    await byNetwork(office);
    const [forger, other] = [await openOffice('2026-02-02'), await openOffice('2026-02-02')];
    for (const each of [forger, other]) {
      await introduce(office, each);
      const stick = temporaryFolder('stick');
      await byStick(office, stick);
      await byStick(each, stick);
    }
    forge(forger, server.identity.node);
    expect(await drawUp(forger)).toMatchObject({latestOn: '2026-02-10'});
    const stick = temporaryFolder('stick');
    await byStick(forger, stick);
    expect(await byStick(office, stick)).toMatchObject({problem: null, tally: {quarantined: 1}});
    expect(await drawUp(office)).toMatchObject({latestOn: '2026-02-09'});
    expect((await office.client.exchange.held({})).changes).toMatchObject([{table: 'reference', reason: 'not-yours'}]);
    expect((await office.client.reference.inForce({})).documents.map(({kind}) => kind)).not.toContain('calendar');

    await publishReference(server, 'calendar', table);
    await enrol(other, server, facility);
    await byNetwork(other);
    await byStick(other, stick);
    await byStick(office, stick);
    expect(await drawUp(office)).toMatchObject({latestOn: '2026-02-10'});
    expect((await office.client.exchange.held({})).changes).toHaveLength(1);
  });
});

/** Writes a calendar into the log as if this registry had made it, signed with keys of one's own. */
function forge({application}: Office, registry: string): void {
  const {connection} = must(application.session());
  const {sha256, size} = digestOf(table);
  const published_at = '2026-02-01T06:00:00.000Z';
  const seal = Buffer.alloc(64, 1).toString('base64url');
  connection.integrate(log => {
    const change: Change = {
      seq: 0,
      stamp: `${log.db.prepare<{stamp: string}>('SELECT max(stamp) AS stamp FROM change').get()?.stamp.slice(0, 18)}${registry}00000000`,
      table: 'reference',
      rowId: referenceIds.calendar,
      op: 'insert',
      patch: JSON.stringify({kind: 'calendar', version: 1, sha256, size, published_at, content: table, seal}),
      base: [],
      author: null,
      recordedAt: published_at,
    };
    const rare = {held: false, forked: false, erased: false};
    integrate(log, {via: registry, registry: null, newer: false, mayDelete: true, rare}, change);
    recountStale(log.db, '2026-02-02');
  });
}
