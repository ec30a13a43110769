import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {settle, testNodes, type Parcel, type TestNode} from '../../support/exchange-nodes.ts';
import {besideTheLog} from '../../support/told-by-log.ts';

/** Rule 2 with rules 4, 5, 10 and 11: whatever happens to parcels and disks, all PCs end with the same rows, and lose none. */

const count = 3;
const node = fc.nat(count - 1);
const few = fc.nat(3);

const act = fc.oneof(
  {weight: 3, arbitrary: fc.record({act: fc.constant('person' as const), node, row: few, text: fc.nat(99)})},
  {weight: 3, arbitrary: fc.record({act: fc.constant('relative' as const), node, row: few, of: few, text: fc.nat(99)})},
  {weight: 2, arbitrary: fc.record({act: fc.constant('meet' as const), node, row: few, text: fc.nat(99)})},
  {weight: 2, arbitrary: fc.record({act: fc.constant('remove' as const), node, row: few})},
  {weight: 1, arbitrary: fc.record({act: fc.constant('remove person' as const), node, row: few})},
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('send' as const),
      node,
      to: node,
      // So small that a parcel has several, or so large that edits meet on one.
      page: fc.oneof(fc.integer({min: 1, max: 4}), fc.constant(100)),
      lost: fc.boolean(),
    }),
  },
  {weight: 3, arbitrary: fc.record({act: fc.constant('deliver' as const), which: fc.nat(20)})},
  {weight: 1, arbitrary: fc.record({act: fc.constant('save' as const), node})},
  {weight: 1, arbitrary: fc.record({act: fc.constant('restore' as const), node})},
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('clock' as const),
      node,
      minutes: fc.integer({min: -600_000, max: 600_000}),
    }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

const at = (nodes: readonly TestNode[], index: number): TestNode => {
  const found = nodes[index];
  if (found === undefined) throw new Error('no such node');
  return found;
};

function personIn(where: TestNode, row: number): boolean {
  return where.count(`SELECT count(*) AS count FROM recipient WHERE id = 'p${row}'`) > 0;
}

function edit(where: TestNode, each: Act): void {
  if (each.act === 'person') {
    const text = `Т${each.text}`;
    if (personIn(where, each.row)) {
      const column = each.text % 2 === 0 ? 'address' : 'phone';
      where.write(`UPDATE recipient SET ${column} = ? WHERE id = ?`, text, `p${each.row}`);
    } else where.write("INSERT INTO recipient (id, surname, first_name) VALUES (?, ?, 'Әлия')", `p${each.row}`, text);
  } else if (each.act === 'relative') {
    if (!personIn(where, each.of)) return;
    const id = `r${each.row}`;
    const known = where.count(`SELECT count(*) AS count FROM relative WHERE id = '${id}'`) > 0;
    if (known) where.write('UPDATE relative SET first_name = ? WHERE id = ?', `А${each.text}`, id);
    else {
      where.write(
        "INSERT INTO relative (id, recipient_id, position, kinship, surname, first_name) VALUES (?, ?, 0, ?, 'А', ?)",
        id,
        `p${each.of}`,
        'mother',
        `А${each.text}`,
      );
    }
  } else if (each.act === 'remove') where.write('DELETE FROM relative WHERE id = ?', `r${each.row}`);
  else if (each.act === 'remove person') {
    where.write(
      'DELETE FROM recipient WHERE id = ? AND NOT EXISTS (SELECT 1 FROM relative WHERE recipient_id = ?)',
      `p${each.row}`,
      `p${each.row}`,
    );
  }
}

/** Two write the same field without knowing of each other, and the third hears of both at once: by chance it is too rare. */
async function meet(nodes: readonly TestNode[], {node: number, row, text}: Act & {act: 'meet'}): Promise<void> {
  const [one, other, third] = [0, 1, 2].map(next => at(nodes, (number + next) % count)) as [
    TestNode,
    TestNode,
    TestNode,
  ];
  const write = (where: TestNode, more: number): void =>
    edit(where, {act: 'person', node: number, row, text: text + more});
  write(one, 0);
  for (const each of [other, third]) await each.receive(one.parcelTo(each));
  write(one, 2);
  write(other, 4);
  await other.receive(one.parcelTo(other));
  await third.receive(other.parcelTo(third));
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
    else if (each.act === 'clock') at(nodes, each.node).skew = each.minutes * 60_000;
    else if (each.act === 'send') {
      if (each.node === each.to) continue;
      const to = at(nodes, each.to);
      const parcel = at(nodes, each.node).parcelTo(to, each.page);
      carried.push({to: each.to, parcel});
      if (!each.lost) await to.receive(parcel);
    } else if (each.act === 'meet') await meet(nodes, each);
    else edit(at(nodes, each.node), each);
  }
  for (const {to, parcel} of carried) await at(nodes, to).receive(parcel);
}

describe('three PCs of one facility', () => {
  test(
    'end with the same rows and the same history, whatever was lost, repeated, late, restored or set wrong',
    {timeout: 300_000},
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(act, {maxLength: 60, size: 'max'}), async acts => {
          const nodes = testNodes(count);
          await play(nodes, acts);
          const union = new Set(nodes.flatMap(each => each.stamps()));
          await settle(nodes);
          const [first, ...rest] = nodes;
          for (const each of nodes) {
            // Rows that were kept for what belongs to them add changes of their own: nothing less than the union.
            const held = new Set(each.stamps());
            expect([...union].filter(stamp => !held.has(stamp))).toEqual([]);
            expect(each.count('SELECT count(*) AS count FROM pragma_foreign_key_check')).toBe(0);
            expect(each.count('SELECT count(*) AS count FROM quarantine')).toBe(0);
            expect(besideTheLog(each.connection.readable)).toEqual([]);
          }
          for (const each of rest) {
            expect(each.state()).toEqual(first?.state());
            expect(each.stamps()).toEqual(first?.stamps());
          }
        }),
        process.env['RUNS'] === undefined ? {numRuns: 12, seed: 20261126} : {numRuns: Number(process.env['RUNS'])},
      );
    },
  );
});
