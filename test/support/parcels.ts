import {must} from '../../domain/assert.ts';
import {makeNodeSecrets, publicKeysOf, type NodeSecrets} from '../../registry/parcel/keys.ts';
import type {Change} from '../../registry/protocol/change.ts';
import type {NodeKeys} from '../../registry/protocol/enrolment.ts';
import {parcelFormat, type ParcelHeader} from '../../registry/protocol/header.ts';

export interface TestNode {
  readonly id: string;
  readonly secrets: NodeSecrets;
  readonly keys: NodeKeys;
}

export async function makeTestNode(id: string): Promise<TestNode> {
  const secrets = await makeNodeSecrets();
  return {id, secrets, keys: await publicKeysOf(secrets)};
}

export const testFacility = '6d0c9d1e-0f5a-4c1c-8f0a-2b8a1f6a4f11';

/** The header of a parcel with these changes of a log that begins with them. */
export function headerFor(from: TestNode, to: TestNode, changes: readonly Change[]): ParcelHeader {
  const last = changes.at(-1);
  const made = last?.stamp ?? '0199aaaa0000-0000-00000000000000a1';
  return {
    format: parcelFormat,
    facility: testFacility,
    from: from.id,
    to: to.id,
    number: 1,
    made,
    schema: 17,
    program: '0.1.0',
    log: {
      epoch: '0000000000000001',
      after: {seq: 0, stamp: null},
      upTo: last === undefined ? {seq: 0, stamp: null} : {seq: must(last).seq, stamp: last.stamp},
      more: false,
    },
    seen: {epoch: null, upTo: {seq: 0, stamp: null}, marks: []},
    confirmed: {seq: 0, stamp: null},
    lostAfter: null,
    refused: [],
    report: null,
    count: changes.length,
  };
}
