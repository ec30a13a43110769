/**
 * Requests beside the parcels (blobs, hand-overs) prove who sends them by a signature over these lines, joined by a line
 * feed: what is asked, when, and the hash of the body. Ed25519 (RFC 8032).
 */
export const signedHeaders = {node: 'tirek-node', date: 'tirek-date', signature: 'tirek-signature'} as const;

/** Minutes that the date of a request may be away from the receiver's clock and still be answered; then it says its own. */
export const dateTolerance = 24 * 60;

export function signedText(request: {method: string; path: string; date: string; bodySha256: string}): string {
  return ['tirek-request-1', request.method.toUpperCase(), request.path, request.date, request.bodySha256].join('\n');
}
