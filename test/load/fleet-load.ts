import {must} from '../../domain/assert.ts';
import {organisationTypes} from '../../domain/vocabulary.ts';
import {publicKeysOf} from '../../registry/parcel/keys.ts';
import type {Change} from '../../registry/protocol/change.ts';
import {limits} from '../../registry/protocol/limits.ts';
import {quantile, rounded, timed} from '../bench/figure.ts';
import {startRegistry} from '../registry/support/process.ts';
import {ask} from '../registry/support/server.ts';
import {openWorld, type World} from '../registry/support/world.ts';
import {sizeOf, type DatabaseSize} from './database-size.ts';
import {inventYears} from './invented-log.ts';
import {liveOneYear} from './lived-year.ts';
import type {LoadOptions} from './options.ts';
import {Sender, type Line} from './sender.ts';

/** Working days of a year: what is written in one goes with one exchange. */
const workingDays = 250;
const daysPlayed = 5;
const sampled = 20;

export interface Latency {
  readonly exchanges: number;
  readonly p50: number;
  readonly p95: number;
}

export interface Step {
  readonly facilities: number;
  readonly changes: number;
  /** Changes taken in a second, of the years that were loaded in this step. */
  readonly throughput: number;
  /** Milliseconds of an exchange with a full page, while so many load at once. */
  readonly loading: Latency;
  /** Milliseconds of an exchange with a day's changes, once so many facilities are there. */
  readonly day: Latency;
  readonly size: DatabaseSize;
  readonly serverMegabytes: number;
  /** Seconds of the registry's own processor for 1,000 changes. */
  readonly serverSeconds: number;
}

export interface LoadReport {
  readonly steps: readonly Step[];
  /** Changes and bytes of their patches that one facility writes in a year, by its type. */
  readonly lived: Readonly<Record<string, {changes: number; patchBytes: number}>>;
}

/** Facilities with years of work, through the real protocol, into a registry that is a process of its own. */
export async function loadFleet(
  options: LoadOptions,
  say: (line: string) => void,
  atEnd: (url: string) => Promise<void>,
): Promise<LoadReport> {
  const lived: Change[][] = [];
  for (const type of organisationTypes) {
    lived.push(await liveOneYear(type, options.recipients));
    say(`a year of ${options.recipients} recipients, ${type}: ${lived.at(-1)?.length} changes`);
  }
  const world = await openWorld('PostgreSQL');
  const url = must(world.url);
  const process = await startRegistry([], {DATABASE_URL: url, RATE_REQUESTS: '1000000'});
  try {
    const line: Line = {
      address: process.address,
      keys: await publicKeysOf(world.identity.secrets),
      registry: world.identity.node,
    };
    const steps: Step[] = [];
    const senders: Sender[] = [];
    for (const facilities of options.facilities) {
      const step = await takeStep({world, url, line, lived, options, senders, step: steps.length}, facilities);
      steps.push(step);
      say(
        `${facilities} facilities: ${step.changes} changes, ${step.throughput}/s, day p50 ${step.day.p50} p95 ${step.day.p95} ms`,
      );
    }
    await atEnd(url);
    return {
      steps,
      lived: Object.fromEntries(
        organisationTypes.map((type, place) => {
          const changes = must(lived[place]);
          const patchBytes = changes.reduce((sum, {patch}) => sum + Buffer.byteLength(patch), 0);
          return [type, {changes: changes.length, patchBytes}];
        }),
      ),
    };
  } finally {
    await process.end();
    await world.close();
  }
}

interface Fleet {
  readonly world: World;
  readonly url: string;
  readonly line: Line;
  readonly lived: readonly (readonly Change[])[];
  readonly options: LoadOptions;
  /** All so far. */
  readonly senders: Sender[];
  /** Which step it is, from 0 on. */
  readonly step: number;
}

async function takeStep(fleet: Fleet, facilities: number): Promise<Step> {
  const {world, url, line, lived, options, senders, step} = fleet;
  const from = senders.length;
  const pages: number[] = [];
  let loaded = 0;
  const before = await serverFigures(line.address);
  const milliseconds = await inTurns(options.senders, facilities - from, async place => {
    const office = await world.office(await world.facility());
    const changes = inventYears(must(lived[(from + place) % lived.length]), options.years, office.node);
    const sender = new Sender(office, line);
    sender.add(changes);
    pages.push(...(await sender.sendAll(limits.page)));
    sender.add([]);
    loaded += changes.length;
    senders.push(sender);
  });
  const after = await serverFigures(line.address);
  const days: number[] = [];
  const chosen = senders.slice(-sampled);
  await inTurns(options.senders, chosen.length, async place => {
    const sender = must(chosen[place]);
    for (const changes of daysOf(must(lived[0]))) {
      // Of a year that no step before has played.
      sender.add(inventYears(changes, 1, sender.office.node, 1 + step));
      days.push(...(await sender.sendAll(limits.page)));
    }
  });
  const size = await sizeOf(url);
  return {
    facilities,
    changes: must(size.tables.find(({table}) => table === 'change')).rows,
    throughput: rounded(loaded / (milliseconds / 1_000)),
    loading: latencyOf(pages),
    day: latencyOf(days),
    size,
    serverMegabytes: Math.round(after.memory / 1_048_576),
    serverSeconds: rounded(((after.processor - before.processor) / loaded) * 1_000),
  };
}

/** The last days of a year, each with as much as is written in one on average. */
function daysOf(lived: readonly Change[]): Change[][] {
  const day = Math.ceil(lived.length / workingDays);
  return Array.from({length: daysPlayed}, (_, place) =>
    lived.slice(lived.length - day * (daysPlayed - place)).slice(0, day),
  );
}

/** So many at once, until all are done; milliseconds. */
function inTurns(atOnce: number, all: number, work: (place: number) => Promise<void>): Promise<number> {
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < all) await work(next++);
  };
  return timed(() => Promise.all(Array.from({length: atOnce}, one)));
}

function latencyOf(took: readonly number[]): Latency {
  return {exchanges: took.length, p50: rounded(quantile(took, 0.5)), p95: rounded(quantile(took, 0.95))};
}

async function serverFigures(address: string): Promise<{memory: number; processor: number}> {
  const text = (await ask(`${address}/metrics`)).bytes.toString();
  const valueOf = (name: string): number => Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1]);
  return {memory: valueOf('process_resident_memory_bytes'), processor: valueOf('process_cpu_seconds_total')};
}
