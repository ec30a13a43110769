import {describe, expect, test} from 'vitest';
import {becomeAnother, epochOf} from '../../../db/exchange/identity.ts';
import {conflictsOf, keepStanding, openConflicts, takeLosing} from '../../../db/exchange/conflicts.ts';
import {acquaint, findPartner} from '../../../db/exchange/partners.ts';
import {tryHeldAgain} from '../../../db/exchange/page.ts';
import {retryHeld} from '../../../db/exchange/retry.ts';
import {approveDeletions, heldChanges} from '../../../db/exchange/quarantine.ts';
import {historyOf} from '../../../db/history.ts';
import {must} from '../../../domain/assert.ts';
import {makeNodeSecrets, publicKeysOf, type NodeSecrets} from '../../../registry/parcel/keys.ts';
import {digestOf, isSealedChange, sealReference} from '../../../registry/parcel/reference-seal.ts';
import type {Change} from '../../../registry/protocol/change.ts';
import {referenceIds} from '../../../registry/protocol/reference.ts';
import {settle, testNodes, type Parcel, type TestNode} from '../../support/exchange-nodes.ts';

const person = "INSERT INTO recipient (id, surname, first_name) VALUES (?, 'Оспанова', 'Әлия')";
const relative =
  "INSERT INTO relative (id, recipient_id, position, kinship, surname, first_name) VALUES (?, ?, 0, 'mother', 'А', 'Б')";

function pair(): [TestNode, TestNode] {
  const [one, other] = testNodes(2);
  return [must(one), must(other)];
}

const reasons = (node: TestNode): string[] => heldChanges(node.connection.readable, 100).map(({reason}) => reason);

/** A version of the calendar as the registry with these secrets gives it out. */
function publish(node: TestNode, secrets: NodeSecrets, version: number): void {
  const content = {years: version};
  const {sha256, size} = digestOf(content);
  const at = '2026-01-05T06:00:00.000Z';
  const seal = sealReference(secrets, {kind: 'calendar', version, sha256, published_at: at});
  node.write(
    'INSERT OR REPLACE INTO reference (id, kind, version, sha256, size, published_at, content, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    referenceIds.calendar,
    'calendar',
    version,
    sha256,
    size,
    at,
    JSON.stringify(content),
    seal,
  );
}

/** A parcel with some of its changes spoilt. */
function spoilt({header, changes}: Parcel, spoil: (change: Change, index: number) => Change): Parcel {
  return {header, changes: changes.map(spoil)};
}

