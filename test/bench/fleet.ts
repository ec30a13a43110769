import {count, sum} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import {facility} from '../../registry/store/schema/facility.ts';
import type {Client} from '../registry/support/server.ts';
import {openServer} from '../registry/support/server.ts';
import {quantile, rounded, timed, type Figure} from './figure.ts';

/**
 * So many facilities exchange with one registry at the same moment, over HTTP, each with a day of some people. The PCs are
 * played in this process: what a request takes holds their work too.
 */

const fleets = [50, 100, 200] as const;
const changesOfDay = 40;
const exchangesOfDay = 3;

interface Day {
  readonly facilities: number;
  readonly latencies: readonly number[];
  readonly lost: number;
  readonly seconds: number;
}

export async function measureFleet(): Promise<Figure[]> {
  if (process.env.TEST_DATABASE_URL === undefined) {
    const against = 'TEST_DATABASE_URL names no PostgreSQL';
    return [
      {name: 'facilities at once', value: null, unit: 'ms', against, ratio: null, target: 'nothing lost', met: false},
    ];
  }
  const days: Day[] = [];
  for (const facilities of fleets) days.push(await playDay(facilities));
  const first = must(days[0]);
  return days.map(day => figureOf(day, first));
}

async function playDay(facilities: number): Promise<Day> {
  const server = await openServer('PostgreSQL');
  try {
    const clients: Client[] = [];
    for (let index = 0; index < facilities; index += 1) clients.push(await server.enrolled(await server.facility()));
    const latencies: number[] = [];
    const milliseconds = await timed(() => Promise.all(clients.map(client => work(client, latencies))));
    const rows = await server.store.asOfficer(db =>
      db.select({facilities: count(), heads: sum(facility.head)}).from(facility),
    );
    const lost = facilities * changesOfDay * exchangesOfDay - Number(rows[0]?.heads ?? 0);
    return {facilities, latencies, lost, seconds: milliseconds / 1_000};
  } finally {
    await server.close();
  }
}

async function work(client: Client, latencies: number[]): Promise<void> {
  for (let time = 0; time < exchangesOfDay; time += 1) {
    for (let written = 0; written < changesOfDay; written += 1) client.office.write();
    const milliseconds = await timed(async () => {
      const {status} = await client.exchange();
      if (status !== 200) throw new Error(`the registry answered ${status}`);
    });
    latencies.push(milliseconds);
  }
}

function figureOf({facilities, latencies, lost, seconds}: Day, first: Day): Figure {
  const p95 = quantile(latencies, 0.95);
  const rate = rounded(latencies.length / seconds);
  return {
    name: `${facilities} facilities at once, p95 of an exchange`,
    value: rounded(p95),
    unit: 'ms',
    against: `${first.facilities} facilities: ${rounded(quantile(first.latencies, 0.95))} ms; ${rate} exchanges/s; lost ${lost}`,
    ratio: rounded(p95 / quantile(first.latencies, 0.95)),
    target: 'nothing lost',
    met: lost === 0,
  };
}
