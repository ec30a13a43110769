import type {SessionState} from '../../../electron/contract/session.ts';

/** What the first run asks, in this order. `account` is before there is a database, `numbering` its last question. */
export const steps = ['account', 'organisation', 'names', 'head', 'staff', 'recovery-key', 'numbering'] as const;
export type Step = (typeof steps)[number];

/** The step that set-up has come to. The key once held, only the numbers are left to ask. */
export function reachedStep(session: SessionState): Step {
  if (session.phase === 'fresh') return 'account';
  if (session.setupStep === null || session.setupStep === 'done') return 'numbering';
  // Another way to an organisation than naming it.
  if (session.setupStep === 'joining') return 'organisation';
  if (session.setupStep === 'recovery-key' && session.recoveryKeyHeld) return 'numbering';
  return session.setupStep;
}

/** Whether one may go (back) to a step: never to the account, which is made once, nor past the step that is reached. */
export function mayVisit(step: Step, reached: Step): boolean {
  return step !== 'account' && steps.indexOf(step) <= steps.indexOf(reached);
}
