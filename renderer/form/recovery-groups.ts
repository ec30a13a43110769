import {recoveryLetters} from '../../domain/recovery-letters.ts';

/** Two of the key's groups, far apart, to be typed back. Indices from 0. */
export function groupsToAsk(groups: number, random: () => number): readonly [number, number] {
  const half = Math.floor(groups / 2);
  return [Math.floor(random() * half), half + Math.floor(random() * (groups - half))];
}

/** Whether a group was typed back, with all that is forgiven when a key is read. */
export function sameGroup(typed: string, group: string): boolean {
  return recoveryLetters(typed) === group;
}
