import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {printLanguages, type PrintLanguage} from '../../domain/text.ts';
import type {PdfRenderer} from '../../electron/pdf/renderer.ts';
import {appendix4} from '../../templates/editions/308-2022/appendix-4.ts';
import {documentDefinition} from '../../templates/print/document.ts';
import {inLanguage} from '../../templates/print/words.ts';
import {dense, pdfBoxes, pdfPages} from '../support/read-pdf.ts';
import {samplePlan} from '../support/sample-papers.ts';
import {testRenderer} from '../support/test-renderer.ts';

/** Where the plan's table goes over to the next page. */

let renderer: PdfRenderer;

beforeAll(async () => {
  renderer = await testRenderer();
});

afterAll(async () => renderer.close());

const everyday = must(must(samplePlan.services.everyday).measures[0]);

function print(services: object, language: PrintLanguage): Promise<Uint8Array> {
  const values = {...samplePlan, services: {...samplePlan.services, ...services}};
  return renderer.render(documentDefinition(appendix4, values, language, {draft: false, lostForce: false}));
}

function measures(count: number, words: string) {
  return Array.from({length: count}, (_, index) => ({...everyday, text: `Ж${index}Ж ${words}`}));
}

/** Number and name, as they stand before the words of a measure. */
function headOf(number: number, service: keyof typeof samplePlan.services, language: PrintLanguage): string {
  return dense(`${number} ${inLanguage(appendix4.fields.services.rows[service], language).join(' ')}`);
}

interface Case {
  readonly name: string;
  readonly count: number;
  readonly words: string;
}

const cases: Case[] = [
  {name: 'a few measures', count: 9, words: 'қан қысымын өлшеу'},
  {name: 'many measures', count: 30, words: 'қан қысымын өлшеу'},
  {name: 'many measures of many lengths', count: 16, words: 'дәрігерге дейінгі көмек, '.repeat(5)},
  {name: 'measures that are broken over pages', count: 3, words: 'күн сайын дәрігерге дейінгі көмек, '.repeat(80)},
];

describe.each(cases)('$name of one service', ({count, words}) => {
  test.each(printLanguages)('%s: its number and name are told once on each page', async language => {
    const pages = pdfPages(await print({medical: {measures: measures(count, words)}}, language)).map(dense);
    const begun = pages.map(page =>
      Array.from({length: count}, (_, index) => `Ж${index}Ж`).filter(mark => page.includes(mark)),
    );
    expect(begun.flat()).toHaveLength(count);
    expect(begun.filter(marks => marks.length > 0).length).toBeGreaterThan(1);
    const head = headOf(2, 'medical', language);
    pages.forEach((page, index) => {
      const [first] = begun[index] ?? [];
      if (first === undefined) {
        expect(page).not.toContain(head);
        return;
      }
      expect(page.split(head)).toHaveLength(2);
      expect(page).toContain(`${head}${first}`);
    });
  });
});

test('the last service too, where nothing but the end of the table follows', async () => {
  for (let count = 1; count <= 12; count += 1) {
    const pages = pdfPages(await print({legal: {measures: measures(count, '')}}, 'kk')).map(dense);
    const head = headOf(8, 'legal', 'kk');
    for (const page of pages) {
      const first = /Ж\d+Ж/u.exec(page)?.[0];
      expect(page.split(head).length - 1).toBe(first === undefined ? 0 : 1);
      if (first !== undefined) expect(page).toContain(`${head}${first}`);
    }
  }
});

test.each(printLanguages)('the first page of a plan is filled, %s', async language => {
  const {pages, words} = pdfBoxes(await print({}, language));
  const height = must(pages[0]).height;
  // Without the number of the page.
  const bottoms = words.filter(word => word.page === 1 && word.bottom < height - 51).map(word => word.bottom);
  expect(Math.max(...bottoms)).toBeGreaterThan(height * 0.8);
});
