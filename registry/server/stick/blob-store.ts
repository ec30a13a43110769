import type {Blob, BlobStore} from '../../lane/blob-store.ts';
import {attachmentsIn, blobState, dropBlob, putPiece, readBytes, type Attachment} from '../../store/blobs.ts';
import type {Registry} from '../../store/receive.ts';
import {Refusal} from '../../store/refusal.ts';
import type {Db} from '../../store/store.ts';

/** The scans of one facility as a stick sees them: what its log speaks of, and what of it the registry has. */
export function stickBlobStore({store, now}: Registry, facilityId: string): BlobStore {
  const sizes = new Map<string, number>();
  /** What came whole and was not what it is called: given up already, and found out by whoever reads it. */
  const altered = new Set<string>();
  const inFacility = <Result>(work: (db: Db) => Promise<Result>): Promise<Result> => store.asFacility(facilityId, work);
  const keyOf = (sha256: string) => ({facilityId, sha256});

  async function listed(): Promise<Attachment[]> {
    const attachments = await inFacility(db => attachmentsIn(db, facilityId));
    for (const {sha256, size} of attachments) sizes.set(sha256, size);
    return attachments;
  }
  const sizeOf = (sha256: string): number => sizes.get(sha256) ?? 0;
  const asBlob = ({sha256, size}: Attachment): Blob => ({sha256, size});

  async function held(sha256: string): Promise<number> {
    if (altered.has(sha256)) return sizeOf(sha256);
    return (await inFacility(db => blobState(db, keyOf(sha256))))?.received ?? 0;
  }

  return {
    held,
    missing: async () => (await listed()).filter(({isHere}) => !isHere).map(asBlob),
    async append(sha256, bytes) {
      const offset = await held(sha256);
      const piece = {offset, size: sizeOf(sha256), bytes, at: new Date(now())};
      try {
        const state = await inFacility(db => putPiece(db, keyOf(sha256), piece));
        if (state === 'altered') altered.add(sha256);
      } catch (error) {
        // Two records say two sizes of one content: one of them is wrong, and no other scan waits for that.
        if (!(error instanceof Refusal)) throw error;
        altered.add(sha256);
      }
    },
    // The last piece has done it.
    complete: () => undefined,
    async drop(sha256) {
      if (!altered.delete(sha256)) await inFacility(db => dropBlob(db, keyOf(sha256)));
    },
    async read(sha256, offset, length) {
      if (altered.has(sha256)) return new Uint8Array();
      return inFacility(db => readBytes(db, keyOf(sha256), offset, length));
    },
    toSend: async node => (await listed()).filter(({isHere, via}) => isHere && via !== node).map(asBlob),
    delivered: () => undefined,
  };
}
