/** How much a side takes at once. Beyond it: a plain refusal, never a guess. */
export const limits = {
  /** Bytes of one parcel over the network, encrypted. */
  networkParcel: 4 * 1024 * 1024,
  /** Bytes of a parcel's body, unpacked, over the network. */
  networkBody: 32 * 1024 * 1024,
  /** Bytes of the JSON header. */
  header: 256 * 1024,
  /** Changes of one page: what is integrated in one transaction. */
  page: 2_000,
  /** Deletions that one table may lose in one parcel without a person's word; or one in a hundred, where that is more. */
  deletions: 20,
  /** Characters of a document of reference data; its change is one line of a parcel. */
  reference: 3_000_000,
} as const;
