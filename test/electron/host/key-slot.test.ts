import {randomBytes} from 'node:crypto';
import {expect, test} from 'vitest';
import {openWithPassword, openWithSecret, sealWithPassword, sealWithSecret} from '../../../electron/host/key-slot.ts';

const key = randomBytes(32);

test('the password opens, composed or decomposed; another one and another place do not', async () => {
  const slot = await sealWithPassword(key, 'й құпия сөз', 'here');
  expect(await openWithPassword(slot, 'й құпия сөз', 'here')).toEqual(key);
  expect(await openWithPassword(slot, 'й құпия сөз'.normalize('NFD'), 'here')).toEqual(key);
  expect(await openWithPassword(slot, 'й құпия соз', 'here')).toBeUndefined();
  expect(await openWithPassword(slot, 'й құпия сөз', 'there')).toBeUndefined();
});

test('a secret opens; another one, another place, a changed slot do not', () => {
  const secret = randomBytes(20);
  const slot = sealWithSecret(key, secret, 'here');
  expect(openWithSecret(slot, secret, 'here')).toEqual(key);
  expect(openWithSecret(slot, randomBytes(20), 'here')).toBeUndefined();
  expect(openWithSecret(slot, secret, 'there')).toBeUndefined();
  const wrapped = Buffer.from(slot.wrapped, 'base64');
  wrapped[0] = (wrapped[0] ?? 0) ^ 1;
  expect(openWithSecret({...slot, wrapped: wrapped.toString('base64')}, secret, 'here')).toBeUndefined();
  expect(openWithSecret({...slot, wrapped: ''}, secret, 'here')).toBeUndefined();
});

test('a slot does not show the key', async () => {
  const slot = await sealWithPassword(key, 'құпия сөз', 'here');
  expect(JSON.stringify(slot)).not.toContain(key.toString('base64').slice(0, 20));
});
