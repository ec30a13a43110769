import {afterAll, beforeAll, expect, test} from 'vitest';
import type {PdfRenderer} from '../../../electron/pdf/renderer.ts';
import type {Text} from '../../../domain/text.ts';
import {editions} from '../../../templates/editions/editions.ts';
import type {PrintDefinition} from '../../../templates/print/definition.ts';
import {documentDefinition} from '../../../templates/print/document.ts';
import {estimatedHeight} from '../../../templates/print/text-height.ts';
import {estimatedWidth} from '../../../templates/print/text-width.ts';
import {must} from '../../../domain/assert.ts';
import {pdfBoxes} from '../../support/read-pdf.ts';
import {testRenderer} from '../../support/test-renderer.ts';

/** The estimates are held against the real font, as it comes out of the real worker. */

let renderer: PdfRenderer;

beforeAll(async () => {
  renderer = await testRenderer();
});

afterAll(async () => renderer.close());

const blank = documentDefinition(must(editions[0]), 'blank', 'kk', {draft: false, lostForce: false});

function page(words: string, fontSize: number): PrintDefinition {
  return {...blank, pageOrientation: 'portrait', content: [{text: words}], fontSize};
}

function textsIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, nested]) => (key === 'status' ? [] : textsIn(nested)));
  return 'kk' in value && typeof value.kk === 'string' ? [value as Text, ...inner] : inner;
}

const labels = textsIn(editions).flatMap(({kk, ru}) => [kk, ru]);

test('no word of the forms is wider than its estimate by more than a twentieth, none much narrower', async () => {
  const words = [...new Set(labels.flatMap(label => label.split(/\s+/u)))].filter(word => /^\p{L}{2,}$/u.test(word));
  const boxes = pdfBoxes(await renderer.render(page(words.join(' '), 20))).words;
  expect(words.length).toBeGreaterThan(200);
  for (const word of words) {
    const real = boxes.filter(box => box.text === word).map(box => box.right - box.left);
    expect(real.length, word).toBeGreaterThan(0);
    const ratio = estimatedWidth(word, 20) / Math.max(...real);
    expect(ratio, word).toBeGreaterThan(0.95);
    expect(ratio, word).toBeLessThan(1.25);
  }
});

test('no paragraph is higher than its estimate', async () => {
  const width = 210 * (72 / 25.4) - blank.pageMargins[0] - blank.pageMargins[2];
  for (const fontSize of [8, 10, 12]) {
    for (const length of [5, 40, 300, 900]) {
      const words = labels
        .join(' ')
        .slice(0, length * 6)
        .replaceAll('\n', ' ');
      const {words: boxes} = pdfBoxes(await renderer.render({...page(words, fontSize), footnote: null}));
      // A word's box reaches a little over its line.
      const ours = boxes.filter(box => box.page === 1 && box.bottom < 790);
      const real = Math.max(...ours.map(box => box.bottom)) - Math.min(...ours.map(box => box.top));
      expect(estimatedHeight({text: words}, width, fontSize)).toBeGreaterThanOrEqual(real - fontSize / 2);
    }
  }
});
