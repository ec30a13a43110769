import {describe, expect, test} from 'vitest';
import type {SessionState} from '../../../../electron/contract/session.ts';
import {mayVisit, reachedStep, steps, type Step} from '../../../../renderer/features/setup/steps.ts';

type Where = Pick<SessionState, 'phase' | 'setupStep' | 'recoveryKeyHeld'>;

function session(where: Where): SessionState {
  return {
    host: 'loopback',
    version: '0',
    folder: '',
    language: 'kk',
    problem: null,
    accounts: [],
    account: null,
    ...where,
  };
}

const cases: readonly {where: Where; step: Step}[] = [
  {where: {phase: 'fresh', setupStep: null, recoveryKeyHeld: false}, step: 'account'},
  {where: {phase: 'open', setupStep: 'organisation', recoveryKeyHeld: false}, step: 'organisation'},
  {where: {phase: 'open', setupStep: 'staff', recoveryKeyHeld: false}, step: 'staff'},
  {where: {phase: 'open', setupStep: 'recovery-key', recoveryKeyHeld: false}, step: 'recovery-key'},
  {where: {phase: 'open', setupStep: 'recovery-key', recoveryKeyHeld: true}, step: 'numbering'},
];

describe('reachedStep', () => {
  test.each(cases)('$step', ({where, step}) => {
    expect(reachedStep(session(where))).toBe(step);
  });
});

test('one may go back as far as the organisation, and never ahead', () => {
  expect(steps.filter(step => mayVisit(step, 'head'))).toEqual(['organisation', 'names', 'head']);
});
