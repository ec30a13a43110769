import {afterEach, expect, test, vi} from 'vitest';
import {idOf, newId} from '../../db/new-id.ts';

afterEach(() => void vi.useRealTimers());

const many = (count: number): string[] => Array.from({length: count}, newId);

test('keys stand in the order of their making, and none twice', () => {
  const ids = many(20_000);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a key is a UUID of version 7 with the millisecond of its making (RFC 9562, 5.7)', () => {
  vi.useFakeTimers({now: new Date('2100-01-02T03:04:05.678Z')});
  const id = newId();
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse('2100-01-02T03:04:05.678Z'));
});

test('a clock that stands still or is put back does not bring a key before an earlier one', () => {
  vi.useFakeTimers({now: new Date('2100-01-02T03:04:06Z')});
  // More than the counter of one millisecond holds.
  const still = many(10_000);
  vi.setSystemTime(new Date('2099-01-01T00:00:00Z'));
  const after = many(10);
  expect([...still, ...after].toSorted()).toEqual([...still, ...after]);
  expect(new Set(still).size).toBe(still.length);
});

test('two installations that count alike make different keys: 62 bits are at random', () => {
  vi.useFakeTimers({now: new Date('2100-01-02T03:04:07Z')});
  const tails = many(1_000).map(id => id.slice(19));
  expect(new Set(tails).size).toBe(tails.length);
});

test('the key of the same facts is the same, and a UUID of version 5', () => {
  expect(idOf('a', 1)).toBe(idOf('a', 1));
  expect(idOf('a', 1)).not.toBe(idOf('a', 2));
  expect(idOf('a', 1)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
