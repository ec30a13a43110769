import {expect, test} from 'vitest';
import {digestOf, isSealedChange, sealReference} from '../../../registry/parcel/reference-seal.ts';
import type {Change} from '../../../registry/protocol/change.ts';
import {referenceIds} from '../../../registry/protocol/reference.ts';
import {makeTestNode} from '../../support/parcels.ts';

/** By what a PC knows the words of its registry, whoever brings them. */

const registry = await makeTestNode('00000000000000ff');

function sealed(kind: string, rowId: string, more: Partial<Change> = {}): Change {
  const content = {corrections: []};
  const {sha256, size} = digestOf(content);
  const said = {kind, version: 1, published_at: '2026-11-27T06:00:00.000Z', sha256};
  const patch = JSON.stringify({...said, size, content, seal: sealReference(registry.secrets, said)});
  const stamp = '019ac1234567-0000-00000000000000ff00000001';
  const recordedAt = '2026-11-27T06:00:00.000Z';
  return {seq: 1, stamp, table: 'reference', rowId, op: 'insert', patch, base: [], author: null, recordedAt, ...more};
}

const ownRow = '11111111-1111-5111-8111-111111111111';

test.each<{name: string; change: Change; isTheirs: boolean}>([
  {name: 'a kind in its row', change: sealed('labels', referenceIds.labels), isTheirs: true},
  {name: 'a kind in the row of another', change: sealed('labels', referenceIds.calendar), isTheirs: false},
  {
    name: 'a kind that this version does not know, in a row of its own',
    change: sealed('tariffs', ownRow),
    isTheirs: true,
  },
  {name: 'such a kind in the row of a known one', change: sealed('tariffs', referenceIds.labels), isTheirs: false},
  {name: 'a name of every object for a kind', change: sealed('constructor', ownRow), isTheirs: true},
  {name: 'another table', change: sealed('labels', referenceIds.labels, {table: 'setting'}), isTheirs: false},
  {name: 'a deletion', change: sealed('labels', referenceIds.labels, {op: 'delete'}), isTheirs: false},
  {name: 'no version at all', change: sealed('labels', referenceIds.labels, {patch: '{}'}), isTheirs: false},
])('$name: $isTheirs', ({change, isTheirs}) => {
  expect(isSealedChange(change, registry.keys)).toBe(isTheirs);
});

test('another registry has sealed nothing of it, and a content that was altered is not what was sealed', async () => {
  const change = sealed('labels', referenceIds.labels);
  expect(isSealedChange(change, (await makeTestNode('00000000000000ee')).keys)).toBe(false);
  const patch = change.patch.replace('"corrections":[]', '"corrections":[1]');
  expect(isSealedChange({...change, patch}, registry.keys)).toBe(false);
});
