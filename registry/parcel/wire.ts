/** How the two sides speak over HTTPS: where, in which type, with which headers. */

export const paths = {
  /** POST, JSON: enrolRequest → enrolReply. */
  enrol: '/v1/enrol',
  /** POST: one parcel → one parcel. */
  exchange: '/v1/exchange',
  /**
   * A blob, signed requests. HEAD: `heldHeader` says how many bytes are there (404: none). PUT: a chunk with `content-range:
   * bytes <from>-<to>/<size>` that begins where they end; the answer says the new `heldHeader`. GET with `range`: 206.
   */
  blob: (sha256: string): string => `/v1/blobs/${sha256}`,
  /** GET, signed: receivers. */
  receivers: '/v1/receivers',
  /** Signed. GET: handovers. POST: handoverOffer. */
  handovers: '/v1/handovers',
  /** Signed. PUT with `?offset=`: a piece, and the answer says how much is there. GET with `range`. */
  handoverContent: (id: string): string => `/v1/handovers/${id}/content`,
  /** POST, signed: handoverAnswer. */
  handoverAnswer: (id: string): string => `/v1/handovers/${id}/answer`,
} as const;

export const parcelType = 'application/octet-stream';
export const jsonType = 'application/json';
export const heldHeader = 'tirek-held';

/** Bytes of a blob in one request, at most. */
export const blobChunk = 256 * 1024;
