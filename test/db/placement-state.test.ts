import {describe, expect, test} from 'vitest';
import type {PlacementEventKind} from '../../domain/placement.ts';
import {kazakhKey} from '../../domain/collation.ts';
import type {Connection} from '../../db/connection.ts';
import {rebuildDerived} from '../../db/derived.ts';
import {refreshPlacementState} from '../../db/placement-state.ts';
import {journal, placement, placementEvent, placementState} from '../../db/schema/journal.ts';
import {change} from '../../db/schema/log.ts';
import {recipient} from '../../db/schema/recipient.ts';
import {testDatabase} from '../support/test-database.ts';

const nobody = {accountId: null};

function filled(): Connection {
  const connection = testDatabase();
  const events: [placementId: string, kind: PlacementEventKind, happenedOn: string][] = [
    ['first', 'queued', '2024-01-10'],
    ['first', 'admitted', '2024-02-01'],
    ['first', 'discharged', '2025-03-01'],
    ['second', 'readmitted', '2026-01-05'],
    ['second', 'left', '2026-02-01'],
  ];
  connection.transact(db => {
    db.insert(recipient).values({id: 'r', surname: 'Әбіш', firstName: 'Дана'}).run();
    db.insert(journal).values({id: 'j', begunOn: '2024-01-01'}).run();
    db.insert(placement)
      .values(
        ['first', 'second', 'empty'].map((id, index) => ({id, recipientId: 'r', journalId: 'j', rowNumber: index + 1})),
      )
      .run();
    db.insert(placementEvent)
      .values(
        events.map(([placementId, kind, happenedOn], position) => ({
          id: `e${position}`,
          placementId,
          kind,
          happenedOn,
          position,
        })),
      )
      .run();
    refreshPlacementState(db, 'r');
  }, nobody);
  return connection;
}

const states = (connection: Connection) =>
  connection.readable.select().from(placementState).orderBy(placementState.rowNumber).all();

describe('the state of a placement', () => {
  test('follows from its events; the latest row is the current one; a row without events has none', () => {
    const common = {recipientId: 'r', journalId: 'j', nameKey: kazakhKey('Әбіш Дана ')};
    expect(states(filled())).toEqual([
      {
        ...common,
        placementId: 'first',
        rowNumber: 1,
        status: 'discharged',
        since: '2025-03-01',
        queuedOn: '2024-01-10',
        admittedOn: '2024-02-01',
        returned: false,
        current: false,
      },
      {
        ...common,
        placementId: 'second',
        rowNumber: 2,
        status: 'on-leave',
        since: '2026-02-01',
        queuedOn: null,
        admittedOn: '2026-01-05',
        returned: true,
        current: true,
      },
    ]);
  });

  test('can be made anew for everybody, and is no change', () => {
    const connection = filled();
    const [before, logged] = [states(connection), connection.readable.select().from(change).all().length];
    connection.transact(db => db.delete(placementState).run(), nobody);
    rebuildDerived(connection);
    expect(states(connection)).toEqual(before);
    expect(connection.readable.select().from(change).all()).toHaveLength(logged);
  });
});

test('of two rows that began on one day the later of the journal is the current one, whatever else is known of them', () => {
  const connection = testDatabase();
  connection.transact(db => {
    db.insert(recipient).values({id: 'r', surname: 'Әбіш', firstName: 'Дана'}).run();
    db.insert(journal).values({id: 'j', begunOn: '2024-01-01'}).run();
    // Its beginning has not come from the other PC yet.
    for (const [rowNumber, id, kind] of [
      [2, 'torn', 'discharged'],
      [1, 'whole', 'queued'],
    ] as const) {
      db.insert(placement).values({id, recipientId: 'r', journalId: 'j', rowNumber}).run();
      db.insert(placementEvent).values({id, placementId: id, kind, happenedOn: '2024-01-10', position: 0}).run();
    }
    refreshPlacementState(db, 'r');
  }, nobody);
  expect(states(connection).map(({placementId, current}) => [placementId, current])).toEqual([
    ['whole', false],
    ['torn', true],
  ]);
});
