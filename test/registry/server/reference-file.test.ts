import {describe, expect, test} from 'vitest';
import {idOf} from '../../../db/new-id.ts';
import {writeHolidayTable} from '../../../domain/holiday-table.ts';
import {longestLine} from '../../../registry/protocol/change.ts';
import {limits} from '../../../registry/protocol/limits.ts';
import {
  referenceIds,
  referenceKinds,
  type FaultInPlace,
  type ReferenceKind,
} from '../../../registry/protocol/reference.ts';
import {readReferenceFile} from '../../../registry/server/officer/reference-file.ts';
import {kzHolidays} from '../../../templates/calendar/kz-holidays.ts';
import {labelAt} from '../../../templates/core/corrections.ts';
import {editions} from '../../../templates/editions/editions.ts';

const home = {bin: '123456789012', nameKk: 'Үміт үйі', nameRu: 'Дом надежды', placeKk: 'Алматы', placeRu: null};
const words = {kk: 'Жеке жоспар', ru: 'Индивидуальный план'};
const label = {edition: '308-2022/appendix-4', field: 'title', ...words};
const years = {version: 'kz-2031', fromYear: 2031, toYear: 2031, fixed: [], dated: [], swaps: []};

const lists = {
  'diagnoses': [{code: 'F20.0', kk: 'Параноидтық шизофрения', ru: 'Параноидная шизофрения'}],
  'ethnicities': [{code: '', kk: 'қазақ', ru: 'казах'}],
  'social-statuses': [],
  'positions': [],
  'document-titles': [],
  'leaving-reasons': [],
};

const contents: Record<ReferenceKind, object> = {
  'facilities': {facilities: [home]},
  'calendar': years,
  'labels': {corrections: [label]},
  'code-lists': {lists},
};
const fileOf = (kind: ReferenceKind, changed: object = {}): string =>
  JSON.stringify({kind, format: 1, ...contents[kind], ...changed});