describe('a change that cannot be taken in', () => {
  test.each([0, 1, 2])('at place %i waits in quarantine, the rest goes on, and the sender is told', async place => {
    const [one, other] = pair();
    for (const id of ['a', 'b', 'c']) one.write(person, id);
    const parcel = spoilt(one.parcelTo(other), (change, index) =>
      index === place ? {...change, patch: JSON.stringify({surname: null, first_name: 'Әлия'})} : change,
    );
    expect(await other.receive(parcel)).toMatchObject({verdict: 'apply', integrated: 2, quarantined: 1});
    expect(reasons(other)).toEqual(['broken-rule']);
    expect(other.rows('recipient')).toHaveLength(2);
    await one.receive(other.parcelTo(one));
    const told = one.connection.readable.prepare('SELECT stamp, reason FROM refusal').all();
    expect(told).toEqual([{stamp: parcel.changes[place]?.stamp, reason: 'broken-rule'}]);
  });

  test('is followed by the later changes of its row, and all come right in their order', async () => {
    const [one, other] = pair();
    one.write(person, 'a');
    one.write(relative, 'r', 'a');
    one.write("UPDATE relative SET first_name = 'В' WHERE id = 'r'");
    const {header, changes} = one.parcelTo(other);
    const [first, ...rest] = changes;
    // As from a partner whose parcel begins too late: what the relative belongs to is not here yet.
    await other.receive({header, changes: rest});
    expect(reasons(other)).toEqual(['missing-parent', 'waits']);
    other.connection.integrate(log => {
      const known = must(findPartner(log.db, one.id)).knowledge;
      log.run(
        "UPDATE partner SET knowledge = json_set(?, '$.lastMade', NULL) WHERE id = ?",
        JSON.stringify(known),
        one.id,
      );
    });
    await other.receive({header, changes: [must(first)]});
    expect(reasons(other)).toEqual([]);
    expect(other.rows('relative')).toMatchObject([{id: 'r', first_name: 'В'}]);
  });

  test('with the stamp of another one is never taken for it', async () => {
    const [one, other] = pair();
    one.write(person, 'a');
    const parcel = one.parcelTo(other);
    await other.receive(parcel);
    await other.receive(
      spoilt(parcel, change => ({...change, patch: JSON.stringify({surname: 'Басқа', first_name: 'Әлия'})})),
    );
    expect(reasons(other)).toEqual(['collision']);
    expect(other.rows('recipient')).toMatchObject([{surname: 'Оспанова'}]);
  });

  test('of an issued paper changes nothing of it', async () => {
    const [one, other] = pair();
    one.write(
      `INSERT INTO paper (id, form, edition_id, edition_shape, subject_id, revision, legal_date, frozen_at, "values")
        VALUES ('p', 'plan', 'e', 's', 'x', 1, '2026-01-05', '2026-01-05T04:30:00.000Z', '{}')`,
    );
    await other.receive(one.parcelTo(other));
    one.write("UPDATE paper SET legal_date = '2026-01-06'");
    await other.receive(one.parcelTo(other));
    expect(reasons(other)).toEqual(['frozen']);
    expect(other.rows('paper')).toMatchObject([{legal_date: '2026-01-05'}]);
  });

  test('of reference data is taken from the registry alone, and only what it has sealed', async () => {
    const [one, other] = pair();
    const [secrets, stranger] = await Promise.all([makeNodeSecrets(), makeNodeSecrets()]);
    publish(one, secrets, 1);
    await other.receive(one.parcelTo(other));
    expect(reasons(other)).toEqual(['not-yours']);
    const keys = await publicKeysOf(secrets);
    other.connection.transact(db => acquaint(db, {id: one.id, kind: 'registry', name: 'тізілім', keys}), {
      accountId: null,
    });
    one.write(person, 'a');
    await other.receive(one.parcelTo(other));
    // What waited came right, now that the sender is known for what it is; what is ours is not the registry's to write.
    expect(other.rows('reference')).toMatchObject([{version: 1}]);
    expect(reasons(other)).toEqual(['not-yours']);
    const exchange = async (spoil: (change: Change) => Change = change => change): Promise<void> => {
      await other.receive(spoilt(one.parcelTo(other), spoil));
      await one.receive(other.parcelTo(one));
    };
    publish(one, stranger, 2);
    await exchange();
    publish(one, secrets, 3);
    await exchange(change => ({...change, patch: change.patch.replace('"years":3', '"years":4')}));
    // Also the deletion of the one before, which no registry makes.
    expect(other.rows('reference')).toMatchObject([{version: 1}]);
    expect(reasons(other)).toEqual(Array(5).fill('not-yours'));
    // What is not the registry's own holds up nothing that is.
    publish(one, secrets, 4);
    await exchange();
    expect(other.rows('reference')).toMatchObject([{version: 4}]);
    expect(reasons(other)).toEqual(Array(6).fill('not-yours'));
  });

  test('of a table that nobody knows is refused, unless the sender is of a newer version', async () => {
    const [one, other] = pair();
    one.write(person, 'a');
    const strange = spoilt(one.parcelTo(other), change => ({...change, table: 'tomorrow'}));
    await other.receive(strange);
    expect(reasons(other)).toEqual(['unknown-table']);
    one.write(person, 'b');
    const newer = spoilt(one.parcelTo(other), change => ({...change, table: 'tomorrow', patch: '{"new":1}'}));
    await other.receive({...newer, header: {...newer.header, schema: 999}});
    expect(other.count("SELECT count(*) AS count FROM change WHERE table_name = 'tomorrow'")).toBe(2);
    // Nothing of them can be shown yet.
    expect(historyOf(other.connection.readable, ['a', 'b'], {before: null, limit: 9}).changes).toEqual([]);
    expect(other.count('SELECT count(*) AS count FROM unapplied')).toBe(2);
  });

  test('in a column that is not known yet stands in the log and not in the row', async () => {
    const [one, other] = pair();
    one.write(person, 'a');
    const parcel = spoilt(one.parcelTo(other), change => ({
      ...change,
      patch: '{"surname":"Оспанова","first_name":"Әлия","tomorrow":1}',
    }));
    await other.receive({...parcel, header: {...parcel.header, schema: 999}});
    expect(other.rows('recipient')).toMatchObject([{surname: 'Оспанова'}]);
    const [shown] = historyOf(other.connection.readable, ['a'], {before: null, limit: 9}).changes;
    expect(must(shown).fields.map(({field}) => field)).toEqual(['surname', 'firstName', 'tomorrow']);
    expect(other.count("SELECT count(*) AS count FROM change WHERE patch LIKE '%tomorrow%'")).toBe(1);
    expect(other.count('SELECT count(*) AS count FROM unapplied')).toBe(1);
  });
});

