import {createHash} from 'node:crypto';
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import subsetFont from 'subset-font';
import {printableRanges} from '../../domain/person.ts';
import {replacement} from '../../templates/print/printable-text.ts';
import {fontFiles, type FontManner} from './fonts.ts';

/**
 * Cuts the fonts of the prints down to the characters that papers hold, at build time: pdfmake decodes the whole font
 * for every document, and the cut ones take a third of the time. Run as a script it writes `out/fonts`.
 */

const sources: Readonly<Record<FontManner, string>> = {
  normal: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italics: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bolditalics: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
};

/** Tells whether the cut fonts are still those of these sources and these characters. */
const stampFile = 'cut.txt';

/** Writes the cut fonts, or nothing where they are fresh. Says which it was. */
export async function cutFonts(target: string): Promise<'cut' | 'fresh'> {
  const manners = Object.keys(sources) as FontManner[];
  const fonts = await Promise.all(manners.map(manner => readFile(sourcePath(manner))));
  const characters = printableCharacters();
  const stamp = hash([characters, ...fonts]);
  if ((await readText(join(target, stampFile))) === stamp) return 'fresh';
  await mkdir(target, {recursive: true});
  await Promise.all(
    manners.map(async (manner, index) => {
      const cut = await subsetFont(fonts[index] ?? Buffer.alloc(0), characters, {
        targetFormat: 'sfnt',
        noHinting: true,
      });
      await writeWhole(join(target, fontFiles[manner]), cut);
    }),
  );
  // Last: an interrupted cut is begun again.
  await writeWhole(join(target, stampFile), stamp);
  return 'cut';
}

function printableCharacters(): string {
  const characters = printableRanges.flatMap(([from, to]) =>
    Array.from({length: to - from + 1}, (_, offset) => String.fromCodePoint(from + offset)),
  );
  return [...characters, replacement].join('');
}

function sourcePath(manner: FontManner): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${sources[manner]}`));
}

function hash(parts: readonly (string | Buffer)[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest('hex');
}

async function readText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

/** A reader never sees half a font, and two builds at once do not tear each other's. */
async function writeWhole(path: string, content: Buffer | string): Promise<void> {
  const temporary = `${path}.${process.pid}`;
  await writeFile(temporary, content);
  await rename(temporary, path);
}

if (import.meta.main) await cutFonts(resolve(import.meta.dirname, '../../out/fonts'));