describe('a file of reference data', () => {
  test.each(referenceKinds)('of %s is read', kind => {
    expect(readReferenceFile(kind, `\uFEFF${fileOf(kind)}`)).toEqual({content: contents[kind]});
  });

  test('of the calendar may be one that the application has saved', () => {
    expect(readReferenceFile('calendar', writeHolidayTable(kzHolidays))).toEqual({content: kzHolidays});
  });

  test('of 2,000 organisations is far below the limit, and that below a line of a parcel', () => {
    const many = Array.from({length: 2_000}, (_, place) => ({
      bin: String(100_000_000_000 + place),
      nameKk: `«Үміт-${place}» арнаулы әлеуметтік қызметтер көрсету орталығы коммуналдық мемлекеттік мекемесі`,
      nameRu: `Коммунальное государственное учреждение «Центр оказания специальных социальных услуг „Надежда-${place}“»`,
      placeKk: 'Алматы облысы, Талғар ауданы, Талғар қаласы',
      placeRu: 'Алматинская область, Талгарский район, город Талгар',
    }));
    const file = fileOf('facilities', {facilities: many});
    expect(file.length).toBeLessThan(limits.reference / 3);
    expect(readReferenceFile('facilities', file)).toEqual({content: {facilities: many}});
    expect(limits.reference).toBeLessThan(longestLine * 0.9);
  });

  test('of code lists may be a table, with or without a mark, apart by what a spreadsheet puts there', () => {
    const table = [
      'list;code;kk;ru',
      'diagnoses;F20.0;Параноидтық шизофрения;"Параноидная\u00a0 шизофрения"',
      ';;;',
      'ethnicities;;қазақ;казах',
    ];
    expect(readReferenceFile('code-lists', `\uFEFF${table.join('\r\n')}\r\n`)).toEqual({content: {lists}});
    const quoted = 'ru,kk,code,list\n"Мать, ""отец""","Ана\n, әке",,positions';
    expect(readReferenceFile('code-lists', quoted)).toMatchObject({
      content: {lists: {positions: [{code: '', kk: 'Ана , әке', ru: 'Мать, "отец"'}]}},
    });
  });

  test('of 15,000 diagnoses is below the limit, as JSON and as a table', () => {
    const many = Array.from({length: 15_000}, (_, place) => ({
      code: `F${Math.floor(place / 10)}.${place % 10}`,
      kk: `Психоактивті заттарды қолданудан туындаған бұзылыстар, ${place}`,
      ru: `Расстройства, вызванные употреблением психоактивных веществ, ${place}`,
    }));
    const content = {lists: {...lists, diagnoses: many}};
    const file = fileOf('code-lists', content);
    expect(file.length).toBeLessThan(limits.reference);
    expect(readReferenceFile('code-lists', file)).toEqual({content});
    const table = ['list;code;kk;ru', ...many.map(({code, kk, ru}) => ['diagnoses', code, kk, ru].join(';'))];
    expect(readReferenceFile('code-lists', table.join('\n'))).toMatchObject({content: {lists: {diagnoses: many}}});
  });

  interface Case {
    readonly what: string;
    readonly kind: ReferenceKind;
    readonly file: string;
    readonly faults: readonly FaultInPlace[];
  }
  const of = (kind: ReferenceKind, changed: object): Pick<Case, 'kind' | 'file'> => ({
    kind,
    file: fileOf(kind, changed),
  });
  const dated = (date: string) => of('calendar', {dated: [{date, name: words, decided: true}]});
  const corrections = (...changed: object[]) => of('labels', {corrections: changed.map(each => ({...label, ...each}))});
  const facilities = (...changed: object[]) =>
    of('facilities', {facilities: changed.map(each => ({...home, ...each}))});
  const cases: readonly Case[] = [
    {what: 'that is no JSON', kind: 'labels', file: '{"kind":', faults: [{code: 'not-json', path: []}]},
    {what: 'that is a list', kind: 'labels', file: '[]', faults: [{code: 'not-json', path: []}]},
    {what: 'of 10 MB', kind: 'labels', file: 'x'.repeat(10_000_000), faults: [{code: 'too-large', path: []}]},
    {
      what: 'of another kind',
      kind: 'labels',
      file: fileOf('calendar'),
      faults: [{code: 'other-kind', path: ['kind']}],
    },
    {what: 'of no kind', kind: 'labels', file: '{"format":1}', faults: [{code: 'missing', path: ['kind']}]},
    {
      what: 'of a newer format',
      ...of('labels', {format: 2}),
      faults: [{code: 'unknown-format', path: ['format']}],
    },
    {
      what: 'without its list',
      kind: 'facilities',
      file: '{"kind":"facilities","format":1}',
      faults: [{code: 'missing', path: ['facilities']}],
    },
    {
      what: 'with something else besides',
      ...of('labels', {people: []}),
      faults: [{code: 'unexpected', path: ['people']}],
    },
    {
      what: 'with organisations without a name, a number of a legal entity, a list of names',
      ...facilities({nameRu: ' '}, {bin: '12'}, {nameKk: ['а'], bin: null}, {bin: null, placeKk: 'а'.repeat(301)}),
      faults: [
        {code: 'empty', path: ['facilities', 0, 'nameRu']},
        {code: 'wrong-bin', path: ['facilities', 1, 'bin']},
        {code: 'wrong-type', path: ['facilities', 2, 'nameKk']},
        {code: 'too-long', path: ['facilities', 3, 'placeKk']},
      ],
    },
    {
      what: 'with an organisation twice',
      ...facilities({}, {nameKk: 'Басқа'}),
      faults: [{code: 'twice', path: ['facilities', 1]}],
    },
    {
      what: 'with a date that is none',
      ...dated('2031-02-30'),
      faults: [{code: 'wrong-date', path: ['dated', 0, 'date']}],
    },
    {
      what: 'with a day off outside the years',
      ...dated('2032-06-01'),
      faults: [{code: 'year-outside', path: ['dated', 0, 'date']}],
    },
    {
      what: 'with years that leave others open',
      ...of('calendar', {fromYear: 2033, toYear: 2034}),
      faults: [{code: 'years-apart', path: ['fromYear']}],
    },
    {
      what: 'with labels of an edition or a place that is not there, or that is no label',
      ...corrections({edition: '309-2030/appendix-4'}, {field: 'fields.goal.colour'}, {field: 'fields'}),
      faults: [
        {code: 'unknown-edition', path: ['corrections', 0, 'edition']},
        {code: 'unknown-field', path: ['corrections', 1, 'field']},
        {code: 'unknown-field', path: ['corrections', 2, 'field']},
      ],
    },
    {what: 'with a label twice', ...corrections({}, {}), faults: [{code: 'twice', path: ['corrections', 1]}]},
    {
      what: 'with a label in one language',
      ...corrections({ru: undefined}),
      faults: [{code: 'missing', path: ['corrections', 0, 'ru']}],
    },
    {
      what: 'with a list that there is not, and words in one language',
      ...of('code-lists', {lists: {colours: [], positions: [{code: '', kk: 'а'}]}}),
      faults: [
        {code: 'missing', path: ['lists', 'positions', 0, 'ru']},
        {code: 'unexpected', path: ['lists', 'colours']},
      ],
    },
    {
      what: 'with a code twice',
      ...of('code-lists', {lists: {diagnoses: [lists.diagnoses[0], {...words, code: 'F20.0'}]}}),
      faults: [{code: 'twice', path: ['lists', 'diagnoses', 1]}],
    },
    {
      what: 'that is no table',
      kind: 'code-lists',
      file: 'PK\u0003',
      faults: [{code: 'wrong-columns', path: [], line: 1}],
    },
    {
      what: 'that is a table in other letters',
      kind: 'code-lists',
      file: 'list;code;kk;ru\npositions;;\uFFFD;\uFFFD',
      faults: [{code: 'not-utf8', path: [], line: 2}],
    },
    {
      what: 'that is a table with an open quote',
      kind: 'code-lists',
      file: 'list;code;kk;ru\npositions;;"а;б\npositions;;в;г',
      faults: [{code: 'open-quote', path: [], line: 2}],
    },
    {
      what: 'that is a table with a wrong name, a cell too many and an empty cell',
      kind: 'code-lists',
      file: 'list;code;kk;ru\ncolours;;а;б\n\npositions;;а;б;в\npositions;;а',
      faults: [
        {code: 'unknown-list', path: ['list'], line: 2},
        {code: 'wrong-columns', path: [], line: 4},
        {code: 'empty', path: ['ru'], line: 5},
      ],
    },
    {
      what: 'that is a table with an entry twice behind a cell of two lines',
      kind: 'code-lists',
      file: 'list;code;kk;ru\npositions;;"в\n";г\npositions;;в;д',
      faults: [{code: 'twice', path: [], line: 4}],
    },
  ];
  test.each(cases)('$what is refused, with the place', ({kind, file, faults}) => {
    expect(readReferenceFile(kind, file)).toEqual({faults});
  });
});

test('the row of a kind is where every PC looks for it', () => {
  expect(referenceIds).toEqual(Object.fromEntries(referenceKinds.map(kind => [kind, idOf('reference', kind)])));
});

test('every edition has its title under its name', () => {
  expect(editions.map(edition => labelAt(edition, 'title'))).toEqual(editions.map(({title}) => title));
});
