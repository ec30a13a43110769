import {approvePlan} from '../../support/plans.ts';
import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {admit, failureOf, furnish, openOffice, type Office} from '../../support/office.ts';

/** The calendar and the terms of a facility, through the contract: what they are, and what they do to deadlines. */

async function drawUp({client}: Office) {
  return (await client.today.get({limit: 500})).items.find(item => item.kind === 'plan-draw-up');
}

test('a day that the head takes off moves what is counted in it, and Today says from when and why', async () => {
  const office = await openOffice('2026-02-02');
  const {client} = office;
  await furnish(office, 'temporary-stay');
  await admit(office, '2026-02-02');
  expect(await drawUp(office)).toMatchObject({dueOn: '2026-02-06', latestOn: '2026-02-09', moved: null});
  await client.calendar.saveEdit({date: '2026-02-09', working: false, reason: 'Қаулы бойынша ауысқан демалыс'});
  const moved = must(await drawUp(office));
  expect(moved).toMatchObject({dueOn: '2026-02-06', latestOn: '2026-02-10'});
  expect(moved.moved?.ru).toContain('с 09.02.2026 на 10.02.2026');
  expect(moved.moved?.kk).toContain('Қаулы бойынша ауысқан демалыс');
  expect(await client.calendar.moved({})).toEqual({count: 1});

  await client.calendar.removeEdit({date: '2026-02-09'});
  expect(await drawUp(office)).toMatchObject({latestOn: '2026-02-09'});
});

test('a day is set once more, and several terms at once', async () => {
  const office = await openOffice('2026-02-02');
  const {client} = office;
  await furnish(office, 'temporary-stay');
  await admit(office, '2026-02-02');
  await client.calendar.saveEdit({date: '2026-02-09', working: false, reason: 'Бірінші себеп'});
  await client.calendar.saveEdit({date: '2026-02-09', working: false, reason: 'Екінші себеп'});
  const {days} = await client.calendar.year({year: 2026});
  expect(must(days.find(({date}) => date === '2026-02-09')).reason.kk).toContain('Екінші себеп');
  const counting = await client.calendar.counting({});
  await client.calendar.saveCounting({...counting, countedFrom: '2026-01-01', quarter: 'calendar'});
  await client.calendar.saveCounting({...counting, countedFrom: '2026-01-05', quarter: 'plan-start'});
  expect(await client.calendar.counting({})).toMatchObject({countedFrom: '2026-01-05', quarter: 'plan-start'});
});

test('a change of the facts is not taken for a change of the calendar', async () => {
  const office = await openOffice('2026-02-02');
  const {client} = office;
  await furnish(office, 'temporary-stay');
  const {placementId} = await admit(office, '2026-02-02');
  await client.calendar.saveEdit({date: '2026-03-02', working: false, reason: 'демалыс'});
  const [admission] = await client.journal.events({placementId});
  const {id: eventId, stamp: seen, orderNumber, reason, destination, until} = must(admission);
  await client.journal.correct({eventId, seen, happenedOn: '2026-01-30', orderNumber, reason, destination, until});
  expect(await drawUp(office)).toMatchObject({dueOn: '2026-02-03', moved: null});
});

test('the year tells its special days, their reasons, and which of them are only computed', async () => {
  const office = await openOffice('2026-02-02');
  const {client} = office;
  await furnish(office, 'stationary');
  const {days, workingDays} = await client.calendar.year({year: 2026});
  expect(workingDays).toBe(247);
  expect(days.find(day => day.date === '2026-03-24')).toMatchObject({working: false, decided: true, edited: false});
  const next = await client.calendar.year({year: 2027});
  expect(next.days.filter(day => !day.decided).map(day => day.date)).toEqual(['2027-05-16']);
  await client.calendar.setWeek({week: 'six'});
  expect((await client.calendar.year({year: 2026})).workingDays).toBeGreaterThan(workingDays);
});

test('a table goes out as a file and comes in again; what is none changes nothing', async () => {
  const office = await openOffice('2026-02-02');
  const {client} = office;
  await furnish(office, 'stationary');
  const {file, fileName} = await client.calendar.exportTable({});
  expect(fileName).toMatch(/\.json$/);
  const own = file.replace(/"version": "[^"]*"/, '"version": "облыс-2026"');
  expect(await client.calendar.importTable({file: own})).toEqual({version: 'облыс-2026'});
  expect((await client.calendar.get({})).table).toMatchObject({version: 'облыс-2026', isOwn: true});
  const broken: readonly [string, string][] = [
    ['{', 'calendar-not-json'],
    ['{"format": 2}', 'calendar-unknown-format'],
    [own.replace('"month": 12', '"month": 13'), 'calendar-wrong-date'],
  ];
  for (const [content, problem] of broken) {
    const failure = await failureOf(client.calendar.importTable({file: content}));
    expect(failure.issues?.map(issue => issue.problem)).toContain(problem);
  }
  expect((await client.calendar.get({})).table.version).toBe('облыс-2026');
  await client.calendar.dropTable({});
  expect((await client.calendar.get({})).table.isOwn).toBe(false);
});

test('a term of the facility is counted with its source, and never without one', async () => {
  const office = await openOffice('2026-02-02');
  const {client} = office;
  await furnish(office, 'stationary');
  await admit(office, '2026-02-02');
  expect(await drawUp(office)).toBeUndefined();
  const {terms, ...rest} = await client.calendar.counting({});
  expect(terms.every(term => term.length === null)).toBe(true);
  const [first, ...others] = terms;
  const set = {...must(first), length: 10, unit: 'working-day' as const};
  expect(await failureOf(client.calendar.saveCounting({...rest, terms: [set, ...others]}))).toMatchObject({
    issues: [{problem: 'source-required'}],
  });
  const source = 'Ішкі тәртіп, 3-тармақ';
  await client.calendar.saveCounting({...rest, terms: [{...set, source}, ...others]});
  expect(await drawUp(office)).toMatchObject({ground: {kk: source, ru: source}});
});

test('binding at the end of the year, where the order does not ask for it: by the source that was named', async () => {
  const office = await openOffice('2026-02-02');
  const {client} = office;
  const staff = await furnish(office, 'stationary');
  const {recipientId} = await approvePlan(office, staff);
  office.at('2026-12-31');
  const binding = async () => (await client.today.get({limit: 500})).items.find(({kind}) => kind === 'year-binding');
  expect(await binding()).toBeUndefined();
  const {terms, ...rest} = await client.calendar.counting({});
  const source = 'Ішкі тәртіп, 9-тармақ';
  const set = terms.map(term =>
    term.kind === 'year-binding' ? {...term, length: 3, unit: 'working-day' as const, source} : term,
  );
  await client.calendar.saveCounting({...rest, terms: set});
  expect(await binding()).toMatchObject({
    dueOn: '2026-12-31',
    latestOn: '2027-01-08',
    ground: {kk: source, ru: source},
  });
  await client.binding.markBound({year: 2026, boundOn: '2026-12-31', folders: [{recipientId, sheets: 5}]});
  expect(await binding()).toBeUndefined();
});

test('old papers entered late raise no alarm', async () => {
  const office = await openOffice('2026-11-25');
  const {client} = office;
  await furnish(office, 'temporary-stay');
  await admit(office, '2024-02-02');
  expect(await drawUp(office)).toMatchObject({state: 'overdue'});
  const counting = await client.calendar.counting({});
  await client.calendar.saveCounting({...counting, countedFrom: '2026-11-01'});
  expect(await drawUp(office)).toMatchObject({state: 'archive'});
  expect((await client.today.get({limit: 500})).counts.overdue).toBe(0);
});
