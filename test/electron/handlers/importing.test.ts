import {describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {makeTestIin} from '../../../domain/iin.ts';
import {encodeBytes} from '../../../electron/contract/bytes.ts';
import {become} from '../../support/become.ts';
import fc from 'fast-check';
import {addDays, formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import {fold} from '../../../domain/search-key.ts';
import {furnish, openOffice, failureOf, admit, person, event} from '../../support/office.ts';
import {bookOf, checkTable, finished, readTable, takeBack, takeTable, type TableCell} from '../../support/tables.ts';

/** Tables of a facility's own: checked, taken and taken back through the handlers, on a real database. */

const iin = makeTestIin('1961-03-05', 'female', 7);

const people: TableCell[][] = [
  ['Қызмет алушылардың тізімі', null, null, null, null, null],
  [],
  ['№', 'Тегі, аты, әкесінің аты (бар болса)', 'Туған күні, жасы', 'Жынысы', 'ЖСН', 'Түскен күні және бұйрықтың №'],
  [1, 2, 3, 4, 5, 6],
  [1, 'Серікова Айгүл Маратқызы', '05.03.1961, 64 жас', 'әйел', Number(iin), '12.01.2024 № 12-ж'],
  [2, 'Иванов Пётр', '1961 ж. 6 наурыз', 'м', null, null],
  [],
  [3, 'Ким', '31.02.1961', 'ж', '123', null],
  ['Барлығы', null, null, null, null, null],
  [4, 'Иванов Петр', '6.3.61', 'муж', null, null],
  [5, 'Үсенов Д.', '7 марта 1950 г.', 'белгісіз', null, '01.02.2026'],
];

describe('people', () => {
  test('are checked row by row, taken, found and taken back', async () => {
    const office = await openOffice('2026-02-02');
    await furnish(office, 'home-care');
    const {checked, taken, importId} = await takeTable(office, 'people', bookOf(people, 'xlsx', ['A9:F9']));
    expect(checked.counts).toEqual({good: 1, remark: 2, refused: 2});
    expect(checked.lines.map(({row, findings}) => [row, findings.map(({problem}) => problem)])).toEqual([
      [4, ['born-unlike-iin']],
      [5, []],
      [7, ['not-a-date', 'first-name-required', 'iin-shape']],
      [9, ['twice-in-file']],
      [10, ['initials', 'word-unknown']],
    ]);
    expect(taken).toBe(3);
    const [hit] = await office.client.recipient.search({text: 'серикова', limit: 5});
    const card = await office.client.recipient.get({id: must(hit).recipientId});
    expect(card).toMatchObject({bornOn: '1961-03-05', sex: 'female', iin});
    expect(card.placements).toMatchObject([{rowNumber: 1, admitted: {on: '2024-01-12', orderNumber: '12-ж'}}]);
    expect(await office.client.importing.list({})).toMatchObject([{importId, kind: 'people', by: 'Басшы', taken: 3}]);
    const today = await office.client.today.get({limit: 50});
    expect(JSON.stringify(today)).toContain(must(hit).recipientId);

    // A second time they are all there.
    expect((await checkTable(office, 'people', bookOf(people))).counts).toEqual({good: 0, remark: 0, refused: 5});

    // One was worked on since.
    await office.client.journal.record({
      placementId: must(card.placements[0]).placementId,
      event: event('left', '2026-01-20'),
    });
    const {removed, stays} = await takeBack(office, importId);
    expect(removed).toBe(2);
    expect(stays).toEqual([{name: 'Серікова Айгүл Маратқызы', recipientId: must(hit).recipientId, why: 'added'}]);
    expect(await office.client.recipient.search({text: '', limit: 50})).toHaveLength(1);
    expect(await office.client.importing.list({})).toMatchObject([{taken: 3, takenBack: 2, isTakenBack: true}]);
  });

  test('keep their journal in order, and numbers are never given twice', async () => {
    const office = await openOffice('2026-02-02');
    await furnish(office, 'stationary');
    const head = [
      'Фамилия',
      'Имя',
      'Отчество',
      'Дата постановки в очередь',
      'Дата поступления',
      '№ приказа',
      'Дата выбытия',
    ];
    const table = bookOf([
      head,
      ['Абаев', 'Нурлан', '-', '01.02.2020', '05.02.2020', '7', '2021-01-01'],
      ['Бекова', 'Гүлнар', 'Ержан қызы', '01.02.2020', '', '', ''],
      ['Волков', 'Иван', '', '', '05.02.2020', '9', '2019-01-01'],
      ['Гаджиев', 'Али', '', '', '', '', '01.01.2020'],
    ]);
    const {checked, importId} = await takeTable(office, 'people', table);
    expect(checked.lines.map(({findings}) => findings)).toEqual([
      [],
      [],
      [{field: 'discharged', problem: 'event-before-previous'}],
      [{field: 'discharged', problem: 'event-before-previous'}],
    ]);
    const {rows} = await office.client.journal.rows({journalId: null, statuses: [], after: null, limit: 10});
    expect(rows.map(({rowNumber, status, name}) => [rowNumber, status, name.patronymic])).toEqual([
      [1, 'discharged', null],
      [2, 'queued', 'Ержан қызы'],
    ]);
    await takeBack(office, importId);
    const {rowNumber} = await admit(office, '2026-02-02');
    expect(rowNumber).toBe(3);
  });

  test('who is there by number or by name and birth is not taken again; a namesake is a remark', async () => {
    const office = await openOffice('2026-02-02');
    await furnish(office, 'home-care');
    await admit(office, '2026-01-12', {...person, iin});
    const {surname, firstName, patronymic} = person.name;
    const name = `${surname} ${firstName} ${patronymic}`;
    const {lines} = await checkTable(
      office,
      'people',
      bookOf([
        ['ФИО', 'Дата рождения', 'ИИН'],
        ['Другая Анна', '', iin],
        [name, '09.05.1958', ''],
        [name, '', ''],
        [name, '09.05.1958', makeTestIin('1958-05-09', 'male', 3)],
      ]),
    );
    expect(lines.map(({findings}) => findings.map(({problem}) => problem))).toEqual([
      ['iin-taken'],
      ['already-there'],
      ['namesake', 'only-name'],
      ['born-unlike-iin', 'namesake'],
    ]);
  });
});

test('staff are taken, and stay where something names them', async () => {
  const office = await openOffice('2026-02-02');
  await furnish(office, 'home-care');
  const {taken, importId, checked} = await takeTable(
    office,
    'staff',
    bookOf([
      ['Аты-жөні', 'Лауазымы', 'Қызмет түрлері', 'Ставкасы', 'Қол қоюшы'],
      ['Ахметова Сара', 'психолог', 'әлеуметтік-психологиялық', '0,5', 'психолог'],
      ['Жүнісова Әсел', 'маман', '', '', ''],
      ['Оразов Бек', 'юрист', 'социально-правовые; волшебные', 1, ''],
    ]),
  );
  expect(taken).toBe(2);
  expect(checked.lines.map(({findings}) => findings.map(({problem}) => problem))).toEqual([
    [],
    ['already-there'],
    ['word-unknown'],
  ]);
  const staff = await office.client.facility.staff({withFormer: true});
  const sara = must(staff.find(({name}) => name.surname === 'Ахметова'));
  expect(sara).toMatchObject({signatoryRole: 'psychologist', serviceTypes: ['psychological'], rateHundredths: 50});
  await office.client.facility.linkAccount({staffId: sara.id});
  expect(await takeBack(office, importId)).toEqual({
    removed: 1,
    stays: [{name: 'Ахметова Сара', recipientId: null, why: 'added'}],
  });
});

test('plans become drafts, a row for each measure or a column for each service', async () => {
  const office = await openOffice('2026-02-02');
  await furnish(office, 'home-care');
  const {recipientId} = await admit(office, '2026-01-12');
  const {surname, firstName, patronymic} = person.name;
  const rows = [
    ['Тегі, аты, әкесінің аты', 'Қызмет түрі', 'Іс-шара', 'Көлемі', 'Кезеңділігі', 'Маман'],
    [`${surname} ${firstName} ${patronymic}`, 'Социально-бытовые', 'Уборка', '2 сағат', 'аптасына', 'Жүнісова Ә.'],
    ['', 'әлеуметтік-медициналық', 'Дәрігердің қарауы', '', 'ай', 'Белгісіз Б.'],
    ['Жоқ Адам', 'медицинские', 'Осмотр', '', '', ''],
  ];
  const {checked, importId, taken} = await takeTable(office, 'plans', bookOf(rows));
  expect(checked.lines.map(({findings}) => findings.map(({problem}) => problem))).toEqual([
    [],
    ['no-such-staff'],
    ['person-not-found'],
  ]);
  expect(taken).toBe(2);
  const {plans} = await office.client.recipient.get({id: recipientId});
  const plan = await office.client.plan.get({id: must(plans[0]).id});
  expect(plan.measures).toMatchObject([
    {serviceType: 'everyday', text: 'Уборка', volume: '2 сағат', period: 'week'},
    {serviceType: 'medical', text: 'Дәрігердің қарауы', period: 'month', staffId: null},
  ]);
  const again = await checkTable(office, 'plans', bookOf(rows));
  expect(must(again.lines[0]).findings).toEqual([{field: null, problem: 'plan-begun'}]);
  expect(await takeBack(office, importId)).toEqual({removed: 1, stays: []});

  const wide = bookOf([
    ['ФИО', 'социально-бытовые', 'социально-трудовые'],
    [`${surname} ${firstName} ${patronymic}`, '1) Уборка\n2) Стирка', 'Кружок'],
  ]);
  expect((await takeTable(office, 'plans', wide)).taken).toBe(1);
});

test('who may not enter one by hand takes none from a table', async () => {
  const office = await openOffice('2026-02-02');
  const table = encodeBytes(bookOf([['ФИО'], ['А Б']]));
  const rights = [
    ['registrar', 'people', 'staff'],
    ['administrator', 'staff', 'people'],
    ['consultant', 'plans', 'people'],
  ] as const;
  for (const [role, may, mayNot] of rights) {
    become(office, role);
    await office.client.importing.read({kind: may, file: table});
    expect(await failureOf(office.client.importing.read({kind: mayNot, file: table}))).toMatchObject({code: 'denied'});
  }
  become(office, 'head');
  const {checked} = await takeTable(office, 'people', bookOf([['ФИО'], ['Ахметов Бек']]));
  expect(checked.counts.good).toBe(1);
  const [record] = await office.client.importing.list({});
  become(office, 'administrator');
  expect(await office.client.importing.list({})).toEqual([]);
  const {importId} = must(record);
  expect(await failureOf(office.client.importing.takeBack({importId}))).toMatchObject({code: 'denied'});
});

test('what people were is what they are read back as', async () => {
  const office = await openOffice('2026-02-02');
  await furnish(office, 'home-care');
  const word = fc.stringMatching(/^[А-ЯӘҒҚҢӨҰҮІ][а-яәғқңөұүһі]{1,12}$/u);
  const day = fc.integer({min: 0, max: 30_000}).map(days => addDays('1930-01-01', days));
  const someone = fc.record({surname: word, firstName: word, patronymic: fc.option(word), bornOn: day, address: word});
  const kinds = ['xlsx', 'biff8', 'ods', 'csv'] as const;
  await fc.assert(
    fc.asyncProperty(
      fc.array(someone, {minLength: 1, maxLength: 6}),
      fc.constantFrom(...kinds),
      async (crowd, bookType) => {
        const people = [...new Map(crowd.map(each => [fold(fullName(each)), each])).values()];
        const rows = people.map(({surname, firstName, patronymic, bornOn, address}) => [
          surname,
          firstName,
          patronymic,
          formatDate(bornOn),
          address,
        ]);
        const head = ['Тегі', 'Аты', 'Әкесінің аты', 'Туған күні', 'Мекенжайы'];
        const {taken, importId} = await takeTable(office, 'people', bookOf([head, ...rows], bookType));
        expect(taken).toBe(people.length);
        const hits = await office.client.recipient.search({text: '', limit: 50});
        const cards = await Promise.all(hits.map(({recipientId: id}) => office.client.recipient.get({id})));
        const read = cards.map(({name, bornOn, address}) => ({...name, bornOn, address}));
        expect(new Set(read)).toEqual(new Set(people));
        expect((await takeBack(office, importId)).removed).toBe(people.length);
      },
    ),
    {numRuns: 8},
  );
});

test('a job of another import, or of none, is missing', async () => {
  const office = await openOffice('2026-02-02');
  const denied = await failureOf(
    (async () => {
      const {jobId} = await readTable(
        office,
        'staff',
        bookOf([
          ['ФИО', 'Должность'],
          ['А Б', 'в'],
        ]),
      );
      return office.client.importing.check({
        jobId: `${jobId}x`,
        sheet: 0,
        area: {head: 0, depth: 1, last: 1},
        fields: [],
      });
    })(),
  );
  expect(denied.code).toBe('missing');
});

test('a stop leaves what is taken, and the record of it', async () => {
  const office = await openOffice('2026-02-02');
  await furnish(office, 'home-care');
  const rows = Array.from({length: 1_100}, (_, index) => [`Тегі${index}`, 'Аты']);
  const {jobId} = await checkTable(office, 'people', bookOf([['Тегі', 'Аты'], ...rows]));
  const take = await office.client.importing.take({jobId, rows: 'all'});
  await new Promise(resolve => setImmediate(resolve));
  await office.client.job.cancel({jobId: take.jobId});
  await finished(office, take.jobId);
  const [record] = await office.client.importing.list({});
  const taken = record?.taken ?? 0;
  expect(taken % 1_000).toBe(0);
  expect(taken).toBeLessThan(1_100);
  if (record !== undefined) expect((await takeBack(office, record.importId)).removed).toBe(taken);
});
