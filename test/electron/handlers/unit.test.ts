import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import type {InputOf} from '../../../electron/contract/kernel.ts';
import type {unitCalls} from '../../../electron/contract/unit.ts';
import {admit, event, failureOf, furnish, openOffice, type Office} from '../../support/office.ts';

/** Units and who stays in them, through the contract. */

type UnitInput = InputOf<(typeof unitCalls)['save']>;

const flat: UnitInput = {
  id: null,
  seen: null,
  kind: 'supported-living',
  name: {kk: 'Сүйемелдеу бөлімшесі', ru: 'Отделение сопровождения'},
  places: 8,
  openedOn: '2026-01-01',
  closedOn: null,
};
const ward: UnitInput = {...flat, kind: 'palliative', name: {kk: 'Палата', ru: 'Палата'}, places: 1, openedOn: null};

async function counts({client}: Office, on: string | null = null) {
  const {whole, units} = await client.unit.list({on});
  return [whole, ...units].map(({places, occupied, away}) => [places, occupied, away]);
}

async function stays({client}: Office, placementId: string) {
  const view = await client.unit.stays({placementId});
  return view.stays.map(({unitName, from, to}) => `${unitName.kk} ${from} ${to ?? ''}`.trim());
}

const refused = (field: string, problem: string) => ({code: 'invalid', issues: [{field, problem}]});

async function moved(office: Office, placementId: string, unitId: string | null, on: string) {
  return failureOf(office.client.unit.move({placementId, unitId, on}));
}

test('a person comes into a unit, moves, leaves it; the places follow, the journal has the last word', async () => {
  const office = await openOffice('2026-03-01');
  const {client} = office;
  await furnish(office, 'stationary');
  const {placementId, recipientId} = await admit(office, '2026-02-02');
  const {placementId: other} = await admit(office, '2026-02-02');
  const {id: flatId} = await client.unit.save(flat);
  const {id: wardId} = await client.unit.save(ward);
  const facility = must(await client.facility.get({}));
  const {id: _id, stamp, ...known} = facility;
  await client.facility.save({seen: stamp, ...known, places: 40});
  expect(await counts(office)).toEqual([
    [40, 2, 0],
    [8, 0, 0],
    [1, 0, 0],
  ]);

  // Before the admission, out of nowhere, into what is not there.
  expect(await moved(office, placementId, flatId, '2026-02-01')).toEqual(refused('on', 'stay-before-admission'));
  expect(await moved(office, placementId, null, '2026-02-10')).toEqual(refused('on', 'stay-nowhere'));
  expect((await moved(office, placementId, 'no-such-unit', '2026-02-10')).code).toBe('missing');
  await client.unit.move({placementId, unitId: wardId, on: '2026-02-10'});
  expect(await moved(office, placementId, wardId, '2026-02-12')).toEqual(refused('unitId', 'stay-already-there'));
  // On the same day it was the wrong unit; later it is a move.
  await client.unit.move({placementId, unitId: flatId, on: '2026-02-10'});
  await client.unit.move({placementId, unitId: wardId, on: '2026-02-20'});
  expect(await stays(office, placementId)).toEqual(['Палата 2026-02-20', 'Сүйемелдеу бөлімшесі 2026-02-10 2026-02-20']);
  expect([await counts(office, '2026-02-19'), await counts(office, '2026-02-20')]).toEqual([
    [
      [40, 2, 0],
      [8, 1, 0],
      [1, 0, 0],
    ],
    [
      [40, 2, 0],
      [8, 0, 0],
      [1, 1, 0],
    ],
  ]);
  // More than there are places: let in, and there to be seen.
  await client.unit.move({placementId: other, unitId: wardId, on: '2026-02-25'});
  expect((await counts(office))[2]).toEqual([1, 2, 0]);

  // Who is away keeps the place; who is discharged gives it back, also where nobody entered the end of the stay.
  await client.journal.record({placementId, event: event('left', '2026-02-26')});
  expect((await counts(office))[2]).toEqual([1, 2, 1]);
  await client.journal.record({placementId, event: event('discharged', '2026-02-28')});
  expect(await counts(office)).toEqual([
    [40, 1, 0],
    [8, 0, 0],
    [1, 1, 0],
  ]);
  expect((await stays(office, placementId))[0]).toBe('Палата 2026-02-20 2026-02-28');
  expect(await moved(office, placementId, flatId, '2026-02-28')).toEqual(refused('on', 'stay-after-leaving'));

  const {changes} = await client.recipient.history({id: recipientId, before: null, limit: 100});
  expect(changes.filter(({table}) => table === 'unitStay').length).toBe(4);
});

