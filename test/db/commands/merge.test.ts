import * as fc from 'fast-check';
import {eq} from 'drizzle-orm';
import {describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {mergeFactKeys} from '../../../domain/merge.ts';
import {mergeRecipients, undoMerge} from '../../../db/commands/merge.ts';
import type {Connection, WritableDb} from '../../../db/connection.ts';
import {rebuildDerived} from '../../../db/derived.ts';
import {ownTables} from '../../../db/merge/belongings.ts';
import {findMerge, leftBehind} from '../../../db/queries/merge.ts';
import {findKept, findRecipient} from '../../../db/queries/recipient.ts';
import {recipient} from '../../../db/schema/recipient.ts';
import {searchRecipients} from '../../../db/search.ts';
import {
  addFileTo,
  addJournal,
  addPersonHaving,
  addPlanTo,
  addRow,
  allFacts,
  derivedFacts,
  havings,
  type Having,
} from '../../support/belongings.ts';
import {testDatabase} from '../../support/test-database.ts';

const nobody = {accountId: null};

function merge(
  db: WritableDb,
  keptId: string,
  mergedId: string,
  take: Parameters<typeof mergeRecipients>[1]['take'] = [],
): string {
  const [kept, merged] = [must(findRecipient(db, keptId)), must(findRecipient(db, mergedId))];
  return mergeRecipients(db, {kept, merged, take, mergedOn: '2026-03-01'});
}

function undo(db: WritableDb, mergeId: string) {
  return undoMerge(db, must(findMerge(db, mergeId)), '2026-03-02');
}

const everything: Having = {
  phone: '1',
  address: 'Орал',
  programmeTo: '2027-01-01',
  placements: 1,
  plans: 1,
  file: true,
  boundYears: [2024, 2025],
  mother: 'Мәдина',
  transfer: true,
  attachment: true,
  consent: true,
};
const nothing: Having = {
  phone: null,
  address: null,
  programmeTo: null,
  placements: 0,
  plans: 0,
  file: false,
  boundYears: [],
  mother: null,
  transfer: false,
  attachment: false,
  consent: false,
};

function office(): {connection: Connection; journalId: string; add: (having: Having) => string} {
  const connection = testDatabase();
  const journalId = connection.transact(addJournal, nobody);
  return {
    connection,
    journalId,
    add: having => connection.transact(db => addPersonHaving(db, journalId, having), nobody),
  };
}

function countOf(connection: Connection, recipientId: string): Record<string, number> {
  return Object.fromEntries(
    ownTables.map(table => [
      table,
      connection.readable
        .prepare<{n: number}>(`SELECT count(*) AS n FROM ${table} WHERE recipient_id = ?`)
        .get(recipientId)?.n ?? 0,
    ]),
  );
}

describe('a merge', () => {
  test('takes over everything, of every table', () => {
    const {connection, add} = office();
    const [kept, merged] = [add(nothing), add(everything)];
    const before = countOf(connection, merged);
    for (const [table, rows] of Object.entries(before)) expect([table, rows > 0]).toEqual([table, true]);
    connection.transact(db => merge(db, kept, merged, ['address', 'phone']), nobody);
    expect(countOf(connection, kept)).toEqual(before);
    expect(new Set(Object.values(countOf(connection, merged)))).toEqual(new Set([0]));
    expect(must(findRecipient(connection.readable, kept))).toMatchObject({
      address: 'Орал',
      phone: '1',
      programmeTo: null,
    });
  });

  test('leaves what the other has the like of, and tells it; the number of that file finds the person', () => {
    const {connection, add} = office();
    const [kept, merged] = [add(everything), add({...everything, boundYears: [2025]})];
    const number = must(leftBehind(connection.readable, merged).files[0]).number;
    connection.transact(db => merge(db, kept, merged), nobody);
    const own = countOf(connection, kept);
    expect([own['personal_file'], own['year_binding'], own['relative'], own['plan']]).toEqual([1, 2, 1, 2]);
    expect(leftBehind(connection.readable, merged)).toEqual({
      files: [{number, openedOn: '2026-02-01', documents: ['Куәлік']}],
      boundYears: [2025],
    });
    const find = (text: string) => searchRecipients(connection.readable, text, 9).map(hit => hit.recipientId);
    expect(find(number)).toEqual([kept]);
    expect(find('оспанова')).toEqual([kept]);
    // Made anew from the facts, the search is the same.
    const search = derivedFacts(connection);
    rebuildDerived(connection);
    expect(derivedFacts(connection)['search']).toEqual(search['search']);
  });

  test('an old address leads on, from step to step', () => {
    const {connection, add} = office();
    const [first, second, third] = [add(nothing), add(nothing), add(nothing)];
    connection.transact(db => {
      merge(db, second, first);
      merge(db, third, second);
    }, nobody);
    expect(findKept(connection.readable, first)?.id).toBe(third);
  });

  test('never touches what a frozen paper says', () => {
    const {connection, add} = office();
    const [kept, merged] = [add(nothing), add(everything)];
    const papers = () =>
      connection.readable.prepare('SELECT id, "values", revision, subject_id, frozen_at FROM paper ORDER BY id').all();
    const before = papers();
    connection.transact(db => merge(db, kept, merged), nobody);
    expect(papers()).toEqual(before);
  });
});

describe('taken back', () => {
  test('whatever the two have, all is as it was', () => {
    const {connection, journalId} = office();
    fc.assert(
      fc.property(havings, havings, fc.subarray([...mergeFactKeys]), (one, other, take) => {
        const [kept, merged] = connection.transact(
          db => [addPersonHaving(db, journalId, one), addPersonHaving(db, journalId, other)] as const,
          nobody,
        );
        const before = [allFacts(connection), derivedFacts(connection)];
        const mergeId = connection.transact(db => merge(db, kept, merged, take), nobody);
        expect(allFacts(connection)).not.toEqual(before[0]);
        expect(connection.transact(db => undo(db, mergeId), nobody)).toEqual([]);
        expect([allFacts(connection), derivedFacts(connection)]).toEqual(before);
      }),
      {numRuns: 40},
    );
  });

  test('several merges into one, taken back in any order', () => {
    const {connection, journalId} = office();
    fc.assert(
      fc.property(fc.array(havings, {minLength: 3, maxLength: 3}), fc.boolean(), (three, firstFirst) => {
        const [kept = '', ...others] = connection.transact(
          db => three.map(each => addPersonHaving(db, journalId, each)),
          nobody,
        );
        const before = allFacts(connection);
        const merges = others.map(other => connection.transact(db => merge(db, kept, other), nobody));
        for (const mergeId of firstFirst ? merges : merges.toReversed())
          connection.transact(db => undo(db, mergeId), nobody);
        expect(allFacts(connection)).toEqual(before);
      }),
      {numRuns: 20},
    );
  });

  test('after more work: what was made since stays, but what hangs on a row of the journal goes with it', () => {
    const {connection, journalId, add} = office();
    const kept = add(nothing);
    const merged = add({...everything, plans: 0, file: false});
    const made = connection.transact(db => {
      const mergeId = merge(db, kept, merged, ['phone', 'address', 'programme']);
      const [row] = db.prepare<{id: string}>('SELECT id FROM placement WHERE recipient_id = ?').all(kept);
      const planId = addPlanTo(db, kept, must(row).id);
      addFileTo(db, kept);
      const rowId = addRow(db, journalId, kept, 2);
      db.update(recipient).set({address: 'Атырау'}).where(eq(recipient.id, kept)).run();
      return {mergeId, planId, rowId};
    }, nobody);
    expect(connection.transact(db => undo(db, made.mergeId), nobody)).toEqual(['address']);
    expect(must(findRecipient(connection.readable, kept))).toMatchObject({
      address: 'Атырау',
      phone: null,
      programmeTo: null,
    });
    const whose = (table: string, id: string) =>
      connection.readable.prepare<{who: string}>(`SELECT recipient_id AS who FROM ${table} WHERE id = ?`).get(id)?.who;
    expect(whose('plan', made.planId)).toBe(merged);
    expect(whose('placement', made.rowId)).toBe(kept);
    expect([countOf(connection, merged)['paper'], countOf(connection, merged)['print']]).toEqual([1, 1]);
    expect([countOf(connection, kept)['personal_file'], countOf(connection, kept)['paper']]).toEqual([1, 0]);
  });
});
