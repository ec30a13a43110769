import {expect, test} from 'vitest';
import {printLanguages, text} from '../../../domain/text.ts';
import {transferAct, transferInventory, type TransferPaper} from '../../../templates/print/transfer-papers.ts';
import {paragraphs} from '../../support/paragraphs.ts';
import {people} from '../../support/sample-papers.ts';

/** The two papers that go along with a recipient, filled and left to the pen. */

const paper: TransferPaper = {
  from: text('«Тірек» орталығы', 'Центр «Тірек»'),
  to: text('«Үміт» орталығы', 'Центр «Үміт»'),
  recipient: people.recipient,
  born: '1954-02-28',
  fileNumber: '17',
  actNumber: '3',
  actOn: '2026-01-05',
  discharge: {number: '12-ж', on: '2026-01-04'},
  contract: {number: '8', on: null},
  handedBy: 'маман Жүнісова Әсел Ұланқызы',
  receivedBy: null,
  inventory: [
    {title: 'Жеке куәлік', sheets: 2, copies: 1},
    {title: 'Анықтама', sheets: 3, copies: null},
  ],
  language: 'ru',
  madeAt: '2026-01-05T07:00:00.000Z',
};
const plan = {name: text('Жеке жоспар', 'Индивидуальный план'), date: '2026-01-02', sheets: 4};
const empty: TransferPaper = {
  ...paper,
  born: null,
  fileNumber: null,
  actNumber: null,
  actOn: null,
  discharge: {number: null, on: null},
  contract: null,
  handedBy: null,
  inventory: [],
};

test('the act names both organisations, the person, and every paper with its number and its sheets', () => {
  const said = paragraphs(transferAct(paper, [plan]));
  expect(said).toEqual(expect.arrayContaining(['№ 3, 05.01.2026', 'Центр «Тірек»', 'Центр «Үміт»', '28.02.1954']));
  const from = said.indexOf('Личное дело получателя услуг');
  expect(said.slice(from - 1)).toEqual(
    [
      ['1', 'Личное дело получателя услуг', '№ 17', '5'],
      ['2', 'Опись документов'],
      ['3', 'Копия приказа о выписке получателя услуг', '№ 12-ж, 04.01.2026'],
      ['4', 'Договор о ресоциализации', '№ 8'],
      ['5', 'Индивидуальный план', '02.01.2026', '4'],
      [
        'Передал',
        'маман Жүнісова Әсел Ұланқызы',
        '(должность, фамилия, имя, отчество (при его наличии), подпись, дата)',
      ],
      ['Принял', '(должность, фамилия, имя, отчество (при его наличии), подпись, дата)'],
      expect.any(String),
    ].flat(),
  );
});

test('what is not known is left to the pen, and a contract that nobody asks for is not named', () => {
  const said = paragraphs(transferAct(empty, []));
  expect(said).toContain('№ ______');
  expect(said.filter(words => words === '________________________________')).toHaveLength(1);
  expect(said).not.toContain('Договор о ресоциализации');
});

test('the inventory counts its sheets in words; without one of the counts it says no sum', () => {
  const said = paragraphs(transferInventory(paper));
  expect(said).toContain('Личное дело получателя услуг № 17');
  expect(said).toContain('Всего: 5 – пять листов');
  expect(said.slice(said.indexOf('1'), said.indexOf('2', said.indexOf('1') + 3))).toEqual([
    '1',
    'Жеке куәлік',
    '2',
    '1',
  ]);
  const uncounted = [...paper.inventory, {title: 'Хат', sheets: null, copies: null}];
  const open = paragraphs(transferInventory({...paper, inventory: uncounted}));
  expect(open.filter(words => words.startsWith('Всего'))).toEqual([]);
  expect(open).toContain('Хат');
});

test('an empty inventory has lines to write on', () => {
  const definition = transferInventory(empty);
  expect(paragraphs(definition)).toContain('Личное дело получателя услуг');
  const table = definition.content.find(content => 'table' in content);
  expect(table !== undefined && 'table' in table ? table.table.body : []).toHaveLength(1 + 12);
});

test.each(printLanguages)('in %s both papers are plain data, in their own language', language => {
  for (const made of [transferAct({...paper, language}, [plan]), transferInventory({...paper, language})]) {
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
    expect(made.language).toBe(language === 'ru' ? 'ru-KZ' : 'kk-KZ');
    const said = paragraphs(made).join('\n');
    expect([said.includes('Құжат'), said.includes('Документ')]).toEqual([language !== 'ru', language !== 'kk']);
  }
});
