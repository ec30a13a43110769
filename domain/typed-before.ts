import {fold, wrongLayout} from './search-key.ts';

const mostFound = 8;
/** An address of one person alone is nobody else's business: what two share is, and so is its street or town. */
const shared = 2;

/**
 * What was written before and has every typed word in it, any part of it, in either spelling; the most written first. `byParts`: of
 * what stands between commas (an address) the beginnings, and the whole only where it was written twice.
 */
export function writtenBefore(written: readonly string[], typed: string, byParts: boolean): string[] {
  const counts = new Map<string, number>();
  for (const words of written) {
    for (const part of byParts ? beginnings(words) : [words]) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  const wholes = new Set(byParts ? written : []);
  const offered = [...counts]
    .filter(([words, count]) => !wholes.has(words) || count >= shared || !words.includes(','))
    .sort(([one, oneCount], [other, otherCount]) => otherCount - oneCount || one.length - other.length);
  for (const meant of [typed, ...wrongLayout(typed)]) {
    const words = fold(meant).split(' ');
    const found = offered.filter(([each]) => {
      const folded = fold(each);
      return folded !== fold(typed) && words.every(word => folded.includes(word));
    });
    if (found.length > 0) return found.slice(0, mostFound).map(([each]) => each);
  }
  return [];
}

function beginnings(words: string): string[] {
  const parts = words.split(',').map(part => part.trim());
  return parts.map((_, at) => parts.slice(0, at + 1).join(', '));
}
