import {expect, test} from 'vitest';
import {addDays} from '../../../domain/dates.ts';
import {event, furnish, nobody, openOffice, type Office} from '../../support/office.ts';

/** Everybody by the Kazakh alphabet, in parts, whole or of one status or unit. */

const surnames = [
  'Яковлев',
  'Әбілов',
  'Абаев',
  'Ясин',
  'Бекова',
  'Іңкәров',
  'Өтегенов',
  'Орынбаев',
  'Қасымова',
  'Караев',
];
const sorted = [
  'Абаев',
  'Әбілов',
  'Бекова',
  'Караев',
  'Қасымова',
  'Орынбаев',
  'Өтегенов',
  'Іңкәров',
  'Яковлев',
  'Ясин',
];
const today = '2026-06-01';
const all = {status: null, unitId: null};

async function officeWithPeople(): Promise<Office & {placements: Map<string, string>}> {
  const opened = await openOffice(today);
  await furnish(opened, 'stationary');
  const placements = new Map<string, string>();
  for (const [index, surname] of surnames.entries()) {
    const person = {...nobody, name: {surname, firstName: 'Дана', patronymic: null}};
    const kind = index % 2 === 0 ? 'admitted' : 'queued';
    const {placementId} = await opened.client.journal.enter({
      journalId: null,
      recipientId: null,
      person,
      event: event(kind, addDays(today, -index)),
    });
    placements.set(surname, placementId);
  }
  return {...opened, placements};
}

async function namesOf({client}: Office, input: Parameters<Office['client']['recipient']['list']>[0]) {
  const {people, total} = await client.recipient.list(input);
  return {names: people.map(({name}) => name.surname), total};
}

test('comes whole and in parts from any place on', async () => {
  const office = await officeWithPeople();
  expect(await namesOf(office, {...all, offset: 0, limit: 200})).toEqual({names: sorted, total: 10});
  expect(await namesOf(office, {...all, offset: 7, limit: 2})).toEqual({names: sorted.slice(7, 9), total: 10});
  expect(await namesOf(office, {...all, offset: 10, limit: 2})).toEqual({names: [], total: 10});
});

test('may be of one status or of one unit', async () => {
  const office = await officeWithPeople();
  const admitted = sorted.filter(name => surnames.indexOf(name) % 2 === 0);
  expect(await namesOf(office, {...all, status: 'receiving', offset: 0, limit: 200})).toEqual({
    names: admitted,
    total: admitted.length,
  });
  const name = {kk: 'Бірінші', ru: 'Первое'};
  const unit = {
    id: null,
    seen: null,
    kind: 'supported-living' as const,
    name,
    places: 20,
    openedOn: null,
    closedOn: null,
  };
  const {id: unitId} = await office.client.unit.save(unit);
  const [first, second] = admitted;
  for (const surname of [first, second]) {
    const placementId = office.placements.get(surname ?? '') ?? '';
    await office.client.unit.move({placementId, unitId, on: addDays(today, -1)});
  }
  await office.client.unit.move({placementId: office.placements.get(second ?? '') ?? '', unitId: null, on: today});
  expect(await namesOf(office, {status: null, unitId, offset: 0, limit: 200})).toEqual({names: [first], total: 1});
});
