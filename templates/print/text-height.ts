import type {Content} from './definition.ts';
import {estimatedWidth} from './text-width.ts';

/** Points that paragraphs take in a place so wide, about: enough to decide whether they may be broken over two pages. */
export function estimatedHeight(content: Content, width: number, fontSize: number): number {
  if ('stack' in content) return content.stack.reduce((sum, inner) => sum + estimatedHeight(inner, width, fontSize), 0);
  if (!('text' in content)) return 0;
  const words = typeof content.text === 'string' ? content.text : content.text.map(part => part.text).join('');
  const lines = words.split('\n').map(line => lineCount(line, width, fontSize));
  const [, above = 0, , below = 0] = content.margin ?? [];
  return lines.reduce((sum, count) => sum + count, 0) * fontSize * lineHeight + above + below;
}

/** A line ends before a word that does not fit: some of it stays empty. */
const filledShare = 0.88;

/** Of the forms' font, in font sizes. */
const lineHeight = 1.15;

function lineCount(line: string, width: number, fontSize: number): number {
  return Math.max(1, Math.ceil(estimatedWidth(line, fontSize) / (width * filledShare)));
}
