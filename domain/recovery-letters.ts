/**
 * The letters of a recovery key, Crockford's base 32, as people type them: without regard to case, blanks and dashes, O for 0,
 * I and L for 1, and letters of the Cyrillic layout that look the same. What is none of them stays, for the caller to refuse.
 */
export function recoveryLetters(typed: string): string {
  return Array.from(typed.toUpperCase().replace(/[\s\-–—_.]/gu, ''), each => lookalikes[each] ?? each).join('');
}

const lookalikes: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  І: '1',
  К: 'K',
  М: 'M',
  О: '0',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  У: 'Y',
};
