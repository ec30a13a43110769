import {gzipSync} from 'node:zlib';
import {assert} from '../../domain/assert.ts';
import {exchangeOverNetwork} from '../../electron/exchange/network-lane.ts';
import {networkLimits, openParcel} from '../../registry/parcel/open.ts';
import {packParcel} from '../../registry/parcel/pack.ts';
import {toLine} from '../../registry/protocol/change.ts';
import {inventDay} from '../support/day-of-changes.ts';
import {MemoryStore} from '../support/memory-store.ts';
import {headerFor, makeTestNode, type TestNode} from '../support/parcels.ts';
import {makeSelfSigned} from '../support/self-signed.ts';
import {openSlowLink} from '../support/slow-link.ts';
import {registryOver, startServer} from '../support/wire-server.ts';
import {median, rounded, timed, type Figure} from './figure.ts';

const day = 2_000;
const bitsPerSecond = 256_000;
/** Milliseconds there and back: the line to a village over a satellite; and one that takes as long each way. */
const roundTrips = [500, 1_000] as const;
const most = {seconds: 5, bytes: 150_000, parcel: 120_000, packed: 20_000};

/** What the two lanes cost, without the databases at their ends. */
export async function measureExchange(): Promise<Figure[]> {
  const [pc, registry] = [await makeTestNode('00000000000000a1'), await makeTestNode('00000000000000ff')];
  // A registry runs all day: the first exchange, in which everything is compiled, is not counted.
  await exchangeDay(pc, registry, 0);
  const lines: Figure[] = [];
  for (const roundTrip of roundTrips) lines.push(...(await measureLine(pc, registry, roundTrip)));
  return [...lines, ...(await measureCodec(pc, registry))];
}

interface Line {
  readonly milliseconds: number;
  readonly bytes: number;
}

/** A day's work from the first byte to the receipt of the last change, with TLS. */
async function exchangeDay(pc: TestNode, registry: TestNode, roundTrip: number): Promise<Line> {
  const [here, there] = [new MemoryStore(pc.id), new MemoryStore(registry.id)];
  here.know(registry);
  there.know(pc);
  here.load(inventDay(day, {node: pc.id}));
  const certificate = makeSelfSigned();
  const server = await startServer(registryOver(there, registry), certificate);
  const link = await openSlowLink({to: server.port, bitsPerSecond, delay: roundTrip / 2});
  const url = `https://127.0.0.1:${link.port}`;
  try {
    const milliseconds = await timed(async () => {
      const {problem} = await exchangeOverNetwork({
        store: here,
        secrets: pc.secrets,
        registry: {url, node: registry.id, keys: registry.keys, certificate: certificate.hash},
        now: Date.now,
      });
      assert(problem === null && there.log.length === day, 'the day arrived');
    });
    return {milliseconds, bytes: link.bytes()};
  } finally {
    link.close();
    await server.close();
  }
}

async function measureLine(pc: TestNode, registry: TestNode, roundTrip: number): Promise<Figure[]> {
  const lines: Line[] = [];
  for (let time = 0; time < 3; time += 1) lines.push(await exchangeDay(pc, registry, roundTrip));
  const milliseconds = median(lines.map(line => line.milliseconds));
  const bytes = median(lines.map(line => line.bytes));
  const least = (bytes * 8_000) / bitsPerSecond;
  const zipped = gzipSync(inventDay(day).map(toLine).join('\n')).length;
  return [
    {
      name: `a day's ${day} changes over 256 kbit/s, ${roundTrip} ms there and back, TLS`,
      value: rounded(milliseconds / 1_000),
      unit: 's',
      against: `the same bytes without a way: ${rounded(least / 1_000)} s; three ways there and back (TCP, TLS, the parcel with its receipt): ${(3 * roundTrip) / 1_000} s`,
      ratio: rounded(milliseconds / least),
      target: `≤ ${most.seconds} s`,
      met: milliseconds <= most.seconds * 1_000,
    },
    {
      name: `a day's ${day} changes, all bytes both ways`,
      value: rounded(bytes / 1_000),
      unit: 'kB',
      against: `the changes as lines, gzip: ${rounded(zipped / 1_000)} kB`,
      ratio: rounded(bytes / zipped),
      target: `≤ ${most.bytes / 1_000} kB`,
      met: bytes <= most.bytes,
    },
  ];
}

async function measureCodec(pc: TestNode, registry: TestNode): Promise<Figure[]> {
  const changes = inventDay(day);
  const header = headerFor(pc, registry, changes);
  const packing: number[] = [];
  const opening: number[] = [];
  let bytes: Uint8Array = new Uint8Array();
  for (let time = 0; time < 15; time += 1) {
    packing.push(
      await timed(async () => {
        bytes = await packParcel(header, changes, {own: pc.secrets, to: registry.keys});
      }),
    );
    const options = {own: registry.secrets, self: registry.id, keysOf: () => pc.keys, limits: networkLimits};
    opening.push(await timed(() => openParcel(bytes, options)));
  }
  const perSecond = (samples: readonly number[]): number => rounded((day * 1_000) / median(samples));
  const lines = Buffer.byteLength(changes.map(toLine).join('\n'));
  return [
    {
      name: `parcel of ${day} changes`,
      value: rounded(bytes.length / 1_000),
      unit: 'kB',
      against: `its lines: ${rounded(lines / 1_000)} kB`,
      ratio: rounded(bytes.length / lines),
      target: `≤ ${most.parcel / 1_000} kB`,
      met: bytes.length <= most.parcel,
    },
    ...[
      {name: 'packed, encrypted, signed', samples: packing},
      {name: 'verified, decrypted, unpacked', samples: opening},
    ].map(({name, samples}) => ({
      name,
      value: perSecond(samples),
      unit: 'changes/s',
      against: '',
      ratio: null,
      target: `≥ ${most.packed}/s`,
      met: perSecond(samples) >= most.packed,
    })),
  ];
}
