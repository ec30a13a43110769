/** Two of the key's groups, far apart, to be typed back. Indices from 0. */
export function groupsToAsk(groups: number, random: () => number): readonly [number, number] {
  const half = Math.floor(groups / 2);
  return [Math.floor(random() * half), half + Math.floor(random() * (groups - half))];
}

/** What people do to such a text when they type it: case, blanks, letters of the other layout that look the same. */
export function sameGroup(typed: string, group: string): boolean {
  const read = Array.from(typed.toUpperCase().replace(/[\s\-–—]/gu, ''), each => lookalikes[each] ?? each).join('');
  return read === group;
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
