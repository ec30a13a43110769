import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {byStick, introduce, stateOf, temporaryFolder} from '../../support/exchange-offices.ts';
import {admit, failureOf, furnish, openOffice, person, type Office} from '../../support/office.ts';

/** Two PCs of one facility that have exchanged: one person, in row 1 with file 1. */
async function pair(): Promise<{first: Office; second: Office; exchange: () => Promise<void>}> {
  const [first, second] = [await openOffice(), await openOffice()];
  await furnish(first, 'stationary');
  await first.client.facility.setSetupStep({step: 'done'});
  await enter(first, 'Бірінші');
  await second.client.facility.setSetupStep({step: 'joining'});
  await introduce(first, second);
  const stick = temporaryFolder('stick');
  const exchange = async (): Promise<void> => {
    for (const each of [first, second, first, second]) await byStick(each, stick);
  };
  await exchange();
  await second.client.facility.setSetupStep({step: 'done'});
  return {first, second, exchange};
}

async function enter(office: Office, surname: string) {
  const name = {...person.name, surname};
  const entered = await admit(office, '2026-01-05', {...person, name});
  await office.client.file.open({recipientId: entered.recipientId, openedOn: '2026-01-05', cameFrom: null});
  return entered;
}

async function doubledAt({client}: Office, recipientId: string | null = null) {
  return (await client.numbering.doubled({recipientId})).numbers;
}

async function rowsOf({client}: Office, limit: number) {
  const rows = [];
  for (let after = null, more = true; more;) {
    const page = await client.journal.rows({journalId: null, statuses: [], after, limit});
    rows.push(...page.rows);
    after = must(page.rows.at(-1));
    after = {rowNumber: after.rowNumber, placementId: after.placementId};
    more = page.more;
  }
  return rows;
}

test('numbers that two PCs have given are shown on both, and one of them is given the next', async () => {
  const {first, second, exchange} = await pair();
  const here = await enter(first, 'Мұнда');
  const there = await enter(second, 'Онда');
  expect([here.rowNumber, there.rowNumber]).toEqual([2, 2]);
  expect(await doubledAt(first)).toEqual([]);
  await exchange();

  for (const office of [first, second]) {
    const numbers = await doubledAt(office);
    expect(numbers.map(({kind, number}) => [kind, number])).toEqual([
      ['row', '2'],
      ['file', '2'],
    ]);
    for (const {holders} of numbers) {
      expect(new Set(holders.map(each => each.recipientId))).toEqual(new Set([here.recipientId, there.recipientId]));
      expect(holders.map(each => each.author)).toEqual(['Басшы', 'Басшы']);
    }
    expect((await office.client.exchange.state({})).conflicts).toBe(2);
    expect(await doubledAt(office, here.recipientId)).toHaveLength(2);
    // Nobody is skipped where a page ends between two rows of one number.
    for (const limit of [1, 2, 3]) {
      expect((await rowsOf(office, limit)).map(({rowNumber}) => rowNumber)).toEqual([1, 2, 2]);
    }
  }

  const row = {kind: 'row' as const, id: there.placementId};
  expect(await second.client.numbering.giveNext(row)).toEqual({number: '3'});
  expect(await failureOf(second.client.numbering.giveNext(row))).toEqual({code: 'conflict'});
  const file = must(must(await doubledAt(second))[0]).holders.find(each => each.recipientId === there.recipientId);
  expect(await second.client.numbering.giveNext({kind: 'file', id: must(file).id})).toEqual({number: '3'});
  await exchange();
  for (const office of [first, second]) {
    expect(await doubledAt(office)).toEqual([]);
    expect((await office.client.exchange.state({})).conflicts).toBe(0);
    expect((await rowsOf(office, 1)).map(({name, rowNumber}) => [name.surname, rowNumber])).toEqual([
      ['Бірінші', 1],
      ['Мұнда', 2],
      ['Онда', 3],
    ]);
    expect((await office.client.file.get({recipientId: there.recipientId}))?.number).toBe('3');
    // What was given is never given again.
    expect(await office.client.file.nextNumber({})).toBe('4');
  }
  expect(stateOf(second)).toEqual(stateOf(first));
});
