import {getTableColumns, getTableName} from 'drizzle-orm';
import {expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {mergeRecipients} from '../../db/commands/merge.ts';
import type {WritableDb} from '../../db/connection.ts';
import {exchangeTables} from '../../db/exchange/tables.ts';
import {ownTables, tablesOfPlacements} from '../../db/merge/belongings.ts';
import {recordsOfPerson, tablesOfNobody} from '../../db/person-records.ts';
import {findRecipient} from '../../db/queries/recipient.ts';
import {conflictChoice} from '../../db/schema/exchange.ts';
import {staff, unit} from '../../db/schema/facility.ts';
import {placement, unitStay} from '../../db/schema/journal.ts';
import {plan, planSignature} from '../../db/schema/plan.ts';
import {syncedTables} from '../../db/synced-tables.ts';
import {addJournal, addPersonHaving, type Having} from '../support/belongings.ts';
import {testDatabase} from '../support/test-database.ts';

/** What is not found here would be missing in the copy of a person's data. */

const everything: Having = {
  phone: '1',
  address: 'Орал',
  programmeTo: '2027-01-01',
  placements: 2,
  plans: 2,
  file: true,
  boundYears: [2024],
  mother: 'Роза',
  transfer: true,
  attachment: true,
  consent: true,
};

/** With what the shared people do not have. */
function addWhole(db: WritableDb, journalId: string): string {
  const recipientId = addPersonHaving(db, journalId, everything);
  const of = (id: string) => `${recipientId}-${id}`;
  const [row] = db
    .select()
    .from(placement)
    .all()
    .filter(each => each.recipientId === recipientId);
  const [own] = db
    .select()
    .from(plan)
    .all()
    .filter(each => each.recipientId === recipientId);
  db.insert(unitStay)
    .values({id: of('stay'), placementId: must(row).id, unitId: 'u', fromOn: '2026-02-01'})
    .run();
  db.insert(planSignature)
    .values({id: of('signature'), planId: must(own).id, role: 'medical', staffId: 's'})
    .run();
  db.insert(conflictChoice)
    .values({id: of('choice'), tableName: 'plan', rowId: must(own).id, field: 'end_reason', loser: 'x'})
    .run();
  return recipientId;
}

function addHouse(db: WritableDb): string {
  db.insert(staff)
    .values({
      id: 's',
      surname: 'Үсенов',
      firstName: 'Ерлан',
      positionKk: 'дәрігер',
      positionRu: 'врач',
      serviceTypes: [],
    })
    .run();
  db.insert(unit).values({id: 'u', kind: 'palliative', nameKk: 'Палата', nameRu: 'Палата'}).run();
  return addJournal(db);
}

const ofNobody: ReadonlySet<string> = new Set(tablesOfNobody);

test("every synced table belongs to people, and is found, or is named as nobody's", () => {
  const connection = testDatabase();
  const recipientId = connection.transact(
    db => {
      const journalId = addHouse(db);
      const [kept, merged] = [addWhole(db, journalId), addWhole(db, journalId)];
      mergeRecipients(db, {
        kept: must(findRecipient(db, kept)),
        merged: must(findRecipient(db, merged)),
        take: [],
        mergedOn: '2026-03-01',
      });
      return kept;
    },
    {accountId: null},
  );
  const {rows, recipientIds, named} = recordsOfPerson(connection.readable, recipientId);
  const empty = Object.keys(syncedTables).filter(
    name => !ofNobody.has(name) && (rows.get(name as keyof typeof syncedTables)?.length ?? 0) === 0,
  );
  expect(empty, 'a table of people is not in the copy, or the people of this test have nothing in it').toEqual([]);
  expect([...rows.keys()].filter(name => ofNobody.has(name))).toEqual([]);
  expect(recipientIds).toHaveLength(2);
  expect(Object.fromEntries(named)).toMatchObject({staff: ['s'], unit: ['u']});
});

test("no table that names a person, a row of the journal, or a row that does, is named as nobody's", () => {
  const reached = new Set<string>([...ownTables, ...tablesOfPlacements, 'recipient']);
  for (const [name, {parents}] of exchangeTables) if (parents.some(({table}) => reached.has(table))) reached.add(name);
  const nobodys = tablesOfNobody.map(name => getTableName(syncedTables[name]));
  expect(nobodys.filter(name => reached.has(name))).toEqual([]);
  const naming = tablesOfNobody.filter(name => 'recipientId' in getTableColumns(syncedTables[name]));
  // Of whom an erasure speaks, nothing else is held.
  expect(naming).toEqual(['erasure']);
});

test('all of a person is found, and nothing of somebody else', () => {
  const connection = testDatabase();
  const ids = connection.transact(
    db => {
      const journalId = addHouse(db);
      return [addWhole(db, journalId), addWhole(db, journalId)];
    },
    {accountId: null},
  );
  const found = ids.map(id => recordsOfPerson(connection.readable, id).rows);
  for (const [name, table] of Object.entries(syncedTables)) {
    if (ofNobody.has(name)) continue;
    const key = name as keyof typeof syncedTables;
    const all = connection.readable.prepare<{id: string}>(`SELECT id FROM "${getTableName(table)}" ORDER BY id`).all();
    const both = found.map(rows => must(rows.get(key)).map(({id}) => id));
    expect([name, both.flat().toSorted()]).toEqual([name, all.map(({id}) => id)]);
    expect([name, both.map(each => each.length)]).toEqual([name, [all.length / 2, all.length / 2]]);
  }
});
