import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Language} from '../../domain/text.ts';
import type {HelpPage} from '../../renderer/lib/help-page.ts';
import {readPage, type Resolve} from './markdown.ts';

/** Where words of the screen may be named from: the texts of the screens, and the vocabulary that they show. */
const folders = ['renderer/text', 'domain'];

/** Every exported name of the modules with words, to its value. */
export async function readTexts(root: string): Promise<ReadonlyMap<string, unknown>> {
  const named = new Map<string, unknown>();
  for (const folder of folders) {
    const files = readdirSync(join(root, folder)).filter(file => file.endsWith('.ts'));
    for (const file of files.sort()) {
      const module = (await import(pathToFileURL(join(root, folder, file)).href)) as Record<string, unknown>;
      for (const [name, value] of Object.entries(module)) if (!named.has(name)) named.set(name, value);
    }
  }
  return named;
}

/** `planText.approve` in a language. What is no pair of words, because it is gone or needs a value, is refused. */
export function resolver(texts: ReadonlyMap<string, unknown>, language: Language): Resolve {
  return reference => {
    const [name = '', ...path] = reference.trim().split('.');
    let found: unknown = texts.get(name);
    for (const step of path) found = isObject(found) ? found[step] : undefined;
    const words = isObject(found) ? found[language] : undefined;
    if (typeof words !== 'string') throw new Error(`no words of the screen are called ${reference}`);
    return words;
  };
}

export function helpFolder(root: string, language: Language): string {
  return join(root, 'docs', 'help', language);
}

/** The pages of a language, in the order of their names. */
export function readPages(root: string, language: Language, texts: ReadonlyMap<string, unknown>): HelpPage[] {
  const folder = helpFolder(root, language);
  const resolve = resolver(texts, language);
  return readdirSync(folder)
    .filter(file => file.endsWith('.md'))
    .sort()
    .map(file => readPage(file.slice(0, -'.md'.length), readFileSync(join(folder, file), 'utf8'), resolve));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
