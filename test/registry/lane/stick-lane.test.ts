import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {exchangeOverFolder, type FolderExchange} from '../../../registry/lane/stick-lane.ts';
import {packParcel} from '../../../registry/parcel/pack.ts';
import {inventDay} from '../../support/day-of-changes.ts';
import {MemoryStore} from '../../support/memory-store.ts';
import {headerFor, makeTestNode, testFacility, type TestNode} from '../../support/parcels.ts';
import {smallDisk} from '../../support/small-disk.ts';
import {lacks} from '../../support/lacks.ts';

let one: TestNode;
let two: TestNode;
let stranger: TestNode;

beforeAll(async () => {
  one = await makeTestNode('00000000000000a1');
  two = await makeTestNode('00000000000000b2');
  stranger = await makeTestNode('00000000000000ee');
});

function pair(): {first: MemoryStore; second: MemoryStore} {
  const [first, second] = [new MemoryStore(one.id), new MemoryStore(two.id)];
  first.know(two);
  second.know(one);
  return {first, second};
}

function stickFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-stick-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

function carry(store: MemoryStore, folder: string, options: Partial<FolderExchange> = {}) {
  const [self, partner] = store.node === one.id ? [one, two] : [two, one];
  return exchangeOverFolder({
    store,
    facility: testFacility,
    secrets: self.secrets,
    folder,
    partners: [partner.id],
    ...options,
  });
}

const onStick = (folder: string): string[] => {
  const facility = join(folder, 'Tirek', testFacility);
  return existsSync(facility) ? readdirSync(facility).toSorted() : [];
};
const name = (from: TestNode, to: TestNode, number: number): string =>
  `${from.id}-${to.id}-${String(number).padStart(8, '0')}.tirek`;
const pathOf = (folder: string, file: string): string => join(folder, 'Tirek', testFacility, file);

