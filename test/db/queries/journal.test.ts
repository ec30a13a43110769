import {expect, test} from 'vitest';
import {addVolume, nextRowNumber, removeEvent} from '../../../db/commands/journal.ts';
import {must} from '../../../domain/assert.ts';
import {
  eventsOf,
  findPlacement,
  firstEventDay,
  highestNumber,
  highestRowNumber,
  journalPage,
  placementsOf,
} from '../../../db/queries/journal.ts';
import {placement, placementEvent} from '../../../db/schema/journal.ts';
import {refreshPlacementState} from '../../../db/placement-state.ts';
import {recipient} from '../../../db/schema/recipient.ts';
import {crowd} from '../../support/crowd.ts';
import {testDatabase} from '../../support/test-database.ts';

const nobody = {accountId: null};

test('the next row number is above those of all volumes, and one that was taken back is not given again', () => {
  const connection = testDatabase();
  expect([highestRowNumber(connection.readable), nextRowNumber(connection.readable)]).toEqual([0, 1]);
  connection.transact(db => {
    const volumes = ['2024-01-01', '2025-01-01'].map(begunOn => addVolume(db, {begunOn, endedOn: null}));
    const people = crowd(3);
    db.insert(recipient).values(people).run();
    // The older volume has the higher number, where two PCs wrote at once.
    [7, 9, 8].forEach((rowNumber, index) => {
      const row = {
        id: `row-${index}`,
        recipientId: must(people[index]).id,
        journalId: must(volumes[index % 2 === 1 ? 0 : 1]),
      };
      db.insert(placement)
        .values({...row, rowNumber})
        .run();
      db.insert(placementEvent)
        .values({id: `event-${index}`, placementId: row.id, kind: 'queued', happenedOn: '2025-02-01', position: 0})
        .run();
    });
  }, nobody);
  expect([highestRowNumber(connection.readable), nextRowNumber(connection.readable)]).toEqual([9, 10]);
  connection.transact(
    db => removeEvent(db, must(findPlacement(db, 'row-1')), must(eventsOf(db, 'row-1')[0]).id),
    nobody,
  );
  expect([highestRowNumber(connection.readable), nextRowNumber(connection.readable)]).toEqual([8, 10]);
});

test('the highest number is looked for in an index, not in all rows', () => {
  const plan = testDatabase().readable.prepare<{detail: string}>(`EXPLAIN QUERY PLAN ${highestNumber}`).all();
  const steps = plan.map(({detail}) => detail);
  expect(steps.filter(step => /\bp\b/u.test(step))).toEqual([
    expect.stringMatching(/^SEARCH p .*INDEX placement_row/u),
  ]);
});

test('of a volume the rows of some statuses alone; of a person the row of now first, then the newest', () => {
  const connection = testDatabase();
  connection.transact(db => {
    const journalId = addVolume(db, {begunOn: '2024-01-01', endedOn: null});
    const [who] = crowd(1);
    db.insert(recipient)
      .values([must(who)])
      .run();
    const events = [
      ['a', 1, 'queued', '2024-02-01', 'withdrawn', '2024-03-01'],
      ['b', 2, 'queued', '2025-02-01', 'withdrawn', '2025-03-01'],
      ['c', 3, 'queued', '2026-01-01', 'admitted', '2026-01-05'],
    ] as const;
    for (const [id, rowNumber, first, firstOn, second, secondOn] of events) {
      db.insert(placement)
        .values({id, recipientId: must(who).id, journalId, rowNumber})
        .run();
      for (const [position, [kind, happenedOn]] of (
        [
          [first, firstOn],
          [second, secondOn],
        ] as const
      ).entries()) {
        db.insert(placementEvent)
          .values({id: `${id}${position}`, placementId: id, kind, happenedOn, position})
          .run();
      }
    }
    refreshPlacementState(db, must(who).id);
    const page = {journalId, after: null, limit: 2};
    const shown = (statuses: Parameters<typeof journalPage>[1]['statuses']) => {
      const {entries, total, more} = journalPage(db, {...page, statuses});
      return [entries.map(({state}) => state.placementId), total, more];
    };
    expect(shown([])).toEqual([['a', 'b'], 3, true]);
    expect(shown(['withdrawn'])).toEqual([['a', 'b'], 2, false]);
    expect(shown(['receiving'])).toEqual([['c'], 1, false]);
    expect(placementsOf(db, must(who).id).map(({state}) => state.placementId)).toEqual(['c', 'b', 'a']);
    expect([firstEventDay(db, must(who).id), firstEventDay(db, 'nobody')]).toEqual(['2024-02-01', null]);
  }, nobody);
});
