import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {openConflicts, takeLosing} from '../../../db/exchange/conflicts.ts';
import {settle, testNodes, type TestNode} from '../../support/exchange-nodes.ts';

/** One PC deletes a row while another edits it: whichever lost can be chosen, and all PCs have it then. */

const person = "INSERT INTO recipient (id, surname, first_name, phone) VALUES ('a', 'Оспанова', 'Әлия', '1')";
const edit = "UPDATE recipient SET first_name = 'Алия' WHERE id = 'a'";
const removal = "DELETE FROM recipient WHERE id = 'a'";

async function met(first: string, second: string): Promise<[TestNode, TestNode]> {
  const [one, other] = testNodes(2).map(node => must(node)) as [TestNode, TestNode];
  one.write(person);
  await settle([one, other]);
  one.write(first);
  other.write(second);
  await settle([one, other]);
  return [one, other];
}

test.each([
  {lost: 'the edit', first: edit, second: removal, there: 0, chosen: 1},
  {lost: 'the deletion', first: removal, second: edit, there: 1, chosen: 0},
])('$lost lost, and is chosen', async ({first, second, there, chosen}) => {
  const [one, other] = await met(first, second);
  for (const node of [one, other]) expect(node.rows('recipient')).toHaveLength(there);
  const conflict = must(openConflicts(one.connection.readable).find(({field}) => field === null));
  const choice = {table: 'recipient', rowId: 'a', field: null, loser: must(conflict.losing[0]).stamp};
  expect(one.connection.transact(db => takeLosing(db, choice), {accountId: 'x'})).toBe(true);
  await settle([one, other]);
  const row = {first_name: 'Алия', surname: 'Оспанова', phone: '1'};
  for (const node of [one, other]) {
    expect(node.rows('recipient')).toMatchObject(chosen === 1 ? [row] : []);
    expect(node.rows('recipient')).toHaveLength(chosen);
    expect(openConflicts(node.connection.readable)).toEqual([]);
  }
});
