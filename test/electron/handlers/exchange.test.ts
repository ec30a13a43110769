import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {encodeBytes} from '../../../electron/contract/bytes.ts';
import {contract} from '../../../electron/contract/contract.ts';
import {addCode} from '../../../registry/store/facilities.ts';
import {
  byNetwork,
  byStick,
  cardOf,
  copyFolder,
  ended,
  enrol,
  introduce,
  openCopy,
  reopen,
  sharedRegistry,
  stateOf,
  temporaryFolder,
} from '../../support/exchange-offices.ts';
import type {TestServer} from '../../registry/support/server.ts';
import {admit, failureOf, furnish, openOffice, password, person, type Office} from '../../support/office.ts';

const whole = {problem: null, refusedFiles: [], otherFacility: false};
/** Every call that was answered with success. */
const made = new Set<string>();
const offices: Office[] = [];
const sharedServer = sharedRegistry();

afterEach(() => {
  for (const office of offices.splice(0)) for (const call of office.made) made.add(call);
});

async function office(options: Parameters<typeof openOffice>[1] = {}): Promise<Office> {
  const opened = await openOffice('2026-01-05', options);
  offices.push(opened);
  return opened;
}

/** A facility that works: its organisation, its people, somebody who was admitted. */
async function working(): Promise<Office> {
  const opened = await office();
  await furnish(opened, 'stationary');
  await opened.client.facility.setSetupStep({step: 'done'});
  await admit(opened, '2026-01-05');
  return opened;
}

async function recipientOf({client}: Office) {
  const [hit] = await client.recipient.search({text: '', limit: 5});
  return client.recipient.get({id: must(hit).recipientId});
}

async function savePhone(at: Office, phone: string, address: string = person.address): Promise<string> {
  const {id, stamp} = await recipientOf(at);
  await at.client.recipient.save({
    id,
    seen: stamp,
    ...person,
    address,
    phone,
    relatives: [],
    diagnosis: null,
    ethnicity: null,
    socialStatus: null,
  });
  return id;
}

