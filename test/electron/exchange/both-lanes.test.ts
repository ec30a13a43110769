import {randomBytes} from 'node:crypto';
import {existsSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import {makeHttp} from '../../../electron/exchange/http.ts';
import {exchangeOverNetwork} from '../../../electron/exchange/network-lane.ts';
import {exchangeOverFolder} from '../../../registry/lane/stick-lane.ts';
import {publicKeysOf} from '../../../registry/parcel/keys.ts';
import {takeInStick} from '../../../registry/server/stick/take-in.ts';
import {enrol} from '../../../registry/store/enrolment.ts';
import {addCode} from '../../../registry/store/facilities.ts';
import {change} from '../../../registry/store/schema/log.ts';
import {databases, type DatabaseKind} from '../../registry/support/stores.ts';
import {openWorld, type World} from '../../registry/support/world.ts';
import {inventDay} from '../../support/day-of-changes.ts';
import {MemoryStore} from '../../support/memory-store.ts';
import {makeTestNode, testFacility, type TestNode} from '../../support/parcels.ts';
import {registryOver, testServer} from '../../support/wire-server.ts';

/** Rule 12: the same cases by network, with a registry between, and by stick, without one and with the real one. */

let one: TestNode;
let two: TestNode;
let registry: TestNode;

beforeAll(async () => {
  one = await makeTestNode('00000000000000a1');
  two = await makeTestNode('00000000000000b2');
  registry = await makeTestNode('00000000000000ff');
});

interface Lane {
  readonly first: MemoryStore;
  readonly second: MemoryStore;
  /** Carries what there is between the two, both ways, once. */
  carry(): Promise<void>;
  /** The same, cut at the given message; false: there are not so many. */
  carryCut(message: number): Promise<boolean>;
}

async function networkLane(): Promise<Lane> {
  const [first, second, hub] = [new MemoryStore(one.id), new MemoryStore(two.id), new MemoryStore(registry.id)];
  for (const store of [first, second]) store.know(registry);
  for (const node of [one, two]) hub.know(node);
  const answer = registryOver(hub, registry, {changes: 3, characters: 4_000_000});
  let cutAt = -1;
  let message = 0;
  const server = await testServer(async (request, response, body) => {
    // Two messages each: the way there and the way back.
    if (message++ === cutAt) return void response.destroy();
    if (message++ === cutAt) Object.assign(response, {end: () => response.destroy()});
    await answer(request, response, body);
  });
  const {fetch, close} = makeHttp();
  onTestFinished(close);
  async function carry(): Promise<void> {
    for (const [store, {secrets}] of [
      [first, one],
      [second, two],
      [first, one],
      [second, two],
    ] as const) {
      await exchangeOverNetwork({
        store,
        secrets,
        fetch,
        now: Date.now,
        wait: () => Promise.reject(new Error('the line is down')),
        registry: {url: server.url, node: registry.id, keys: registry.keys},
      }).catch((error: unknown) => expect(error).toEqual(new Error('the line is down')));
    }
  }
  return {
    first,
    second,
    carry,
    async carryCut(at) {
      [cutAt, message] = [at, 0];
      await carry();
      cutAt = -1;
      return message > at;
    },
  };
}

async function stickLane(): Promise<Lane> {
  const [first, second] = [new MemoryStore(one.id), new MemoryStore(two.id)];
  first.know(two);
  second.know(one);
  const folder = mkdtempSync(join(tmpdir(), 'tirek-both-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  const ways = [
    [first, one, two],
    [second, two, one],
    [first, one, two],
    [second, two, one],
  ] as const;
  async function carry(after: (way: number) => void = () => undefined): Promise<void> {
    for (const [way, [store, {secrets}, {id}]] of ways.entries()) {
      expect(await exchangeOverFolder({store, facility: testFacility, secrets, folder, partners: [id]})).toMatchObject({
        problem: null,
      });
      after(way);
    }
  }
  return {
    first,
    second,
    carry,
    async carryCut(at) {
      // Each parcel at five places, and once lost altogether.
      const [way, place] = [Math.floor(at / 6), at % 6];
      await carry(done => {
        if (done !== way) return;
        spoil(join(folder, 'Tirek', testFacility), place);
      });
      return way < ways.length;
    },
  };
}

const worlds = new Map<DatabaseKind, Promise<World>>();
afterAll(async () => {
  for (const world of worlds.values()) await (await world).close();
});

interface RegistryLane extends Lane {
  /** The registry as it is now, to be put back. */
  saveRegistry(): Promise<() => Promise<void>>;
  /** Changes in its log. */
  held(): Promise<number>;
}

/** Two PCs of a facility that know the registry alone: each stick goes to its officer, who gives it back. */
async function registryStickLane(kind: DatabaseKind): Promise<RegistryLane> {
  const opening = worlds.get(kind) ?? openWorld(kind);
  worlds.set(kind, opening);
  const world = await opening;
  const facility = await world.facility();
  const hub = {...(await makeTestNode(world.identity.node)), keys: await publicKeysOf(world.identity.secrets)};
  const nodes = [await newNode(), await newNode()] as const;
  for (const {id, keys} of nodes) {
    const {code} = await addCode(world.store, facility, Date.now);
    await enrol(world.store, {code, node: id, keys, name: 'ДК', facility: null}, Date.now);
  }
  // The clock of the second one is ahead: what it writes is later, whoever heard of the registry's clock last.
  const first = new MemoryStore(nodes[0].id, {facility, now: Date.now()});
  const second = new MemoryStore(nodes[1].id, {facility, now: Date.now() + 3_600_000});
  for (const store of [first, second]) store.know(hub);
  // What one has written comes to the other with the stick after the next.
  const ways = [
    [first, nodes[0]],
    [second, nodes[1]],
    [second, nodes[1]],
    [first, nodes[0]],
    [first, nodes[0]],
  ] as const;
  /** Each way is two: to the registry, and back. */
  const messages = ways.length * 2;
  const folder = mkdtempSync(join(tmpdir(), 'tirek-registry-stick-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  const {registry, identity} = world;

  async function carry(after: (way: number) => void = () => undefined): Promise<void> {
    for (const [way, [store, {secrets}]] of ways.entries()) {
      const options = {store, facility, secrets, folder, partners: [hub.id]};
      expect(await exchangeOverFolder(options)).toMatchObject({problem: null});
      after(way * 2);
      const context = {registry, identity, name: 'Реестр', program: 'test'};
      expect(await takeInStick(context, {folder, isAnswered: true})).toMatchObject({problem: null});
      after(way * 2 + 1);
    }
  }
  return {
    first,
    second,
    carry,
    saveRegistry: () => world.save(facility),
    held: () => world.store.asFacility(facility, async db => (await db.select().from(change)).length),
    async carryCut(at) {
      // Each is lost altogether; none of it comes before a database, so that the first kind is enough for a cut one each way.
      const cuts = kind === databases[0] ? 2 : 0;
      const [way, place] = at < messages ? [at, 5] : [at - messages, 2];
      await carry(done => {
        if (done === way) spoil(join(folder, 'Tirek', facility), place);
      });
      return at < messages + cuts;
    },
  };
}

const newNode = () => makeTestNode(randomBytes(8).toString('hex'));

/** Cuts each file of a folder at one of five places, or loses it altogether. */
function spoil(folder: string, place: number): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const path = join(folder, name);
    if (place === 5) rmSync(path);
    else truncateSync(path, Math.floor((statSync(path).size * place) / 5));
  }
}

const lanes = [
  {name: 'network', open: networkLane},
  {name: 'stick', open: stickLane},
  ...databases.map(kind => ({name: `stick with the registry on ${kind}`, open: () => registryStickLane(kind)})),
];

describe.each(lanes)('by $name', ({open}) => {
  function same({first, second}: Lane): void {
    expect(first.stamps()).toEqual(second.stamps());
    expect(first.rows()).toEqual(second.rows());
  }

  test('two fields of one row that two people changed are both kept', async () => {
    const lane = await open();
    lane.first.write('recipient', 'r1', {surname: 'Әлиева', phone: '1', address: 'Орал'});
    await lane.carry();
    lane.first.write('recipient', 'r1', {phone: '2'});
    lane.second.write('recipient', 'r1', {address: 'Ақтау'});
    await lane.carry();
    same(lane);
    expect(lane.first.rows()).toEqual({r1: {surname: 'Әлиева', phone: '2', address: 'Ақтау'}});
  });

  test('one field that two people changed: the later one is shown, no value is gone', async () => {
    const lane = await open();
    lane.first.write('recipient', 'r1', {surname: 'Әлиева'});
    await lane.carry();
    lane.first.write('recipient', 'r1', {surname: 'Алиева'});
    lane.second.write('plan', 'p1', {status: 'draft'});
    lane.second.write('recipient', 'r1', {surname: 'Әлімова'});
    await lane.carry();
    same(lane);
    expect(lane.first.rows()).toMatchObject({r1: {surname: 'Әлімова'}});
    expect(lane.first.log.map(change => change.patch)).toContain('{"surname":"Алиева"}');
  });

  test('what one deleted and nobody else touched is gone on both, and an empty node deletes nothing', async () => {
    const lane = await open();
    lane.first.write('measure', 'm1', {text: 'Массаж'});
    lane.first.write('measure', 'm2', {text: 'Кеңес'});
    await lane.carry();
    expect(Object.keys(lane.second.rows())).toEqual(['m1', 'm2']);
    lane.second.write('measure', 'm1', {text: 'Массаж'}, 'delete');
    await lane.carry();
    same(lane);
    expect(Object.keys(lane.first.rows())).toEqual(['m2']);
  });

  test('a parcel of no changes, and the same again and again, change nothing', async () => {
    const lane = await open();
    await lane.carry();
    lane.first.load(inventDay(40, {node: one.id}));
    for (let time = 0; time < 3; time += 1) await lane.carry();
    same(lane);
    expect(lane.second.log).toHaveLength(40);
  });

  test('cut after every message, nothing is lost and nothing doubled', async () => {
    let isCut = true;
    for (let message = 0; isCut; message += 1) {
      const lane = await open();
      lane.first.load(inventDay(8, {node: one.id}));
      lane.second.load(inventDay(5, {node: two.id, seed: 'other'}));
      isCut = await lane.carryCut(message);
      lane.first.write('recipient', 'late', {surname: 'Ким'});
      await lane.carry();
      same(lane);
      expect(lane.first.log).toHaveLength(14);
      expect(new Set(lane.first.stamps()).size).toBe(14);
    }
  });

  test.each(['first', 'second'] as const)('%s restored from an old copy gets back what it had sent', async which => {
    const lane = await open();
    lane.first.write('recipient', 'r1', {surname: 'Әлиева'});
    lane.second.write('recipient', 'r2', {surname: 'Ким'});
    await lane.carry();
    const restore = lane[which].save();
    lane[which].write('recipient', 'r3', {surname: 'Сәрсенова'});
    await lane.carry();
    restore();
    lane[which].write('recipient', 'r4', {surname: 'Петрова'});
    await lane.carry();
    await lane.carry();
    same(lane);
    expect(Object.keys(lane.first.rows())).toEqual(['r1', 'r2', 'r3', 'r4']);
  });
});

test.each(databases)('by stick alone, a registry on %s restored from an old copy gets back what it had', async kind => {
  const lane = await registryStickLane(kind);
  lane.first.write('recipient', 'r1', {surname: 'Әлиева'});
  lane.second.write('recipient', 'r2', {surname: 'Ким'});
  await lane.carry();
  const restore = await lane.saveRegistry();
  lane.first.write('recipient', 'r3', {surname: 'Сәрсенова'});
  await lane.carry();
  await restore();
  lane.second.write('recipient', 'r4', {surname: 'Петрова'});
  for (let round = 0; round < 3; round += 1) await lane.carry();
  expect(lane.first.stamps()).toEqual(lane.second.stamps());
  expect(lane.first.log).toHaveLength(4);
  // A third PC, which has nothing, would get all of it.
  expect(await lane.held()).toBe(4);
});
