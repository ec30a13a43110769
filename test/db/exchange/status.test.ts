import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {incoming} from '../../../db/exchange/incoming.ts';
import {conflictsOf} from '../../../db/exchange/conflicts.ts';
import {acquaint, changePartner, findPartner} from '../../../db/exchange/partners.ts';
import {heldChanges} from '../../../db/exchange/quarantine.ts';
import {reportOf} from '../../../db/exchange/report.ts';
import {countsFor, mainPartner, stateOfRows} from '../../../db/exchange/status.ts';
import {outgoing, outgoingPages, UnknownPartner} from '../../../db/exchange/outgoing.ts';
import {settle, testNodes, type TestNode} from '../../support/exchange-nodes.ts';

/** What is told of an exchange: how far a record has come, with whom, and whom nobody knows. */

const person = "INSERT INTO recipient (id, surname, first_name) VALUES (?, 'Оспанова', 'Әлия')";
const nobody = {accountId: null};

function pair(): [TestNode, TestNode] {
  const [one, other] = testNodes(2);
  return [must(one), must(other)];
}

test('a record is saved, sent, confirmed, or refused, by its latest change', async () => {
  const [one, other] = pair();
  const state = () => stateOfRows(one.connection.readable, ['a']);
  one.write(person, 'a');
  expect([state(), stateOfRows(one.connection.readable, [])]).toEqual(['saved', null]);
  const parcel = one.parcelTo(other);
  expect(state()).toBe('sent');
  await other.receive(parcel);
  await one.receive(other.parcelTo(one));
  expect(state()).toBe('confirmed');
  one.write("UPDATE recipient SET first_name = 'Алия' WHERE id = 'a'");
  expect(state()).toBe('saved');
  const {header, changes} = one.parcelTo(other);
  await other.receive({header, changes: changes.map(change => ({...change, patch: '{"surname":null}'}))});
  await one.receive(other.parcelTo(one));
  expect(state()).toBe('refused');
  const main = must(mainPartner(one.connection.readable));
  expect(countsFor(one.connection.readable, main)).toMatchObject({saved: 0, sent: 0, refused: 1});
});

test('told with the registry where there is one, else with the PC that was met last; with nobody, nothing', () => {
  const [one] = pair();
  const {connection} = one;
  const main = () => mainPartner(connection.readable)?.id;
  const keys = {box: `age1${'q'.repeat(58)}`, sign: 'a'.repeat(43)};
  connection.transact(db => {
    for (const [place, id] of ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb'].entries()) {
      acquaint(db, {id, kind: 'pc', name: id, keys});
      changePartner(db, id, {lastExchangeAt: `2026-01-0${5 - place}T06:00:00.000Z`});
    }
  }, nobody);
  expect(main()).toBe('aaaaaaaaaaaaaaaa');
  connection.transact(db => acquaint(db, {id: 'ffffffffffffffff', kind: 'registry', name: 'Тізілім', keys}), nobody);
  expect(main()).toBe('ffffffffffffffff');
  connection.transact(db => {
    for (const id of ['ffffffffffffffff', 'aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb', '0000000000000002']) {
      changePartner(db, id, {state: 'left'});
    }
  }, nobody);
  expect([main(), stateOfRows(connection.readable, ['a'])]).toEqual([undefined, null]);
});

test('nobody whom this PC does not know is sent anything, or heard', async () => {
  const [one, other] = pair();
  one.write(person, 'a');
  const {header, changes} = one.parcelTo(other);
  const stranger = {...header, from: 'eeeeeeeeeeeeeeee'};
  const receiving = {today: () => '2026-01-05', isSealed: () => false};
  await expect(incoming(other.connection, stranger, [changes], receiving)).rejects.toBeInstanceOf(UnknownPartner);
  const limit = {changes: 9, characters: 999};
  expect(() => outgoing(one.connection, 'eeeeeeeeeeeeeeee', 'test', limit)).toThrow(UnknownPartner);
});

test('of a copied database nothing is taken in until it has another name', async () => {
  const [one, other] = pair();
  one.write(person, 'a');
  await settle([one, other]);
  other.connection.transact(db => changePartner(db, one.id, {state: 'copied'}), nobody);
  one.write(person, 'b');
  expect(await other.receive(one.parcelTo(other))).toMatchObject({verdict: 'copied', integrated: 0});
  expect(other.rows('recipient')).toHaveLength(1);
});

test('a second database under the name of a PC is found out by what it has confirmed', async () => {
  const [one, other] = pair();
  one.write(person, 'a');
  await settle([one, other]);
  const copy = one.copy();
  one.write(person, 'b');
  await settle([one, other]);
  const original = one.copy();
  one.restore(copy);
  one.write(person, 'c');
  await settle([one, other]);
  one.restore(original);
  one.write(person, 'd');
  expect(await other.receive(one.parcelTo(other))).toMatchObject({verdict: 'copied', integrated: 0});
  expect(must(findPartner(other.connection.readable, one.id)).state).toBe('copied');
});

test('for a stick the log is given page by page, what came from there left out', async () => {
  const [one, other] = pair();
  for (const id of ['a', 'b', 'c', 'd', 'e']) one.write(person, id);
  other.write(person, 'f');
  await one.receive(other.parcelTo(one));
  const {header, pages} = outgoingPages(one.connection, other.id, 'test', 2);
  const given = [...pages].map(page => page.map(({rowId}) => rowId).filter(id => id.length === 1));
  expect(given.flat()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(given.every(page => page.length <= 2)).toBe(true);
  expect(header.log.more).toBe(false);
});

test('what waits and cannot be read any more is passed over; free places are those that nobody keeps', () => {
  const [one] = pair();
  one.connection.integrate(log => {
    log.run(
      `INSERT INTO quarantine (via, stamp, table_name, row_id, line, reason, received_at)
        VALUES ('x', 's', 'recipient', 'a', '[]', 'waits', '2026-01-05T06:00:00.000Z')`,
    );
  });
  expect(heldChanges(one.connection.readable, 9)).toEqual([]);
  expect(reportOf(one.connection.readable)).toMatchObject({freePlaces: null, quarantined: 1});
  one.write(
    "INSERT INTO facility (id, type, name_kk, name_ru, place_kk, place_ru, places) VALUES ('f', 'stationary', '', '', '', '', 40)",
  );
  expect(reportOf(one.connection.readable)).toMatchObject({freePlaces: 40});
  expect(conflictsOf(one.connection.readable, {table: 'reference', rowId: 'x'})).toEqual([]);
});

test('a row that one deleted and another edited: the deletion that lost can be seen with all that it took', async () => {
  const [one, other] = pair();
  one.write(person, 'a');
  await settle([one, other]);
  one.write("DELETE FROM recipient WHERE id = 'a'");
  other.write("UPDATE recipient SET first_name = 'Алия' WHERE id = 'a'");
  await settle([one, other]);
  const [conflict] = conflictsOf(one.connection.readable, {table: 'recipient', rowId: 'a'}).filter(
    ({field}) => field === null,
  );
  expect(must(conflict)).toMatchObject({standing: {value: {first_name: 'Алия'}}, losing: [{value: null}]});
});
