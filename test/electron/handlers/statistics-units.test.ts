import {expect, test} from 'vitest';
import {movementTable, occupancyTable, recipientTable, statusTable} from '../../../domain/statistics-people.ts';
import type {StatisticsTable} from '../../../domain/statistics-tables.ts';
import type {PlacementEventKind} from '../../../domain/placement.ts';
import {refreshAllPlacementStates} from '../../../db/placement-state.ts';
import {journal, placement, placementEvent, unitStay} from '../../../db/schema/journal.ts';
import {monitoringEntry, monitoringRound} from '../../../db/schema/monitoring.ts';
import {measure, plan} from '../../../db/schema/plan.ts';
import {recipient} from '../../../db/schema/recipient.ts';
import {unit} from '../../../db/schema/facility.ts';
import type {WritableDb} from '../../../db/connection.ts';
import {monitoringTable, servicesTable} from '../../../electron/handlers/statistics/paper-tables.ts';
import {scopeOf} from '../../../electron/handlers/statistics/scope.ts';
import {testDatabase} from '../../support/test-database.ts';

/** A unit has places of its own; what of a stay was spent elsewhere does not count for it. */

type Happened = [kind: PlacementEventKind, on: string];
type Stay = [unitId: string, from: string, to: string | null];

function addPerson(db: WritableDb, id: string, events: Happened[], stays: Stay[]): void {
  const none = {surname: id, firstName: 'Адам', patronymic: null};
  db.insert(recipient)
    .values({id, ...none, sex: 'male'})
    .run();
  db.insert(placement)
    .values({id, recipientId: id, journalId: 'journal', rowNumber: Number(id.slice(1))})
    .run();
  for (const [position, [kind, happenedOn]] of events.entries()) {
    db.insert(placementEvent)
      .values({id: `${id}-${position}`, placementId: id, kind, happenedOn, position})
      .run();
  }
  for (const [index, [unitId, fromOn, toOn]] of stays.entries()) {
    db.insert(unitStay)
      .values({id: `${id}-${index}`, placementId: id, unitId, fromOn, toOn})
      .run();
  }
}

/** An approved plan of 2026 with one measure, and a closed round in which nothing had changed. */
function addPapers(db: WritableDb, id: string, monitoredOn: string): void {
  db.insert(plan)
    .values({
      id,
      recipientId: id,
      placementId: id,
      servicesToReview: [],
      status: 'approved',
      periodFrom: '2026-01-01',
      periodTo: '2026-12-31',
      approvedOn: '2026-01-01',
    })
    .run();
  db.insert(measure).values({id, planId: id, serviceType: 'legal', position: 0, text: 'Кеңес'}).run();
  db.insert(monitoringRound).values({id, planId: id, number: 1, status: 'closed', monitoredOn}).run();
  db.insert(monitoringEntry)
    .values({id, roundId: id, serviceType: 'legal', positiveGroups: [], servicesToReview: [], noneOrWorse: 'none'})
    .run();
}

function counts({rows}: StatisticsTable): Record<string, (number | null)[]> {
  return Object.fromEntries(rows.map(row => [row.id, row.cells.map(cell => cell?.count ?? null)]));
}

test('a quarter of a unit and of the whole organisation', () => {
  const connection = testDatabase();
  connection.transact(
    db => {
      db.insert(journal).values({id: 'journal', begunOn: '2026-01-01'}).run();
      for (const id of ['ward', 'flat']) {
        db.insert(unit).values({id, kind: 'palliative', nameKk: id, nameRu: id, places: 6}).run();
      }
      // Moved out of the ward in the middle; moved into it in the middle and away at the end; never there; queued.
      addPerson(
        db,
        'p1',
        [['admitted', '2026-01-10']],
        [
          ['ward', '2026-01-10', '2026-02-15'],
          ['flat', '2026-02-15', null],
        ],
      );
      addPerson(
        db,
        'p2',
        [
          ['admitted', '2026-01-05'],
          ['left', '2026-03-20'],
        ],
        [['ward', '2026-02-15', null]],
      );
      addPerson(db, 'p3', [['admitted', '2026-01-05']], [['flat', '2026-01-05', null]]);
      addPerson(db, 'p4', [['queued', '2026-02-01']], []);
      // Discharged from the ward.
      addPerson(
        db,
        'p5',
        [
          ['admitted', '2026-01-05'],
          ['discharged', '2026-03-02'],
        ],
        [['ward', '2026-01-05', '2026-03-02']],
      );
      addPapers(db, 'p1', '2026-02-20');
      addPapers(db, 'p2', '2026-03-01');
      addPapers(db, 'p3', '2026-03-01');
      refreshAllPlacementStates(db);
    },
    {accountId: null},
  );
  const of = (unitId: string | null) =>
    scopeOf(connection.readable, '2026-06-01', {from: '2026-01-01', to: '2026-03-31'}, unitId);

  const ward = of('ward');
  expect(counts(statusTable(ward))).toEqual({'receiving': [3, 0], 'on-leave': [1, 1]});
  expect(counts(recipientTable('sex', ward))).toEqual({male: [3, 0], female: [0, 0], all: [3, 0]});
  expect(counts(movementTable(ward))).toEqual({
    'admitted': [2, 2],
    'readmitted': [0, 0],
    'left': [1, 1],
    'came-back': [0, 0],
    'transferred': [0, 0],
    'discharged': [1, 1],
  });
  const points = counts(occupancyTable(ward));
  expect([points['2026-02-10'], points['2026-02-17'], points['2026-03-31']]).toEqual([
    [null, 2, 0, 2],
    [null, 2, 0, 2],
    [null, 0, 1, 1],
  ]);
  // The plan of the first was in force while he was in the ward; his round was held when he had moved.
  expect(counts(servicesTable(ward))['legal']).toEqual([2, 2, 2]);
  expect(counts(monitoringTable(ward))['legal']).toEqual([1, 0, 1, 0, 0]);

  const whole = of(null);
  expect(counts(statusTable(whole))).toMatchObject({
    'queued': [1, 1],
    'receiving': [4, 2],
    'on-leave': [1, 1],
    'discharged': [1, null],
  });
  expect(counts(occupancyTable(whole))['2026-03-31']).toEqual([1, 2, 1, 3]);
  expect(counts(servicesTable(whole))['legal']).toEqual([3, 3, 3]);
  expect(counts(monitoringTable(whole))['all']).toEqual([3, 0, 3, 0, 0]);
});