describe('over a registry', () => {
  test('a second PC joins, both edit, a conflict is shown and chosen, and both hold the same', async () => {
    const registry = sharedServer();
    const facility = await registry.facility();
    const first = await working();
    expect(await enrol(first, registry, facility, 'Қабылдау')).toEqual({problem: null, hasData: false});
    expect(await ended(first)).toMatchObject({...whole, lane: 'network', automatic: false});
    const counts = (await first.client.exchange.state({})).counts;
    expect(counts).toMatchObject({saved: 0, sent: 0, refused: 0});
    expect(must(counts).confirmed).toBeGreaterThan(10);

    const second = await office();
    await second.client.facility.setSetupStep({step: 'joining'});
    expect(await enrol(second, registry, facility, 'Бөлмедегі')).toEqual({problem: null, hasData: true});
    expect(await ended(second)).toMatchObject(whole);
    // The head's account here is another one than there.
    expect((await second.client.session.state({})).setupStep).toBe('recovery-key');
    expect((await second.client.facility.get({}))?.name.ru).toBe('Центр «Тирек»');
    await second.client.facility.setSetupStep({step: 'done'});
    expect((await first.client.session.state({})).setupStep).toBe('done');

    const id = await savePhone(first, '+7 701 111 11 11');
    expect(await first.client.exchange.recordState({recipientId: id})).toEqual({state: 'saved', conflicts: 0});
    await savePhone(second, '+7 702 222 22 22');
    await byNetwork(first);
    expect(await first.client.exchange.recordState({recipientId: id})).toEqual({state: 'confirmed', conflicts: 0});
    expect((await byNetwork(second)).tally).toMatchObject({conflicts: 1});
    await byNetwork(first);

    const {conflicts} = await first.client.exchange.conflicts({recipientId: id});
    const text = (words: string) => ({kk: words, ru: words});
    expect(conflicts).toMatchObject([
      {
        table: 'recipient',
        rowId: id,
        field: 'phone',
        recipientId: id,
        name: 'Әбдіғаппарұлы Өркен Һасенғалиұлы',
        standing: {shown: text('+7 702 222 22 22'), author: 'Басшы'},
        losing: [{shown: text('+7 701 111 11 11'), author: 'Басшы'}],
      },
    ]);
    expect(await first.client.exchange.conflicts({recipientId: null})).toEqual({conflicts});
    expect((await first.client.exchange.state({})).conflicts).toBe(1);
    const {table, rowId, field, losing} = must(conflicts[0]);
    const choice = {table, rowId, field, loser: must(losing[0]).stamp, take: true};
    await first.client.exchange.choose(choice);
    expect((await recipientOf(first)).phone).toBe('+7 701 111 11 11');
    expect(await failureOf(first.client.exchange.choose(choice))).toEqual({code: 'conflict'});
    await byNetwork(first);
    await byNetwork(second);
    for (const each of [first, second]) {
      expect((await recipientOf(each)).phone).toBe('+7 701 111 11 11');
      expect((await each.client.exchange.state({})).conflicts).toBe(0);
    }
    expect(stateOf(second)).toEqual(stateOf(first));
  });

  test('what stands is kept by choice, on all PCs', async () => {
    const {first, second} = await pair();
    const id = await savePhone(first, '1');
    await savePhone(second, '2');
    for (const each of [first, second, first]) await byNetwork(each);
    const {conflicts} = await second.client.exchange.conflicts({recipientId: id});
    const {table, rowId, field, losing} = must(conflicts[0]);
    await second.client.exchange.choose({table, rowId, field, loser: must(losing[0]).stamp, take: false});
    for (const each of [second, first]) await byNetwork(each);
    for (const each of [first, second]) {
      expect((await recipientOf(each)).phone).toBe('2');
      expect((await each.client.exchange.conflicts({recipientId: null})).conflicts).toEqual([]);
    }
  });

  test('a facility that worked on two PCs apart holds the union', async () => {
    const registry = sharedServer();
    const facility = await registry.facility();
    const [first, second] = [await working(), await working()];
    await enrol(first, registry, facility);
    await ended(first);
    expect(await enrol(second, registry, facility)).toEqual({problem: null, hasData: true});
    // Nobody is kept from working.
    expect((await second.client.session.state({})).setupStep).toBe('done');
    await ended(second);
    await byNetwork(first);
    for (const each of [first, second]) {
      expect(await each.client.recipient.search({text: '', limit: 5})).toHaveLength(2);
    }
    expect(stateOf(second)).toEqual(stateOf(first));
  });

  test('what a registry refuses is answered with its reason, and nothing is kept', async () => {
    const registry = sharedServer();
    const first = await working();
    const wish = {url: registry.address, code: '0000-0000-0000-0000', name: 'ДК', certificate: null};
    const {exchange} = first.client;
    expect(await exchange.enrol(wish)).toEqual({problem: 'wrong-code', hasData: false});
    expect(await exchange.enrol({...wish, url: 'http://127.0.0.1:9'})).toMatchObject({problem: 'offline'});
    expect(await exchange.enrol({...wish, url: 'http://registry.example'})).toMatchObject({
      problem: 'insecure-address',
    });
    expect(await failureOf(exchange.enrol({...wish, url: '', code: '1', name: ' '}))).toMatchObject({
      issues: [
        {field: 'url', problem: 'required'},
        {field: 'code', problem: 'malformed'},
        {field: 'name', problem: 'required'},
      ],
    });
    expect(await exchange.state({})).toMatchObject({partners: [], counts: null});
    expect(await failureOf(exchange.byNetwork({}))).toEqual({code: 'missing'});
    // Of another facility than the PCs that it exchanges with already.
    const other = await office();
    await introduce(first, other);
    const {code} = await addCode(registry.store, await registry.facility(), Date.now);
    expect(await exchange.enrol({...wish, code})).toEqual({problem: 'other-facility', hasData: false});
    expect((await exchange.state({})).partners.map(({kind}) => kind)).toEqual(['pc']);
  });
});

