import {strFromU8, unzipSync} from 'fflate';
import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {columnsOf, type StatisticsTableId} from '../../../domain/statistics-tables.ts';
import {tableNames} from '../../../domain/statistics-words.ts';
import {languages} from '../../../domain/text.ts';
import {decodeBytes} from '../../../electron/contract/bytes.ts';
import {failureOf, openOffice} from '../../support/office.ts';
import {liveTheCountedYear} from '../../support/counted-year.ts';

const year = {from: '2026-01-01', to: '2026-12-31', unitId: null};

/** Counted by hand from test/support/counted-year.ts, in the order of the columns. */
const expected: Record<StatisticsTableId, Record<string, (number | null)[]>> = {
  status: {
    'queued': [3, 1],
    'receiving': [3, 2],
    'on-leave': [1, 1],
    'discharged': [2, null],
    'transferred': [0, null],
    'withdrawn': [1, null],
  },
  category: {
    'child-psychoneurological': [0, 0],
    'child-musculoskeletal': [0, 0],
    'adult-psychoneurological': [1, 1],
    'disabled-group-1-2': [1, 1],
    'elderly': [1, 0],
    'other': [0, 0],
    'all': [3, 2],
  },
  sex: {male: [2, 1], female: [1, 1], all: [3, 2]},
  age: {
    '0-2': [0, 0],
    '3-6': [0, 0],
    '7-17': [0, 0],
    '18-29': [0, 0],
    '30-44': [1, 1],
    '45-59': [0, 0],
    '60-74': [1, 1],
    '75': [1, 0],
    'all': [3, 2],
  },
  movement: {
    'queued': [2, 2],
    'admitted': [3, 3],
    'readmitted': [1, 1],
    'left': [1, 1],
    'came-back': [0, 0],
    'transferred': [0, 0],
    'discharged': [2, 2],
    'withdrawn': [1, 1],
  },
  occupancy: {
    '2026-01-31': [1, 0, 0, 0],
    '2026-02-28': [0, 1, 0, 1],
    '2026-03-31': [0, 2, 0, 2],
    '2026-04-30': [0, 2, 0, 2],
    '2026-05-31': [0, 1, 0, 1],
    '2026-06-30': [1, 1, 0, 1],
    '2026-07-31': [0, 1, 0, 1],
    '2026-08-31': [0, 1, 0, 1],
    '2026-09-30': [0, 2, 0, 2],
    '2026-10-31': [1, 2, 0, 2],
    '2026-11-30': [1, 2, 0, 2],
    '2026-12-31': [1, 2, 1, 3],
  },
  services: {
    everyday: [1, 1, 2],
    medical: [1, 1, 1],
    psychological: [0, 0, 0],
    pedagogical: [0, 0, 0],
    labour: [0, 0, 0],
    cultural: [0, 0, 0],
    economic: [0, 0, 0],
    legal: [1, 1, 1],
    all: [2, 2, 4],
  },
  monitoring: {
    everyday: [2, 1, 0, 1, 0],
    medical: [2, 0, 2, 0, 1],
    psychological: [0, 0, 0, 0, 0],
    pedagogical: [0, 0, 0, 0, 0],
    labour: [0, 0, 0, 0, 0],
    cultural: [0, 0, 0, 0, 0],
    economic: [0, 0, 0, 0, 0],
    legal: [0, 0, 0, 0, 0],
    all: [2, 1, 2, 1, 1],
  },
  deadlines: {
    'plan-draw-up': [1, 0, 2, 0],
    'plan-fill': [2, 0, 0, 0],
    'plan-approve': [1, 1, 0, 0],
    'monitoring-due': [1, 0, 2, 0],
    'monitoring-enter': [1, 1, 0, 0],
    'all': [6, 2, 4, 0],
  },
};

/** By the sheets: categories, places and queue, services, monitoring, deadlines. */
const chartTitles = {
  kk: [
    'Санаты бойынша: кезең ішінде',
    'Орындар мен кезек',
    'Қызмет түрлері: іс-шара саны',
    'Мониторинг нәтижелері',
    'Мерзімдердің сақталуы',
  ],
  ru: [
    'По категориям: за период',
    'Места и очередь',
    'Виды услуг: мероприятий',
    'Результаты мониторинга',
    'Соблюдение сроков',
  ],
};

type Office = Awaited<ReturnType<typeof openOffice>>;

async function numbers({client}: Office, period: typeof year) {
  const {tables} = await client.statistics.get(period);
  return Object.fromEntries(
    tables.map(({id, rows}) => [id, Object.fromEntries(rows.map(row => [row.id, row.counts]))]),
  );
}

