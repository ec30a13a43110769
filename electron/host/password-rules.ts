import {commonPasswords} from './common-passwords.ts';

export type PasswordProblem = 'password-short' | 'password-common' | 'password-is-name';

const minimum = 8;

/**
 * NIST SP 800-63B: long enough, not one that is tried first, not the name itself. No rule about kinds of characters
 * and no forced change: both make passwords worse.
 */
export function passwordProblem(password: string, name: string): PasswordProblem | undefined {
  const plain = password.normalize('NFKC').toLowerCase();
  if (Array.from(plain).length < minimum) return 'password-short';
  if (plain.trim() === name.normalize('NFKC').trim().toLowerCase()) return 'password-is-name';
  if (commonPasswords.has(plain.trim()) || repeats(plain) || runs(plain)) return 'password-common';
  return undefined;
}

/** One to three characters over and over: `aaaaaaaa`, `12121212`, `абвабвабв`. */
function repeats(text: string): boolean {
  return /^(.{1,3}?)\1+$/u.test(text);
}

/** Neighbours on the keyboard or in counting, one way: `23456789`, `ytrewq…`. */
function runs(text: string): boolean {
  const rows = ['01234567890', 'qwertyuiop', 'asdfghjkl', 'йцукенгшщзхъ', 'фывапролджэ', 'abcdefghijklmnopqrstuvwxyz'];
  return rows.some(row => row.includes(text) || Array.from(row).toReversed().join('').includes(text));
}
