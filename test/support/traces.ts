import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/** How a file begins in which words lie packed, where no search for a word finds them. */
const packed: Readonly<Record<string, Buffer>> = {
  'a PDF': Buffer.from('%PDF-'),
  'a zip': Buffer.from('PK\u0003\u0004'),
  'a picture': Buffer.from([0xff, 0xd8, 0xff]),
  'a memory dump': Buffer.from('MDMP'),
};

/**
 * What a finder of these folders would read: files in which one of the words stands in the clear, in UTF-8 or in UTF-16 as
 * browsers keep text, in whatever case; and files that hold text or pictures packed. Files that go while they are looked at
 * leave nothing to find.
 */
export function tracesIn(folders: readonly string[], words: readonly string[]): string[] {
  const wanted = words.flatMap(word => {
    const forms = [...new Set([word, word.toLocaleLowerCase('kk'), word.toLocaleUpperCase('kk')])];
    return forms.flatMap(form => [
      {word, bytes: Buffer.from(form, 'utf8')},
      {word, bytes: Buffer.from(form, 'utf16le')},
      // As JSON and logs may write it.
      {word, bytes: Buffer.from(escaped(form))},
    ]);
  });
  return folders.flatMap(filesUnder).flatMap(file => {
    const bytes = read(file);
    if (bytes === undefined) return [];
    const found = new Set(wanted.filter(each => bytes.includes(each.bytes)).map(({word}) => word));
    const kinds = Object.entries(packed).filter(([, start]) => bytes.subarray(0, start.length).equals(start));
    return [...found, ...kinds.map(([kind]) => kind)].map(what => `${file}: ${what}`);
  });
}

function escaped(text: string): string {
  return Array.from(text, letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}

function filesUnder(folder: string): string[] {
  try {
    return readdirSync(folder, {withFileTypes: true, recursive: true})
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name));
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
