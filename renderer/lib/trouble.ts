import type {Text} from '../../domain/text.ts';
import {CallError, type Failure, type FailureCode} from '../../electron/contract/kernel.ts';
import {troubleText} from '../text/trouble.ts';
import {ConnectionLost} from './wire.ts';

/** What went wrong and what to do next, where no field was typed wrong; the door needs no more. */
export function trouble(error: unknown): Text {
  if (error instanceof CallError) return refusals[error.failure.code](error.failure);
  if (error instanceof ConnectionLost) return troubleText.connection;
  return troubleText.unexpected;
}

const refusals: Record<FailureCode, (failure: Failure) => Text> = {
  invalid: () => troubleText.invalid,
  denied: ({detail = ''}) => denied[detail] ?? troubleText['no-right'],
  locked: () => troubleText.locked,
  conflict: () => troubleText.conflict,
  missing: () => troubleText.missing,
  storage: ({detail = ''}) => storage[detail] ?? troubleText.disk,
  internal: () => troubleText.unexpected,
};

const denied: Readonly<Record<string, Text>> = {
  'own-services': troubleText['own-services'],
  'sensitive': troubleText.sensitive,
  'tour': troubleText.tour,
};

const storage: Readonly<Record<string, Text>> = {
  'full': troubleText.full,
  'read-only': troubleText['read-only'],
  'damaged': troubleText.damaged,
  'elsewhere': troubleText.elsewhere,
};
