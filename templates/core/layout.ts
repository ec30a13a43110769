import type {Label} from './label.ts';

/**
 * The closed set of print blocks. A block names fields of its edition and never repeats their labels: what is on paper
 * and what is on screen cannot drift apart.
 */
export type Block =
  /** The reference to the order, top right, and the word «Нысан». */
  | {readonly block: 'stamp'}
  | {readonly block: 'title'; readonly field?: string}
  /** Two lines with the caption beneath each. */
  | {readonly block: 'captions'; readonly fields: readonly [string, string]}
  /** A line with the caption beneath. */
  | {readonly block: 'caption'; readonly field: string}
  /** The label, and the value on a line. */
  | {readonly block: 'line'; readonly field: string}
  /** The field's own printed line, with its slots filled. */
  | {readonly block: 'sentence'; readonly field: string; readonly name: Label | null}
  | {readonly block: 'space'; readonly points: number}
  /** «Бекітемін», top right. */
  | {readonly block: 'approval'; readonly heading: Label; readonly head: string; readonly date: string; readonly organisation: string}
  /** The lead of a table, as a paragraph. */
  | {readonly block: 'table'; readonly field: string; readonly lead: boolean; readonly columns: readonly Column[]; readonly numbered: boolean}
  | {readonly block: 'signatures'; readonly field: string}
  /** The head's signature with his name, at the end of Appendix 3. */
  | {readonly block: 'head-signature'; readonly field: string; readonly caption: Label}
  | {readonly block: 'seal'; readonly label: Label}
  | {readonly block: 'footnotes'};
