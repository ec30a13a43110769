import {invalid} from '../handlers/context.ts';
import {passwordProblem} from './password-rules.ts';

/** What somebody types who makes an account or a password. Throws `invalid` with the field. */

/** A name to come in by: on one line, without what cannot be seen. */
export function cleanName(name: string): string {
  const cleaned = name.normalize('NFC').replace(/\p{C}/gu, '').trim().replace(/\s+/g, ' ');
  if (cleaned === '') throw invalid({field: 'name', problem: 'required'});
  return cleaned;
}

export function checkPassword(password: string, name: string, field: string): void {
  const problem = passwordProblem(password, name);
  if (problem !== undefined) throw invalid({field, problem});
}
