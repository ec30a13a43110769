import {mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {printableRanges} from '../../../domain/person.ts';
import {cutFonts} from '../../../electron/pdf/cut-fonts.ts';
import {fontFiles} from '../../../electron/pdf/fonts.ts';
import {createPdfRenderer} from '../../../electron/pdf/renderer.ts';
import {appendix4} from '../../../templates/editions/308-2022/appendix-4.ts';
import type {Fragment} from '../../../templates/print/definition.ts';
import {documentDefinition} from '../../../templates/print/document.ts';
import {dense, pdfText} from '../../support/read-pdf.ts';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tirek-fonts-'));
});

afterAll(async () => rm(directory, {recursive: true, force: true}));

test('the fonts are cut once, and again when one is not what it was', async () => {
  expect(await cutFonts(directory)).toBe('cut');
  expect(await cutFonts(directory)).toBe('fresh');
  await writeFile(join(directory, 'cut.txt'), 'of other sources');
  expect(await cutFonts(directory)).toBe('cut');
  for (const file of Object.values(fontFiles)) expect((await stat(join(directory, file))).size).toBeLessThan(80_000);
});

test('a cut is the same each time', async () => {
  const path = join(directory, fontFiles.normal);
  const before = await readFile(path);
  await writeFile(join(directory, 'cut.txt'), '');
  await cutFonts(directory);
  expect((await readFile(path)).equals(before)).toBe(true);
});

test.each([
  ['upright', {}],
  ['bold', {bold: true}],
  ['slanted', {italics: true}],
  ['bold and slanted', {bold: true, italics: true}],
] as const)('every printable character is in the %s font', async (_, manner) => {
  await cutFonts(directory);
  const renderer = createPdfRenderer({fontsDirectory: directory});
  // Modifier letters and soft hyphens aside, what goes in must come out.
  const characters = printableRanges
    .flatMap(([from, to]) =>
      Array.from({length: to - from + 1}, (_each, offset) => String.fromCodePoint(from + offset)),
    )
    .filter(character => !/[\s\u00ad\p{M}]/u.test(character));
  const fragment: Fragment = {text: characters.join(' '), ...manner};
  const blank = documentDefinition(appendix4, 'blank', 'kk', {draft: false, lostForce: false});
  const paper = dense(pdfText(await renderer.render({...blank, content: [{text: [fragment]}]})));
  await renderer.close();
  expect(characters.filter(character => !paper.includes(character))).toEqual([]);
});
