import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {verifyAudit} from '../../../db/audit/verify.ts';
import {erasePerson} from '../../../db/commands/erasure.ts';
import {tryHeldAgain} from '../../../db/exchange/page.ts';
import {approveDeletions} from '../../../db/exchange/quarantine.ts';
import {settle, testNodes, type Parcel, type TestNode} from '../../support/exchange-nodes.ts';
import {besideTheLog} from '../../support/told-by-log.ts';

/** Somebody is erased on one PC while the others go on working with them: in any order of arrival all end with the same. */

const person = "INSERT INTO recipient (id, surname, first_name) VALUES (?, ?, 'Әлия')";
const relative =
  "INSERT INTO relative (id, recipient_id, position, kinship, surname, first_name) VALUES (?, ?, 0, 'mother', ?, 'А')";

function erase(where: TestNode, recipientId: string): void {
  where.connection.transact(db => erasePerson(db, {recipientId, reason: 'mistake', erasedOn: '2026-01-05'}), {
    accountId: `a${where.id}`,
  });
}

function has(where: TestNode, table: string, id: string): boolean {
  return where.count(`SELECT count(*) AS count FROM ${table} WHERE id = '${id}'`) > 0;
}

/** Where the words of the erased still stand: in rows, in the log, in what waits. */
function tracesOf(where: TestNode, mark: string, ofOthers: ReadonlySet<unknown> = new Set()): string[] {
  const places = ['recipient', 'relative', 'recipient_merge', 'change', 'quarantine', 'draft', 'command_receipt'];
  const text = (table: string): string => {
    const rows = where.connection.readable.prepare<Record<string, unknown>>(`SELECT * FROM ${table}`).all();
    return JSON.stringify(rows.filter(row => !ofOthers.has(table === 'change' ? row['row_id'] : row['id'])));
  };
  return places.filter(table => text(table).includes(mark));
}

/** The relatives that somebody has made another person's, and that stand as such: what was written of them is theirs. */
function movedIn(where: TestNode): ReadonlySet<unknown> {
  const moved = where.connection.readable.prepare<{id: string}>(
    `SELECT row_id AS id FROM change c WHERE table_name = 'relative' AND patch ->> 'recipient_id' <> substr(row_id, -2)
      AND NOT EXISTS (SELECT 1 FROM erased_row e WHERE e.row_id = c.row_id)`,
  );
  return new Set(moved.all().map(({id}) => id));
}

async function three(): Promise<readonly [TestNode, TestNode, TestNode]> {
  const [a, b, c] = testNodes(3);
  if (a === undefined || b === undefined || c === undefined) throw new Error('three nodes');
  a.write(person, 'x', 'Жоғалбекова');
  a.write(relative, 'rx', 'x', 'Жоғалбекова');
  a.write(person, 'y', 'Қалғанова');
  await settle([a, b, c]);
  return [a, b, c];
}

async function expectGone(nodes: readonly TestNode[]): Promise<void> {
  await settle(nodes);
  for (const node of nodes) {
    expect(tracesOf(node, 'Жоғалбек')).toEqual([]);
    expect(node.state()).toEqual(nodes[0]?.state());
    expect(node.count('SELECT count(*) AS count FROM quarantine')).toBe(0);
    expect(node.count('SELECT count(*) AS count FROM pragma_foreign_key_check')).toBe(0);
    expect(await verifyAudit(node.connection.readable)).toMatchObject({broken: null});
  }
}

describe('many erasures', () => {
  test('wait for a person as many deletions do, unless those people are not here', async () => {
    const [a, b] = await three();
    for (let count = 0; count < 30; count += 1) a.write(person, `p${count}`, `Жоғалбекова ${count}`);
    await settle([a, b]);
    for (let count = 0; count < 30; count += 1) erase(a, `p${count}`);
    await b.receive(a.parcelTo(b));
    expect(b.rows('recipient')).toHaveLength(32);
    expect(b.count("SELECT count(*) AS count FROM quarantine WHERE reason = 'mass-deletion'")).toBe(30);
    const [fresh] = testNodes(4).slice(3);
    if (fresh === undefined) throw new Error('a fourth node');
    a.meets([fresh]);
    fresh.meets([a]);
    await fresh.receive(a.parcelTo(fresh));
    expect(fresh.count('SELECT count(*) AS count FROM quarantine')).toBe(0);
    expect(fresh.rows('recipient').map(({id}) => id)).toEqual(['x', 'y']);
    b.connection.integrate(log => {
      approveDeletions(log);
      tryHeldAgain(log, {registry: null, newer: false, people: new Set()});
    });
    expect(tracesOf(b, 'Жоғалбекова 1')).toEqual([]);
    expect(b.count('SELECT count(*) AS count FROM quarantine')).toBe(0);
  });
});

