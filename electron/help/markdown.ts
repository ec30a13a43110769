import type {HelpBlock, HelpInline, HelpPage, HelpSection} from '../../renderer/lib/help-page.ts';

/** The words of the screen that a reference like `planText.approve` names; throws when there are none. */
export type Resolve = (reference: string) => string;

/**
 * Reads a page of help. Its Markdown is as small as the pages need, and everything else is refused with its line: headings
 * (`## Words {#anchor}`), paragraphs, `- ` and `1. ` lists, `> ` notes, `**bold**`, keys in backticks, `[words](page#anchor)`,
 * and `{{planText.approve}}`, which stands for the words of the screen.
 */
export function readPage(id: string, source: string, resolve: Resolve): HelpPage {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  const sections: {anchor: string; title: string; level: 2 | 3; blocks: HelpBlock[]}[] = [];
  let title = '';
  for (let index = 0; index < lines.length;) {
    const line = lines[index] ?? '';
    const words = (said: string): HelpInline[] => readWords(said, resolve, `${id}.md:${index + 1}`);
    const blocks = sections.at(-1)?.blocks ?? [];
    const heading = /^(#{1,3}) (.+?)(?: \{#([a-z0-9-]+)\})?$/u.exec(line);
    if (line.trim() === '') {
      index += 1;
    } else if (heading) {
      const [, marks = '', said = '', anchor = ''] = heading;
      const plain = plainHeading(said, resolve, `${id}.md:${index + 1}`);
      if (marks === '#') title = plain;
      else if (anchor === '') throw new Error(`${id}.md:${index + 1}: a heading without its anchor`);
      sections.push({anchor, title: marks === '#' ? '' : plain, level: marks === '###' ? 3 : 2, blocks: []});
      index += 1;
    } else if (title === '') {
      throw new Error(`${id}.md:${index + 1}: the page does not begin with its title`);
    } else {
      const marker = /^(?:- |\d+\. |> )/u.exec(line)?.[0] ?? '';
      const [taken, items] = takeBlock(lines, index, marker);
      if (marker === '' || marker === '> ') {
        blocks.push({kind: marker === '' ? 'words' : 'note', words: words(items.join(' '))});
      } else {
        blocks.push({kind: marker === '- ' ? 'points' : 'steps', items: items.map(words)});
      }
      index += taken;
    }
  }
  return {id, title, sections: sections satisfies HelpSection[]};
}

/** How many lines a block takes, and its items; a paragraph and a note have one. A line that is indented goes on with the item. */
function takeBlock(lines: readonly string[], from: number, marker: string): [number, string[]] {
  const items: string[] = [];
  let index = from;
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const own = /^(?:- |\d+\. |> )/u.exec(line)?.[0];
    if (line.trim() === '' || /^#{1,3} /u.test(line)) break;
    if (marker === '' || marker === '> ') {
      if ((own ?? '') !== marker) break;
      items.push(line.slice(marker.length).trim());
    } else if (own === undefined) {
      if (!line.startsWith('  ')) break;
      items.push(`${items.pop() ?? ''} ${line.trim()}`);
    } else if ((own === '- ') === (marker === '- ') && own !== '> ') {
      items.push(line.slice(own.length).trim());
    } else break;
  }
  return [Math.max(1, index - from), items];
}

const marked = /\*\*([^*]+)\*\*|`([^`]+)`|\{\{([^{}]+)\}\}|\[([^[\]]+)\]\(([a-z0-9-]*(?:#[a-z0-9-]+)?)\)/gu;

function readWords(said: string, resolve: Resolve, where: string): HelpInline[] {
  const words: HelpInline[] = [];
  let from = 0;
  for (const match of said.matchAll(marked)) {
    const [whole, bold, key, reference, link, to] = match;
    if (match.index > from) words.push(plain(said.slice(from, match.index), where));
    if (bold !== undefined) words.push({bold: plain(bold, where)});
    else if (key !== undefined) words.push({key});
    else if (reference !== undefined) words.push({said: at(where, () => resolve(reference))});
    else words.push({to: to ?? '', words: plain(link ?? '', where)});
    from = match.index + whole.length;
  }
  if (from < said.length) words.push(plain(said.slice(from), where));
  return words;
}

/** A heading has no marks: a reference in it is the words alone. */
function plainHeading(said: string, resolve: Resolve, where: string): string {
  return plain(
    said.replaceAll(/\{\{([^{}]+)\}\}/gu, (_, reference: string) => at(where, () => resolve(reference))),
    where,
  );
}

function plain(words: string, where: string): string {
  if (/[<>`*{}[\]]/u.test(words)) throw new Error(`${where}: a mark that these pages do not have: ${words}`);
  return words;
}

function at(where: string, said: () => string): string {
  try {
    return said();
  } catch (error) {
    throw new Error(`${where}: ${error instanceof Error ? error.message : 'unreadable'}`, {cause: error});
  }
}
