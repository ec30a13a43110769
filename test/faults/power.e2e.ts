import {expect, test} from 'vitest';
import {isClean, printed} from './campaign.ts';
import {freshSeed} from './exchange.ts';
import {powerCampaign} from './power.ts';
import {lacks} from '../support/lacks.ts';

/** Short ones with a fresh seed at each run, which is printed; the built program itself is killed. */
test('the program is killed at any moment, and nothing that was answered is lost', {timeout: 240_000}, async () => {
  const campaign = await powerCampaign({fault: 'kills', rounds: 10, seed: freshSeed()});
  console.log(printed(campaign));
  expect(isClean(campaign), printed(campaign)).toBe(true);
  expect(campaign.written).toBeGreaterThan(10);
});

test.skipIf(lacks.smallDisk()).each(['full-disk', 'read-only'] as const)(
  '%s: refused with its reason, and nothing that was answered is lost',
  {timeout: 240_000},
  async fault => {
    const campaign = await powerCampaign({fault, rounds: 3, seed: freshSeed()});
    console.log(printed(campaign));
    expect(isClean(campaign), printed(campaign)).toBe(true);
    expect(campaign.written).toBeGreaterThan(10);
  },
);
