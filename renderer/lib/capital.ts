import {text, type Text} from '../../domain/text.ts';

/** Words of the order, which stand in the middle of a sentence there, at the beginning of a line. */
export function capital({kk, ru}: Text): Text {
  const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
  return text(upper(kk), upper(ru));
}
