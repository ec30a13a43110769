import {createHash} from 'node:crypto';
import {z} from 'zod';
import type {Change} from '../protocol/change.ts';
import type {NodeKeys} from '../protocol/enrolment.ts';
import {referenceIds, referencePatch} from '../protocol/reference.ts';
import {sign, verify, type NodeSecrets} from './keys.ts';

/**
 * The registry's signature over a version of its reference data. By it a PC knows the registry's words, whoever brings them,
 * and a registry that was put back from an old copy its own when a PC gives them back; nobody else can make one.
 */
type Sealed = Omit<AnyPatch, 'seal' | 'content' | 'size'>;

/** Of a kind that this version does not know, too: a PC keeps its row until it does. */
const anyPatch = referencePatch.extend({kind: z.string().min(1).max(100)});
type AnyPatch = z.output<typeof anyPatch>;

export function sealReference(secrets: NodeSecrets, sealed: Sealed): string {
  return Buffer.from(sign(secrets, bytesOf(sealed))).toString('base64url');
}

/** Whether a change was made by the registry with these keys: a whole version, sealed, in the row of its kind. */
export function isSealedChange({table, rowId, op, patch}: Change, keys: NodeKeys): boolean {
  if (table !== 'reference' || op === 'delete') return false;
  const {data} = anyPatch.safeParse(JSON.parse(patch));
  return data !== undefined && isRowOf(data.kind, rowId) && isSealed(keys, data);
}

/** Nothing is known of the row of another kind but that it is none of these. */
function isRowOf(kind: string, rowId: string): boolean {
  const known: Readonly<Record<string, string>> = referenceIds;
  return Object.hasOwn(known, kind) ? known[kind] === rowId : !Object.values(known).includes(rowId);
}

function isSealed(keys: NodeKeys, patch: AnyPatch): boolean {
  const {sha256, size} = digestOf(patch.content);
  if (sha256 !== patch.sha256 || size !== patch.size) return false;
  return verify(keys, bytesOf(patch), Buffer.from(patch.seal, 'base64url'));
}

/** Hash and size of a content, as it stands in its change. */
export function digestOf(content: unknown): {readonly sha256: string; readonly size: number} {
  const bytes = Buffer.from(JSON.stringify(content));
  return {sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length};
}

function bytesOf({kind, version, published_at, sha256}: Sealed): Uint8Array {
  return Buffer.from(['tirek-reference-1', kind, version, published_at, sha256].join('\n'));
}