describe('an erasure', () => {
  test('goes to every PC, and no parcel carries what was erased', async () => {
    const nodes = await three();
    erase(nodes[0], 'x');
    expect(JSON.stringify(nodes[0].parcelTo(nodes[1]).changes)).not.toContain('Жоғалбек');
    await expectGone(nodes);
    expect(has(nodes[2], 'recipient', 'y')).toBe(true);
  });

  test('reaches a PC that joins later without the person', async () => {
    const [a, b, c] = await three();
    erase(a, 'x');
    const [fresh] = testNodes(4).slice(3);
    if (fresh === undefined) throw new Error('a fourth node');
    for (const node of [a, b, c]) node.meets([fresh]);
    await expectGone([a, b, c, fresh]);
    expect(fresh.rows('recipient').map(({id}) => id)).toEqual(['y']);
  });

  test('takes along what another PC has written of the person meanwhile, and tells of it', async () => {
    const nodes = await three();
    const [a, b] = nodes;
    erase(a, 'x');
    b.write("UPDATE recipient SET address = 'Жоғалбекова көшесі' WHERE id = 'x'");
    b.write(relative, 'late', 'x', 'Жоғалбеков');
    b.write("DELETE FROM relative WHERE id = 'rx'");
    await expectGone(nodes);
    expect(nodes.every(node => !has(node, 'relative', 'late'))).toBe(true);
  });

  test('comes after what it erases, before it, and again: nothing waits', async () => {
    const nodes = await three();
    const [a, b, c] = nodes;
    b.write(relative, 'late', 'x', 'Жоғалбекова');
    const late = b.parcelTo(c);
    b.write("UPDATE relative SET first_name = 'Жоғалбек' WHERE id = 'late'");
    const later = b.parcelTo(c);
    erase(a, 'x');
    await c.receive(a.parcelTo(c));
    await c.receive(later);
    await c.receive(late);
    await c.receive(late);
    expect(tracesOf(c, 'Жоғалбек')).toEqual([]);
    expect(c.count('SELECT count(*) AS count FROM quarantine')).toBe(0);
    await expectGone(nodes);
  });

  test('leaves somebody whom another PC has merged into the erased entry meanwhile', async () => {
    const nodes = await three();
    const [a, b, c] = nodes;
    a.write(relative, 'ry', 'y', 'Қалғанова');
    await settle(nodes);
    erase(a, 'x');
    b.write("UPDATE relative SET recipient_id = 'x' WHERE id = 'ry'");
    b.write("UPDATE recipient SET merged_into_id = 'x' WHERE id = 'y'");
    b.write(
      "INSERT INTO recipient_merge (id, kept_id, merged_id, merged_on, moved, filled) VALUES ('m', 'x', 'y', '2026-01-05', '[]', '{}')",
    );
    // One hears of the merge first, the other of the erasure.
    await c.receive(b.parcelTo(c));
    await expectGone(nodes);
    for (const node of nodes) {
      expect(node.rows('relative')).toMatchObject([{id: 'ry', recipient_id: 'y'}]);
      expect(node.rows('recipient')).toMatchObject([{id: 'y', merged_into_id: null}]);
      expect(node.rows('recipient_merge')).toEqual([]);
    }
  });

  test('comes again to a PC whose disk was put back', async () => {
    const nodes = await three();
    const [a, b] = nodes;
    const before = b.copy();
    erase(a, 'x');
    await settle(nodes);
    b.restore(before);
    expect(has(b, 'recipient', 'x')).toBe(true);
    await expectGone(nodes);
  });

  test.each([
    {what: 'staff', rows: [['staff', 's']]},
    {
      what: 'the organisation',
      rows: [
        ['recipient', 'x'],
        ['facility', 'f'],
      ],
    },
    {what: 'no list', rows: {}},
  ])('that names $what is refused', async ({rows}) => {
    const [a, b] = await three();
    const {header, changes} = a.parcelTo(b);
    const patch = JSON.stringify({recipient_id: 'x', erased_on: '2026-01-05', reason: 'mistake', rows});
    const stamp = a.connection.integrate(log => log.stamp());
    const forged = {seq: header.log.upTo.seq + 1, stamp, table: 'erasure', rowId: 'e', op: 'insert' as const, patch};
    const upTo = {seq: forged.seq, stamp};
    await b.receive({
      header: {...header, count: changes.length + 1, log: {...header.log, upTo}},
      changes: [...changes, {...forged, base: [], author: null, recordedAt: '2026-01-05T06:00:00.000Z'}],
    });
    expect(b.rows('erasure')).toEqual([]);
    expect(has(b, 'recipient', 'x')).toBe(true);
    expect(b.count("SELECT count(*) AS count FROM quarantine WHERE reason = 'malformed'")).toBe(1);
  });
});

