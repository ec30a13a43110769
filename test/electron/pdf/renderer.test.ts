import {existsSync} from 'node:fs';
import {performance} from 'node:perf_hooks';
import {afterEach, describe, expect, test} from 'vitest';
import {createPdfRenderer, type PdfRenderer, type PdfRendererSettings} from '../../../electron/pdf/renderer.ts';
import {text} from '../../../domain/text.ts';
import type {Edition} from '../../../templates/core/edition.ts';
import {appendix2} from '../../../templates/editions/308-2022/appendix-2.ts';
import {appendix3} from '../../../templates/editions/308-2022/appendix-3.ts';
import {appendix4} from '../../../templates/editions/308-2022/appendix-4.ts';
import {appendix5} from '../../../templates/editions/308-2022/appendix-5.ts';
import type {Content, PrintDefinition} from '../../../templates/print/definition.ts';
import {documentDefinition} from '../../../templates/print/document.ts';
import {pdfInfo, pdfText} from '../../support/read-pdf.ts';
import {sampleFile, sampleJournal, samplePlan, sampleRound} from '../../support/sample-papers.ts';
import {testRenderer} from '../../support/test-renderer.ts';

/** The real worker, from the sources. */

const open: PdfRenderer[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map(renderer => renderer.close()));
});

async function renderer(settings: Partial<PdfRendererSettings> = {}): Promise<PdfRenderer> {
  const made = await testRenderer(settings);
  open.push(made);
  return made;
}

const plan = documentDefinition(appendix4, samplePlan, 'kk', {
  draft: false,
  lostForce: false,
  madeAt: '2023-01-09T05:30:00Z',
  record: '0198-plan',
});

function page(words: string): PrintDefinition {
  return {...plan, content: [{text: words}]};
}

const others: [Edition, object][] = [
  [appendix2, sampleJournal],
  [appendix3, sampleFile],
  [appendix5, sampleRound],
];

/** Keeps the worker busy for a good while. */
const endless = page('сөз '.repeat(200_000));

const nonsense = {...plan, content: [{text: 'x', font: 'no such font'}]} as unknown as PrintDefinition;

describe('the bytes of a paper', () => {
  test('depend on the paper alone: not on the worker, not on the clock', async () => {
    const [one, other] = [await renderer(), await renderer()];
    const [first, again, elsewhere] = [await one.render(plan), await one.render(plan), await other.render(plan)];
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
    expect(Buffer.from(elsewhere).equals(Buffer.from(first))).toBe(true);
    const later = await one.render({...plan, info: {...plan.info, madeAt: '2023-01-10T05:30:00Z'}});
    expect(Buffer.from(later).equals(Buffer.from(first))).toBe(false);
  });

  test('do not depend on what the worker printed before', async () => {
    const fresh = await (await renderer()).render(plan);
    const used = await renderer();
    // Each brings letters that share a shape with another (a blank that does not break), words of the plan in another
    // order, every manner of the font.
    for (const words of [
      '№\u00a012-ж',
      'a\u00a0b \u2013\u2011 \u00ad fi ffi',
      'маман Психолог* ай',
      '\u0456\u0406 iI \u04bb h',
    ])
      await used.render({...page(words), watermark: 'ЖОБА'});
    for (const [edition, values] of others)
      await used.render(documentDefinition(edition, values, 'both', {draft: true, lostForce: true}));
    expect(Buffer.from(await used.render(plan)).equals(Buffer.from(fresh))).toBe(true);
  });

  test('say which form, which record, and when it was frozen', async () => {
    const info = pdfInfo(await (await renderer()).render(plan));
    expect(info).toMatchObject({
      'Title': appendix4.title.kk,
      'Subject': '308-2022/appendix-4',
      'form': '308-2022/appendix-4',
      'record': '0198-plan',
      'Creator': 'Tirek',
      'Page size': '595.28 x 841.89 pts (A4)',
    });
    expect(Date.parse(info['CreationDate'] ?? '')).not.toBeNaN();
  });
});

