import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {recipientOf} from '../../../db/exchange/belongs.ts';
import {heldChanges} from '../../../db/exchange/quarantine.ts';
import {settle, testNodes, type TestNode} from '../../support/exchange-nodes.ts';

/** One PC deletes what another writes something into: what belongs to it counts, and all end with the same rows. */

const journal = "INSERT INTO journal (id, begun_on) VALUES ('j', '2026-01-01')";
const person = "INSERT INTO recipient (id, surname, first_name) VALUES ('r', 'Оспанова', 'Әлия')";
const placement = "INSERT INTO placement (id, recipient_id, journal_id, row_number) VALUES ('p', 'r', 'j', 1)";
const event =
  "INSERT INTO placement_event (id, placement_id, kind, happened_on, position) VALUES ('e', 'p', 'queued', '2026-01-05', 0)";
const relative =
  "INSERT INTO relative (id, recipient_id, position, kinship, surname, first_name) VALUES ('k', 'r', 0, 'mother', 'А', 'Б')";

/** Two PCs that both have all of this. */
async function pair(...statements: string[]): Promise<[TestNode, TestNode]> {
  const [one, other] = testNodes(2).map(node => must(node)) as [TestNode, TestNode];
  for (const statement of statements) one.write(statement);
  await settle([one, other]);
  return [one, other];
}

const ids = (node: TestNode, ...tables: string[]): unknown[] =>
  tables.flatMap(table => node.rows(table).map(({id}) => id));
const held = (node: TestNode): unknown[] => heldChanges(node.connection.readable, 9);

test('a row that was deleted comes back with what was written into it elsewhere', async () => {
  const [one, other] = await pair(person);
  one.write("DELETE FROM recipient WHERE id = 'r'");
  other.write(relative);
  await settle([one, other]);
  for (const node of [one, other]) {
    expect(ids(node, 'recipient', 'relative')).toEqual(['r', 'k']);
    expect(node.rows('recipient')).toMatchObject([{surname: 'Оспанова', first_name: 'Әлия'}]);
    expect(held(node)).toEqual([]);
  }
  expect(one.state()).toEqual(other.state());
});

test('so do all above it', async () => {
  const [one, other] = await pair(journal, person, placement);
  for (const table of ['placement', 'recipient', 'journal']) one.write(`DELETE FROM ${table}`);
  other.write(event);
  await settle([one, other]);
  for (const node of [one, other]) {
    expect(ids(node, 'journal', 'recipient', 'placement', 'placement_event')).toEqual(['j', 'r', 'p', 'e']);
    expect(held(node)).toEqual([]);
  }
});

test('edits that met on a row whose deletion is not taken stand together, and it stays', async () => {
  const [one, other] = await pair(person);
  one.write("UPDATE recipient SET first_name = 'Алия' WHERE id = 'r'");
  one.write("DELETE FROM recipient WHERE id = 'r'");
  other.write("UPDATE recipient SET patronymic = 'Бекқызы' WHERE id = 'r'");
  other.write(relative);
  await settle([one, other]);
  expect(one.state()).toEqual(other.state());
  expect(ids(one, 'recipient', 'relative')).toEqual(['r', 'k']);
});

test('what belongs to a row that never came waits; nothing else does', async () => {
  const [one, other] = await pair();
  for (const statement of [journal, person, placement]) one.write(statement);
  const {header, changes} = one.parcelTo(other);
  await other.receive({header, changes: changes.filter(({table}) => table !== 'recipient')});
  expect(heldChanges(other.connection.readable, 9).map(({reason, change}) => [reason, change.rowId])).toEqual([
    ['missing-parent', 'p'],
  ]);
  expect(ids(other, 'journal', 'placement')).toEqual(['j']);
});

test('whose a row is, is known on the way up, also of what was deleted', async () => {
  const [one] = await pair(journal, person, placement, event);
  const {readable} = one.connection;
  const of = (table: string, id: string) => recipientOf(readable, table, id);
  expect([of('recipient', 'r'), of('placement', 'p'), of('placement_event', 'e')]).toEqual(['r', 'r', 'r']);
  expect([of('journal', 'j'), of('tomorrow', 'x'), of('placement', 'none')]).toEqual([undefined, undefined, undefined]);
  for (const table of ['placement_event', 'placement']) one.write(`DELETE FROM ${table}`);
  expect([of('placement', 'p'), of('placement_event', 'e')]).toEqual(['r', 'r']);
});