async function pair(): Promise<{
  first: Office;
  second: Office;
  registry: TestServer;
  facility: string;
}> {
  const registry = sharedServer();
  const facility = await registry.facility();
  const first = await working();
  await enrol(first, registry, facility);
  await ended(first);
  const second = await office();
  await enrol(second, registry, facility);
  await ended(second);
  await second.client.facility.setSetupStep({step: 'done'});
  return {first, second, registry, facility};
}

describe('by stick alone', () => {
  test('a second PC joins by a card and a stick; what both write comes to both', async () => {
    const first = await working();
    const second = await office();
    await second.client.facility.setSetupStep({step: 'joining'});
    await second.client.exchange.meet({bytes: await cardOf(first, 'Қабылдау')});
    const stick = temporaryFolder('stick');
    // The first one does not know it yet: there is nothing for it, and it waits.
    expect(await byStick(second, stick)).toMatchObject({...whole, written: [{name: 'Қабылдау', kind: 'pc'}]});
    expect((await second.client.session.state({})).setupStep).toBe('joining');
    expect(
      await failureOf(second.client.facility.saveNumbering({filePrefix: '', fileStart: 1, journalStart: 1})),
    ).toEqual({code: 'conflict', detail: 'joining'});
    await first.client.exchange.meet({bytes: await cardOf(second, 'Бөлме')});
    expect(await byStick(first, stick)).toMatchObject({...whole, written: [{name: 'Бөлме', kind: 'pc'}]});
    const outcome = await byStick(second, stick);
    expect(outcome).toMatchObject({...whole, lane: 'stick'});
    expect(outcome.tally.integrated).toBeGreaterThan(10);
    expect((await second.client.session.state({})).setupStep).toBe('recovery-key');
    await second.client.facility.setSetupStep({step: 'done'});
    await savePhone(second, '5');
    await byStick(second, stick);
    await byStick(first, stick);
    expect((await recipientOf(first)).phone).toBe('5');
    await byStick(second, stick);
    expect(stateOf(second)).toEqual(stateOf(first));
    expect((await first.client.exchange.state({})).counts).toMatchObject({refused: 0});
  });

  test('a card that was altered, the own one, and one of another facility', async () => {
    const [first, other, third] = [await working(), await working(), await working()];
    const card = await cardOf(first, 'Қабылдау');
    const text = Buffer.from(card, 'base64').toString();
    const {exchange} = other.client;
    const print = (await first.client.exchange.state({})).fingerprint;
    expect(await exchange.readCard({bytes: card})).toEqual({problem: null, name: 'Қабылдау', fingerprint: print});
    for (const bytes of ['', '{}', text.replace('Қабылдау', 'Бөлме'), text.replace('"sign": "', '"sign": "A')]) {
      expect((await exchange.readCard({bytes: encodeBytes(Buffer.from(bytes))})).problem).toBe('not-a-card');
    }
    expect(await failureOf(exchange.meet({bytes: 'no card'}))).toEqual({code: 'conflict'});
    expect((await first.client.exchange.readCard({bytes: card})).problem).toBe('own-card');
    await introduce(first, other);
    // Whoever belongs together already is not torn apart by a card of somebody else.
    expect((await first.client.exchange.readCard({bytes: await cardOf(third, 'Бөтен')})).problem).toBe(
      'other-facility',
    );
    const [partner] = (await first.client.exchange.state({})).partners;
    await first.client.exchange.leave({partner: must(partner).id});
    expect((await first.client.exchange.readCard({bytes: await cardOf(third, 'Бөтен')})).problem).toBe(null);
    expect(await failureOf(first.client.exchange.leave({partner: 'nobody'}))).toEqual({code: 'missing'});
  });

  test('two that met crosswise, each with data of its own, are of one facility', async () => {
    const [first, second] = [await working(), await working()];
    const cards = [await cardOf(first, '1'), await cardOf(second, '2')] as const;
    await first.client.exchange.meet({bytes: cards[1]});
    await second.client.exchange.meet({bytes: cards[0]});
    const stick = temporaryFolder('stick');
    for (const each of [first, second, first, second]) expect(await byStick(each, stick)).toMatchObject(whole);
    expect(stateOf(second)).toEqual(stateOf(first));
  });

  test('the card is saved by the host, or handed to the screen', async () => {
    const saved: {name: string; bytes: Uint8Array}[] = [];
    let saves = true;
    const first = await office({
      saveFile: (name, bytes) => {
        saved.push({name, bytes});
        return Promise.resolve({saved: saves});
      },
    });
    const fileName = 'tirek-card-Қабылдау 2.json';
    expect(await first.client.exchange.card({name: ' Қабылдау/2 '})).toEqual({saved: true, file: null, fileName});
    expect(saved.map(({name}) => name)).toEqual([fileName]);
    saves = false;
    const {file} = await first.client.exchange.card({name: 'Қабылдау/2'});
    expect(Buffer.from(must(file), 'base64')).toEqual(Buffer.from(must(saved[1]).bytes));
    // Nothing secret: only what others may know.
    expect(Object.keys(JSON.parse(Buffer.from(must(file), 'base64').toString()))).toEqual([
      'tirek',
      'version',
      'facility',
      'node',
      'name',
      'keys',
      'signature',
    ]);
  });

  test('a folder that is not there, none that was chosen, nobody to exchange with', async () => {
    const [first, second] = [await working(), await office()];
    const {exchange} = first.client;
    const stick = temporaryFolder('stick');
    expect(await failureOf(exchange.byStick({folder: stick}))).toEqual({code: 'missing'});
    await introduce(first, second);
    expect(await exchange.byStick({folder: null})).toEqual({chosen: false});
    expect(await failureOf(exchange.byStick({folder: 'stick'}))).toMatchObject({
      issues: [{field: 'folder', problem: 'malformed'}],
    });
    expect(await byStick(first, join(stick, 'gone'))).toMatchObject({problem: 'no-folder', written: []});
  });
});

