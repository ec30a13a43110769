import {expect, test} from 'vitest';
import {isClean, printed} from './campaign.ts';
import {exchangeCampaign, freshSeed} from './exchange.ts';
import {openCampaignRegistry} from './registry.ts';

/** A short one with a fresh seed at each run, which is printed. */
test(
  'randomised exchanges lose nothing and double nothing, whatever happens on the way',
  {timeout: 300_000},
  async () => {
    const registry = await openCampaignRegistry(undefined);
    const campaign = await exchangeCampaign(registry, {exchanges: 120, seed: freshSeed(), nodes: 3, rate: 10});
    await registry.close();
    console.log(printed(campaign));
    expect(isClean(campaign), printed(campaign)).toBe(true);
    expect(Object.keys(campaign.faults).length).toBeGreaterThan(3);
  },
);
