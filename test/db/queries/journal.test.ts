import {expect, test} from 'vitest';
import {addVolume, nextRowNumber, removeEvent} from '../../../db/commands/journal.ts';
import {must} from '../../../domain/assert.ts';
import {eventsOf, findPlacement, highestNumber, highestRowNumber} from '../../../db/queries/journal.ts';
import {placement, placementEvent} from '../../../db/schema/journal.ts';
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
