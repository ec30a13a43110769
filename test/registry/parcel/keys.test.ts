import {describe, expect, test} from 'vitest';
import {recoveryLetters} from '../../../domain/recovery-letters.ts';
import {fingerprint, makeNodeSecrets, publicKeysOf, sign, verify} from '../../../registry/parcel/keys.ts';
import {bodyHash, isSignedBy, requestHeaders} from '../../../registry/parcel/request-signature.ts';
import {nodeKeys} from '../../../registry/protocol/enrolment.ts';
import {signedHeaders} from '../../../registry/protocol/signed-request.ts';

describe('keys of a node', () => {
  test('have the shape of the protocol and stay the same', async () => {
    const secrets = await makeNodeSecrets();
    const keys = await publicKeysOf(secrets);
    expect(nodeKeys.parse(keys)).toEqual(keys);
    expect(await publicKeysOf(secrets)).toEqual(keys);
  });

  test('a signature holds for these bytes and these keys alone', async () => {
    const [one, other] = [await makeNodeSecrets(), await makeNodeSecrets()];
    const [keys, otherKeys] = [await publicKeysOf(one), await publicKeysOf(other)];
    const bytes = Buffer.from('сәлем');
    const signature = sign(one, bytes);
    expect(signature).toHaveLength(64);
    expect(verify(keys, bytes, signature)).toBe(true);
    expect(verify(otherKeys, bytes, signature)).toBe(false);
    expect(verify(keys, Buffer.from('сәлем!'), signature)).toBe(false);
    expect(verify(keys, bytes, signature.subarray(1))).toBe(false);
    expect(verify(keys, bytes, new Uint8Array(0))).toBe(false);
  });

  test('a fingerprint is four groups of four in the letters that people type', () => {
    const keys = {
      box: 'age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gq',
      sign: 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE',
    };
    const code = fingerprint(keys);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/u);
    // Both sides must see the same for ever: locked.
    expect(code).toBe('Y436-5D6G-PWH9-PXHB');
    expect(recoveryLetters(code.toLowerCase())).toBe(code.replaceAll('-', ''));
    expect(fingerprint({...keys, sign: keys.sign.replace('E', 'I')})).not.toBe(code);
    expect(fingerprint({...keys, box: keys.box.replace('y', 'z')})).not.toBe(code);
  });

  test('a signed request holds for its method, path, date and body', async () => {
    const secrets = await makeNodeSecrets();
    const keys = await publicKeysOf(secrets);
    const request = {
      method: 'put',
      path: '/v1/blobs/1?x=2',
      date: '2026-03-02T04:00:00.000Z',
      bodySha256: bodyHash(Buffer.from('a')),
    };
    const headers = requestHeaders(secrets, '00000000000000a1', request);
    const signature = headers[signedHeaders.signature] ?? '';
    expect(headers).toMatchObject({'tirek-node': '00000000000000a1', 'tirek-date': request.date});
    expect(isSignedBy(keys, {...request, method: 'PUT'}, signature)).toBe(true);
    for (const change of [
      {method: 'GET'},
      {path: '/v1/blobs/2?x=2'},
      {date: '2026-03-02T04:00:00.001Z'},
      {bodySha256: bodyHash(Buffer.from('b'))},
    ]) {
      expect(isSignedBy(keys, {...request, ...change}, signature)).toBe(false);
    }
    expect(isSignedBy(keys, request, 'no signature')).toBe(false);
  });
});
