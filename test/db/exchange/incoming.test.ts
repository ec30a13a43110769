import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {incoming} from '../../../db/exchange/incoming.ts';
import {testNodes, type TestNode} from '../../support/exchange-nodes.ts';

/** A parcel of very many changes: what is derived is made anew at its end, also where it ends early. */

const person = "INSERT INTO recipient (id, surname, first_name) VALUES (?, 'Оспанова', 'Әлия')";
const receiving = {today: () => '2026-01-05', isSealed: () => false};

function pair(): [TestNode, TestNode] {
  const [one, other] = testNodes(2);
  for (const id of ['a', 'b']) must(one).write(person, id);
  return [must(one), must(other)];
}

const found = (node: TestNode) => node.count('SELECT count(*) AS count FROM search_entry');

test('the search finds all of them at the end, and the states are told', async () => {
  const [one, other] = pair();
  const {header, changes} = one.parcelTo(other);
  const seen: number[] = [];
  async function* pages() {
    for (const change of changes) {
      yield [change];
      seen.push(found(other));
    }
    yield [];
  }
  const outcome = await incoming(other.connection, {...header, count: 1_000_000}, pages(), receiving);
  expect(outcome).toMatchObject({verdict: 'apply', integrated: 2});
  expect([seen, found(other)]).toEqual([[0, 0], 2]);
});

test('where it ends early, what came before is taken in and found', async () => {
  const [one, other] = pair();
  const {header, changes} = one.parcelTo(other);
  async function* pages() {
    yield changes.slice(0, 1);
    throw new Error('the stick was pulled out');
  }
  const cut = incoming(other.connection, {...header, count: 1_000_000}, pages(), receiving);
  await expect(cut).rejects.toThrow('pulled out');
  expect([other.rows('recipient').length, found(other)]).toEqual([1, 1]);
  expect(await other.receive(one.parcelTo(other))).toMatchObject({verdict: 'apply'});
  expect(found(other)).toBe(2);
});
