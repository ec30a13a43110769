import {unzipSync} from 'fflate';
import {afterAll, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {decodeBytes} from '../../../electron/contract/bytes.ts';
import {printLanguages} from '../../../domain/text.ts';
import {admit, event, failureOf, furnish, nobody, openOffice, person} from '../../support/office.ts';
import {approvePlan} from '../../support/plans.ts';
import {dense, pdfPages} from '../../support/read-pdf.ts';
import {testRenderer} from '../../support/test-renderer.ts';

/** The month as a calendar and the year of one recipient: what stands on which day, on paper and in a workbook. */

const pdf = await testRenderer();
afterAll(() => pdf.close());

const everybody = {recipientId: null, staffId: null, unitId: null};

async function open() {
  const office = await openOffice('2026-02-02', {pdf});
  const staff = await furnish(office, 'temporary-stay');
  await office.client.facility.linkAccount({staffId: staff.head});
  const plan = await approvePlan(office, staff);
  const {recipientId: other} = await admit(office, '2026-02-02', {
    ...nobody,
    name: {surname: 'Бөкенов', firstName: 'Адам', patronymic: null},
    bornOn: '2000-02-29',
    programmeTo: '2026-05-15',
  });
  return {office, staff, ...plan, other};
}

test('a month has what is counted, what is written down, birthdays and days off, each once', async () => {
  const {office, recipientId, planId, other} = await open();
  const {client} = office;
  const may = await client.schedule.month({month: '2026-05', ...everybody});
  expect(may.days).toHaveLength(31);
  const said = may.days.flatMap(({date, entries}) => entries.map(({kind, name}) => `${date} ${kind} ${name.surname}`));
  expect(said.filter(each => /birthday|programme/u.test(each))).toEqual([
    '2026-05-09 birthday Әбдіғаппарұлы',
    '2026-05-15 programme-ends Бөкенов',
  ]);
  const birthday = must(may.days[8]?.entries.find(({kind}) => kind === 'birthday'));
  expect(birthday).toMatchObject({age: 68, target: {screen: 'recipient', recipientId}});
  // A holiday of the table, and a Sunday that is only a Sunday.
  expect(may.days[0]).toMatchObject({off: true, reason: {ru: expect.stringMatching(/./u) as string}});
  expect(may.days[2]).toMatchObject({date: '2026-05-03', off: true, reason: null});
  expect(may.days[3]).toMatchObject({date: '2026-05-04', off: false});

  const june = await client.schedule.month({month: '2026-06', ...everybody});
  const reviews = june.days.flatMap(({date, entries}) =>
    entries.filter(({kind}) => kind === 'plan-review').map(entry => ({date, ...entry})),
  );
  expect(reviews.map(({date, target}) => ({date, target}))).toEqual([
    {date: '2026-06-01', target: {screen: 'plan', recipientId, planId}},
  ]);
  const march = await client.schedule.month({month: '2026-03', ...everybody});
  expect(march.days[0]?.entries.map(({kind, recipientId: id, age}) => [kind, id, age])).toEqual([
    ['birthday', other, 26],
  ]);
});

test('of one person and of one specialist', async () => {
  const {office, staff, recipientId, other} = await open();
  const {client} = office;
  const people = async (whose: Partial<typeof everybody> | object) => {
    const {days} = await client.schedule.month({month: '2026-05', ...everybody, ...whose});
    return new Set(days.flatMap(({entries}) => entries.map(entry => entry.recipientId)));
  };
  expect(await people({})).toEqual(new Set([recipientId, other]));
  expect(await people({recipientId: other})).toEqual(new Set([other]));
  expect(await people({staffId: staff.medical})).toEqual(new Set([recipientId]));
  expect(await people({staffId: staff.head})).toEqual(new Set());
  expect(await people({unitId: 'none'})).toEqual(new Set());
  expect(await failureOf(client.schedule.month({month: '2026-13', ...everybody}))).toMatchObject({code: 'invalid'});
});

test('a year has the stay, the leave, the plan, what was held and what is due', async () => {
  const {office, recipientId, placementId, planId} = await open();
  const {client, at} = office;
  at('2026-03-30');
  await client.journal.record({placementId, event: event('left', '2026-03-10')});
  await client.journal.record({placementId, event: event('came-back', '2026-03-20')});
  const {id: roundId} = await client.monitoring.start({planId});
  const {spans, marks, years, name} = await client.schedule.year({recipientId, year: 2026});
  expect(name).toEqual(person.name);
  expect(years).toEqual([2026]);
  expect(spans.map(({track, from, to, openEnd}) => [track, from, to, openEnd])).toEqual([
    ['stay', '2026-02-02', '2026-12-31', true],
    ['leave', '2026-03-10', '2026-03-20', false],
    ['plan', '2026-02-02', '2026-12-31', false],
  ]);
  expect(marks.map(({on}) => on)).toEqual(marks.map(({on}) => on).toSorted());
  expect(marks.filter(({track}) => track === 'stay').map(({on, what}) => [on, what.ru])).toEqual([
    ['2026-02-02', 'поступил'],
    ['2026-03-10', 'временно выбыл'],
    ['2026-03-20', 'вернулся после временного выбытия'],
  ]);
  expect(marks.filter(({track}) => track === 'review')).toMatchObject([{on: '2026-06-01', state: 'coming'}]);
  expect(marks.some(({track}) => track === 'due')).toBe(true);
  // An open round stands where it observes until, and this one does not say yet.
  expect(marks.filter(({track}) => track === 'round')).toEqual([]);
  const {
    stamp: seen,
    planId: _p,
    recipientId: _r,
    number: _n,
    status: _s,
    enteredOn: _e,
    paperId: _i,
    previous: _v,
    ...values
  } = await client.monitoring.get({id: roundId});
  await client.monitoring.save({...values, seen, observedTo: '2026-03-30', monitoredOn: '2026-03-30'});
  const {marks: later} = await client.schedule.year({recipientId, year: 2026});
  expect(later.filter(({track}) => track === 'round')).toMatchObject([
    {on: '2026-03-30', state: 'coming', target: {screen: 'round', recipientId, planId, roundId}},
  ]);
  expect((await client.schedule.year({recipientId, year: 2025})).spans).toEqual([]);
});

test.each(printLanguages)('both are printed, in %s, and the register does not keep them', async language => {
  const {office, recipientId} = await open();
  const {client} = office;
  const sides = language === 'both' ? (['kk', 'ru'] as const) : [language];
  const month = {kind: 'month', month: '2026-05', ...everybody} as const;
  const calendar = await client.paper.render({source: month, language});
  expect(calendar.state).toBe('picture');
  const [first] = pdfPages(decodeBytes(calendar.pdf));
  const life = await client.paper.render({source: {kind: 'life', recipientId, year: 2026}, language});
  const pages = pdfPages(decodeBytes(life.pdf)).join('\n');
  for (const side of sides) {
    expect(dense(must(first))).toContain(dense({kk: '2026 жылғы мамыр', ru: 'май 2026 года'}[side]));
    expect(dense(pages)).toContain(dense({kk: 'Уақытша шығу', ru: 'Временное выбытие'}[side]));
  }
  expect(pages).toContain('Әбдіғаппарұлы Өркен Һасенғалиұлы, 2026');
  await client.paper.register({source: month, language, how: 'printed'});
  expect(await client.paper.prints({recipientId})).toEqual([]);
});

test('both are workbooks', async () => {
  const {office, recipientId} = await open();
  const words = async (source: Parameters<typeof office.client.schedule.excel>[0]['source']) => {
    const {file, fileName} = await office.client.schedule.excel({source, language: 'ru'});
    return {fileName, strings: new TextDecoder().decode(unzipSync(decodeBytes(file))['xl/sharedStrings.xml'])};
  };
  const month = await words({kind: 'month', month: '2026-05', ...everybody});
  expect(month.fileName).toBe('Календарь месяца - май 2026 года.xlsx');
  expect(month.strings).toContain('День рождения, 68 лет');
  const year = await words({kind: 'life', recipientId, year: 2026});
  expect(year.fileName).toBe('Год получателя услуг - Әбдіғаппарұлы Ө. Һ. - 2026.xlsx');
  expect(year.strings).toContain('пересмотр плана');
});
