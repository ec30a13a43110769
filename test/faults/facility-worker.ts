import {parentPort, workerData} from 'node:worker_threads';
import type {Campaign} from './campaign.ts';
import {exchangeCampaign} from './exchange.ts';
import {openCampaignRegistry} from './registry.ts';

/** Facilities one after another at one registry; says each exchange, and what each facility came to. */

export interface Work {
  readonly facilities: readonly {readonly seed: string; readonly exchanges: number}[];
  readonly nodes: number;
  readonly databaseUrl: string | undefined;
}

export type Report = {readonly campaign: Campaign} | {readonly exchanges: number};

/** So many exchanges are told together. */
const step = 50;

const {facilities, nodes, databaseUrl} = workerData as Work;
const say = (report: Report): void => parentPort?.postMessage(report);

const registry = await openCampaignRegistry(databaseUrl);
let done = 0;
for (const facility of facilities) {
  const onProgress = (): void => {
    done += 1;
    if (done % step === 0) say({exchanges: step});
  };
  say({campaign: await exchangeCampaign(registry, {...facility, nodes, onProgress})});
}
await registry.close();
