import {expect, test} from 'vitest';
import {furnish, openOffice} from '../support/office.ts';
import {approvePlan} from '../support/plans.ts';
import {fuzz} from './fuzz.ts';

/** FUZZ_INPUTS makes it longer; the seed is printed, and the same one makes the same inputs. */
const inputs = Number(process.env['FUZZ_INPUTS'] ?? '4000');
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);

test('whatever comes in, only what the contract says goes out', {timeout: 3_600_000}, async () => {
  const office = await openOffice('2026-02-02');
  const staff = await furnish(office, 'stationary');
  const {recipientId, placementId, planId, stamp} = await approvePlan(office, staff);
  const {id: roundId, stamp: roundStamp} = await office.client.monitoring.start({planId});
  const ids = [recipientId, placementId, planId, stamp, roundId, roundStamp, staff.head, staff.medical];
  const result = await fuzz(office, {inputs, seed, ids});
  console.log(`fuzz: seed ${seed}, inputs ${result.inputs}, replies ${JSON.stringify(result.replies)}`);
  expect(result.wrong).toEqual([]);
  expect(Object.keys(result.replies).length).toBeGreaterThan(3);
});
