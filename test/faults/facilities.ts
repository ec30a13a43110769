import {once} from 'node:events';
import {availableParallelism} from 'node:os';
import {Worker} from 'node:worker_threads';
import {isClean, printed, together, type Campaign} from './campaign.ts';
import type {Report, Work} from './facility-worker.ts';

export interface FacilitiesOptions {
  readonly exchanges: number;
  readonly seed: string;
  readonly nodes: number;
}

/** A facility has its years of work and no more; then comes the next one. */
const exchangesPerFacility = 1_000;

function facilitiesOf({exchanges, seed}: FacilitiesOptions): {seed: string; exchanges: number}[] {
  const count = Math.ceil(exchanges / exchangesPerFacility);
  return Array.from({length: count}, (_, index) => ({
    seed: count === 1 ? seed : `${seed}-${index + 1}`,
    exchanges: Math.min(exchangesPerFacility, exchanges - index * exchangesPerFacility),
  }));
}

/**
 * The facilities dealt out to as many threads as there are processors, each with a registry of its own on PGlite. Ctrl+C ends
 * it with what has been gone through by then.
 */
export async function facilitiesCampaign(
  options: FacilitiesOptions,
  onProgress: (exchanges: number) => void,
): Promise<Campaign> {
  const facilities = facilitiesOf(options);
  const threads = Math.min(availableParallelism(), facilities.length);
  const campaigns: Campaign[] = [];
  const workers: Worker[] = [];
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
    for (const worker of workers) void worker.terminate();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  const runs = Array.from({length: threads}, (_, thread) => {
    const work: Work = {
      facilities: facilities.filter((_facility, index) => index % threads === thread),
      nodes: options.nodes,
      databaseUrl: process.env['DATABASE_URL'],
    };
    const worker = new Worker(new URL('./facility-worker.ts', import.meta.url), {workerData: work});
    workers.push(worker);
    worker.on('message', (report: Report) => {
      if ('exchanges' in report) return onProgress(report.exchanges);
      campaigns.push(report.campaign);
      if (!isClean(report.campaign)) console.log(printed(report.campaign));
    });
    return once(worker, 'exit');
  });
  const ends = await Promise.all(runs);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
  if (!isStopped && ends.some(([code]) => code !== 0)) throw new Error('a facility was not gone through to its end');
  return together(options.seed, campaigns);
}
