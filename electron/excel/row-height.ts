/** Points that a line of the usual letters takes; Excel's own height of a row. */
const line = 15;
/** The highest that Excel lets a row be. */
const highest = 409;
/** A column of so many characters holds this share of them: most letters of Kazakh and Russian are wider than a digit. */
const share = 0.9;
/** The same for the bold letters of a head. */
const boldShare = 0.8;

/**
 * The height in points that a row needs for its words, wrapped in columns of these widths in characters; undefined: one line,
 * the height that every row has. Excel finds it by itself when a file is opened, LibreOffice does not.
 */
export function rowHeight(
  cells: readonly unknown[],
  widths: readonly number[],
  letters: 'plain' | 'bold' = 'plain',
): number | undefined {
  const part = letters === 'bold' ? boldShare : share;
  const lines = cells.map((cell, index) =>
    typeof cell === 'string' ? linesOf(cell, Math.max(1, Math.floor((widths[index] ?? 1) * part))) : 1,
  );
  const most = Math.max(1, ...lines);
  return most === 1 ? undefined : Math.min(highest, most * line);
}

/** How many lines some words take that are broken between words, and within one that is longer than a line. */
function linesOf(words: string, width: number): number {
  return words.split('\n').reduce((sum, paragraph) => sum + linesOfParagraph(paragraph, width), 0);
}

function linesOfParagraph(words: string, width: number): number {
  let [lines, taken] = [1, 0];
  for (const word of words.split(' ')) {
    const needed = taken === 0 ? word.length : taken + 1 + word.length;
    if (needed <= width) {
      taken = needed;
      continue;
    }
    const own = Math.max(1, Math.ceil(word.length / width));
    lines += taken === 0 ? own - 1 : own;
    taken = word.length - (own - 1) * width;
  }
  return lines;
}
