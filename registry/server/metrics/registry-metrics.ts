import {monitorEventLoopDelay} from 'node:perf_hooks';
import {and, count, eq, sql} from 'drizzle-orm';
import type {ExchangeError} from '../../protocol/errors.ts';
import type {Receipt} from '../../store/receive.ts';
import {facility, node} from '../../store/schema/facility.ts';
import {quarantine} from '../../store/schema/log.ts';
import type {Store} from '../../store/store.ts';
import {Counter, exposition, gauge, Histogram, type Metric} from './metric.ts';

/** Seconds: from a parcel without news to one over the slowest line. */
const durations = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
/** Days behind, of a PC: yesterday, a week, a month. */
const silences = [1, 7, 30];

/** By which way a parcel came. */
export type LaneName = 'network' | 'stick';

interface Counted {
  readonly facilities: number;
  readonly nodes: readonly (readonly [{silent: string}, number])[];
  readonly quarantined: number;
}

/** What the registry counts of itself for those who run it. No label names a person, a facility, a PC or an address. */
export class RegistryMetrics {
  readonly requests = new Counter<'method' | 'route' | 'status'>(
    'tirek_requests_total',
    'Requests that were answered.',
  );
  readonly durations = new Histogram<'route'>(
    'tirek_request_seconds',
    'From the head of a request to the end of its answer.',
    durations,
  );
  readonly parcels = new Counter<'lane' | 'verdict'>('tirek_parcels_total', 'Parcels that were read to their end.');
  readonly changes = new Counter<'lane' | 'became'>(
    'tirek_changes_total',
    'Changes in them: new in the log, known before, put aside.',
  );
  readonly refused = new Counter<'reason'>(
    'tirek_refused_total',
    'Requests that were refused, by the code of the protocol.',
  );
  readonly #store: Store;
  readonly #loop = monitorEventLoopDelay({resolution: 20});
  readonly #now: () => number;

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
    this.#loop.enable();
  }

  took(lane: LaneName, {verdict, accepted, known, quarantined}: Omit<Receipt, 'head'>): void {
    this.parcels.add({lane, verdict});
    for (const [became, by] of Object.entries({accepted, known, quarantined})) this.changes.add({lane, became}, by);
  }

  refuse(reason: ExchangeError): void {
    this.refused.add({reason});
  }

  /** In the text format. Answers without the database too: that it does not answer is one of the figures. */
  async text(): Promise<string> {
    const counted = await this.#counted().catch(() => undefined);
    return exposition([
      this.requests,
      this.durations,
      this.parcels,
      this.changes,
      this.refused,
      gauge('tirek_database_up', 'Whether the database answers.', () => (counted === undefined ? 0 : 1)),
      ...(counted === undefined ? [] : gaugesOf(counted)),
      ...this.#poolGauges(),
      ...this.#processGauges(),
    ]);
  }

  close(): void {
    this.#loop.disable();
  }

  async #counted(): Promise<Counted> {
    return this.#store.asOfficer(async db => {
      const [facilities] = await db.select({rows: count()}).from(facility);
      const [aside] = await db.select({rows: count()}).from(quarantine).where(eq(quarantine.state, 'open'));
      const nodes: [{silent: string}, number][] = [];
      for (const days of silences) {
        const since = new Date(this.#now() - days * 86_400_000);
        const [silent] = await db
          .select({rows: count()})
          .from(node)
          .where(
            and(
              eq(node.status, 'active'),
              sql`coalesce(${node.lastExchangeAt}, ${node.enrolledAt}) < ${since.toISOString()}::timestamptz`,
            ),
          );
        nodes.push([{silent: `${days}d`}, silent?.rows ?? 0]);
      }
      const [active] = await db.select({rows: count()}).from(node).where(eq(node.status, 'active'));
      return {
        facilities: facilities?.rows ?? 0,
        quarantined: aside?.rows ?? 0,
        nodes: [[{silent: 'any'}, active?.rows ?? 0], ...nodes],
      };
    });
  }

  #poolGauges(): Metric[] {
    const {open, idle, waiting, most} = this.#store.connections();
    return [
      gauge('tirek_database_connections', 'Connections to the database.', () => [
        [{state: 'busy'}, open - idle],
        [{state: 'idle'}, idle],
      ]),
      gauge('tirek_database_connections_most', 'Connections that there may be.', () => most),
      gauge('tirek_database_waiting', 'Transactions that wait for a connection.', () => waiting),
    ];
  }

  #processGauges(): Metric[] {
    const {rss, heapUsed} = process.memoryUsage();
    const {user, system} = process.cpuUsage();
    const delay = this.#loop.percentile(99) / 1e9;
    this.#loop.reset();
    return [
      gauge('process_resident_memory_bytes', 'Memory of the process.', () => rss),
      gauge('process_heap_bytes', 'Of it, objects of the program.', () => heapUsed),
      gauge('process_cpu_seconds_total', 'Seconds of the processor.', () => (user + system) / 1e6, 'counter'),
      gauge('process_start_time_seconds', 'When it began.', () => Math.round(Date.now() / 1000 - process.uptime())),
      gauge('tirek_event_loop_delay_seconds', 'p99 of the delay since it was last asked for.', () =>
        Number.isFinite(delay) ? delay : 0,
      ),
    ];
  }
}

function gaugesOf({facilities, nodes, quarantined}: Counted): Metric[] {
  return [
    gauge('tirek_facilities', 'Facilities.', () => facilities),
    gauge('tirek_nodes', 'PCs that may exchange, and those of them that have been silent for longer.', () => nodes),
    gauge('tirek_quarantined', 'Changes that are put aside and not mended.', () => quarantined),
  ];
}
