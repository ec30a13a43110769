import type {FieldValues, Path, UseFormReturn} from 'react-hook-form';
import {CallError} from '../../electron/contract/kernel.ts';

/** Puts what the main side refused beside the fields that it names, and the keyboard into the first of them. */
export function showRefusals<Raw extends FieldValues, Parsed>(
  form: UseFormReturn<Raw, unknown, Parsed>,
  error: unknown,
): void {
  const issues = error instanceof CallError ? (error.failure.issues ?? []) : [];
  const named = issues.filter(issue => issue.field !== '');
  for (const issue of named) form.setError(issue.field as Path<Raw>, {type: 'server', message: issue.problem});
  if (named[0]) form.setFocus(named[0].field as Path<Raw>);
}