describe('many deletions', () => {
  test('wait for a person, and go through at one word', async () => {
    const [one, other] = pair();
    one.write(person, 'a');
    for (let count = 0; count < 30; count += 1) one.write(relative, `r${count}`, 'a');
    await other.receive(one.parcelTo(other));
    one.write('DELETE FROM relative');
    await other.receive(one.parcelTo(other));
    expect(other.rows('relative')).toHaveLength(30);
    expect(new Set(reasons(other))).toEqual(new Set(['mass-deletion']));
    other.connection.integrate(log => {
      approveDeletions(log);
      tryHeldAgain(log, {registry: null, newer: false, people: new Set()});
    });
    expect(other.rows('relative')).toEqual([]);
    expect(reasons(other)).toEqual([]);
  });

  test('are counted over the parcels of one exchange, and none twice where a parcel is repeated', async () => {
    const [one, other] = pair();
    one.write(person, 'a');
    for (let count = 0; count < 60; count += 1) one.write(relative, `r${String(count).padStart(2, '0')}`, 'a');
    await other.receive(one.parcelTo(other));
    await one.receive(other.parcelTo(one));
    const some = (from: number, count: number): void => {
      for (let row = from; row < from + count; row += 1) {
        one.write('DELETE FROM relative WHERE id = ?', `r${String(row).padStart(2, '0')}`);
      }
    };
    some(0, 15);
    const parcel = one.parcelTo(other);
    for (let time = 0; time < 3; time += 1) {
      await other.receive({...parcel, header: {...parcel.header, log: {...parcel.header.log, more: true}}});
    }
    expect(other.rows('relative')).toHaveLength(45);
    await one.receive(other.parcelTo(one));
    some(15, 15);
    await other.receive(one.parcelTo(other));
    expect(new Set(reasons(other))).toEqual(new Set(['mass-deletion']));
    expect(other.rows('relative')).toHaveLength(45);
    // The exchange had ended: the next one begins to count anew.
    await one.receive(other.parcelTo(one));
    some(30, 15);
    await other.receive(one.parcelTo(other));
    expect(other.rows('relative')).toHaveLength(30);
  });

  test('need that word also where an earlier change of a row waits, however often they are tried again', async () => {
    const [one, other] = pair();
    one.write(person, 'a');
    for (let count = 0; count < 30; count += 1) one.write(relative, `r${count}`, 'a');
    await other.receive(one.parcelTo(other));
    one.write("UPDATE relative SET first_name = 'Я' WHERE id = 'r0'");
    one.write('DELETE FROM relative');
    await other.receive(
      spoilt(one.parcelTo(other), change =>
        change.op === 'update' ? {...change, patch: '{"first_name":null}'} : change,
      ),
    );
    const retry = (withDeletions: boolean): void =>
      void retryHeld(other.connection, {today: '2026-01-05', withDeletions, isSealed: isSealedChange});
    for (let time = 0; time < 2; time += 1) retry(false);
    expect(other.rows('relative')).toHaveLength(30);
    expect(reasons(other).toSorted()).toEqual(['broken-rule', ...Array<string>(30).fill('mass-deletion')]);
    retry(true);
    // What was let through waits for its turn, and for nobody's word any more.
    expect(other.rows('relative')).toMatchObject([{id: 'r0'}]);
    expect(reasons(other).toSorted()).toEqual(['broken-rule', 'waits']);
    other.connection.integrate(log => log.run("DELETE FROM quarantine WHERE reason = 'broken-rule'"));
    retry(false);
    expect(other.rows('relative')).toEqual([]);
  });

  test('of twenty rows are everyday work', async () => {
    const [one, other] = pair();
    one.write(person, 'a');
    for (let count = 0; count < 20; count += 1) one.write(relative, `r${count}`, 'a');
    await other.receive(one.parcelTo(other));
    one.write('DELETE FROM relative');
    await other.receive(one.parcelTo(other));
    expect(other.rows('relative')).toEqual([]);
  });
});

describe('two edits of one field', () => {
  async function met(): Promise<[TestNode, TestNode]> {
    const [one, other] = pair();
    one.write(person, 'a');
    await other.receive(one.parcelTo(other));
    one.write("UPDATE recipient SET phone = '1' WHERE id = 'a'");
    other.write("UPDATE recipient SET phone = '2', address = 'Орал' WHERE id = 'a'");
    await settle([one, other]);
    return [one, other];
  }

  test('leave the later one, and the other one to be chosen, on both', async () => {
    for (const node of await met()) {
      expect(node.rows('recipient')).toMatchObject([{phone: '2', address: 'Орал'}]);
      expect(openConflicts(node.connection.readable)).toMatchObject([
        {
          table: 'recipient',
          rowId: 'a',
          field: 'phone',
          standing: {value: '2', author: 'a0000000000000002'},
          losing: [{value: '1', author: 'a0000000000000001'}],
        },
      ]);
    }
  });

  test('are settled on all PCs by choosing the one that lost', async () => {
    const [one, other] = await met();
    const [conflict] = openConflicts(one.connection.readable);
    const choice = {table: 'recipient', rowId: 'a', field: 'phone', loser: must(conflict?.losing[0]).stamp};
    expect(one.connection.transact(db => takeLosing(db, choice), {accountId: 'x'})).toBe(true);
    await settle([one, other]);
    for (const node of [one, other]) {
      expect(node.rows('recipient')).toMatchObject([{phone: '1', address: 'Орал'}]);
      expect(openConflicts(node.connection.readable)).toEqual([]);
    }
    // A second choice finds nothing any more.
    expect(other.connection.transact(db => takeLosing(db, choice), {accountId: 'x'})).toBe(false);
  });

  test('are settled on all PCs by leaving things as they are', async () => {
    const [one, other] = await met();
    const [conflict] = openConflicts(one.connection.readable);
    const choice = {table: 'recipient', rowId: 'a', field: 'phone', loser: must(conflict?.losing[0]).stamp};
    one.connection.transact(db => keepStanding(db, choice), {accountId: 'x'});
    await settle([one, other]);
    for (const node of [one, other])
      expect(conflictsOf(node.connection.readable, {table: 'recipient', rowId: 'a'})).toEqual([]);
  });
});

