import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Calculation} from '../../domain/staff-norms/calculate.ts';
import {printedCell, printedName, remarksOf, unsureOf} from '../../domain/staff-norms/words.ts';
import {printLanguages, type PrintLanguage, type Text} from '../../domain/text.ts';
import type {PdfRenderer} from '../../electron/pdf/renderer.ts';
import {staffNormHeads} from '../../templates/print/staff-norm-tables.ts';
import {staffNormsDocument} from '../../templates/print/staff-norms.ts';
import {appendix1} from '../../templates/editions/308-2022/appendix-1/appendix-1.ts';
import {sidesOf} from '../support/official-texts.ts';
import {dense, pdfBoxes, pdfInfo, pdfPages} from '../support/read-pdf.ts';
import {sampleOrganisation, samplePrint, sampleUnit} from '../support/sample-staff-norms.ts';
import {testRenderer} from '../support/test-renderer.ts';

/** The calculation of the minimum staff, printed by the real worker and read back from the paper. */

const calculations: Readonly<Record<string, Calculation>> = {organisation: sampleOrganisation, unit: sampleUnit};

/** Pages in [kk, ru, both]. */
const pageCounts: Readonly<Record<string, readonly [number, number, number]>> = {
  organisation: [7, 7, 13],
  unit: [2, 2, 4],
};

interface Case {
  readonly of: string;
  readonly calculation: Calculation;
  readonly language: PrintLanguage;
}

const cases: Case[] = Object.entries(calculations).flatMap(([of, calculation]) =>
  printLanguages.map(language => ({of, calculation, language})),
);

/** The pages joined: a paragraph may go on over the number at the foot of a page. */
function wholePaper(pdf: Uint8Array): string {
  const pages = pdfPages(pdf);
  return dense(
    pages.map((page, index) => page.replace(new RegExp(`${index + 1} / ${pages.length}$`, 'u'), '')).join(''),
  );
}

let renderer: PdfRenderer;

beforeAll(async () => {
  renderer = await testRenderer();
});

afterAll(async () => renderer.close());

describe.each(cases)('$of, $language', ({of, calculation, language}) => {
  const definition = staffNormsDocument(samplePrint(calculation, language));
  let pdf: Uint8Array;

  beforeAll(async () => {
    pdf = await renderer.render(definition);
  });

  test('has every word of the appendix that belongs to it, letter for letter', () => {
    const paper = wholePaper(pdf);
    const {groups, remarks, kinds, title, vehicles} = appendix1;
    const said: Text[] = [
      title,
      ...groups.map(({words}) => words),
      ...remarks.map(({words}) => words),
      ...Object.values(kinds),
      ...calculation.vehicles.map(({limit}) => limit.words),
      ...(calculation.vehicles.length === 0 ? [] : [vehicles.lead]),
      ...Object.values(staffNormHeads),
    ];
    for (const words of said) for (const side of sidesOf(language)) expect(paper).toContain(dense(words[side]));
  });

  test('has every post with its cell and all that is said of it', () => {
    const paper = wholePaper(pdf);
    for (const result of calculation.groups.flatMap(({posts}) => posts)) {
      const isLeftOut = ['no-unit', 'other-kind'].includes(result.norm.state) && result.actual === null;
      const open = unsureOf(calculation, result.post);
      const said = isLeftOut
        ? [printedName(result.post), ...(open === null ? [] : [open])]
        : [printedName(result.post), printedCell(result), ...remarksOf(calculation, result)];
      for (const words of said) for (const side of sidesOf(language)) expect(paper).toContain(dense(words[side]));
    }
  });

  test('has no words of the other language', () => {
    if (language === 'both') return;
    const other = language === 'kk' ? 'ru' : 'kk';
    const paper = wholePaper(pdf);
    for (const {words} of appendix1.groups) expect(paper).not.toContain(dense(words[other]));
  });

  test('takes the pages that it should, each numbered, the heads on each that has posts', () => {
    const pages = pdfPages(pdf);
    expect(pages.length).toBe(pageCounts[of]?.[printLanguages.indexOf(language)]);
    pages.forEach((page, index) => {
      expect(page).toContain(`${index + 1} / ${pages.length}`);
      const posts = appendix1.posts.filter(post =>
        sidesOf(language).every(side => dense(page).includes(dense(printedName(post)[side]))),
      );
      const heads = [appendix1.heads.post, ...Object.values(staffNormHeads)];
      if (of === 'unit' || posts.length < 3) return;
      for (const head of heads) for (const side of sidesOf(language)) expect(dense(page)).toContain(dense(head[side]));
    });
  });

  test('keeps every word inside the margins', () => {
    const [left, top, right] = definition.pageMargins;
    const {pages, words} = pdfBoxes(pdf);
    for (const word of words) {
      const page = pages[word.page - 1];
      expect(word.left, word.text).toBeGreaterThan(left - 1);
      expect(word.top, word.text).toBeGreaterThan(top - 1);
      expect(word.right, word.text).toBeLessThan((page?.width ?? 0) - right + 1);
      expect(word.bottom, word.text).toBeLessThan((page?.height ?? 0) - 20);
    }
  });

  test('is the same bytes each time, and tells what it is', async () => {
    expect(Buffer.from(await renderer.render(definition)).equals(Buffer.from(pdf))).toBe(true);
    expect(pdfInfo(pdf)).toMatchObject({Subject: appendix1.id, form: appendix1.id, Encrypted: 'no'});
  });
});

test('says that the appendix had lost force on the day of the calculation', async () => {
  const note = 'нысан 01.07.2023 бастап күшін жойған / форма утратила силу с 01.07.2023';
  const print = samplePrint(sampleUnit, 'both');
  for (const [on, has] of [
    ['2023-06-30', false],
    ['2023-07-01', true],
  ] as const) {
    const pages = pdfPages(await renderer.render(staffNormsDocument({...print, on})));
    for (const page of pages) expect(page.includes(note)).toBe(has);
  }
});
