import {expect, test} from 'vitest';
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
