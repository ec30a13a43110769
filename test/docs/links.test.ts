import {existsSync, readFileSync} from 'node:fs';
import {dirname, join, normalize} from 'node:path';
import {expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {codeOf, readPages, root, type Page} from './pages.ts';

const pages = readPages();

/** As the page of a repository makes them from headings. */
function anchorsOf({text}: Page): string[] {
  return [...text.matchAll(/^#+ (.*)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test.each(pages.map(page => [page.path, page] as const))('%s leads to what there is', (path, page) => {
  const links = [...page.text.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, to = '']) => to);
  const broken = links.filter(link => {
    if (/^https?:/u.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : normalize(join(dirname(path), file));
    if (!existsSync(join(root, target))) return true;
    if (anchor === undefined) return false;
    return !anchorsOf(must(pages.find(each => each.path === target))).includes(anchor);
  });
  expect(broken).toEqual([]);
});

/** Folders and files of the program as pages name them; what has `…`, `*` or a word in capitals stands for something else. */
const inTheTree =
  /^(?:domain|templates|db|electron|renderer|registry|test|docs|\.ci)\/[\w./-]*\/?$|^[A-Z]{2,}[\w-]*\.md$/u;

test.each(pages.filter(({path}) => !path.startsWith('docs/decisions/')).map(page => [page.path, page] as const))(
  '%s names files and folders that there are',
  (_, page) => {
    const named = codeOf(page).filter(
      ({block, text}) => block === null && inTheTree.test(text) && !/[A-Z]{4}/u.test(text),
    );
    // «electron/handlers, electron/main» in a table of layers: a file may be named without its suffix.
    const missing = named
      .map(({text}) => text)
      .filter(text => !['', '.ts'].some(end => existsSync(join(root, text + end))));
    expect(missing).toEqual([]);
  },
);

const quotes = pages.flatMap(page =>
  codeOf(page).flatMap(({text, block}) => {
    const file = block?.split(' ')[1];
    return file === undefined ? [] : [{page: page.path, file, text}];
  }),
);

test('a block that names a file quotes it letter for letter', () => {
  expect(quotes.length).toBeGreaterThan(1);
  for (const {file, text} of quotes) expect(readFileSync(join(root, file), 'utf8'), file).toBe(text);
});
