import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
  asksContract,
  firstState,
  isUnderWay,
  mayChange,
  reopensRow,
  stateAfter,
  transferActions,
  transferDirections,
  transferLacks,
  transferParagraphs,
  transferStates,
  type TransferAction,
  type TransferDirection,
  type TransferFacts,
  type TransferState,
} from '../../domain/transfer.ts';
import {organisationTypes} from '../../domain/vocabulary.ts';

/** Every step that there is; what is not here is refused. */
const allowed: readonly [TransferDirection, TransferState, TransferAction, TransferState][] = [
  ['outgoing', 'prepared', 'send', 'sent'],
  ['outgoing', 'prepared', 'cancel', 'cancelled'],
  ['outgoing', 'sent', 'accept', 'accepted'],
  ['outgoing', 'sent', 'reject', 'rejected'],
  ['outgoing', 'sent', 'cancel', 'cancelled'],
  ['incoming', 'received', 'accept', 'accepted'],
  ['incoming', 'received', 'reject', 'rejected'],
  ['incoming', 'received', 'withdraw', 'cancelled'],
];

test('the steps of a hand-over are these and no others', () => {
  const found = transferDirections.flatMap(direction =>
    transferStates.flatMap(state =>
      transferActions.flatMap(action => {
        const after = stateAfter(direction, state, action);
        return after === null ? [] : [[direction, state, action, after]];
      }),
    ),
  );
  expect(new Set(found.map(step => step.join()))).toEqual(new Set(allowed.map(step => step.join())));
});

test('whatever is tried, in whatever order, a hand-over ends once and stays ended', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...transferDirections),
      fc.array(fc.constantFrom(...transferActions), {maxLength: 12, size: 'max'}),
      (direction, tried) => {
        let state: TransferState = firstState[direction];
        let taken = 0;
        for (const action of tried) {
          const after = stateAfter(direction, state, action);
          expect(after === null || isUnderWay(direction, state)).toBe(true);
          if (after === null) continue;
          state = after;
          taken += 1;
        }
        // No way has more than two steps.
        expect(taken).toBeLessThanOrEqual(2);
        expect(mayChange(direction, state)).toBe(direction === 'outgoing' && taken === 0);
      },
    ),
  );
});

test('the row of the journal is opened again where it was closed, and only there', () => {
  const reopening = allowed.filter(([direction, state, action]) => reopensRow(direction, state, action));
  expect(reopening.map(([, state, action]) => [state, action])).toEqual([
    ['sent', 'reject'],
    ['sent', 'cancel'],
  ]);
});

const whole: TransferFacts = {
  other: {kk: 'Үміт', ru: 'Умит'},
  dischargeOn: '2026-05-04',
  dischargeOrder: '12-ж',
  actNumber: '3',
  actOn: '2026-05-04',
  contractNumber: '7',
  contractOn: '2026-02-02',
  handedBy: 'Қасымжанова Әсел',
  receivedBy: 'Оспанова Әлия',
  inventory: [{}],
};
const papers = {plans: 1, rounds: 1};

test.each<[missing: Partial<TransferFacts>, code: string, stops: boolean]>([
  [{other: {kk: '', ru: ''}}, 'other', true],
  [{dischargeOn: null}, 'discharge-day', true],
  [{dischargeOrder: null}, 'discharge-order', true],
  [{actOn: null}, 'act-day', false],
  [{actNumber: null}, 'act-number', false],
  [{contractNumber: null}, 'contract', false],
  [{contractOn: null}, 'contract', false],
  [{handedBy: null}, 'handed-by', false],
  [{receivedBy: null}, 'received-by', false],
  [{inventory: []}, 'inventory', false],
])('without %j: %s', (missing, code, stops) => {
  expect(transferLacks({...whole, ...missing}, 'temporary-stay', papers)).toEqual([{code, stops}]);
});

test('nothing is lacking of a whole one; one name of the other side is enough; papers are counted', () => {
  expect(transferLacks(whole, 'temporary-stay', papers)).toEqual([]);
  expect(transferLacks({...whole, other: {kk: '', ru: 'Умит'}}, 'temporary-stay', papers)).toEqual([]);
  expect(transferLacks(whole, 'stationary', {plans: 0, rounds: 0}).map(lack => lack.code)).toEqual([
    'no-plan',
    'no-monitoring',
  ]);
});

test('only temporary stay asks for the contract on re-socialisation (paragraph 35 3) part 4)', () => {
  expect(organisationTypes.filter(asksContract)).toEqual(['temporary-stay']);
  const without = {...whole, contractNumber: null, contractOn: null};
  expect(organisationTypes.filter(type => transferLacks(without, type, papers).length > 0)).toEqual(['temporary-stay']);
});

test('each type of organisation hands over by its own paragraph of the Rules', () => {
  expect(organisationTypes.map(type => transferParagraphs[type])).toEqual(['11 2)', '21 2)', '26 2)', '35 3)']);
  expect(firstState).toEqual({outgoing: 'prepared', incoming: 'received'});
});
