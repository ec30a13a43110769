import type {Change} from '../../registry/protocol/change.ts';
import type {NodeKeys} from '../../registry/protocol/enrolment.ts';
import type {ParcelHeader, Point} from '../../registry/protocol/header.ts';

/** What the lanes need of the database. What the disk under it says goes through them as it is. */
export interface ExchangeStore {
  readonly node: string;
  readonly facility: string;
  /** The next parcel to a partner, from what it has confirmed; bounded, but at least one change where there is one. */
  outgoing(
    partner: string,
    limit: {readonly changes: number; readonly characters: number},
  ): {header: ParcelHeader; changes: Change[]};
  /** For a stick: all pages to the end of the log as of now; the header covers them all. */
  outgoingPages(partner: string, page: number): {header: ParcelHeader; pages: Iterable<Change[]>};
  /**
   * One verified parcel; each page is one transaction together with the cursor; yields to the event loop between pages.
   * Rejects with what the pages throw: what was integrated before stays, and the next parcel goes on from there.
   */
  incoming(header: ParcelHeader, pages: AsyncIterable<Change[]> | Iterable<Change[]>): Promise<Incoming>;
  keysOf(partner: string): NodeKeys | undefined;
  /** Whether the own log has this stamp at this number: false after a restore from a copy that was made before. */
  holds(point: Point): boolean;
}

export interface Incoming {
  readonly verdict: 'apply' | 'gap' | 'copied';
  readonly integrated: number;
  readonly known: number;
  readonly quarantined: number;
  readonly conflicts: number;
  readonly restored: boolean;
}
