import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {aheadOf, isStamp, newClock, receive, stamp, type HybridClock} from '../../domain/hybrid-clock.ts';

const node = '0a1b2c3d';
const other = 'ffffffff';
const now = 1_767_571_200_000;
const farthest = 'ffffffffffff-ffff-ffffffff';

test.each<[why: string, clock: HybridClock, nowMs: number, made: string]>([
  ['a new clock follows the wall', newClock, now, '019b8b741800-0000-0a1b2c3d'],
  ['the wall has moved on', {milliseconds: now - 1, counter: 7}, now, '019b8b741800-0000-0a1b2c3d'],
  ['the same millisecond', {milliseconds: now, counter: 0}, now, '019b8b741800-0001-0a1b2c3d'],
  ['the wall went back a year', {milliseconds: now, counter: 0}, now - 31_536_000_000, '019b8b741800-0001-0a1b2c3d'],
  ['the counter is full', {milliseconds: now, counter: 0xffff}, now, '019b8b741801-0000-0a1b2c3d'],
  ['a fraction of a millisecond', newClock, now + 0.9, '019b8b741800-0000-0a1b2c3d'],
  ['a wall before 1970', newClock, -5, '000000000000-0001-0a1b2c3d'],
  ['no wall', newClock, Number.NaN, '000000000000-0001-0a1b2c3d'],
  ['a wall beyond the year 9999', {milliseconds: now, counter: 0}, 253_402_300_800_000, '019b8b741800-0001-0a1b2c3d'],
  ['a wall without end', {milliseconds: now, counter: 0}, Number.POSITIVE_INFINITY, '019b8b741800-0001-0a1b2c3d'],
])('%s', (_, clock, nowMs, made) => {
  expect(stamp(clock, nowMs, node).stamp).toBe(made);
});

test.each<[why: string, clock: HybridClock, seen: string, nowMs: number, after: HybridClock]>([
  [
    'a stamp of the past',
    {milliseconds: now, counter: 3},
    '000000000001-0000-ffffffff',
    now,
    {milliseconds: now, counter: 4},
  ],
  [
    'a stamp ahead',
    {milliseconds: now, counter: 3},
    '019b8b741801-0005-ffffffff',
    now,
    {milliseconds: now + 1, counter: 6},
  ],
  [
    'the same time, higher counter',
    {milliseconds: now, counter: 3},
    '019b8b741800-0005-ffffffff',
    now,
    {milliseconds: now, counter: 6},
  ],
  [
    'the same time, lower counter',
    {milliseconds: now, counter: 3},
    '019b8b741800-0001-ffffffff',
    now,
    {milliseconds: now, counter: 4},
  ],
  [
    'a full counter',
    {milliseconds: now, counter: 3},
    '019b8b741800-ffff-ffffffff',
    now,
    {milliseconds: now + 1, counter: 0},
  ],
  [
    'the wall beyond both',
    {milliseconds: now, counter: 3},
    '019b8b741800-0005-ffffffff',
    now + 9,
    {milliseconds: now + 9, counter: 0},
  ],
  ['a poisoned stamp', {milliseconds: now, counter: 3}, farthest, now, {milliseconds: now, counter: 4}],
])('receive: %s', (_, clock, seen, nowMs, after) => {
  expect(receive(clock, seen, nowMs)).toEqual(after);
});

test.each<[string, boolean]>([
  ['019b8b741800-0000-0a1b2c3d', true],
  ['019b8b741800-0000-0a1b2c3d4e5f', true],
  ['019b8b741800-0000-0a1b2c3', false],
  ['019B8B741800-0000-0a1b2c3d', false],
  ['19b8b741800-0000-0a1b2c3d', false],
  ['019b8b741800-000-0a1b2c3d', false],
  ['019b8b741800-0000-0a1b2c3d\n', false],
  ['', false],
])('isStamp(%j) is %j', (candidate, expected) => {
  expect(isStamp(candidate)).toBe(expected);
});

test('aheadOf tells the drift', () => {
  const {stamp: seen} = stamp(newClock, now, node);
  expect([aheadOf(now, seen), aheadOf(now - 600_000, seen), aheadOf(now + 5, seen)]).toEqual([0, 600_000, -5]);
});

test('a node without a proper name and a stamp that was not checked are defects', () => {
  expect(() => stamp(newClock, now, 'PC-1')).toThrow('hex digits');
  expect(() => receive(newClock, 'x', now)).toThrow('border');
});

describe('properties', () => {
  test('whatever the wall does, stamps rise', () => {
    fc.assert(
      fc.property(fc.array(walls(), {minLength: 2}), readings => {
        let clock = newClock;
        let last = '';
        for (const reading of readings) {
          const made = stamp(clock, reading, node);
          expect(made.stamp > last).toBe(true);
          expect(made.stamp).toHaveLength(26);
          [clock, last] = [made.clock, made.stamp];
        }
      }),
    );
  });

  test('what is written after a stamp was seen is later than it, on any two clocks', () => {
    fc.assert(
      fc.property(clocks(), clocks(), walls(), walls(), (ours, theirs, ourWall, theirWall) => {
        const seen = stamp(theirs, theirWall, other).stamp;
        const answer = stamp(receive(ours, seen, ourWall), ourWall, node).stamp;
        expect(answer > seen).toBe(true);
        expect(answer > stamp(ours, ourWall, node).stamp).toBe(true);
      }),
    );
  });

  test('no stamp from outside can break the clock', () => {
    const anyStamp = fc.tuple(fc.nat(2 ** 48 - 1), fc.nat(0xffff)).map(([milliseconds, counter]) => {
      return `${milliseconds.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-ffffffff`;
    });
    fc.assert(
      fc.property(clocks(), fc.array(fc.oneof(anyStamp, fc.constant(farthest))), walls(), (start, seen, wall) => {
        let clock = start;
        for (const each of seen) clock = receive(clock, each, wall);
        const made = stamp(clock, wall, node).stamp;
        expect(isStamp(made)).toBe(true);
        expect(made > stamp(start, 0, node).stamp || seen.length === 0).toBe(true);
      }),
    );
  });
});

function walls(): fc.Arbitrary<number> {
  return fc.oneof(
    fc.integer({min: now - 10, max: now + 10}),
    fc.integer({min: now - 10 ** 12, max: now + 10 ** 12}),
    fc.double(),
    fc.constantFrom(Number.NaN, -1, Number.POSITIVE_INFINITY, 2 ** 48),
  );
}

function clocks(): fc.Arbitrary<HybridClock> {
  return fc.record({
    milliseconds: fc.oneof(fc.integer({min: now - 10, max: now + 10}), fc.integer({min: 0, max: now * 2})),
    counter: fc.oneof(fc.nat(3), fc.integer({min: 0xfffd, max: 0xffff})),
  });
}
