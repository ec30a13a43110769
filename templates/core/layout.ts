import type {Label} from './label.ts';

/**
 * The closed set of print blocks. A block names fields of its edition and never repeats their labels: what is on paper
 * and what is on screen cannot drift apart.
 */
export type Block =
  /** The reference to the order, top right, and the word «Нысан». */
  | {readonly block: 'stamp'}
  /** The edition's title, or the printed line of a field that completes it. */
  | {readonly block: 'title'; readonly field?: string}
  /** Lines with the caption beneath each, side by side. */
  | {readonly block: 'captions'; readonly fields: readonly string[]}
  /** The label and the value on a line; a long label stands above its value. */
  | {readonly block: 'line'; readonly field: string}
  /** The field's own printed line, its slots filled. */
  | {readonly block: 'sentence'; readonly field: string}
  | ApprovalBlock
  | TableBlock
  /** One line per signatory of the edition, whoever fills it: the form keeps them all. The footnotes stand under it. */
  | {readonly block: 'signatures'; readonly field: string}
  /** The head's name and place for the signature on one line. */
  | {readonly block: 'head'; readonly field: string; readonly caption: Label}
  | {readonly block: 'seal'; readonly label: Label};

/** «Бекітемін», top right: head, signature, date, organisation. */
export interface ApprovalBlock {
  readonly block: 'approval';
  readonly heading: Label;
  readonly head: string;
  readonly date: string;
  readonly organisation: string;
}

export interface TableBlock {
  readonly block: 'table';
  /** A `table` field (the form's own rows) or a `list` field (as many rows as there are). */
  readonly field: string;
  /** Prints the field's label as a paragraph above. */
  readonly lead: boolean;
  /** A row of column numbers under the head. */
  readonly numbered: boolean;
  /** A list inside each row: every item becomes a line of the table, and the columns name its fields. */
  readonly expand?: string;
  readonly columns: readonly Column[];
}

export interface Column {
  /** A field of the row, whose label heads the column; or the head's own words where it gathers several fields. */
  readonly head: string | Label;
  /** Adjacent columns with the same group share a head above their own. */
  readonly group?: Label;
  /** Share of the table's width. */
  readonly width: number;
  readonly cell: 'number' | 'row' | readonly Part[];
}

/** What a cell is made of, one paragraph each. */
export type Part =
  /** `lead` prints the field's short name before the value. */
  | {readonly field: string; readonly lead?: true}
  /** A line to sign on. */
  | {readonly signature: true};
