import type {Content} from './definition.ts';
import {estimatedWidth} from './text-width.ts';

/**
 * Points that paragraphs take in a place so wide, at most. What may not be broken and does not fit on a page is lost by
 * the renderer, so this decides with care what may be kept together.
 */
export function estimatedHeight(content: Content, width: number, fontSize: number): number {
  if ('stack' in content) return content.stack.reduce((sum, inner) => sum + estimatedHeight(inner, width, fontSize), 0);
  if (!('text' in content)) return 0;
  const words = typeof content.text === 'string' ? content.text : content.text.map(part => part.text).join('');
  const lines = words.split('\n').map(line => lineCount(line, width * certainShare, fontSize));
  const [, above = 0, , below = 0] = content.margin ?? [];
  return lines.reduce((sum, count) => sum + count, 0) * fontSize * lineHeight + above + below;
}

/** The widths of letters are rounded up by class, a few by less than the kerning takes. */
const certainShare = 0.95;

/** Of the forms' font, in font sizes. */
const lineHeight = 1.15;

/** As the renderer fills lines: word by word, a word that is too wide for any line cut anywhere. */
function lineCount(line: string, width: number, fontSize: number): number {
  let lines = 1;
  let filled = 0;
  for (const word of line.split(/(?<=[\s-])/u)) {
    const wordWidth = estimatedWidth(word.trimEnd(), fontSize);
    if (filled > 0 && filled + wordWidth > width) {
      lines += 1;
      filled = 0;
    }
    if (wordWidth > width) lines += Math.ceil(wordWidth / width);
    filled = (filled + estimatedWidth(word, fontSize)) % width;
  }
  return lines;
}
