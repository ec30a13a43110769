import {expect, test} from 'vitest';
import {passwordProblem, type PasswordProblem} from '../../../electron/host/password-rules.ts';

interface Case {
  password: string;
  problem: PasswordProblem | undefined;
}

const cases: Case[] = [
  {password: '', problem: 'password-short'},
  {password: 'қыс1234', problem: 'password-short'},
  {password: '😀😀😀😀', problem: 'password-short'},
  {password: '12345678', problem: 'password-common'},
  {password: '876543210', problem: 'password-common'},
  {password: 'Password', problem: 'password-common'},
  {password: 'йцукенгш', problem: 'password-common'},
  {password: 'ҚАЗАҚСТАН', problem: 'password-common'},
  {password: 'казахстан1', problem: 'password-common'},
  {password: 'gfhjkm123', problem: 'password-common'},
  {password: 'аааааааааа', problem: 'password-common'},
  {password: '12121212', problem: 'password-common'},
  {password: 'айгүл сапарова', problem: 'password-is-name'},
  {password: 'күн шықты далада', problem: undefined},
  {password: 'aaaa bbbb', problem: undefined},
  {password: 'zq4 трактор', problem: undefined},
];

test.each(cases)('$password: $problem', ({password, problem}) => {
  expect(passwordProblem(password, 'Айгүл Сапарова')).toBe(problem);
});
