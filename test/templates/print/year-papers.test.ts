import {describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {printLanguages, text} from '../../../domain/text.ts';
import type {PrintDefinition, Shape} from '../../../templates/print/definition.ts';
import {monthPaper} from '../../../templates/print/month.ts';
import {partNames, yearInventory, yearTitlePage, type YearFolder} from '../../../templates/print/year-folder.ts';
import {yearLinePaper} from '../../../templates/print/year-line.ts';
import {paragraphs} from '../../support/paragraphs.ts';
import {people} from '../../support/sample-papers.ts';

/** Papers that no form of the order gives: the folder of a year, its line, and a month for the wall. */

const organisation = text('«Тірек» орталығы', 'Центр «Тірек»');
const madeAt = '2026-12-31T07:00:00.000Z';

describe('the folder of a year', () => {
  const folder: YearFolder = {
    organisation,
    recipient: people.recipient,
    born: '1954-02-28',
    fileNumber: '17',
    year: 2026,
    head: people.head,
    sheets: 9,
    language: 'ru',
    madeAt,
  };

  test('its title page says whose it is, and its sheets in words', () => {
    const said = paragraphs(yearTitlePage(folder));
    expect(said).toEqual(
      expect.arrayContaining(['Индивидуальный план и журнал мониторинга', '2026 год', 'Личное дело № 17']),
    );
    expect(said.join('\n')).toMatch(/девять листов/u);
    expect(said.join('\n')).toContain('Қасымжанова');
  });

  test('what is not known is left to the pen', () => {
    const blank = {...folder, organisation: text('', ''), born: null, fileNumber: null, head: null};
    const said = paragraphs(yearTitlePage(blank)).join('\n');
    expect(said).not.toMatch(/Личное дело|Қасымжанова|1954/u);
    expect(said).toContain('Әбдіғаппарұлы Өркен Һасенғалиұлы');
  });

  test('the inventory gives every paper its place', () => {
    const parts = [
      {name: partNames.title, date: null, sheets: 1},
      {name: partNames.revision(1), date: '2026-03-01', sheets: 5},
      {name: partNames.round(2), date: '2026-06-30', sheets: 3},
    ];
    const said = paragraphs(yearInventory(folder, parts));
    const from = said.indexOf('По лист') + 1;
    expect(said.slice(from, said.indexOf('Всего: 9 – девять листов'))).toEqual(
      [
        ['1', 'Титульный лист', '1', '1', '1'],
        ['2', 'Индивидуальный план, корректировка 1', '01.03.2026', '5', '2', '6'],
        ['3', 'Журнал мониторинга, мониторинг 2', '30.06.2026', '3', '7', '9'],
      ].flat(),
    );
  });

  test.each(printLanguages)('in %s it is plain data of that language', language => {
    for (const made of [yearTitlePage({...folder, language}), yearInventory({...folder, language}, [])]) {
      expect(JSON.parse(JSON.stringify(made))).toEqual(made);
      expect(made.language).toBe(language === 'ru' ? 'ru-KZ' : 'kk-KZ');
    }
  });
});

describe('the line of a year', () => {
  const line = {organisation, name: people.recipient, year: 2026, language: 'ru', madeAt} as const;
  const drawn = {
    ...line,
    spans: [
      {track: 'stay', from: '2026-01-05', to: '2026-12-31', openEnd: true, what: text('қабылданды', 'принят')},
      {track: 'plan', from: '2026-01-10', to: '2026-06-30', openEnd: false, what: text('жоспар', 'план')},
      {track: 'due', from: '2026-02-01', to: '2026-02-01', openEnd: false, what: text('мерзім', 'срок')},
    ],
    marks: [
      {track: 'stay', on: '2026-01-05', state: 'done', what: text('келді', 'прибыл')},
      {track: 'round', on: '2026-03-30', state: 'done', what: text('№ 1 мониторинг', 'мониторинг № 1')},
      {track: 'due', on: '2026-01-05', state: 'overdue', what: text('жоспар жасау', 'составить план')},
      {track: 'review', on: '2026-06-30', state: 'coming', what: text('қайта қарау', 'пересмотр')},
    ],
  } as const;

  function shapes(definition: PrintDefinition): Shape[] {
    const table = must(definition.content.find(content => 'table' in content));
    return 'table' in table ? table.table.body.flat().flatMap(cell => ('canvas' in cell ? cell.canvas : [])) : [];
  }

  test('below it stands the same as a table, by its days', () => {
    const said = paragraphs(yearLinePaper(drawn));
    const from = said.indexOf('Состояние') + 1;
    expect(said.slice(from)).toEqual(
      [
        ['05.01.2026 –', 'В организации', 'принят'],
        ['05.01.2026', 'В организации', 'прибыл', 'сделано'],
        ['05.01.2026', 'Сроки', 'составить план', 'просрочено'],
        ['10.01.2026 – 30.06.2026', 'Индивидуальный план', 'план'],
        ['01.02.2026 – 01.02.2026', 'Сроки', 'срок'],
        ['30.03.2026', 'Мониторинг', 'мониторинг № 1', 'сделано'],
        ['30.06.2026', 'Пересмотр', 'пересмотр', 'предстоит'],
      ].flat(),
    );
  });

  test('what is done, to be done and overdue has a shape of its own; a bar ends with the last day of the year', () => {
    const made = shapes(yearLinePaper(drawn));
    const kinds = made.filter(({type}) => type !== 'line').map(({type}) => type);
    expect(kinds.toSorted()).toEqual(['ellipse', 'ellipse', 'polyline', 'polyline', 'rect', 'rect', 'rect']);
    const corners = made.flatMap(shape => (shape.type === 'polyline' ? [shape.points.length] : []));
    expect(corners.toSorted((one, other) => one - other)).toEqual([3, 4]);
    const [stay] = made.flatMap(shape => (shape.type === 'rect' ? [shape] : []));
    const edges = made.flatMap(shape => (shape.type === 'line' ? [shape.x1] : []));
    expect(must(stay).x + must(stay).w).toBeCloseTo((Math.max(...edges) / 11) * 12);
    expect(made.filter(({type}) => type === 'line')).toHaveLength(11 * 6);
  });

  test('a year of which nothing is written says so, in its language', () => {
    for (const [language, words] of [
      ['kk', 'Бұл жылы ештеңе жазылмаған.'],
      ['ru', 'За этот год записей нет.'],
    ] as const) {
      const made = yearLinePaper({...line, language, spans: [], marks: []});
      expect(paragraphs(made).at(-1)).toBe(words);
      expect(made.language).toBe(`${language}-KZ`);
    }
  });
});

describe('a month for the wall', () => {
  const name = people.recipient;
  const entry = {kind: 'plan-fill', state: 'due', name, latestOn: null, age: null} as const;
  const month = {
    organisation,
    month: '2026-02',
    language: 'ru',
    madeAt,
    days: [
      {date: '2026-02-02', off: false, reason: null, entries: []},
      {date: '2026-02-08', off: true, reason: null, entries: []},
      {date: '2026-02-09', off: true, reason: text('Қаулы бойынша', 'По постановлению'), entries: []},
      {
        date: '2026-02-10',
        off: false,
        reason: null,
        entries: [
          {...entry, kind: 'birthday', state: 'note', age: 72},
          {...entry, latestOn: '2026-02-12'},
          {...entry, kind: 'plan-approve', state: 'overdue'},
          {...entry, kind: 'round-held', state: 'done'},
          {...entry, kind: 'monthly-mark'},
        ],
      },
    ],
  } as const;
  const whose = 'Әбдіғаппарұлы Өркен Һасенғалиұлы – ';

  test('a day says why it is off and what falls on it, and below it who', () => {
    const said = paragraphs(monthPaper(month));
    expect(said).toContain('февраль 2026 года');
    const day = (number: string, next: string) => said.slice(said.indexOf(number), said.indexOf(next));
    expect(day('8', '9')).toEqual(['8', 'выходной']);
    expect(day('9', '10')).toEqual(['9', 'По постановлению']);
    expect(said.slice(said.indexOf('10'))).toEqual(
      [
        ['10', 'день рождения: 1', 'заполнить план: 1', 'утвердить план: 1', 'мониторинг был: 1', '…'],
        '10 февраля 2026 года, вторник',
        `${whose}День рождения, 72 года`,
        `${whose}Заполнить индивидуальный план, крайний срок 12.02.2026`,
        `${whose}Утвердить индивидуальный план, просрочено`,
        `${whose}Проведен мониторинг, сделано`,
        `${whose}Ежемесячная отметка`,
      ].flat(),
    );
  });

  test('an empty month says so', () => {
    const made = monthPaper({...month, language: 'kk', days: []});
    expect(paragraphs(made).at(-1)).toBe('Бұл айда ештеңе белгіленбеген.');
    expect(made.language).toBe('kk-KZ');
  });
});
