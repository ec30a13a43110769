import {randomBytes} from 'node:crypto';

/** Letters that nobody takes for another one (Crockford's base 32). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 4;
const lettersInGroup = 4;

/** A one-time code of 80 random bits, `XXXX-XXXX-XXXX-XXXX`, to be told by telephone. */
export function makeCode(): string {
  const drawn = [...randomBytes(groups * lettersInGroup)].map(byte => letters.charAt(byte % letters.length));
  return Array.from({length: groups}, (_, group) =>
    drawn.slice(group * lettersInGroup, (group + 1) * lettersInGroup).join(''),
  ).join('-');
}