describe('edits that meet on one page', () => {
  test('are merged with what came before them on it', async () => {
    const nodes = testNodes(3);
    const [one, second, third] = [must(nodes[0]), must(nodes[1]), must(nodes[2])];
    one.write(person, 'a');
    await settle(nodes);
    one.write("UPDATE recipient SET phone = '1' WHERE id = 'a'");
    second.write("UPDATE recipient SET address = 'Орал' WHERE id = 'a'");
    await one.receive(second.parcelTo(one));
    // The second of them forks from the first, which was only just taken in.
    const parcel = one.parcelTo(third);
    expect(parcel.changes.map(({patch}) => patch)).toEqual(['{"phone":"1"}', '{"address":"Орал"}']);
    expect(await third.receive(parcel)).toMatchObject({integrated: 2, quarantined: 0});
    expect(third.rows('recipient')).toEqual(one.rows('recipient'));
    expect(third.rows('recipient')).toMatchObject([{phone: '1', address: 'Орал'}]);
  });
});

describe('edits that meet on one page where edits have met before', () => {
  test('are a conflict still, and the later one stands', async () => {
    const nodes = testNodes(3);
    const [one, second, third] = [must(nodes[0]), must(nodes[1]), must(nodes[2])];
    for (const id of ['a', 'b']) one.write(person, id);
    await settle(nodes);
    one.write("UPDATE recipient SET phone = '1' WHERE id = 'b'");
    second.write("UPDATE recipient SET phone = '2' WHERE id = 'b'");
    await settle(nodes);
    expect(openConflicts(third.connection.readable)).toHaveLength(1);

    // The second of the page is the earlier one.
    second.write("UPDATE recipient SET phone = '3' WHERE id = 'a'");
    one.write("UPDATE recipient SET phone = '4' WHERE id = 'a'");
    await one.receive(second.parcelTo(one));
    await third.receive(one.parcelTo(third));
    expect(third.rows('recipient')).toEqual(one.rows('recipient'));
    expect(third.rows('recipient')).toMatchObject([{phone: '4'}, {phone: '2'}]);
    expect(openConflicts(third.connection.readable)).toHaveLength(2);
  });
});

describe('what follows from the rows', () => {
  test('is made anew: the search finds who came, the state of the journal is told', async () => {
    const [one, other] = pair();
    one.write(person, 'a');
    one.write("INSERT INTO journal VALUES ('j', '2026-01-05', NULL)");
    one.write("INSERT INTO placement (id, recipient_id, journal_id, row_number) VALUES ('p', 'a', 'j', 1)");
    one.write(
      "INSERT INTO placement_event (id, placement_id, kind, happened_on, position) VALUES ('e', 'p', 'queued', '2026-01-05', 0)",
    );
    await other.receive(one.parcelTo(other));
    expect(other.count("SELECT count(*) AS count FROM placement_state WHERE status = 'queued' AND current")).toBe(1);
    expect(other.count('SELECT count(*) AS count FROM search_entry')).toBe(1);
  });
});

describe('a copied database', () => {
  test('becomes another PC by an explicit act, and all that it had to say is sent under the new name', async () => {
    const [office, registry] = pair();
    office.write(person, 'a');
    await registry.receive(office.parcelTo(registry));
    office.write(person, 'b');
    const before = epochOf(office.connection.readable);
    const name = office.connection.transact(db => becomeAnother(db), {accountId: null});
    expect(name).not.toBe(office.id);
    expect(epochOf(office.connection.readable)).not.toBe(before);
    expect(office.count("SELECT count(*) AS count FROM partner WHERE state = 'left'")).toBe(1);
    expect(office.count('SELECT count(*) AS count FROM change WHERE via IS NULL')).toBe(2);
  });
});
