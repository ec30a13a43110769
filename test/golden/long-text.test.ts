import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {printLanguages, text, type PrintLanguage} from '../../domain/text.ts';
import type {PdfRenderer} from '../../electron/pdf/renderer.ts';
import type {Edition} from '../../templates/core/edition.ts';
import {appendix2} from '../../templates/editions/308-2022/appendix-2.ts';
import {appendix3} from '../../templates/editions/308-2022/appendix-3.ts';
import {appendix4} from '../../templates/editions/308-2022/appendix-4.ts';
import {appendix5} from '../../templates/editions/308-2022/appendix-5.ts';
import type {Content, PrintDefinition, TableNode} from '../../templates/print/definition.ts';
import {documentDefinition} from '../../templates/print/document.ts';
import {dense, pdfBoxes, pdfText} from '../support/read-pdf.ts';
import {person, sampleFile, sampleJournal, samplePlan, sampleRound} from '../support/sample-papers.ts';
import {testRenderer} from '../support/test-renderer.ts';

/** Nothing that a person can type runs out of its cell, its line or the page. Each text here is of one letter. */

let renderer: PdfRenderer;

beforeAll(async () => {
  renderer = await testRenderer();
});

afterAll(async () => renderer.close());

function word(letter: string, length = 200): string {
  return letter.repeat(length);
}

/** Words of ten letters. */
function manyWords(letter: string, length: number): string {
  return Array.from({length: Math.ceil(length / 11)}, () => letter.repeat(10)).join(' ');
}

interface Case {
  readonly name: string;
  readonly edition: Edition;
  readonly values: object;
  /** A letter, and the column of the table that it must stay in (from 0); null: the page's own width. */
  readonly letters: Readonly<Record<string, number | null>>;
}

const measures = must(samplePlan.services.everyday).measures;
const [journalRow] = must(sampleJournal.rows);

const cases: Case[] = [
  {
    name: 'the journal',
    edition: appendix2,
    values: {
      ...sampleJournal,
      organisationKk: word('Ъ'),
      rows: [
        {
          ...must(journalRow),
          status: text(word('ж', 90), word('ж', 90)),
          name: person(word('Щ', 300), word('Щ', 300), word('Щ', 300)),
          address: word('ш', 400),
          phone: word('7', 90),
          admissions: [{date: '2023-01-04', order: word('ю', 50), returned: true}],
          reason: word('ф', 400),
          destination: manyWords('Ы', 480),
        },
      ],
    },
    letters: {Ъ: null, ж: 1, Щ: 2, ш: 5, ю: 8, ф: 11, Ы: 13},
  },
  {
    name: 'the cover',
    edition: appendix3,
    values: {
      ...sampleFile,
      organisationKk: word('Ъ'),
      fileNumber: word('Ю', 50),
      name: person(word('Щ', 300), word('Щ', 300), word('Щ', 300)),
      diagnosis: word('ш', 2000),
      cameFrom: manyWords('ф', 500),
      parents: [{name: person(word('Ж', 300), word('Ж', 300)), document: word('ы', 300)}],
      head: person(word('Ц', 300), word('Ц', 300)),
    },
    letters: {Ъ: null, Ю: null, Щ: null, ш: null, ф: null, Ж: null, ы: null, Ц: null},
  },
  {
    name: 'the plan',
    edition: appendix4,
    values: {
      ...samplePlan,
      head: person(word('Ъ', 300), 'А'),
      organisation: text(word('Ю', 400), word('Ю', 400)),
      recipient: person(word('Ц', 300), word('Ц', 300)),
      services: {
        ...samplePlan.services,
        everyday: {
          measures: [
            {
              ...must(measures[0]),
              text: manyWords('щ', 3000),
              volume: word('щ', 500),
              specialist: person(word('Ж', 300), word('Ж', 300)),
              position: text(word('Ж', 300), word('Ж', 300)),
            },
          ],
        },
      },
      signatures: [{role: 'psychologist', name: person(word('Ш', 300), word('Ш', 300)), signedOn: '2023-01-06'}],
    },
    letters: {Ъ: null, Ю: null, Ц: null, щ: 2, Ж: 3, Ш: null},
  },
  {
    name: 'the monitoring journal',
    edition: appendix5,
    values: {
      ...sampleRound,
      diagnosis: word('Ъ', 2000),
      rows: {
        cultural: {
          positive: {groups: ['spheres'], text: manyWords('щ', 3000)},
          noneOrWorse: {kind: 'worse', text: word('ш', 3000)},
          correction: {text: word('Ж', 1000), services: ['legal'], recommendation: manyWords('Ж', 3000)},
          monitoredOn: '2023-03-30',
          specialist: person(word('Ц', 300), word('Ц', 300)),
        },
      },
    },
    letters: {Ъ: null, щ: 2, ш: 3, Ж: 4, Ц: 6},
  },
];

