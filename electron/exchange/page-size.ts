import {limits} from '../../registry/protocol/limits.ts';

/**
 * How much goes out at once: less over a line that breaks, more over one that holds, between a floor and a ceiling. It
 * begins at the ceiling, because on a line with a long way each further page costs that way again.
 */
export interface PageSize {
  readonly changes: number;
  readonly characters: number;
}

const floor: PageSize = {changes: 20, characters: 50_000};
export const largestPage: PageSize = {changes: limits.page, characters: 4_000_000};

/** Milliseconds: a page that takes less may grow, one that takes more shrinks before the line breaks under it. */
const quick = 5_000;
const slow = 30_000;

export function afterPage(size: PageSize, milliseconds: number): PageSize {
  if (milliseconds < quick) return scaled(size, 2);
  return milliseconds > slow ? scaled(size, 0.5) : size;
}

export function afterFailure(size: PageSize): PageSize {
  return scaled(size, 0.25);
}

export function isSmallest(size: PageSize): boolean {
  return size.changes <= floor.changes && size.characters <= floor.characters;
}

function scaled({changes, characters}: PageSize, factor: number): PageSize {
  return {
    changes: Math.round(Math.min(largestPage.changes, Math.max(floor.changes, changes * factor))),
    characters: Math.round(Math.min(largestPage.characters, Math.max(floor.characters, characters * factor))),
  };
}
