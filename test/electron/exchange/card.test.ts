import {beforeAll, expect, test} from 'vitest';
import {readCard, writeCard, type Card} from '../../../electron/exchange/card.ts';
import {makeTestNode, testFacility, type TestNode} from '../../support/parcels.ts';

/** The card of a PC, as it is carried to another. */

let pc: TestNode;
let card: Card;
beforeAll(async () => {
  pc = await makeTestNode('00000000000000a1');
  card = {facility: testFacility, node: pc.id, name: 'Тіркеу бөлмесі', keys: pc.keys};
});

function rewritten(change: Readonly<Record<string, unknown>>): Uint8Array {
  const written: object = JSON.parse(Buffer.from(writeCard(card, pc.secrets)).toString());
  return Buffer.from(JSON.stringify({...written, ...change}));
}

test('is read as it was written, of a PC with an organisation and of one without', () => {
  expect(readCard(writeCard(card, pc.secrets))).toEqual(card);
  const alone = {...card, facility: null};
  expect(readCard(Buffer.concat([Buffer.from('\uFEFF'), writeCard(alone, pc.secrets)]))).toEqual(alone);
});

test('altered, of another kind, longer than any or no card at all, there is none', () => {
  expect(readCard(rewritten({name: 'Басқа бөлме'}))).toBeUndefined();
  expect(readCard(rewritten({keys: {...pc.keys, sign: '_'.repeat(43)}}))).toBeUndefined();
  expect(readCard(rewritten({version: 2}))).toBeUndefined();
  expect(readCard(Buffer.concat([writeCard(card, pc.secrets), Buffer.alloc(16 * 1024, ' ')]))).toBeUndefined();
  expect(readCard(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBeUndefined();
});