test('a year, counted by hand; each number is as long as its list', async () => {
  const office = await openOffice('2026-01-05');
  const {client} = office;
  const people = await liveTheCountedYear(office);
  expect(await numbers(office, year)).toEqual(expected);

  const {tables, places, units, lastDay} = await client.statistics.get(year);
  expect({places, units, lastDay}).toEqual({places: null, units: [], lastDay: '2026-12-31'});
  let lists = 0;
  for (const {id: table, rows} of tables) {
    for (const {id: row, counts} of rows) {
      for (const [index, count] of counts.entries()) {
        const ask = {...year, table, row, column: must(columnsOf[table][index]), offset: 0, limit: 100};
        const name = `${table} ${row} ${ask.column}`;
        if (count === null) {
          expect(await failureOf(client.statistics.list(ask)), name).toEqual({code: 'missing'});
          continue;
        }
        const {total, items} = await client.statistics.list(ask);
        expect([total, items.length, new Set(items.map(({key}) => key)).size], name).toEqual([count, count, count]);
        lists += 1;
      }
    }
  }
  expect(lists).toBeGreaterThan(150);

  // By the Kazakh alphabet, page by page.
  const all = {...year, table: 'category', row: 'all', column: 'period'} as const;
  const whole = await client.statistics.list({...all, offset: 0, limit: 100});
  expect(whole.items.map(({recipientId}) => recipientId)).toEqual([people.a, people.d, people.c]);
  const second = await client.statistics.list({...all, offset: 1, limit: 1});
  expect(second).toEqual({total: 3, items: [whole.items[1]]});

  // A broken term says whose, until when by both readings, and when it was done.
  const broken = {...year, table: 'deadlines', row: 'monitoring-due', column: 'broken', offset: 0, limit: 10} as const;
  const late = (await client.statistics.list(broken)).items.map(({recipientId, strict, lenient, day}) => ({
    recipientId,
    strict,
    lenient,
    day,
  }));
  expect(late).toEqual([
    {recipientId: people.d, strict: '2026-09-30', lenient: '2026-12-14', day: null},
    {recipientId: people.c, strict: '2026-06-30', lenient: '2026-06-30', day: '2026-07-20'},
  ]);
  const measures = {...year, table: 'services', row: 'everyday', column: 'measures', offset: 0, limit: 10} as const;
  const words = (await client.statistics.list(measures)).items.map(item => item.words);
  expect(new Set(words)).toEqual(new Set(['Бөлме', 'Тамақ']));

  // The days at the edges.
  const lastOfYear = {from: '2026-12-31', to: '2026-12-31', unitId: null};
  const onLast = await numbers(office, lastOfYear);
  expect(onLast['category']?.['all']).toEqual([2, 2]);
  expect(onLast['movement']?.['admitted']).toEqual([1, 1]);
  expect(onLast['status']?.['on-leave']).toEqual([1, 1]);
  const firstOfYear = await numbers(office, {from: '2026-01-01', to: '2026-01-01', unitId: null});
  expect(firstOfYear['category']?.['all']).toEqual([0, 0]);
  expect(firstOfYear['movement']?.['discharged']).toEqual([1, 1]);
  const before = await numbers(office, {from: '2025-12-31', to: '2025-12-31', unitId: null});
  expect(before['category']?.['child-psychoneurological']).toEqual([1, 1]);

  // A period that still runs is told up to today.
  const running = await client.statistics.get({from: '2027-01-01', to: '2027-12-31', unitId: null});
  expect(running.lastDay).toBe('2027-01-15');
  expect(must(running.tables.find(({id}) => id === 'occupancy')).rows.map(({id}) => id)).toHaveLength(15);

  for (const language of languages) {
    const {file, fileName} = await client.statistics.excel({...year, language});
    expect(fileName).toBe('Статистика 01.01.2026-31.12.2026.xlsx');
    const files = unzipSync(decodeBytes(file));
    const workbook = strFromU8(must(files['xl/workbook.xml']));
    for (const words of Object.values(tableNames)) expect(workbook).toContain(`name="${words[language].slice(0, 28)}"`);
    // The sheet after the title page and the tables before it: places and queue; a day is a row of five cells.
    const sheet = strFromU8(must(files['xl/worksheets/sheet7.xml']));
    const cells = [...sheet.matchAll(/<row r="13"[^>]*>(.*?)<\/row>/g)].flatMap(([, row]) =>
      [...must(row).matchAll(/<c [^>]*?(?:t="n")?[^>]*><v>([^<]*)<\/v>/g)].map(([, value]) => must(value)),
    );
    expect(cells.slice(-4)).toEqual(['1', '2', '1', '3']);
    const titles = Object.entries(files).flatMap(([name, content]) =>
      name.startsWith('xl/charts/') ? [must(/<a:t>(.*?)<\/a:t>/.exec(strFromU8(content)))[1]] : [],
    );
    expect(titles).toEqual(chartTitles[language]);
  }
});

test('what cannot be a period is refused with words; what is not there is missing', async () => {
  const {client} = await openOffice('2026-01-05');
  expect(await failureOf(client.statistics.get({...year, from: '2027-01-01'}))).toEqual({
    code: 'invalid',
    issues: [{field: 'to', problem: 'period-reversed'}],
  });
  expect(await failureOf(client.statistics.get({...year, from: '0001-01-01'}))).toMatchObject({
    code: 'invalid',
    issues: [{field: 'from', problem: 'not-a-date'}],
  });
  expect(await failureOf(client.statistics.get({...year, unitId: 'nobody'}))).toEqual({code: 'missing'});
  const list = {...year, table: 'sex', row: 'male', column: 'queue', offset: 0, limit: 10} as const;
  expect(await failureOf(client.statistics.list(list))).toEqual({code: 'missing'});
  expect(await failureOf(client.statistics.list({...list, row: 'dog', column: 'period'}))).toEqual({code: 'missing'});
  // Before anything is named there are tables all the same, and no deadlines: nothing is made up.
  const {tables} = await client.statistics.get(year);
  expect(must(tables.find(({id}) => id === 'deadlines')).rows).toEqual([]);
});