describe('over a stick', () => {
  test('carried to and fro, both have what either had, and one parcel of each stands on it', async () => {
    const {first, second} = pair();
    const folder = stickFolder();
    first.load(inventDay(4_500, {node: one.id}));
    second.load(inventDay(300, {node: two.id}));
    expect(await carry(first, folder)).toMatchObject({
      problem: null,
      applied: 0,
      written: [{to: two.id}],
      tally: {sent: 4_500},
    });
    expect(onStick(folder)).toEqual([name(one, two, 1)]);
    // Receipt and own changes go back; what was taken in and is confirmed is taken away.
    expect(await carry(second, folder)).toMatchObject({
      problem: null,
      applied: 1,
      tally: {integrated: 4_500, sent: 300},
    });
    expect(onStick(folder)).toEqual([name(two, one, 1)]);
    expect(await carry(first, folder)).toMatchObject({problem: null, applied: 1, tally: {integrated: 300, sent: 0}});
    expect(onStick(folder)).toEqual([name(one, two, 2)]);
    expect(first.stamps()).toEqual(second.stamps());
    expect(first.log).toHaveLength(4_800);
  });

  test('an empty folder deletes nothing and receives a parcel; so does a stick with the parcels of others', async () => {
    const {first} = pair();
    first.load(inventDay(50, {node: one.id}));
    const folder = stickFolder();
    mkdirSync(join(folder, 'Tirek', 'bbbbbbbb-0f5a-4c1c-8f0a-2b8a1f6a4f11'), {recursive: true});
    const outcome = await carry(first, folder);
    expect(outcome).toMatchObject({problem: null, otherFacility: true, tally: {integrated: 0, sent: 50}});
    expect(first.log).toHaveLength(50);
    expect(readdirSync(join(folder, 'Tirek')).toSorted()).toEqual([
      testFacility,
      'bbbbbbbb-0f5a-4c1c-8f0a-2b8a1f6a4f11',
    ]);
  });

  test('the folder of the program, or of the facility in it, may be chosen as well', async () => {
    const {first, second} = pair();
    first.write('recipient', 'r1', {surname: 'Әлиева'});
    const folder = stickFolder();
    await carry(first, folder);
    expect(await carry(second, `${join(folder, 'Tirek')}/`)).toMatchObject({problem: null, applied: 1});
    expect(await carry(first, join(folder, 'Tirek', testFacility))).toMatchObject({problem: null, applied: 1});
    expect(onStick(folder)).toHaveLength(1);
  });

  test('a parcel that is read again changes nothing', async () => {
    const {first, second} = pair();
    first.load(inventDay(200, {node: one.id}));
    const folder = stickFolder();
    await carry(first, folder);
    const copy = stickFolder();
    cpSync(folder, copy, {recursive: true});
    await carry(second, folder);
    expect(await carry(second, copy)).toMatchObject({applied: 1, tally: {integrated: 0, known: 200}});
    expect(second.log).toHaveLength(200);
  });

  test('of what is on it, what is no good is told and left, and the rest is taken in', async () => {
    const {first, second} = pair();
    first.load(inventDay(100, {node: one.id}));
    const folder = stickFolder();
    await carry(first, folder);
    const good = readFileSync(pathOf(folder, name(one, two, 1)));
    const altered = Buffer.from(good);
    altered[good.length - 100] = must(altered[good.length - 100]) ^ 1;
    const put = (file: string, bytes: Uint8Array): void => writeFileSync(pathOf(folder, file), bytes);
    put('a-half.tirek', good.subarray(0, 500));
    put('b-altered.tirek', altered);
    put('c-photo.tirek', Buffer.from('JFIF'.repeat(100)));
    put('d-newer.tirek', Buffer.from(good).fill(9, 8, 9));
    put('e-stranger.tirek', await packParcel(headerFor(stranger, two, []), [], {own: stranger.secrets, to: two.keys}));
    put(
      'f-facility.tirek',
      await packParcel({...headerFor(one, two, []), facility: 'bbbbbbbb-0f5a-4c1c-8f0a-2b8a1f6a4f11'}, [], {
        own: one.secrets,
        to: two.keys,
      }),
    );
    put('g-others.tirek', await packParcel(headerFor(one, stranger, []), [], {own: one.secrets, to: stranger.keys}));
    put('h-empty.tirek', new Uint8Array());
    put('i-photo.jpg', Buffer.from('JFIF'));
    put('._j-shadow.tirek', Buffer.from('Mac'));
    const before = onStick(folder);
    const {problem, applied, refused, tally} = await carry(second, folder);
    expect({problem, applied, integrated: tally.integrated}).toEqual({problem: null, applied: 1, integrated: 100});
    expect(refused.map(({name, problem: {code}}) => `${name} ${code}`).toSorted()).toEqual([
      'a-half.tirek not-a-parcel',
      'b-altered.tirek altered',
      'c-photo.tirek not-a-parcel',
      'd-newer.tirek newer',
      'e-stranger.tirek stranger',
      'f-facility.tirek other-facility',
      'h-empty.tirek not-a-parcel',
    ]);
    // Only the one that was taken in and is confirmed is gone.
    expect(onStick(folder)).toEqual(
      [...before.filter(file => file !== name(one, two, 1)), name(two, one, 1)].toSorted(),
    );
  });

  test('a part that was cut off by an earlier pull is taken away; those of others stay', async () => {
    const {first} = pair();
    const folder = stickFolder();
    await carry(first, folder);
    writeFileSync(pathOf(folder, `.${one.id}-${two.id}-00000007.tirek.part`), 'half');
    writeFileSync(pathOf(folder, `.${two.id}-${one.id}-00000007.tirek.part`), 'half');
    await carry(first, folder);
    expect(onStick(folder)).toEqual([`.${two.id}-${one.id}-00000007.tirek.part`, name(one, two, 2)].toSorted());
  });

  test('a parcel from before a restore is all that is left of what it holds: it stays until it is taken in', async () => {
    const {first, second} = pair();
    const folder = stickFolder();
    first.write('recipient', 'r1', {surname: 'Әлиева'});
    const restore = first.save();
    first.write('recipient', 'r2', {surname: 'Сәрсенова'});
    await carry(first, folder);
    restore();
    first.write('recipient', 'r3', {surname: 'Ким'});
    // The restored database counts from the same number: two files, none written over.
    expect(await carry(first, folder)).toMatchObject({problem: null});
    expect(onStick(folder)).toEqual([name(one, two, 1).replace('.tirek', '-1.tirek'), name(one, two, 1)].toSorted());
    await carry(first, folder);
    expect(onStick(folder)).toContain(name(one, two, 1));
    for (let round = 0; round < 3; round += 1) for (const store of [second, first]) await carry(store, folder);
    expect(Object.keys(first.rows())).toEqual(['r1', 'r2', 'r3']);
    expect(first.stamps()).toEqual(second.stamps());
  });

  test('what was taken in stays where no parcel of ours confirms it', async () => {
    const {first, second} = pair();
    first.load(inventDay(20, {node: one.id}));
    const folder = stickFolder();
    await carry(first, folder);
    expect(await carry(second, folder, {partners: []})).toMatchObject({
      applied: 1,
      written: [],
      tally: {integrated: 20},
    });
    expect(onStick(folder)).toEqual([name(one, two, 1)]);
  });

  test('a page that the store does not take leaves the parcel where it is', async () => {
    const {first, second} = pair();
    first.load(inventDay(50, {node: one.id}));
    const folder = stickFolder();
    await carry(first, folder);
    second.failing = new Error('disk full');
    await expect(carry(second, folder)).rejects.toThrow('disk full');
    expect(onStick(folder)).toEqual([name(one, two, 1)]);
    second.failing = undefined;
    expect(await carry(second, folder)).toMatchObject({problem: null, tally: {integrated: 50}});
  });

  test('is stopped between two pages, and goes on from there', async () => {
    const {first, second} = pair();
    first.load(inventDay(6_500, {node: one.id}));
    const folder = stickFolder();
    const controller = new AbortController();
    // Stopped while it writes: nothing stands there.
    const stopped = await carry(first, folder, {
      signal: controller.signal,
      onProgress: ({phase}) => phase === 'writing' && controller.abort(),
    });
    expect(stopped).toMatchObject({problem: {code: 'cancelled'}, written: []});
    expect(onStick(folder)).toEqual([]);
    await carry(first, folder);
    expect(await carry(second, folder)).toMatchObject({problem: null, tally: {integrated: 6_500}});
  });

  test('a copied database is refused with its file, and the parcels of others are taken in', async () => {
    const {first, second} = pair();
    const folder = stickFolder();
    first.write('recipient', 'r1', {surname: 'Әлиева'});
    await carry(first, folder);
    await carry(second, folder);
    const putBack = first.save();
    for (const id of ['r2', 'r3']) {
      first.write('recipient', id, {surname: 'Ким'});
      await carry(first, folder);
      await carry(second, folder);
    }
    await carry(first, folder);
    const original = first.save();
    putBack();
    first.write('recipient', 'r4', {surname: 'Оспанова'});
    for (let round = 0; round < 2; round += 1) for (const store of [first, second]) await carry(store, folder);
    original();
    first.write('recipient', 'r5', {surname: 'Сәрсенова'});
    await carry(first, folder);
    const {problem, refused} = await carry(second, folder);
    expect(problem).toBeNull();
    expect(refused.map(({problem: {code}}) => code)).toContain('copied');
    expect(Object.keys(second.rows())).not.toContain('r5');
  });

  test('to a partner who is not known here nothing is written; what came is taken in', async () => {
    const {first, second} = pair();
    first.load(inventDay(5, {node: one.id}));
    const folder = stickFolder();
    await carry(first, folder);
    const outcome = await carry(second, folder, {partners: [stranger.id]});
    expect(outcome).toMatchObject({problem: {code: 'stranger'}, written: [], tally: {integrated: 5}});
  });

  test('a file that only says that it is ours is not taken away', async () => {
    const {first} = pair();
    const folder = stickFolder();
    await carry(first, folder);
    const own = pathOf(folder, name(one, two, 1));
    const bytes = readFileSync(own);
    bytes[bytes.length - 1] = must(bytes.at(-1)) ^ 1;
    writeFileSync(own, bytes);
    first.write('recipient', 'r1', {surname: 'Әлиева'});
    expect(await carry(first, folder)).toMatchObject({problem: null});
    expect(onStick(folder)).toEqual([name(one, two, 1), name(one, two, 2)]);
  });

  test('a folder that is not there is not made', async () => {
    const {first} = pair();
    const folder = join(stickFolder(), 'stick');
    expect(await carry(first, folder)).toMatchObject({problem: {code: 'no-folder'}});
    expect(existsSync(folder)).toBe(false);
    writeFileSync(folder, 'a file');
    expect(await carry(first, folder)).toMatchObject({problem: {code: 'no-folder'}});
  });

  test('a folder that is removed in the middle is pulled out, and is not made again', async () => {
    const {first, second} = pair();
    first.load(inventDay(100, {node: one.id}));
    const folder = stickFolder();
    await carry(first, folder);
    const outcome = await carry(second, folder, {
      onProgress: ({phase}) => phase === 'integrating' && rmSync(folder, {recursive: true}),
    });
    expect(outcome).toMatchObject({problem: {code: 'pulled-out'}, applied: 1, written: [], tally: {integrated: 100}});
    expect(existsSync(folder)).toBe(false);
  });
});