test('a stay is mended and taken out; two at once are refused', async () => {
  const office = await openOffice('2026-03-01');
  const {client} = office;
  await furnish(office, 'stationary');
  const {placementId} = await admit(office, '2026-02-02');
  const {id: flatId} = await client.unit.save(flat);
  const {id: wardId} = await client.unit.save(ward);
  await client.unit.move({placementId, unitId: flatId, on: '2026-02-05'});
  await client.unit.move({placementId, unitId: wardId, on: '2026-02-20'});
  const [second, first] = (await client.unit.stays({placementId})).stays;
  const {id: stayId, stamp: seen} = must(first);
  const mend = (from: string, to: string | null) => client.unit.correctStay({stayId, seen, unitId: flatId, from, to});
  expect(await failureOf(mend('2026-02-05', '2026-02-21'))).toEqual(refused('from', 'stay-overlaps'));
  expect(await failureOf(mend('2026-02-05', '2026-02-05'))).toEqual(refused('to', 'stay-no-day'));
  expect(await failureOf(mend('2025-02-05', null))).toEqual(refused('from', 'stay-before-admission'));
  await mend('2026-02-03', '2026-02-10');
  expect(await failureOf(mend('2026-02-03', '2026-02-11'))).toEqual({code: 'conflict'});
  await client.unit.removeStay({stayId: must(second).id, seen: must(second).stamp});
  expect(await stays(office, placementId)).toEqual(['Сүйемелдеу бөлімшесі 2026-02-03 2026-02-10']);
  expect([...office.made].filter(call => call.startsWith('unit.')).sort()).toEqual(
    ['correctStay', 'move', 'removeStay', 'save', 'stays'].map(call => `unit.${call}`),
  );
  // The row of the journal that was a slip goes with all that hangs on it.
  const [admission] = await client.journal.events({placementId});
  await client.journal.takeBack({eventId: must(admission).id, seen: must(admission).stamp});
  expect((await failureOf(client.unit.stays({placementId}))).code).toBe('missing');
});

test('a unit: its kind by the order, its bound only remarked, never closed over somebody', async () => {
  const office = await openOffice('2026-03-01');
  const {client} = office;
  await furnish(office, 'home-care');
  expect(await failureOf(client.unit.save(flat))).toEqual(refused('kind', 'unit-unit-elsewhere'));
  await furnishAgain(office, 'stationary');
  const {id, stamp} = await client.unit.save({...flat, places: 40});
  expect((await client.unit.list({on: null})).units[0]).toMatchObject({places: 40, kind: 'supported-living'});
  expect(await failureOf(client.unit.save({...flat, name: {kk: ' ', ru: 'Дом'}}))).toEqual(
    refused('name.kk', 'required'),
  );
  const {placementId} = await admit(office, '2026-02-02');
  await client.unit.move({placementId, unitId: id, on: '2026-02-05'});
  const change = (more: Partial<UnitInput>) => client.unit.save({...flat, id, seen: stamp, ...more});
  expect(await failureOf(change({closedOn: '2026-03-01'}))).toEqual(refused('closedOn', 'unit-has-residents'));
  expect(await failureOf(change({openedOn: '2026-02-06'}))).toEqual(refused('openedOn', 'unit-stays-before'));
  expect(await failureOf(change({openedOn: '2026-02-06', closedOn: '2026-02-01'}))).toMatchObject({code: 'invalid'});
  await client.unit.move({placementId, unitId: null, on: '2026-03-01'});
  // The organisation has become one of another type: the unit can be closed all the same.
  await furnishAgain(office, 'home-care');
  await change({closedOn: '2026-03-01'});
  await furnishAgain(office, 'stationary');
  expect(await moved(office, placementId, id, '2026-03-01')).toEqual(refused('unitId', 'stay-unit-not-open'));
});

async function furnishAgain({client}: Office, type: 'stationary' | 'home-care'): Promise<void> {
  const {id: _id, stamp, ...known} = must(await client.facility.get({}));
  await client.facility.save({seen: stamp, ...known, type});
}

test('the staff norms know who stays in a unit, and how many the palliative wards have', async () => {
  const office = await openOffice('2026-03-01');
  const {client} = office;
  await furnish(office, 'stationary');
  const {placementId} = await admit(office, '2026-02-02');
  const {placementId: other} = await admit(office, '2026-02-02');
  const places = async () =>
    (await client.norms.get({})).places.map(({name, receiving, palliative}) => [name.kk, receiving, palliative]);
  expect(await places()).toEqual([['«Тірек» орталығы', 2, null]]);
  const {id: flatId} = await client.unit.save(flat);
  const {id: wardId} = await client.unit.save({...ward, places: 5});
  await client.unit.move({placementId, unitId: flatId, on: '2026-02-05'});
  await client.unit.move({placementId: other, unitId: wardId, on: '2026-02-05'});
  const organisation = ['«Тірек» орталығы', 1, {people: 1, places: 5}];
  expect(await places()).toEqual([organisation, ['Сүйемелдеу бөлімшесі', 1, null]]);
  // A ward of which nobody has said the places leaves the sum unknown.
  await client.unit.save({...ward, places: null});
  expect((await places())[0]).toEqual(['«Тірек» орталығы', 1, {people: 1, places: null}]);
});