describe('who may do what', () => {
  test('an auditor reads and does not act; a worker exchanges and changes no partners', async () => {
    const {first} = await pair();
    const secret = 'тағы бір құпия';
    for (const role of ['auditor', 'worker'] as const) {
      await first.client.session.addAccount({name: role, password: secret, role, staffId: null});
    }
    const {session, exchange} = first.client;
    const heads = [
      () => exchange.enrol({url: 'https://x', code: '12345678', name: 'x', certificate: null}),
      () => exchange.meet({bytes: ''}),
      () => exchange.leave({partner: 'x'}),
      () => exchange.setAutomatic({on: false}),
      () => exchange.approveDeletions({}),
      () => exchange.becomeAnother({}),
    ];
    const workers = [
      () => exchange.byNetwork({}),
      () => exchange.byStick({folder: null}),
      () => exchange.stop({}),
      () => exchange.tryHeldAgain({}),
      () => exchange.card({name: 'ДК'}),
    ];
    await session.lock({});
    await session.signIn({name: 'auditor', password: secret});
    for (const call of [...heads, ...workers]) expect(await failureOf(call())).toEqual({code: 'denied'});
    expect((await exchange.state({})).partners).toHaveLength(1);
    expect(await failureOf(exchange.held({}))).toEqual({code: 'denied'});
    await session.lock({});
    await session.signIn({name: 'worker', password: secret});
    for (const call of heads) expect(await failureOf(call())).toEqual({code: 'denied'});
    for (const call of workers) await call();
    await ended(first);
    await session.lock({});
    expect(await failureOf(exchange.state({}))).toEqual({code: 'locked'});
    expect(await failureOf(exchange.byNetwork({}))).toEqual({code: 'locked'});
  });
});

