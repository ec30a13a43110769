import {createHash} from 'node:crypto';
import type {NodeKeys} from '../protocol/enrolment.ts';
import type {ReferencePatch} from '../protocol/reference.ts';
import {sign, verify, type NodeSecrets} from './keys.ts';

/**
 * The registry's signature over a version of its reference data. By it a registry that was put back from an old copy knows
 * its own words again when a PC gives them back; nobody else can make one.
 */
type Sealed = Omit<ReferencePatch, 'seal' | 'content' | 'size'>;

export function sealReference(secrets: NodeSecrets, sealed: Sealed): string {
  return Buffer.from(sign(secrets, bytesOf(sealed))).toString('base64url');
}

/** Whether the registry with these keys published just this, content and all. */
export function isSealed(keys: NodeKeys, patch: ReferencePatch): boolean {
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
