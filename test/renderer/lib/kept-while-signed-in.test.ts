import {expect, test} from 'vitest';
import {forgetKept, keptWhileSignedIn} from '../../../renderer/lib/kept-while-signed-in.ts';

test('what a screen keeps is as at first once nobody is signed in', () => {
  const typed = keptWhileSignedIn('');
  const chosen = keptWhileSignedIn<string | null>(null);
  typed.value = 'Әбенов';
  chosen.value = 'kk';
  expect([typed.value, chosen.value]).toEqual(['Әбенов', 'kk']);
  forgetKept();
  expect([typed.value, chosen.value]).toEqual(['', null]);
});
