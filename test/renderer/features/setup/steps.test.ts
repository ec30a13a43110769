import {describe, expect, test} from 'vitest';
import type {SessionState} from '../../../../electron/contract/session.ts';
import {
  joiningSteps,
  mayVisit,
  reachedStep,
  steps,
  stepsAround,
  type Step,
} from '../../../../renderer/features/setup/steps.ts';

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
    tour: 'none',
    ...where,
  };
}

const cases: readonly {where: Where; isBegun?: boolean; step: Step}[] = [
  {where: {phase: 'fresh', setupStep: null, recoveryKeyHeld: false}, step: 'account'},
  {where: {phase: 'open', setupStep: 'organisation', recoveryKeyHeld: false}, step: 'start'},
  {where: {phase: 'open', setupStep: 'organisation', recoveryKeyHeld: false}, isBegun: true, step: 'organisation'},
  {where: {phase: 'open', setupStep: 'joining', recoveryKeyHeld: false}, step: 'joining'},
  {where: {phase: 'open', setupStep: 'joining', recoveryKeyHeld: false}, isBegun: true, step: 'joining'},
  {where: {phase: 'open', setupStep: 'staff', recoveryKeyHeld: false}, step: 'staff'},
  {where: {phase: 'open', setupStep: 'recovery-key', recoveryKeyHeld: false}, step: 'recovery-key'},
  {where: {phase: 'open', setupStep: 'recovery-key', recoveryKeyHeld: true}, step: 'numbering'},
];

describe('reachedStep', () => {
  test.each(cases)('$where.setupStep, begun: $isBegun: $step', ({where, isBegun, step}) => {
    expect(reachedStep(session(where), isBegun ?? false)).toBe(step);
  });
});

describe('mayVisit', () => {
  const may: readonly [reached: Step, Step[]][] = [
    ['start', ['start']],
    // While nothing of the organisation is written, one may think again.
    ['organisation', ['start', 'organisation']],
    ['head', ['organisation', 'names', 'head']],
    // During the first load nobody writes anything.
    ['joining', []],
  ];
  test.each(may)('as far as %s', (reached, visitable) => {
    expect([...new Set([...steps, ...joiningSteps])].filter(step => mayVisit(step, reached))).toEqual(visitable);
  });
});

test('the first load stands in for naming the organisation', () => {
  expect(stepsAround('joining')).toEqual(joiningSteps);
  expect(stepsAround('start')).toEqual(steps);
});
