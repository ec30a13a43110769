/** How the two sides speak over HTTPS: where, in which type, with which headers. */

export const paths = {
  /** POST, JSON: enrolRequest → enrolReply. */
  enrol: '/v1/enrol',
  /** POST: one parcel → one parcel. */
  exchange: '/v1/exchange',
  /**
   * A blob, signed requests. HEAD: `heldHeader` says how many bytes are there. GET with `range`: 206; 404: not there yet.
   */
  blob: (sha256: string): string => `/v1/blobs/${sha256}`,
  /** PUT: a piece of it that begins at `offset`; one that leaves a gap is not kept. The answer says `heldHeader`. */
  piece: (sha256: string, offset: number, size: number): string => `/v1/blobs/${sha256}?offset=${offset}&size=${size}`,
  /** GET, signed: receivers. */
  receivers: '/v1/receivers',
  /** Signed. GET: handovers. POST: handoverOffer. */
  handovers: '/v1/handovers',
  /** Signed. PUT with `?offset=`: a piece, and the answer says how much is there. GET with `range`. */
  handoverContent: (id: string): string => `/v1/handovers/${id}/content`,
  /** POST, signed: handoverAnswer. */
  handoverAnswer: (id: string): string => `/v1/handovers/${id}/answer`,
  /** GET, signed: announcedUpdates. */
  updates: '/v1/updates',
  /** GET, signed, with `range`: an update file. */
  update: (name: string): string => `/v1/updates/${name}`,
  /** PUT, signed: auditEnd. */
  auditEnd: '/v1/audit-end',
} as const;

export const parcelType = 'application/octet-stream';
export const jsonType = 'application/json';
export const heldHeader = 'tirek-received';

/** Bytes of a blob in one request, at most. */
export const blobChunk = 256 * 1024;
