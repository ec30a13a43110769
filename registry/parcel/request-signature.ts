import {createHash} from 'node:crypto';
import type {NodeKeys} from '../protocol/enrolment.ts';
import {signedHeaders, signedText} from '../protocol/signed-request.ts';
import {sign, verify, type NodeSecrets} from './keys.ts';

/** What is asked, when, and the hash of the body; the path as it stands in the request line, with its query. */
export type SignedRequest = Parameters<typeof signedText>[0];

/** The headers that prove who asks. */
export function requestHeaders(secrets: NodeSecrets, node: string, request: SignedRequest): Record<string, string> {
  return {
    [signedHeaders.node]: node,
    [signedHeaders.date]: request.date,
    [signedHeaders.signature]: Buffer.from(sign(secrets, Buffer.from(signedText(request)))).toString('base64url'),
  };
}

/** Whether the node with these keys asked for just this; `signature` as it stands in its header. */
export function isSignedBy(keys: NodeKeys, request: SignedRequest, signature: string): boolean {
  return verify(keys, Buffer.from(signedText(request)), Buffer.from(signature, 'base64url'));
}

export function bodyHash(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}