const count = 3;
const node = fc.nat(count - 1);
const few = fc.nat(2);
const act = fc.oneof(
  {weight: 3, arbitrary: fc.record({act: fc.constant('person' as const), node, row: few, text: fc.nat(99)})},
  {weight: 3, arbitrary: fc.record({act: fc.constant('relative' as const), node, row: few, of: few, text: fc.nat(99)})},
  {weight: 1, arbitrary: fc.record({act: fc.constant('move' as const), node, row: few, of: few})},
  {weight: 1, arbitrary: fc.record({act: fc.constant('merge' as const), node, row: few, of: few})},
  {weight: 1, arbitrary: fc.record({act: fc.constant('remove' as const), node, row: few})},
  {weight: 2, arbitrary: fc.record({act: fc.constant('erase' as const), node, row: few})},
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('send' as const),
      node,
      to: node,
      page: fc.integer({min: 1, max: 4}),
      lost: fc.boolean(),
    }),
  },
  {weight: 3, arbitrary: fc.record({act: fc.constant('deliver' as const), which: fc.nat(20)})},
  {weight: 1, arbitrary: fc.record({act: fc.constant('save' as const), node})},
  {weight: 1, arbitrary: fc.record({act: fc.constant('restore' as const), node})},
);
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

const at = (nodes: readonly TestNode[], index: number): TestNode => {
  const found = nodes[index];
  if (found === undefined) throw new Error('no such node');
  return found;
};

/** Each text names whose it is, so that a trace of the erased is found wherever it stands. */
function edit(where: TestNode, each: Act): void {
  if (each.act === 'person') {
    const id = `p${each.row}`;
    if (has(where, 'recipient', id)) {
      where.write('UPDATE recipient SET address = ? WHERE id = ?', `of ${id}: ${each.text}`, id);
    } else if (where.count(`SELECT count(*) AS count FROM erased_row WHERE row_id = '${id}'`) === 0) {
      where.write(person, id, `of ${id}: ${each.text}`);
    }
  } else if (each.act === 'relative') {
    const [id, owner] = [`r${each.row}-p${each.of}`, `p${each.of}`];
    if (!has(where, 'recipient', owner)) return;
    if (has(where, 'relative', id)) {
      where.write('UPDATE relative SET first_name = ? WHERE id = ?', `${each.text}`, id);
    } else if (where.count(`SELECT count(*) AS count FROM erased_row WHERE row_id = '${id}'`) === 0) {
      where.write(relative, id, owner, `of ${owner}: ${each.text}`);
    }
  } else if (each.act === 'move') {
    for (const owner of ['p0', 'p1', 'p2']) {
      const id = `r${each.row}-${owner}`;
      if (has(where, 'relative', id) && has(where, 'recipient', `p${each.of}`)) {
        where.write('UPDATE relative SET recipient_id = ? WHERE id = ?', `p${each.of}`, id);
      }
    }
  } else if (each.act === 'merge') {
    const [kept, merged] = [`p${each.row}`, `p${each.of}`];
    if (kept === merged || !has(where, 'recipient', kept) || !has(where, 'recipient', merged)) return;
    where.write('UPDATE recipient SET merged_into_id = ? WHERE id = ? AND merged_into_id IS NULL', kept, merged);
  } else if (each.act === 'remove') where.write('DELETE FROM relative WHERE id LIKE ?', `r${each.row}-%`);
  else if (each.act === 'erase' && has(where, 'recipient', `p${each.row}`)) erase(where, `p${each.row}`);
}

async function play(nodes: readonly TestNode[], acts: readonly Act[]): Promise<void> {
  const saved = nodes.map(each => each.copy());
  const carried: {to: number; parcel: Parcel}[] = [];
  for (const each of acts) {
    if (each.act === 'deliver') {
      const found = carried[each.which % Math.max(1, carried.length)];
      if (found !== undefined) await at(nodes, found.to).receive(found.parcel);
    } else if (each.act === 'save') saved[each.node] = at(nodes, each.node).copy();
    else if (each.act === 'restore') at(nodes, each.node).restore(saved[each.node] ?? '');
    else if (each.act === 'send') {
      if (each.node === each.to) continue;
      const parcel = at(nodes, each.node).parcelTo(at(nodes, each.to), each.page);
      carried.push({to: each.to, parcel});
      if (!each.lost) await at(nodes, each.to).receive(parcel);
    } else edit(at(nodes, each.node), each);
  }
  for (const {to, parcel} of carried) await at(nodes, to).receive(parcel);
}

test(
  'three PCs that erase, merge, lose and restore end with the same rows, and with no word of the erased',
  {timeout: 600_000},
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, {minLength: 20, maxLength: 60, size: 'max'}), async acts => {
        const nodes = testNodes(count);
        await play(nodes, acts);
        await settle(nodes);
        for (const each of nodes) {
          const erased = each.rows('erasure').map(({recipient_id: id}) => String(id));
          expect([...new Set(erased)].flatMap(id => tracesOf(each, `of ${id}:`, movedIn(each)))).toEqual([]);
          expect(each.count('SELECT count(*) AS count FROM quarantine')).toBe(0);
          expect(each.count('SELECT count(*) AS count FROM pragma_foreign_key_check')).toBe(0);
          expect(await verifyAudit(each.connection.readable)).toMatchObject({broken: null});
          expect(each.state()).toEqual(nodes[0]?.state());
          expect(besideTheLog(each.connection.readable)).toEqual([]);
        }
      }),
      process.env['RUNS'] === undefined ? {numRuns: 12, seed: 20261126} : {numRuns: Number(process.env['RUNS'])},
    );
  },
);
