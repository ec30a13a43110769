import {expect, test} from 'vitest';
import {recoveryLetters} from '../../domain/recovery-letters.ts';

test.each([
  ['abcd-efgh', 'ABCDEFGH'],
  ['AB CD – EF_GH.', 'ABCDEFGH'],
  ['O0 I1 L1', '001111'],
  // On the Cyrillic layout.
  ['АВСЕ', 'ABCE'],
  ['Ж?', 'Ж?'],
])('%s is read as %s', (typed, read) => {
  expect(recoveryLetters(typed)).toBe(read);
});
