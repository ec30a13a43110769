import {beforeAll, describe, expect, test} from 'vitest';
import {
  hashOfCode,
  largestEnrolmentFile,
  readEnrolAnswer,
  readEnrolRequest,
  writeEnrolAnswer,
  writeEnrolRequest,
} from '../../../registry/parcel/enrolment-file.ts';
import type {EnrolAsk, EnrolReply} from '../../../registry/protocol/enrolment.ts';
import {makeTestNode, testFacility, type TestNode} from '../../support/parcels.ts';

/** The two small files by which a PC is taken in over a stick, and who may have touched them on the way. */

let pc: TestNode;
let other: TestNode;
let ask: EnrolAsk;
let reply: EnrolReply;
const codeHash = hashOfCode('ABCD-EFGH-JKMN-PQRS');
const wrongHash = hashOfCode('ABCD-EFGH-JKMN-PQRT');

beforeAll(async () => {
  [pc, other] = [await makeTestNode('00000000000000a1'), await makeTestNode('00000000000000b2')];
  ask = {node: pc.id, keys: pc.keys, name: 'Тіркеу бөлмесі', facility: null};
  reply = {
    facility: {id: testFacility, type: 'stationary', nameKk: 'Үміт үйі', nameRu: 'Дом «Үміт»'},
    registry: {node: other.id, keys: other.keys, name: 'Тізілім'},
    hasData: false,
  };
});

/** The file with some of its words written anew. */
function rewritten(bytes: Uint8Array, change: Readonly<Record<string, unknown>>): Uint8Array {
  return Buffer.from(JSON.stringify({...JSON.parse(Buffer.from(bytes).toString()), ...change}));
}

describe('a request', () => {
  const written = (): Uint8Array => writeEnrolRequest(ask, {codeHash, secrets: pc.secrets});

  test('is read as it was written, also with the mark of an editor, and proves its code alone', () => {
    const read = readEnrolRequest(Buffer.concat([Buffer.from('\uFEFF'), written()]));
    expect(read?.ask).toEqual(ask);
    expect([codeHash, wrongHash].map(hash => read?.isProved(hash))).toEqual([true, false]);
  });

  test.each<{name: string; bytes: () => Uint8Array}>([
    {name: 'with another name', bytes: () => rewritten(written(), {name: 'Басқа бөлме'})},
    {name: 'with the keys of another PC', bytes: () => rewritten(written(), {keys: other.keys})},
    {
      name: 'with keys that are no point',
      bytes: () => rewritten(written(), {keys: {...pc.keys, sign: '_'.repeat(43)}}),
    },
    {name: 'of another kind', bytes: () => rewritten(written(), {tirek: 'enrolment-answer'})},
    {name: 'that is a photograph', bytes: () => Buffer.from([0xff, 0xd8, 0xff, 0xe0])},
    {name: 'longer than any', bytes: () => Buffer.concat([written(), Buffer.alloc(largestEnrolmentFile, ' ')])},
  ])('$name is none', ({bytes}) => {
    expect(readEnrolRequest(bytes())).toBeUndefined();
  });
});

describe('an answer', () => {
  const written = (hash = codeHash): Uint8Array => writeEnrolAnswer(ask, {reply, codeHash: hash});
  const read = (bytes: Uint8Array) => readEnrolAnswer(bytes, {...ask, codeHash});

  test('is taken from whoever gave the code', () => {
    expect(read(written())).toEqual({reply});
  });

  test('of anybody else, or altered on the way, is told as altered', () => {
    expect(read(written(wrongHash))).toEqual({problem: 'altered'});
    expect(read(rewritten(written(), {proof: null}))).toEqual({problem: 'altered'});
    expect(read(rewritten(written(), {reply: {...reply, hasData: true}}))).toEqual({problem: 'altered'});
  });

  test('that refuses says why, and without a reason that it says nothing', () => {
    const refusal = writeEnrolAnswer(ask, {problem: 'code-used'});
    expect(read(refusal)).toEqual({problem: 'code-used'});
    expect(read(rewritten(refusal, {problem: null}))).toEqual({problem: 'malformed'});
  });

  test('to another PC, and a file that is none, are no answer', () => {
    expect(read(writeEnrolAnswer({node: other.id, keys: other.keys}, {reply, codeHash}))).toBeUndefined();
    expect(read(Buffer.from('{'))).toBeUndefined();
  });
});
