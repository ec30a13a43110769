import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {append} from '../../../db/exchange/log.ts';
import {replayRaw} from '../../../db/exchange/raw.ts';
import {testNodes, type TestNode} from '../../support/exchange-nodes.ts';

/** Rows that a newer version wrote, in a log whose program has just learned of their tables. */

const journal = "INSERT INTO journal (id, begun_on) VALUES ('j', '2026-01-01')";
const person = "INSERT INTO recipient (id, surname, first_name) VALUES ('r', 'Оспанова', 'Әлия')";
const placement = "INSERT INTO placement (id, recipient_id, journal_id, row_number) VALUES ('p', 'r', 'j', 1)";

async function received(...statements: string[]): Promise<TestNode> {
  const [one, other] = testNodes(2).map(node => must(node)) as [TestNode, TestNode];
  for (const statement of statements) one.write(statement);
  await other.receive(one.parcelTo(other));
  return other;
}

/** As they came when the program had no place for them: in the log, and in no table. */
function withoutPlace({connection}: TestNode, ...tables: string[]): void {
  connection.integrate(log => {
    log.silently(() => {
      for (const table of tables) log.run(`DELETE FROM "${table}"`);
    });
    log.run(
      `INSERT INTO unapplied (stamp, table_name, row_id)
        SELECT stamp, table_name, row_id FROM change WHERE table_name IN (SELECT value FROM json_each(?))`,
      JSON.stringify(tables),
    );
  });
}

const left = (node: TestNode) => node.count('SELECT count(*) AS count FROM unapplied');

test('take their place, whichever of them stands first', async () => {
  const node = await received(journal, person, placement);
  const before = node.stamps();
  withoutPlace(node, 'placement', 'recipient');
  node.connection.integrate(replayRaw);
  expect(node.rows('recipient')).toMatchObject([{id: 'r', surname: 'Оспанова'}]);
  expect(node.rows('placement')).toMatchObject([{id: 'p', recipient_id: 'r'}]);
  expect([left(node), node.stamps()]).toEqual([0, before]);
});

test('bring back what they belong to, where it was deleted meanwhile', async () => {
  const node = await received(journal, person, placement);
  withoutPlace(node, 'placement');
  node.write("DELETE FROM recipient WHERE id = 'r'");
  node.connection.integrate(replayRaw);
  expect(node.rows('recipient')).toMatchObject([{id: 'r', surname: 'Оспанова'}]);
  expect(node.rows('placement')).toHaveLength(1);
  expect(left(node)).toBe(0);
});

test('wait in the log where a rule of this version does not let them in; the others do not wait for them', async () => {
  const node = await received(journal, person, placement);
  withoutPlace(node, 'placement', 'recipient');
  node.connection.integrate(log => {
    const stamp = log.stamp();
    const patch = '{"recipient_id":"r","journal_id":"never here","row_number":2}';
    const made = {seq: 9, stamp, table: 'placement', rowId: 'q', op: 'insert', patch, base: [], author: null} as const;
    append(log, {...made, recordedAt: log.recordedAt()}, null);
    log.run("INSERT INTO unapplied (stamp, table_name, row_id) VALUES (?, 'placement', 'q')", stamp);
  });
  node.connection.integrate(replayRaw);
  expect(node.rows('placement').map(({id}) => id)).toEqual(['p']);
  expect(left(node)).toBe(1);
});

test('that were deleted go, and tables that are still not known go on waiting', async () => {
  const node = await received(journal, person, "DELETE FROM recipient WHERE id = 'r'");
  withoutPlace(node, 'recipient');
  node.connection.integrate(log => {
    log.run("INSERT INTO unapplied (stamp, table_name, row_id) VALUES ('x', 'tomorrow', 'y')");
  });
  node.connection.integrate(replayRaw);
  expect(node.rows('recipient')).toEqual([]);
  expect(left(node)).toBe(1);
});
