import {readdirSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';

/** The pages that people read in the repository. Those of docs/help have tests of their own (test/electron/help). */

export const root = resolve(import.meta.dirname, '../..');

export interface Page {
  /** From the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

export function readPages(): Page[] {
  const below = readdirSync(join(root, 'docs'), {recursive: true, encoding: 'utf8'})
    .filter(path => path.endsWith('.md') && !path.startsWith('help'))
    .map(path => `docs/${path.replaceAll('\\', '/')}`)
    .sort();
  return ['README.md', 'CONTRIBUTING.md', ...below].map(path => ({path, text: readFileSync(join(root, path), 'utf8')}));
}

export interface Code {
  readonly page: string;
  readonly text: string;
  /** What stands behind the three marks of a block, `ts` or nothing; null: code within a line. */
  readonly block: string | null;
}

/** The code of a page: whole blocks, and what stands between two marks in a paragraph or a cell. */
export function codeOf({path: page, text}: Page): Code[] {
  const blocks = [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gmu)].map(([, kind = '', inner = '']) => ({
    page,
    text: inner,
    block: kind,
  }));
  const rest = text.replace(/^```.*\n[\s\S]*?^```$/gmu, '');
  // A line may end within the marks.
  const inline = [...rest.matchAll(/`([^`]+)`/gu)].map(([, inner = '']) => ({
    page,
    text: inner.replace(/\s+/gu, ' '),
    block: null,
  }));
  return [...blocks, ...inline];
}