describe.skipIf(lacks.smallDisk())('on a real disk', () => {
  test('that is full, nothing is half written, what was there stays, and what came is taken in', async () => {
    const {first, second} = pair();
    const disk = smallDisk(1);
    second.load(inventDay(20, {node: two.id}));
    await carry(second, disk.folder);
    first.load(inventDay(8_000, {node: one.id}));
    disk.fill(100_000);
    const before = onStick(disk.folder);
    expect(await carry(first, disk.folder)).toMatchObject({
      problem: {code: 'full'},
      written: [],
      tally: {integrated: 20},
    });
    expect(onStick(disk.folder)).toEqual(before);
    disk.clear();
    expect(await carry(first, disk.folder)).toMatchObject({problem: null, written: [{to: two.id}]});
    await carry(second, disk.folder);
    expect(second.stamps()).toEqual(first.stamps());
  });

  test('that is read-only, what came is taken in', async () => {
    const {first, second} = pair();
    const disk = smallDisk(1);
    first.load(inventDay(100, {node: one.id}));
    await carry(first, disk.folder);
    disk.readOnly(true);
    expect(await carry(second, disk.folder)).toMatchObject({problem: {code: 'read-only'}, tally: {integrated: 100}});
    disk.readOnly(false);
    expect(await carry(second, disk.folder)).toMatchObject({problem: null, tally: {integrated: 0, known: 100}});
  });

  test('that is pulled out before it is written to, nothing comes to the disk below', async () => {
    const {first, second} = pair();
    const disk = smallDisk(1);
    const chosen = dirname(disk.folder);
    first.load(inventDay(100, {node: one.id}));
    await carry(first, chosen);
    const outcome = await carry(second, chosen, {onProgress: ({phase}) => phase === 'integrating' && disk.pull()});
    expect(outcome).toMatchObject({problem: {code: 'pulled-out'}, written: [], tally: {integrated: 100}});
    expect(readdirSync(chosen)).toEqual([]);
  });

  test('whose parcel lost its end is told, and the next time it is whole', async () => {
    const {first, second} = pair();
    const disk = smallDisk(1);
    first.load(inventDay(100, {node: one.id}));
    await carry(first, disk.folder);
    truncateSync(pathOf(disk.folder, name(one, two, 1)), 2_000);
    const {refused, tally} = await carry(second, disk.folder);
    expect(refused).toMatchObject([{problem: {code: 'not-a-parcel'}}]);
    expect(tally.integrated).toBe(0);
    await carry(first, disk.folder);
    expect(await carry(second, disk.folder)).toMatchObject({tally: {integrated: 100}});
  });
});
