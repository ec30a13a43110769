import {strFromU8, unzipSync} from 'fflate';
import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {workbook} from '../../../electron/excel/workbook.ts';

function parts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

const head = ['Аты-жөні', 'Күні'];

test('words stay words: what begins like a formula is text, and every Kazakh letter is there', async () => {
  const typed = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', 'Әғқңөұүһі ӘҒҚҢӨҰҮҺІ', '<b>&"'];
  const files = parts(await workbook([{name: 'Тізім', head, rows: typed.map(words => [words, null])}]));
  const sheet = must(files['xl/worksheets/sheet1.xml']);
  expect(sheet).not.toContain('<f>');
  const strings = files['xl/sharedStrings.xml'] ?? sheet;
  for (const words of typed) {
    const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(strings.replaceAll('&quot;', '"')).toContain(escaped);
  }
});

test('a day is a day of the spreadsheet', async () => {
  const files = parts(await workbook([{name: 'Тізім', head, rows: [['а', {day: '2026-11-25'}]]}]));
  // Days since 1899-12-30.
  expect(must(files['xl/worksheets/sheet1.xml'])).toContain('<v>46351</v>');
  expect(must(files['xl/styles.xml'])).toContain('dd.mm.yyyy');
});

test('names of sheets are short, plain and each their own', async () => {
  const long = 'Қызмет алушылардың: тізімі/2026 [толық]';
  const files = parts(await workbook([1, 2].map(() => ({name: long, head, rows: []}))));
  const names = [...must(files['xl/workbook.xml']).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) =>
    must(name),
  );
  expect(new Set(names).size).toBe(2);
  for (const name of names) {
    expect(name.length).toBeLessThanOrEqual(31);
    expect(name).not.toMatch(/[[\]:*?/\\]/);
  }
});

test.each([
  ['Қызмет алушылардың журналы', 'Қызмет алушылардың журналы'],
  ['Қызмет алушылардың электрондық журналы, 2026 жыл', 'Қызмет алушылардың электрондық…'],
  ['Журнал: получатели / очередь, и все, что было', 'Журнал получатели очередь, и…'],
  ["'Сөз'", 'Сөз'],
  ['Ә'.repeat(40), `${'Ә'.repeat(30)}…`],
])('the name of a sheet is cut at a word: %s', async (name, shown) => {
  const files = parts(
    await workbook([
      {name, head, rows: []},
      {name, head, rows: []},
    ]),
  );
  const names = [...must(files['xl/workbook.xml']).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, each]) =>
    must(each),
  );
  expect(names[0]).toBe(shown);
  expect(names[1]).toMatch(/ 2$/);
  expect(names[1]?.length).toBeLessThanOrEqual(31);
});
