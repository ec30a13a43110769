import {randomBytes} from 'node:crypto';
import {expect, test} from 'vitest';
import {holdPapers} from '../../../electron/host/made-papers.ts';

/** The papers of a pile that wait in memory: sealed, bounded, and forgotten. */

const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(7);

test('what is held is answered for what it was made from alone', () => {
  const key = randomBytes(32);
  const held = holdPapers(() => key);
  held.keep('plan kk', 'as it is', {pdf: bytes(10), pages: 2});
  expect(held.find('plan kk', 'as it is')).toEqual({pdf: bytes(10), pages: 2});
  expect(held.find('plan kk', 'changed')).toBeUndefined();
  expect(held.find('plan ru', 'as it is')).toBeUndefined();
  held.keep('plan kk', 'changed', {pdf: bytes(11), pages: 3});
  expect(held.find('plan kk', 'as it is')).toBeUndefined();
  expect(held.find('plan kk', 'changed')?.pages).toBe(3);
  expect(held.pages('plan kk')).toBe(3);
});

test('nobody opens it while the application is locked, or under another key', () => {
  let key: Uint8Array | undefined = randomBytes(32);
  const mine = key;
  const held = holdPapers(() => key);
  held.keep('plan', 'a', {pdf: bytes(10), pages: 2});
  key = undefined;
  expect(held.find('plan', 'a')).toBeUndefined();
  held.keep('other', 'a', {pdf: bytes(10), pages: 2});
  expect(held.has('other')).toBe(false);
  key = randomBytes(32);
  expect(held.find('plan', 'a')).toBeUndefined();
  key = mine;
  expect(held.find('plan', 'a')).toEqual({pdf: bytes(10), pages: 2});
});

test('the oldest make room, and their pages stay known', () => {
  const key = randomBytes(32);
  const held = holdPapers(() => key);
  const megabyte = 1024 * 1024;
  for (let number = 0; number < 7; number += 1) held.keep(`${number}`, 'a', {pdf: bytes(10 * megabyte), pages: number});
  expect(['0', '1', '6'].map(name => held.has(name))).toEqual([false, true, true]);
  expect(held.pages('0')).toBe(0);
  // Larger than all the room there is: it is not held, and drives nothing out.
  held.keep('large', 'a', {pdf: bytes(65 * megabyte), pages: 900});
  expect([held.has('large'), held.has('6')]).toEqual([false, true]);
});

test('it forgets whom it was told to forget', () => {
  const key = randomBytes(32);
  const held = holdPapers(() => key);
  held.keep('plan', 'a', {pdf: bytes(10), pages: 2});
  held.forget();
  expect([held.has('plan'), held.pages('plan')]).toEqual([false, undefined]);
});
