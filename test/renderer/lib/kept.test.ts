import {expect, test} from 'vitest';
import {forgetAccount, forgetSession, keptForAccount, keptWhileSignedIn} from '../../../renderer/lib/kept.ts';

test('what was typed goes with the session, interrupted work only with the account', () => {
  const typed = keptWhileSignedIn('');
  const work = keptForAccount<string | null>(null);
  typed.value = 'Әбенов';
  work.value = 'job';
  forgetSession();
  expect([typed.value, work.value]).toEqual(['', 'job']);
  forgetAccount();
  expect([typed.value, work.value]).toEqual(['', null]);
});
