import type {Text} from '../../domain/text.ts';
import {CallError} from '../../electron/contract/kernel.ts';
import {wordsForProblem} from '../text/problems.ts';
import {trouble} from './trouble.ts';

/** What went wrong and what to do next, for a note on the screen. */
export function failureText(error: unknown): Text {
  const issue = error instanceof CallError && error.failure.code === 'invalid' ? error.failure.issues?.[0] : undefined;
  return issue === undefined ? trouble(error) : wordsForProblem(issue.problem);
}
