import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {signInDelay} from '../../../electron/host/sign-in-delay.ts';

let folder: string;
const noon = new Date('2026-01-05T07:00:00.000Z');

function after(seconds: number): Date {
  return new Date(noon.getTime() + seconds * 1000);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-delay-'));
});

afterEach(() => {
  rmSync(folder, {recursive: true, force: true});
});

function wrong(times: number): void {
  for (let time = 0; time < times; time += 1) signInDelay(folder).wrong('a', noon);
}

interface Case {
  times: number;
  seconds: number;
}

const cases: Case[] = [
  {times: 0, seconds: 0},
  {times: 4, seconds: 0},
  {times: 5, seconds: 5},
  {times: 7, seconds: 30},
  {times: 9, seconds: 300},
  {times: 40, seconds: 900},
];

test.each(cases)('after $times wrong passwords one waits $seconds s, also after a restart', ({times, seconds}) => {
  wrong(times);
  const delay = signInDelay(folder);
  expect(delay.waitUntil('a', noon)).toBe(seconds === 0 ? null : after(seconds).toISOString());
  expect(delay.waitUntil('a', after(seconds))).toBeNull();
  expect(delay.waitUntil('b', noon)).toBeNull();
});

test('the right one ends the waiting', () => {
  wrong(12);
  signInDelay(folder).right('a');
  expect(signInDelay(folder).waitUntil('a', noon)).toBeNull();
});

test('a clock that was put back does not make one wait for a year', () => {
  wrong(12);
  expect(signInDelay(folder).waitUntil('a', new Date('2025-01-05T07:00:00.000Z'))).toBeNull();
});

test('a damaged file shuts nobody out', () => {
  writeFileSync(join(folder, 'attempts.json'), '{"a":');
  expect(signInDelay(folder).waitUntil('a', noon)).toBeNull();
});
