import {afterAll, expect, test} from 'vitest';
import {bindPages, pageCount} from '../../../electron/pdf/bind-pages.ts';
import {appendix2} from '../../../templates/editions/308-2022/appendix-2.ts';
import {appendix3} from '../../../templates/editions/308-2022/appendix-3.ts';
import {documentDefinition} from '../../../templates/print/document.ts';
import {pdfPages} from '../../support/read-pdf.ts';
import {testRenderer} from '../../support/test-renderer.ts';

const madeAt = '2026-11-25T10:00:00.000Z';
const renderer = await testRenderer();
afterAll(() => renderer.close());
const render = (edition: typeof appendix2 | typeof appendix3) =>
  renderer.render(documentDefinition(edition, 'blank', 'kk', {draft: false, lostForce: false}));

test('papers of different shapes become one file with sheets numbered through', async () => {
  const parts = [await render(appendix3), await render(appendix2)];
  const pages = (await Promise.all(parts.map(pageCount))).reduce((sum, count) => sum + count, 0);
  const bound = await bindPages({parts, firstSheet: 7, madeAt});
  const texts = pdfPages(bound);
  expect(texts).toHaveLength(pages);
  for (const [index, page] of texts.entries()) expect(page.split(' ')).toContain(String(7 + index));
});

test('the same papers give the same bytes, and without numbers nothing is added', async () => {
  const part = await render(appendix3);
  const once = await bindPages({parts: [part, part], firstSheet: null, madeAt});
  expect(await bindPages({parts: [part, part], firstSheet: null, madeAt})).toEqual(once);
  expect(pdfPages(once)[0]).toBe(pdfPages(part)[0]);
});