describe('a copied database', () => {
  test('is refused with a clear state, and a new identity heals it', async () => {
    const {first: before, second, registry, facility} = await pair();
    const {copy, office: first} = await copyFolder(before);
    offices.push(first);
    const twin = await openCopy(copy);
    offices.push(twin);
    await savePhone(first, '1');
    await byNetwork(first);
    await savePhone(twin, '2', 'басқа');
    await byNetwork(twin);
    await savePhone(first, '3');
    const outcome = await byNetwork(first);
    expect(outcome.problem).toBe('copied');
    expect(await first.client.exchange.state({})).toMatchObject({copied: true});
    // Nothing goes out any more, by no way, until a person has decided.
    expect((await byNetwork(first)).problem).toBe('copied');
    expect(await enrol(first, registry, facility)).toEqual({problem: 'copied', hasData: false});
    // Its twin is told as well: nobody knows which of the two is the copy.
    expect((await byNetwork(twin)).problem).toBe('copied');

    for (const each of [first, twin]) {
      await each.client.exchange.becomeAnother({});
      expect((await each.client.session.state({})).phase).toBe('locked');
      await each.client.session.signIn({name: 'Басшы', password});
      expect(await each.client.exchange.state({})).toMatchObject({copied: false, counts: null, fingerprint: null});
      expect((await enrol(each, registry, facility)).problem).toBeNull();
      expect(await ended(each)).toMatchObject(whole);
    }
    for (const each of [second, first, twin]) expect(await byNetwork(each)).toMatchObject(whole);
    expect(stateOf(twin)).toEqual(stateOf(first));
    expect(stateOf(second)).toEqual(stateOf(first));
    const all = (await first.client.exchange.conflicts({recipientId: null})).conflicts;
    const phones = all.filter(({field}) => field === 'phone').flatMap(({standing, losing}) => [standing, ...losing]);
    expect(new Set(phones.map(({shown}) => shown?.ru))).toEqual(new Set(['2', '3']));
  });

  test('put back from an old copy of the folder, a PC gets all that it had sent, and the others lose nothing', async () => {
    const {first: before, second} = await pair();
    const {copy, office: first} = await copyFolder(before);
    await savePhone(first, '1');
    await admit(first, '2026-01-05', {...person, name: {...person.name, surname: 'Кейінгі'}});
    await byNetwork(first);
    await byNetwork(second);
    await first.exchange.end();
    first.application.close();
    const restored = await openCopy(copy);
    expect(await restored.client.recipient.search({text: '', limit: 5})).toHaveLength(1);
    const outcome = await byNetwork(restored);
    expect(outcome).toMatchObject({...whole, tally: {restored: true}});
    expect(await restored.client.recipient.search({text: '', limit: 5})).toHaveLength(2);
    for (const each of [second, restored]) expect(await byNetwork(each)).toMatchObject(whole);
    expect(stateOf(restored)).toEqual(stateOf(second));
  });
});

