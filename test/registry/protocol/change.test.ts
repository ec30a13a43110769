import {expect, test} from 'vitest';
import {largestContent} from '../../../electron/transfer/archive-file.ts';
import {fromLine, longestLine, toLine, type Change} from '../../../registry/protocol/change.ts';

const change: Change = {
  seq: 7,
  stamp: '019ac1234567-0000-0123456789abcdef00000001',
  table: 'transfer',
  rowId: 'a',
  op: 'update',
  patch: '{}',
  base: [],
  author: null,
  recordedAt: '2026-11-26T10:00:01.250Z',
};

test('the largest hand-over that is opened fits into a line', () => {
  // As it is stored: JSON as the value of a column. Its parts were base64 in the file, four letters for three bytes.
  const parts = {plan: {text: 'а"'.repeat(Math.floor((largestContent * 3) / 4 / 3))}};
  const patch = JSON.stringify({content: JSON.stringify(parts)});
  const line = toLine({...change, patch});
  expect(line.length).toBeLessThan(longestLine);
  // Not by toBe, which would print sixteen megabytes.
  expect(fromLine(line)?.patch === patch).toBe(true);
});

test('a longer one is none', () => {
  const patch = JSON.stringify({content: 'a'.repeat(longestLine)});
  expect(fromLine(toLine({...change, patch}))).toBeUndefined();
});

test.each<[string, readonly unknown[]]>([
  ['a text for its columns', [7, change.stamp, 'transfer', 'a', 1, 'x', 0, null, 0]],
  ['nothing for its columns', [7, change.stamp, 'transfer', 'a', 1, null, 0, null, 0]],
  ['a list for its columns', [7, change.stamp, 'transfer', 'a', 1, [], 0, null, 0]],
  ['a column that no table has', [7, change.stamp, 'transfer', 'a', 1, JSON.parse('{"__proto__": 1}'), 0, null, 0]],
  ['a time that no clock shows', [7, change.stamp, 'transfer', 'a', 1, {}, 0, null, Number.MAX_SAFE_INTEGER]],
  ['a deed that is none', [7, change.stamp, 'transfer', 'a', 3, {}, 0, null, 0]],
])('a line with %s is none', (_, line) => {
  expect(fromLine(JSON.stringify(line))).toBeUndefined();
});