/** Left and right edge of each column of the form's table. */
function columnEdges({content, pageMargins}: PrintDefinition): {left: number; right: number}[] {
  let left = pageMargins[0];
  return must(content.map(gridIn).find(found => found !== undefined)).table.widths.map(width => {
    const column = {left, right: left + Number(width) + 6.5};
    left = column.right;
    return column;
  });
}

function gridIn(content: Content): TableNode | undefined {
  if ('table' in content) return content.layout === 'grid' ? content : undefined;
  return 'stack' in content ? content.stack.map(gridIn).find(found => found !== undefined) : undefined;
}

/** How often a letter must be on the paper: a bilingual value is printed in the language of the print, once if equal. */
function expectedCount(value: unknown, letter: string, language: PrintLanguage): number {
  if (typeof value === 'string') return value.split(letter).length - 1;
  if (typeof value !== 'object' || value === null) return 0;
  if ('kk' in value && 'ru' in value) {
    const [kk, ru] = [value.kk, value.ru].map(side => expectedCount(side, letter, language));
    if (language !== 'both') return must(language === 'kk' ? kk : ru);
    return value.kk === value.ru ? must(kk) : must(kk) + must(ru);
  }
  return Object.values(value).reduce((sum: number, inner) => sum + expectedCount(inner, letter, language), 0);
}

describe.each(cases)('$name with endless texts', ({edition, values, letters}) => {
  test.each(printLanguages)('%s: each stays in its place, and all of it is there', async (language: PrintLanguage) => {
    const definition = documentDefinition(edition, values, language, {draft: false, lostForce: false});
    const pdf = await renderer.render(definition);
    const [left, , right, bottom] = definition.pageMargins;
    const {pages, words} = pdfBoxes(pdf);
    for (const [letter, column] of Object.entries(letters)) {
      // Other words of the form may hold the letter too: a run of four is ours alone.
      const ours = words.filter(({text: written}) => written.includes(letter.repeat(4)));
      expect(ours.length, letter).toBeGreaterThan(0);
      for (const box of ours) {
        const page = must(pages[box.page - 1]);
        const place =
          column === null ? {left, right: page.width - right} : must(columnEdges(definition)[column], 'no such column');
        expect(box.left, `${letter}: ${box.text}`).toBeGreaterThanOrEqual(place.left - 0.5);
        expect(box.right, `${letter}: ${box.text}`).toBeLessThanOrEqual(place.right + 0.5);
        expect(box.bottom, `${letter}: ${box.text}`).toBeLessThanOrEqual(page.height - bottom + 1);
      }
    }
    const paper = dense(pdfText(pdf));
    for (const letter of Object.keys(letters)) {
      expect(paper.split(letter).length - 1, letter).toBeGreaterThanOrEqual(expectedCount(values, letter, language));
    }
  });
});

/** Words of many lengths that fit every column, each numbered: a lost or doubled one is found. */
function numberedWords(prefix: string, length: number): string[] {
  const words: string[] = [];
  for (let index = 0, written = 0; written < length; index += 1) {
    const made = `${prefix}${index}${'абвгдежзи'.slice(0, (index * 7) % 10)}`;
    words.push(made);
    written += made.length + 1;
  }
  return words;
}

// What is kept together and does not fit on the page is silently lost by the renderer: every height must be tried.
describe('nothing is lost, however high a row grows', () => {
  const lengths = Array.from({length: 15}, (_, index) => 200 * (index + 1));

  test.each(lengths)('a measure of %i characters, first and last', async length => {
    const [first, last] = [numberedWords('Ф', length), numberedWords('Э', length)];
    const row = (words: string[]) => ({measures: [{...must(measures[0]), text: words.join(' ')}]});
    const values = {...samplePlan, services: {...samplePlan.services, everyday: row(first), legal: row(last)}};
    await expectAll(appendix4, values, [...first, ...last]);
  });

  test.each(lengths)('a mark of %i characters, in both columns', async length => {
    const [first, last] = [numberedWords('Ф', length), numberedWords('Э', length)];
    const mark = {monitoredOn: '2023-03-30', specialist: person('А', 'Б')};
    const values = {
      ...sampleRound,
      rows: {
        everyday: {...mark, positive: {groups: [], text: first.join(' ')}},
        legal: {...mark, noneOrWorse: {kind: 'worse', text: last.join(' ')}},
      },
    };
    await expectAll(appendix5, values, [...first, ...last]);
  });

  test.each(lengths.filter(length => length <= 500).concat([250, 300, 350, 450, 480]))(
    'an address of %i characters in the journal',
    async length => {
      const words = numberedWords('Ф', length);
      const rows = [{...must(journalRow), address: words.join(' ')}, must(journalRow)];
      await expectAll(appendix2, {...sampleJournal, rows}, words);
    },
  );

  async function expectAll(edition: Edition, values: object, words: readonly string[]): Promise<void> {
    for (const language of printLanguages) {
      const definition = documentDefinition(edition, values, language, {draft: false, lostForce: false});
      const written = new Set(pdfText(await renderer.render(definition)).split(' '));
      expect(words.filter(each => !written.has(each))).toEqual([]);
    }
  }
});
