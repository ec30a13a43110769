import {expect, test} from 'vitest';
import {isClean, printed} from './campaign.ts';
import {exchangeCampaign, freshSeed} from './exchange.ts';

/** A short one with a fresh seed at each run; `npm run faults -- --exchanges N --seed S` does the same again, and longer ones. */
test('randomised exchanges with every fault lose nothing and double nothing', {timeout: 300_000}, async () => {
  const campaign = await exchangeCampaign({exchanges: 120, seed: freshSeed(), nodes: 3, rate: 10});
  console.log(printed(campaign));
  expect(isClean(campaign), printed(campaign)).toBe(true);
  expect(Object.keys(campaign.faults).length).toBeGreaterThan(3);
});