test('one deletes what another changes: both are shown, and what was written can be chosen', async () => {
  const {first, second} = await pair();
  const run = (at: Office, sql: string): void =>
    must(at.application.session()).connection.transact(db => db.execute(sql), {accountId: null});
  run(first, "INSERT INTO calendar_edit (id, working, reason) VALUES ('2026-03-02', 1, 'сенбі')");
  await byNetwork(first);
  await byNetwork(second);
  run(first, "UPDATE calendar_edit SET reason = 'жексенбі', working = 0 WHERE id = '2026-03-02'");
  run(second, "DELETE FROM calendar_edit WHERE id = '2026-03-02'");
  for (const each of [first, second, first]) await byNetwork(each);
  const {conflicts} = await first.client.exchange.conflicts({recipientId: null});
  expect(conflicts).toMatchObject([{table: 'calendarEdit', rowId: '2026-03-02', field: null, recipientId: null}]);
  const {table, rowId, field, standing, losing} = must(conflicts[0]);
  const shown = [standing, ...losing].map(claim => claim.shown);
  expect(shown).toContainEqual(null);
  expect(shown).toContainEqual({kk: 'жоқ; жексенбі', ru: 'нет; жексенбі'});
  expect(stateOf(second)).toEqual(stateOf(first));
  const [loser] = losing;
  await first.client.exchange.choose({table, rowId, field, loser: must(loser).stamp, take: true});
  for (const each of [first, second]) await byNetwork(each);
  const edits = must(loser).shown === null ? [] : [{id: '2026-03-02', working: 0, reason: 'жексенбі'}];
  for (const each of [first, second]) expect(stateOf(each)['calendar_edit']).toEqual(edits);
});

test('what could not be taken in is shown, and goes on when its cause is gone', async () => {
  const {first, second} = await pair();
  const {connection} = must(first.application.session());
  // More than twenty deletions at once: papers of many people that somebody threw away by mistake.
  const edits = Array.from({length: 30}, (_, day) => `2026-03-${String(day + 1).padStart(2, '0')}`);
  const write = (sql: string): void => {
    connection.transact(db => edits.forEach(day => db.execute(sql, day)), {accountId: null});
  };
  write("INSERT INTO calendar_edit (id, working, reason) VALUES (?, 1, 'x')");
  await byNetwork(first);
  await byNetwork(second);
  write('DELETE FROM calendar_edit WHERE id = ?');
  await byNetwork(first);
  expect((await byNetwork(second)).tally.quarantined).toBe(30);
  const {changes, more} = await second.client.exchange.held({});
  expect(more).toBe(false);
  expect(changes).toHaveLength(30);
  expect(changes[0]).toMatchObject({table: 'calendarEdit', op: 'delete', reason: 'mass-deletion', from: 'Реестр'});
  await second.client.exchange.tryHeldAgain({});
  expect((await second.client.exchange.state({})).quarantined).toBe(30);
  await second.client.exchange.approveDeletions({});
  expect((await second.client.exchange.state({})).quarantined).toBe(0);
  expect(stateOf(second)['calendar_edit']).toEqual([]);
});

test('the log tells how an exchange went, and nothing of a person', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const {first, second} = await pair();
  await savePhone(first, '+7 701 111 11 11', 'Абай көшесі, 77');
  await byNetwork(first);
  await byNetwork(second);
  const log = written.mock.calls.map(each => String(each[0])).join('');
  written.mockRestore();
  expect(log).toContain('info exchange, enrolment: complete\n');
  expect(log).toMatch(
    /info exchange, network: complete; sent \d+, integrated \d+, known 0, quarantined 0, conflicts 0\n/u,
  );
  for (const word of ['Әбдіғаппарұлы', 'Өркен', 'Абай', '701', 'Басшы', 'Тирек', 'Реестр', 'Қабылдау', 'AGE-SECRET']) {
    expect(log).not.toContain(word);
  }
  // The database is the only place where the keys stand.
  expect(readFileSync(join(first.folder, 'tirek.db')).includes('AGE-SECRET')).toBe(false);
  const again = await reopen(first);
  expect((await byNetwork(again)).problem).toBeNull();
});

test('every call of the exchange was made with success in these tests', async () => {
  const {first} = await pair();
  await first.client.exchange.setAutomatic({on: false});
  await first.client.exchange.ask({code: 'ABCD-EFGH-JKMN', name: 'ДК'});
  await first.client.exchange.withdrawRequest({});
  expect((await first.client.exchange.state({})).automatic).toBe(false);
  for (const each of offices) for (const call of each.made) made.add(call);
  const all = Object.keys(contract.exchange).map(name => `exchange.${name}`);
  expect(all.filter(call => !made.has(call))).toEqual([]);
});
