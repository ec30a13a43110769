/** A page of help as it is built in: a small tree, so that what draws it can run nothing. */
export interface HelpPage {
  readonly id: string;
  readonly title: string;
  /** The first one stands below the title of the page and has neither title nor anchor. */
  readonly sections: readonly HelpSection[];
}

export interface HelpSection {
  readonly anchor: string;
  readonly title: string;
  readonly level: 2 | 3;
  readonly blocks: readonly HelpBlock[];
}

export type HelpBlock =
  | {readonly kind: 'words' | 'note'; readonly words: readonly HelpInline[]}
  | {readonly kind: 'steps' | 'points'; readonly items: readonly (readonly HelpInline[])[]};

/**
 * - said: words of the screen, as they stand there.   - key: a key of the keyboard.
 * - to: another page or one of its answers, `page`, `page#anchor` or `#anchor`.
 */
export type HelpInline =
  | string
  | {readonly bold: string}
  | {readonly said: string}
  | {readonly key: string}
  | {readonly to: string; readonly words: string};

export function plainWords(words: readonly HelpInline[]): string {
  return words.map(plainWord).join('');
}

function plainWord(word: HelpInline): string {
  if (typeof word === 'string') return word;
  if ('bold' in word) return word.bold;
  if ('said' in word) return word.said;
  return 'key' in word ? word.key : word.words;
}

/** All that a section says, to be searched. */
export function sectionWords({title, blocks}: HelpSection): string {
  const said = blocks.map(block =>
    'items' in block ? block.items.map(plainWords).join(' ') : plainWords(block.words),
  );
  return [title, ...said].join(' ');
}
