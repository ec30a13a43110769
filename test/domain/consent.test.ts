import {expect, test} from 'vitest';
import {consentLack} from '../../domain/consent.ts';

interface Case {
  readonly what: string;
  readonly withdrawn: readonly (string | null)[];
  readonly lack: ReturnType<typeof consentLack>;
}

const cases: readonly Case[] = [
  {what: 'nobody has recorded one', withdrawn: [], lack: 'none'},
  {what: 'one stands', withdrawn: [null], lack: null},
  {what: 'one stands beside one that was withdrawn', withdrawn: ['2026-01-01', null], lack: null},
  {what: 'it is withdrawn from today', withdrawn: ['2026-02-02'], lack: 'withdrawn'},
  {what: 'it is withdrawn from tomorrow', withdrawn: ['2026-02-03'], lack: null},
  {what: 'all are withdrawn', withdrawn: ['2026-01-01', '2025-01-01'], lack: 'withdrawn'},
];

test.each(cases)('what a card remarks where $what', ({withdrawn, lack}) => {
  expect(
    consentLack(
      withdrawn.map(withdrawnOn => ({withdrawnOn})),
      '2026-02-02',
    ),
  ).toBe(lack);
});
