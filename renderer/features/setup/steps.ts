import type {SessionState} from '../../../electron/contract/session.ts';

/**
 * What the first run asks, in this order. `account` is before there is a database, `start` whether the organisation works
 * already, `numbering` the last question.
 */
export const steps = [
  'account',
  'start',
  'organisation',
  'names',
  'head',
  'staff',
  'recovery-key',
  'numbering',
] as const;

/** On a further PC of an organisation that works already: its first load stands in for naming it and its people. */
export const joiningSteps = ['account', 'start', 'joining', 'recovery-key', 'numbering'] as const;

export type Step = (typeof steps)[number] | (typeof joiningSteps)[number];

/** The steps among which one stands. */
export function stepsAround(step: Step): readonly Step[] {
  return step === 'joining' ? joiningSteps : steps;
}

/** The step that set-up has come to; `isBegun`: of a new organisation. The key once held, only the numbers are left to ask. */
export function reachedStep(session: SessionState, isBegun: boolean): Step {
  if (session.phase === 'fresh') return 'account';
  if (session.setupStep === null || session.setupStep === 'done') return 'numbering';
  if (session.setupStep === 'organisation' && !isBegun) return 'start';
  if (session.setupStep === 'recovery-key' && session.recoveryKeyHeld) return 'numbering';
  return session.setupStep;
}

/**
 * Whether one may go (back) to a step: never to the account, which is made once, nor past the step that is reached; to the
 * question of the organisation only while nothing of it is written.
 */
export function mayVisit(step: Step, reached: Step): boolean {
  if (step === 'account' || reached === 'joining') return false;
  if (step === 'start') return reached === 'start' || reached === 'organisation';
  const at = (each: Step): number => steps.findIndex(one => one === each);
  return at(step) >= 0 && at(step) <= at(reached);
}
