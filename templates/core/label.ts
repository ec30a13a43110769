import type {Text} from '../../domain/text.ts';

/**
 * Where the words of a label come from.
 * Kazakh: `order` is the order letter for letter, misprints kept; `product` is ours (the form has no such words).
 * Russian: `official` was seen in a published act, `term` is built from such terms, `translation` is ours until
 * the official Russian text of the appendices is entered, `product` is ours like its Kazakh side.
 */
export interface LabelStatus {
  readonly kk: 'order' | 'product';
  readonly ru: 'official' | 'term' | 'translation' | 'product';
}

export interface Label extends Text {
  readonly status: LabelStatus;
}

/** Words of the order, with their Russian side. */
export function label(kk: string, ru: string, russian: 'official' | 'term' | 'translation' = 'translation'): Label {
  return {kk, ru, status: {kk: 'order', ru: russian}};
}

/** Words that the form does not have and a screen or a print needs. */
export function ownLabel(kk: string, ru: string): Label {
  return {kk, ru, status: {kk: 'product', ru: 'product'}};
}

/** A vocabulary of the order as labels. */
export function labels<Key extends string>(
  words: Readonly<Record<Key, Text>>,
  status: LabelStatus,
): Readonly<Record<Key, Label>> {
  const entries = Object.entries<Text>(words).map(([key, word]) => [key, {kk: word.kk, ru: word.ru, status}]);
  return Object.fromEntries(entries) as Record<Key, Label>;
}
