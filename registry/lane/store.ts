import type {Change} from '../protocol/change.ts';
import type {NodeKeys} from '../protocol/enrolment.ts';
import type {ParcelHeader, Point} from '../protocol/header.ts';

/** A PC answers at once, the registry asks its server. */
export type Eventually<Value> = Value | Promise<Value>;

/** What a stick needs of the database of either side. What the disk under it says goes through the lane as it is. */
export interface StickStore {
  readonly node: string;
  /** All pages to the end of the log as of now; the header covers them all. */
  outgoingPages(
    partner: string,
    page: number,
  ): Eventually<{header: ParcelHeader; pages: AsyncIterable<Change[]> | Iterable<Change[]>}>;
  /**
   * One verified parcel; each page is one transaction together with the cursor; yields to the event loop between pages.
   * Rejects with what the pages throw: what was integrated before stays, and the next parcel goes on from there.
   * Rejects with `ParcelError` for a parcel of another facility.
   */
  incoming(header: ParcelHeader, pages: AsyncIterable<Change[]> | Iterable<Change[]>): Promise<Incoming>;
  keysOf(partner: string): Eventually<NodeKeys | undefined>;
  /** Whether the own log for a partner has this stamp at this number: false after a restore from a copy made before. */
  holds(point: Point, partner: string): Eventually<boolean>;
}

export interface Incoming {
  readonly verdict: 'apply' | 'gap' | 'copied';
  readonly integrated: number;
  readonly known: number;
  readonly quarantined: number;
  readonly conflicts: number;
  readonly restored: boolean;
}
