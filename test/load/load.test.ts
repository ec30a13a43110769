import {expect, onTestFinished, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {facility} from '../../registry/store/schema/facility.ts';
import {openServer} from '../registry/support/server.ts';
import {inventDay} from '../support/day-of-changes.ts';
import {sizeOf} from './database-size.ts';
import {inventYears} from './invented-log.ts';
import {readLoadOptions} from './options.ts';
import {Sender} from './sender.ts';
import {lacks} from '../support/lacks.ts';

test('years are made of one that was lived: other ids and stamps, the same texts, each change behind the one before', () => {
  const lived = inventDay(200);
  const node = '00000000000000b2';
  const years = inventYears(lived, 2, node);
  expect(years).toHaveLength(400);
  expect(years.map(({seq}) => seq)).toEqual(years.map((_, place) => place + 1));
  expect(new Set(years.map(({stamp}) => stamp)).size).toBe(400);
  expect(years.every(({stamp}) => stamp.slice(18, 34) === node)).toBe(true);
  const rowsOf = (changes: typeof years): Set<string> => new Set(changes.map(({rowId}) => rowId));
  expect(rowsOf(years).size).toBe(2 * rowsOf(lived).size);
  expect(must(years[200]).patch.length).toBe(must(lived[0]).patch.length);
  const later = must(years.find(({base, seq}) => base.length > 0 && seq > 200));
  const before = must(years.find(({stamp}) => stamp === later.base[0]));
  expect([before.rowId, before.seq > 200 && before.seq < later.seq]).toEqual([later.rowId, true]);
});

test.skipIf(lacks.postgreSql())('a sender is taken in page by page, and its days go on from there', async () => {
  const server = await openServer('PostgreSQL');
  onTestFinished(() => server.close());
  const office = await server.office(await server.facility());
  const sender = new Sender(office, {address: server.address, keys: server.keys, registry: server.identity.node});
  const lived = inventDay(120);
  sender.add(inventYears(lived, 2, office.node));
  expect(await sender.sendAll(100)).toHaveLength(3);
  sender.add(inventYears(lived.slice(-10), 1, office.node, 1));
  expect(await sender.sendAll(100)).toHaveLength(1);
  const [row] = await server.store.asOfficer(db => db.select({head: facility.head}).from(facility));
  expect(row).toEqual({head: 250});
  const {tables, bytes} = await sizeOf(must(server.url));
  expect(tables[0]).toMatchObject({table: 'change', rows: 250, indexes: {change_stamp: expect.any(Number)}});
  expect(bytes).toBeGreaterThan(1_000_000);
});

test.each<[string[], object | undefined]>([
  [[], {facilities: [10, 20, 40], years: 3, recipients: 60, senders: 4}],
  [['--facilities', '5', '--years', '1'], {facilities: [5], years: 1, recipients: 60, senders: 4}],
  [['--facilities', '20,10'], undefined],
  [['--years', '0'], undefined],
  [['--bogus'], undefined],
])('%j is read as %j', (args, options) => {
  expect(readLoadOptions(args)).toEqual(options);
});
