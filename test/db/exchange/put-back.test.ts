import {expect, test} from 'vitest';
import {incoming} from '../../../db/exchange/incoming.ts';
import {must} from '../../../domain/assert.ts';
import {settle, testNodes, type TestNode} from '../../support/exchange-nodes.ts';
import {besideTheLog} from '../../support/told-by-log.ts';

/** Rule 5, where nobody tells the program: somebody has copied an older file of the database back, and works on. */

const person = "INSERT INTO recipient (id, surname, first_name) VALUES (?, 'Оспанова', 'Әлия')";

async function three(): Promise<[TestNode, TestNode, TestNode]> {
  const nodes = testNodes(3);
  must(nodes[0]).write(person, 'before');
  await settle(nodes);
  return nodes as [TestNode, TestNode, TestNode];
}

async function expectTogether(nodes: readonly TestNode[], people: readonly string[]): Promise<void> {
  await settle(nodes);
  for (const node of nodes) {
    expect(node.rows('recipient').map(({id}) => id)).toEqual(people);
    expect(besideTheLog(node.connection.readable)).toEqual([]);
  }
}

test('what it had sent and lost comes back, though it has written more than that since', async () => {
  const [office, ...others] = await three();
  const copy = office.copy();
  office.write(person, 'lost');
  for (const other of others) await other.receive(office.parcelTo(other));
  office.restore(copy);
  for (const id of ['new 1', 'new 2', 'new 3']) office.write(person, id);
  await expectTogether([office, ...others], ['before', 'lost', 'new 1', 'new 2', 'new 3']);
});

test('of a stick that was pulled out and put in again nothing is taken for lost', async () => {
  const [office, other] = await three();
  for (const id of ['one', 'two', 'three']) office.write(person, id);
  const {header, changes} = office.parcelTo(other);
  async function* pulledOut() {
    yield changes.slice(0, 1);
    throw new Error('the stick was pulled out');
  }
  const receiving = {today: () => '2026-01-05', isSealed: () => false};
  await expect(incoming(other.connection, header, pulledOut(), receiving)).rejects.toThrow('pulled out');
  expect(await other.receive({header, changes})).toMatchObject({verdict: 'apply', integrated: 2, known: 1});
  const answer = other.parcelTo(office);
  expect(answer.changes).toEqual([]);
  expect(answer.header.seen.upTo).toEqual(header.log.upTo);
});

test('what lies aside and comes once more is nothing new', async () => {
  const [office, other] = await three();
  for (const id of ['one', 'two']) office.write(person, id);
  // Nobody answers: the next parcel begins at the same place.
  for (const _ of [1, 2]) {
    const {header, changes} = office.parcelTo(other);
    const spoilt = changes.map((change, place) => (place === 0 ? {...change, table: 'nonsense'} : change));
    await other.receive({header, changes: spoilt});
  }
  expect(other.count('SELECT count(*) AS count FROM quarantine')).toBe(1);
  expect(other.parcelTo(office).changes).toEqual([]);
});

test('what was on a stick that arrives after its first parcel comes back', async () => {
  const [office, ...others] = await three();
  const copy = office.copy();
  office.write(person, 'lost');
  const late = office.parcelTo(others[0]);
  office.restore(copy);
  office.write(person, 'new');
  await others[0].receive(office.parcelTo(others[0]));
  await others[0].receive(late);
  await expectTogether([office, ...others], ['before', 'lost', 'new']);
});