describe('the queue', () => {
  test('makes many at once, in the order of the calls', async () => {
    const made = await renderer();
    const finished: number[] = [];
    const texts = await Promise.all(
      [0, 1, 2, 3, 4].map(async number => {
        const pdf = await made.render(page(`бет ${number}`));
        finished.push(number);
        return pdfText(pdf);
      }),
    );
    expect(texts.map(each => each.slice(0, 5))).toEqual([0, 1, 2, 3, 4].map(number => `бет ${number}`));
    expect(finished).toEqual([0, 1, 2, 3, 4]);
  });

  test('goes on with a fresh worker after so many documents', async () => {
    const made = await renderer({documentsPerWorker: 2});
    const pdfs = await Promise.all([1, 2, 3, 4, 5].map(() => made.render(plan)));
    for (const pdf of pdfs) expect(Buffer.from(pdf).equals(Buffer.from(pdfs[0] ?? []))).toBe(true);
  });

  test('leaves the main thread free', async () => {
    const made = await renderer();
    await made.render(plan);
    let longest = 0;
    let last = performance.now();
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const began = performance.now();
    await made.render(page('сөз '.repeat(10_000)));
    const took = performance.now() - began;
    clearInterval(ticking);
    expect(took).toBeGreaterThan(150);
    expect(longest).toBeLessThan(took / 2);
  });
});

describe('what goes wrong', () => {
  test('a definition that cannot be printed is told, and the next one is printed', async () => {
    const made = await renderer();
    const [broken, sound] = await Promise.allSettled([made.render(nonsense), made.render(plan)]);
    expect(broken.status).toBe('rejected');
    expect(broken).toMatchObject({reason: {name: 'PrintFailure'}});
    expect(sound.status).toBe('fulfilled');
  });

  test('a definition that cannot cross to the worker is told, and the next one is printed', async () => {
    const made = await renderer();
    const uncloneable = {...plan, content: [{text: () => 'x'}]} as unknown as PrintDefinition;
    await expect(made.render(uncloneable)).rejects.toMatchObject({
      name: 'PrintFailure',
      cause: {name: 'DataCloneError'},
    });
    await expect(made.render(plan)).resolves.toBeInstanceOf(Uint8Array);
  });

  test('missing fonts are told at every call', async () => {
    const made = createPdfRenderer({fontsDirectory: '/no/such/folder'});
    open.push(made);
    for (const _ of [1, 2]) await expect(made.render(plan)).rejects.toMatchObject({name: 'PrintFailure'});
  });

  test('a document that takes too long is given up, and the next one is printed', async () => {
    const made = await renderer({timeout: 400});
    await expect(made.render(endless)).rejects.toThrow('too long');
    const patient = await renderer();
    await expect(patient.render(plan)).resolves.toBeInstanceOf(Uint8Array);
  });

  test.each([
    ['a file', {image: '/etc/hostname'}],
    ['an address', {image: 'http://127.0.0.1:9/picture.png'}],
  ])('a definition that names %s is refused', async (_, content) => {
    expect(existsSync('/etc/hostname')).toBe(true);
    const definition = {...plan, content: [content as unknown as Content]};
    await expect((await renderer()).render(definition)).rejects.toMatchObject({
      name: 'PrintFailure',
      message: expect.stringMatching(/denied|policy/u),
    });
  });
});

describe('stopping', () => {
  test('a waiting document is dropped, a running one is cut short, the others are printed', async () => {
    const made = await renderer();
    await made.render(plan);
    const [running, waiting] = [new AbortController(), new AbortController()];
    const results = Promise.allSettled([
      made.render(endless, {signal: running.signal}),
      made.render(plan, {signal: waiting.signal}),
      made.render(plan),
    ]);
    waiting.abort(new Error('not wanted'));
    running.abort(new Error('enough'));
    const [first, second, third] = await results;
    expect(first).toMatchObject({status: 'rejected', reason: {message: 'enough'}});
    expect(second).toMatchObject({status: 'rejected', reason: {message: 'not wanted'}});
    expect(third).toMatchObject({status: 'fulfilled'});
  });

  test('what was aborted before it began is not begun', async () => {
    const made = await renderer();
    await expect(made.render(plan, {signal: AbortSignal.abort(new Error('too late'))})).rejects.toThrow('too late');
  });

  test('closing rejects what runs, what waits and what comes', async () => {
    const made = await renderer();
    const results = Promise.allSettled([made.render(endless), made.render(plan)]);
    await made.close();
    for (const result of await results)
      expect(result).toMatchObject({status: 'rejected', reason: {name: 'PrintFailure'}});
    await expect(made.render(plan)).rejects.toThrow('closed');
  });
});

test('a character that the font does not have is a box, and nothing breaks', async () => {
  const made = await renderer();
  const odd = 'Айша 😀 中文 ∑ \u0007 \ud800 ✓ соңы';
  const values = {...samplePlan, diagnosis: odd, organisation: text(odd, odd)};
  const paper = pdfText(
    await made.render(documentDefinition(appendix4, values, 'both', {draft: true, lostForce: true})),
  );
  expect(paper).toContain('Айша □ □□ □ □ □ □ соңы');
});
