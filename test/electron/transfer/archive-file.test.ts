import {gzipSync} from 'node:zlib';
import {Decrypter, Encrypter} from 'age-encryption';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
  archiveVersion,
  largestContent,
  largestFile,
  openParts,
  sealParts,
  withHead,
} from '../../../electron/transfer/archive-file.ts';
import {makePassphrase, readPassphrase} from '../../../electron/transfer/passphrase.ts';
import {createSealer} from '../../../electron/transfer/sealer.ts';

const passphrase = 'ABCD-EFGH-JKMN-PQRS-TVWX';
const some = new Map([
  ['content.json', new TextEncoder().encode('{"кім":"Әлия"}')],
  ['papers/1.pdf', Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0, 255])],
]);
const sealed = await sealParts(some, passphrase);

const asPlain = (parts: ReadonlyMap<string, Uint8Array>) =>
  [...parts].map(([name, bytes]) => [name, Buffer.from(bytes).toString('hex')]);

test('what was put in comes out, whatever it is', {timeout: 60_000}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(
        fc.string({minLength: 1, maxLength: 20}).filter(name => name !== '__proto__'),
        fc.uint8Array({maxLength: 2_000, size: 'max'}),
        {maxKeys: 5},
      ),
      async parts => {
        const before = new Map(Object.entries(parts));
        const opened = await openParts(await sealParts(before, passphrase), passphrase);
        expect('parts' in opened && asPlain(opened.parts)).toEqual(asPlain(before));
      },
    ),
    {numRuns: 6},
  );
});

test('a byte that has changed, anywhere, is told; nothing is read from such a file', async () => {
  for (let at = 0; at < sealed.length; at += 1) {
    const damaged = Uint8Array.from(sealed);
    damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
    // The first eight bytes say that it is ours at all.
    expect(await openParts(damaged, passphrase), `byte ${at}`).toEqual({problem: at < 8 ? 'foreign' : 'damaged'});
  }
});

test('a file that was cut, anywhere, or has grown, is told', async () => {
  for (let length = 0; length < sealed.length; length += 1) {
    const opened = await openParts(sealed.subarray(0, length), passphrase);
    expect(opened, `${length} bytes`).toEqual({problem: length === 0 ? 'foreign' : 'damaged'});
  }
  expect(await openParts(Buffer.concat([sealed, Buffer.from([0])]), passphrase)).toEqual({problem: 'damaged'});
});

test.each<[what: string, bytes: Uint8Array, problem: string]>([
  ['nothing', new Uint8Array(), 'foreign'],
  ['a PDF', new TextEncoder().encode('%PDF-1.7 '.repeat(100)), 'foreign'],
  ['an archive', Uint8Array.from([0x50, 0x4b, 3, 4, ...Array.from({length: 200}, () => 7)]), 'foreign'],
  ['an age file without our head', sealed.subarray(50), 'foreign'],
  ['a newer version', withHead(new TextEncoder().encode('whatever it will be'), archiveVersion + 1), 'newer'],
  ['version 0', withHead(new TextEncoder().encode('never was'), 0), 'damaged'],
  ['something else under our head', withHead(new TextEncoder().encode('no age file'), archiveVersion), 'damaged'],
])('%s', async (_what, bytes, problem) => {
  expect(await openParts(bytes, passphrase)).toEqual({problem});
});

test('another passphrase opens nothing, and is told from damage', async () => {
  expect(await openParts(sealed, makePassphrase())).toEqual({problem: 'passphrase'});
  expect(await openParts(sealed, '')).toEqual({problem: 'passphrase'});
});

test('the passphrase is never the same, has its twenty letters, and is read as people type it', () => {
  const many = new Set(Array.from({length: 500}, makePassphrase));
  expect(many.size).toBe(500);
  for (const each of many) expect(each).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/u);
  expect(readPassphrase(' abcd efgh–jкмn.рqrs tvwx ')).toBe('ABCD-EFGH-JKMN-PQRS-TVWX');
  expect(readPassphrase('OIL0')).toBe('0110');
});

test('the body is an age file that its own library opens', async () => {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const packed = await decrypter.decrypt(sealed.subarray(50));
  expect([...packed.subarray(0, 2)]).toEqual([0x1f, 0x8b]);
});

async function underOurHead(packed: Uint8Array, workFactor = 15): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return withHead(await encrypter.encrypt(packed), archiveVersion);
}

test.each<[what: string, packed: Uint8Array, problem: string]>([
  ['a bomb', gzipSync(Buffer.alloc(largestContent + 1)), 'too-large'],
  ['no gzip', new TextEncoder().encode('plain'), 'damaged'],
  ['no JSON', gzipSync('{"manifest":'), 'damaged'],
  ['a part that the list does not name', gzipSync('{"manifest":[],"parts":{"a":"AAAA"}}'), 'damaged'],
  [
    'a part that is another',
    gzipSync(JSON.stringify({manifest: [{name: 'a', size: 3, sha256: '0'.repeat(64)}], parts: {a: 'AAAA'}})),
    'damaged',
  ],
  ['a part that lacks', gzipSync('{"manifest":[{"name":"a","size":0,"sha256":""}],"parts":{}}'), 'damaged'],
])('one who knows the passphrase sends %s', async (_what, packed, problem) => {
  expect(await openParts(await underOurHead(packed), passphrase)).toEqual({problem});
});

test('a file that asks for more memory than an old PC has is refused before anything is counted', async () => {
  const file = await underOurHead(gzipSync('{}'));
  const body = Buffer.from(file.subarray(50))
    .toString('latin1')
    .replace(/(-> scrypt \S+) 15\n/u, '$1 22\n');
  expect(await openParts(withHead(Buffer.from(body, 'latin1'), archiveVersion), passphrase)).toEqual({
    problem: 'damaged',
  });
});

test('in its worker: the file is made and opened, a huge one is not even looked at, and the work can be stopped', async () => {
  const sealer = createSealer();
  const opened = await sealer.open(await sealer.seal(some, passphrase), passphrase);
  expect('parts' in opened && asPlain(opened.parts)).toEqual(asPlain(some));
  expect(await sealer.open(new Uint8Array(largestFile + 1), passphrase)).toEqual({problem: 'too-large'});
  const abort = new AbortController();
  const made = sealer.seal(some, passphrase, abort.signal);
  abort.abort(new Error('cancelled'));
  await expect(made).rejects.toThrow('cancelled');
});
