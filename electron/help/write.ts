import {mkdirSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {languages} from '../../domain/text.ts';
import type {HelpBlock, HelpInline, HelpPage} from '../../renderer/lib/help-page.ts';
import {readPages, readTexts} from './read.ts';

// npm run help -- --out DIR: the pages of help as Markdown that any reader shows, the words of the screen put in.

const root = resolve(import.meta.dirname, '../..');
const {values} = parseArgs({options: {out: {type: 'string', default: join('out', 'help')}}});

const texts = await readTexts(root);
for (const language of languages) {
  const folder = resolve(values.out, language);
  mkdirSync(folder, {recursive: true});
  for (const page of readPages(root, language, texts)) writeFileSync(join(folder, `${page.id}.md`), markdownOf(page));
}

function markdownOf({title, sections}: HelpPage): string {
  const parts = sections.flatMap(({anchor, title: heading, level, blocks}) => [
    ...(heading === '' ? [] : [`<a id="${anchor}"></a>`, `${'#'.repeat(level)} ${heading}`]),
    ...blocks.map(blockOf),
  ]);
  return `${[`# ${title}`, ...parts].join('\n\n')}\n`;
}

function blockOf(block: HelpBlock): string {
  if ('items' in block) {
    return block.items.map((item, at) => `${block.kind === 'steps' ? `${at + 1}.` : '-'} ${wordsOf(item)}`).join('\n');
  }
  return `${block.kind === 'note' ? '> ' : ''}${wordsOf(block.words)}`;
}

function wordsOf(words: readonly HelpInline[]): string {
  return words.map(wordOf).join('');
}

function wordOf(word: HelpInline): string {
  if (typeof word === 'string') return word;
  if ('bold' in word) return `**${word.bold}**`;
  if ('said' in word) return `**${word.said}**`;
  if ('key' in word) return `\`${word.key}\``;
  const [page = '', anchor] = word.to.split('#');
  return `[${word.words}](${page === '' ? '' : `${page}.md`}${anchor === undefined ? '' : `#${anchor}`})`;
}
