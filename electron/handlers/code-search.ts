import {fold} from '../../domain/search-key.ts';
import type {CodeEntry} from '../../registry/protocol/code-lists.ts';

/** As many as a list under a field can show. */
const mostFound = 20;

interface Folded {
  readonly entry: CodeEntry;
  /** The words of each part, and all of them, each with a blank before it. */
  readonly parts: readonly string[];
  readonly all: string;
}

/**
 * Entries in which every typed word begins a word or the code, in either language and spelling. First those that begin with
 * what was typed; else in the order of the list.
 */
export function findCodes(list: readonly CodeEntry[], typed: string): CodeEntry[] {
  const words = fold(typed)
    .split(' ')
    .filter(word => word !== '')
    .map(word => ` ${asCode(word)}`);
  if (words.length === 0) return [];
  const beginning = words.join('');
  const [first, others]: [CodeEntry[], CodeEntry[]] = [[], []];
  for (const {entry, parts, all} of folded(list)) {
    if (!words.every(word => all.includes(word))) continue;
    (parts.some(part => part.startsWith(beginning)) ? first : others).push(entry);
    if (first.length === mostFound) break;
  }
  return [...first, ...others].slice(0, mostFound);
}

const keys = new WeakMap<readonly CodeEntry[], Folded[]>();

/** What is compared with what was typed; made once for each list. */
function folded(list: readonly CodeEntry[]): Folded[] {
  const known = keys.get(list);
  if (known !== undefined) return known;
  const made = list.map(entry => {
    const code = foldSoon(entry.code).split(' ').map(asCode).join(' ');
    const parts = [code, foldSoon(entry.kk), foldSoon(entry.ru)].map(part => ` ${part}`);
    return {entry, parts, all: parts.join('')};
  });
  keys.set(list, made);
  return made;
}

/** What no word is made of is taken out before, so that nearly all texts are folded in the short way. */
function foldSoon(part: string): string {
  return fold(part.replace(/[^\p{L}\p{M}\p{Nd}]+/gu, ' '));
}

/** Letters of a code are Latin; typed between Cyrillic words they are the Cyrillic ones that look like them. */
const latin: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
};

function asCode(word: string): string {
  return /^[авекмнорстух]\d+$/u.test(word) ? `${latin[word.charAt(0)]}${word.slice(1)}` : word;
}
