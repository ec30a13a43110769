import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import type {PdfRenderer} from '../../electron/pdf/renderer.ts';
import {printLanguages, type PrintLanguage, type Text} from '../../domain/text.ts';
import type {Edition} from '../../templates/core/edition.ts';
import {editions} from '../../templates/editions/editions.ts';
import type {PrintDefinition} from '../../templates/print/definition.ts';
import {documentDefinition} from '../../templates/print/document.ts';
import {officialTexts, sidesOf} from '../support/official-texts.ts';
import {dense, pdfBoxes, pdfInfo, pdfPages, pdfText} from '../support/read-pdf.ts';
import {sampleFile, sampleJournal, samplePlan, sampleRound} from '../support/sample-papers.ts';
import {testRenderer} from '../support/test-renderer.ts';

/** Every form, filled and blank, in each language: printed by the real worker and read back from the paper. */

const samples: Readonly<Record<string, object>> = {
  'appendix-2': sampleJournal,
  'appendix-3': sampleFile,
  'appendix-4': samplePlan,
  'appendix-5': sampleRound,
};

/** Pages that each form takes: [kk, ru, both], filled and blank. A form that grows by a page was broken by something. */
const pageCounts: Readonly<Record<string, Readonly<Record<'filled' | 'blank', readonly [number, number, number]>>>> = {
  'appendix-2': {filled: [4, 4, 5], blank: [2, 2, 2]},
  'appendix-3': {filled: [1, 1, 1], blank: [1, 1, 1]},
  'appendix-4': {filled: [2, 3, 3], blank: [2, 2, 2]},
  'appendix-5': {filled: [2, 2, 3], blank: [2, 2, 2]},
};

interface Case {
  readonly name: string;
  readonly edition: Edition;
  readonly language: PrintLanguage;
  readonly state: 'filled' | 'blank';
}

const cases: Case[] = editions.flatMap(edition =>
  printLanguages.flatMap(language =>
    (['filled', 'blank'] as const).map(state => ({
      name: `${edition.form}, ${language}, ${state}`,
      edition,
      language,
      state,
    })),
  ),
);

let renderer: PdfRenderer;

beforeAll(async () => {
  renderer = await testRenderer();
});

afterAll(async () => renderer.close());

function definition({edition, language, state}: Case, options = {draft: false, lostForce: false}): PrintDefinition {
  const values = state === 'blank' ? 'blank' : (samples[edition.form] ?? {});
  return documentDefinition(edition, values, language, options);
}

function print(printed: Case, options = {draft: false, lostForce: false}): Promise<Uint8Array> {
  return renderer.render(definition(printed, options));
}

/** The words above the columns, the groups among them. */
function headsOf(edition: Edition): Text[] {
  return edition.print.flatMap(block => {
    if (block.block !== 'table') return [];
    const field = edition.fields[block.field];
    const rowFields = field !== undefined && 'fields' in field ? field.fields : {};
    const list = block.expand === undefined ? undefined : rowFields[block.expand];
    const named = list !== undefined && 'fields' in list ? list.fields : rowFields;
    return block.columns.flatMap(({head, group}) => {
      const own = typeof head === 'string' ? must(named[head]).label : head;
      return group === undefined ? [own] : [own, group];
    });
  });
}

describe.each(cases)('$name', printed => {
  const {edition, language, state} = printed;
  let pdf: Uint8Array;

  beforeAll(async () => {
    pdf = await print(printed);
  });

  test('has every official word, letter for letter', () => {
    const paper = dense(pdfText(pdf));
    for (const label of officialTexts(edition)) {
      for (const side of sidesOf(language)) {
        // What stands between the words of a line is filled in or left to the pen.
        for (const part of label[side].split(/["]?\{\w+\}["]?/u)) expect(paper).toContain(dense(part));
      }
    }
  });

  test('has no words of the other language', () => {
    if (language === 'both') return;
    const paper = dense(pdfText(pdf));
    const other = language === 'kk' ? 'ru' : 'kk';
    for (const label of [edition.title, ...edition.stamp]) expect(paper).not.toContain(dense(label[other]));
  });

  test('takes the pages that it should, each numbered', () => {
    const pages = pdfPages(pdf);
    expect(pages.length).toBe(pageCounts[edition.form]?.[state][printLanguages.indexOf(language)]);
    pages.forEach((page, index) => expect(page).toContain(`${index + 1} / ${pages.length}`));
  });

  test('repeats the heads of its table on every page that has rows of it', () => {
    const table = edition.print.find(block => block.block === 'table');
    if (table === undefined) return;
    const field = edition.fields[table.field];
    const rows = field?.type === 'table' ? Object.values(field.rows) : [];
    const withRows = pdfPages(pdf)
      .map(dense)
      .filter(page => {
        const begins = rows.some((row, index) =>
          page.includes(`${index + 1}${dense(row[sidesOf(language)[0] ?? 'kk'])}`),
        );
        return rows.length === 0 || begins;
      });
    if (state === 'filled') expect(withRows.length).toBeGreaterThan(1);
    for (const page of withRows) {
      for (const head of headsOf(edition))
        for (const side of sidesOf(language)) expect(page).toContain(dense(head[side]));
    }
  });

  test('keeps every word inside the margins', () => {
    const {pageMargins} = definition(printed);
    const [left, top, right] = pageMargins;
    const {pages, words} = pdfBoxes(pdf);
    for (const word of words) {
      const page = pages[word.page - 1];
      expect(word.left, word.text).toBeGreaterThan(left - 1);
      expect(word.top, word.text).toBeGreaterThan(top - 1);
      expect(word.right, word.text).toBeLessThan((page?.width ?? 0) - right + 1);
      // The page number stands in the lower margin, ten millimetres from the edge at least.
      expect(word.bottom, word.text).toBeLessThan((page?.height ?? 0) - 20);
    }
  });

  test('is the same bytes each time', async () => {
    expect(Buffer.from(await print(printed)).equals(Buffer.from(pdf))).toBe(true);
  });

  test('tells what it is', () => {
    expect(pdfInfo(pdf)).toMatchObject({Subject: edition.id, form: edition.id, Encrypted: 'no'});
  });
});

test('the samples hold every Kazakh letter, large and small', () => {
  const typed = JSON.stringify(samples);
  for (const letter of 'ӘәҒғҚқҢңӨөҰұҮүҺһІі') expect(typed, letter).toContain(letter);
});

describe('the mark of a draft and the note of a form without force', () => {
  const plan = cases.find(({edition, state}) => edition.form === 'appendix-4' && state === 'filled');

  test.each([
    [{draft: false, lostForce: false}],
    [{draft: true, lostForce: false}],
    [{draft: false, lostForce: true}],
    [{draft: true, lostForce: true}],
  ])('%o', async options => {
    if (plan === undefined) throw new Error('no plan');
    const pages = pdfPages(await print({...plan, language: 'both'}, options));
    for (const page of pages) {
      expect(dense(page).includes('ЖОБА/ПРОЕКТ')).toBe(options.draft);
      expect(page.includes('нысан 01.07.2023 бастап күшін жойған / форма утратила силу с 01.07.2023')).toBe(
        options.lostForce,
      );
    }
  });
});
