import {expect, test} from 'vitest';
import {keepEnd, keptEnds, type AuditEnd, type AuditWarning} from '../../../registry/protocol/audit-end.ts';

const end = (seq: number, letter: string): AuditEnd => ({seq, hash: letter.repeat(64), at: '2026-01-05T06:00:00.000Z'});

interface Case {
  readonly what: string;
  readonly known: readonly AuditEnd[];
  readonly next: AuditEnd;
  readonly warning: AuditWarning | null;
}

const cases: readonly Case[] = [
  {what: 'the first', known: [], next: end(5, 'a'), warning: null},
  {what: 'one that goes on', known: [end(5, 'a')], next: end(6, 'b'), warning: null},
  {what: 'the same once more', known: [end(5, 'a')], next: end(5, 'a'), warning: null},
  {what: 'one behind', known: [end(5, 'a'), end(9, 'b')], next: end(8, 'c'), warning: 'backwards'},
  {what: 'an earlier one again', known: [end(5, 'a'), end(9, 'b')], next: end(5, 'a'), warning: 'backwards'},
  {what: 'another one of the same number', known: [end(5, 'a')], next: end(5, 'b'), warning: 'another'},
  {what: 'another one of an earlier number', known: [end(5, 'a'), end(9, 'b')], next: end(5, 'c'), warning: 'another'},
];

test.each(cases)('the end of an audit: $what', ({known, next, warning}) => {
  const kept = keepEnd(known, next);
  expect(kept.warning).toBe(warning);
  expect(kept.ends.at(-1)).toEqual(next);
});

test('so many are kept and no more', () => {
  const known = Array.from({length: keptEnds}, (_, index) => end(index + 1, 'a'));
  expect(keepEnd(known, end(100, 'b')).ends).toHaveLength(keptEnds);
});
