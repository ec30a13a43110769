import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {erasePerson} from '../../../db/commands/erasure.ts';
import {keepDraft} from '../../../db/drafts.ts';
import {carryOver, erasuresOf} from '../../../db/erasure/carry-over.ts';
import {fateOf} from '../../../db/erasure/references.ts';
import {hold} from '../../../db/exchange/quarantine.ts';
import {incoming} from '../../../db/exchange/incoming.ts';
import type {Change} from '../../../registry/protocol/change.ts';
import {settle, testNodes, type TestNode} from '../../support/exchange-nodes.ts';

/** What is of an erased person and stands in no row: what waits, what a newer version wrote, a copy of before. */

const account = {accountId: 'account-1'};
const person = "INSERT INTO recipient (id, surname, first_name) VALUES (?, 'Жоғалбекова', 'Әлия')";

function erase({connection}: TestNode, recipientId: string): void {
  connection.transact(db => erasePerson(db, {recipientId, reason: 'mistake', erasedOn: '2026-01-05'}), account);
}

function waiting(table: string, rowId: string, op: Change['op'], patch: object): Change {
  const stamp = `019b9000${Buffer.from(rowId).toString('hex').padEnd(4, '0').slice(0, 4)}-0000-${'e'.repeat(16)}00000001`;
  const recordedAt = '2026-01-05T06:00:00.000Z';
  return {seq: 1, stamp, table, rowId, op, patch: JSON.stringify(patch), base: [], author: null, recordedAt};
}

test('of what waits, what is of the person goes, and the rest goes on waiting', () => {
  const [node] = testNodes(1);
  const one = must(node);
  for (const id of ['x', 'y']) one.write(person, id);
  const changes = [
    waiting('recipient', 'x', 'update', {surname: 'Жоғалбек'}),
    waiting('relative', '1', 'insert', {recipient_id: 'x', surname: 'Жоғалбек'}),
    waiting('tomorrow', '2', 'insert', {recipient_id: 'x', words: 'Жоғалбек'}),
    waiting('relative', '3', 'insert', {recipient_id: 'y'}),
    waiting('staff', '4', 'insert', {surname: 'Қызметкер'}),
  ];
  one.connection.integrate(log => {
    for (const change of changes) hold(log, 'eeeeeeeeeeeeeeee', change, 'waits');
    const unreadable = `INSERT INTO quarantine (via, stamp, table_name, row_id, line, reason, received_at)
      VALUES ('e', ?, 'relative', ?, ?, 'waits', '2026-01-05T06:00:00.000Z')`;
    log.run(unreadable, 's', '9', '[]');
    log.run(unreadable, 't', '10', '["relative", {"recipient_id": "x", "surname": "Жоғалбек"}');
  });
  const at = '2026-01-05T06:00:00.000Z';
  one.connection.transact(db => {
    for (const id of ['x', 'y']) {
      keepDraft(db, {accountId: 'a', key: `recipient:${id}`, values: {}, base: null, savedAt: at});
    }
  }, account);
  erase(one, 'x');
  const left = one.connection.readable
    .prepare<{row: string}>('SELECT row_id AS row FROM quarantine ORDER BY id')
    .all()
    .map(({row}) => row);
  expect(left).toEqual(['3', '4', '9']);
  expect(one.connection.readable.prepare<{key: string}>('SELECT key FROM draft').all()).toEqual([{key: 'recipient:y'}]);
});

test('what a newer version wrote of the person goes with them, in tables that are not known here', async () => {
  const [one, other] = testNodes(2).map(node => must(node)) as [TestNode, TestNode];
  one.write(person, 'x');
  await settle([one, other]);
  one.write(person, 'new');
  const {header, changes} = one.parcelTo(other);
  const raw = changes.map(change => ({...change, table: 'tomorrow', patch: '{"recipient_id":"x","words":"Жоғалбек"}'}));
  const receiving = {today: () => '2026-01-05', isSealed: () => false};
  await incoming(other.connection, {...header, schema: 999}, [raw], receiving);
  erase(other, 'x');
  const [erasure] = other.rows('erasure');
  expect(String(must(erasure)['rows'])).toContain('tomorrow');
  expect(other.count("SELECT count(*) AS count FROM change WHERE patch LIKE '%Жоғалбек%'")).toBe(0);
});

test('a row of a table that is not known goes where it ever named the person, and else stays', () => {
  const isErased = (id: string) => id === 'x';
  expect(fateOf('tomorrow', 't', [{recipient_id: 'x'}], isErased)).toBe('goes');
  expect(fateOf('tomorrow', 't', [{recipient_id: 'y', note: 'x'}], isErased)).toEqual({});
});

test('a database that was put back from a copy hears of the erasures of since, once, and nobody comes back', async () => {
  const [one, other] = testNodes(2).map(node => must(node)) as [TestNode, TestNode];
  one.write(person, 'x');
  one.write(person, 'y');
  await settle([one, other]);
  const copy = one.copy();
  erase(one, 'x');
  erase(other, 'y');
  await settle([one, other]);
  const erasures = erasuresOf(one.connection.readable);
  one.restore(copy);
  expect(one.rows('recipient')).toHaveLength(2);
  for (let time = 0; time < 2; time += 1) {
    one.connection.integrate(log => carryOver(log, erasures));
    expect([one.rows('recipient'), one.rows('erasure').length]).toEqual([[], 2]);
  }
  await settle([one, other]);
  expect(one.state()).toEqual(other.state());
  expect(one.count("SELECT count(*) AS count FROM change WHERE patch LIKE '%Жоғалбек%'")).toBe(0);
});
