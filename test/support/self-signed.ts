import {createHash, generateKeyPairSync, randomBytes, sign, X509Certificate} from 'node:crypto';

/** A certificate for 127.0.0.1 that nobody has signed but itself (RFC 5280), made by hand: Node only reads them. */
export interface SelfSigned {
  readonly key: string;
  readonly cert: string;
  /** SHA-256, hex. */
  readonly hash: string;
}

function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const {length} = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...contents: readonly Uint8Array[]): Buffer => der(0x30, ...contents);
const objectId = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const time = (text: string): Buffer => der(0x17, Buffer.from(text));

export function makeSelfSigned(): SelfSigned {
  const {publicKey, privateKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
  const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'));
  const name = sequence(der(0x31, sequence(objectId('550403'), der(0x0c, Buffer.from('127.0.0.1')))));
  const address = sequence(der(0x87, Buffer.from([127, 0, 0, 1])));
  const alternativeName = sequence(objectId('551d11'), der(0x04, address));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    name,
    sequence(time('200101000000Z'), time('491231235959Z')),
    name,
    publicKey.export({type: 'spki', format: 'der'}),
    der(0xa3, sequence(alternativeName)),
  );
  const bytes = sequence(body, ecdsaWithSha256, der(0x03, Buffer.from([0]), sign('sha256', body, privateKey)));
  return {
    key: privateKey.export({type: 'pkcs8', format: 'pem'}).toString(),
    cert: new X509Certificate(bytes).toString(),
    hash: createHash('sha256').update(bytes).digest('hex'),
  };
}
