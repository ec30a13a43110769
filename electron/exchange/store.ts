import type {Incoming, StickStore} from '../../registry/lane/store.ts';
import type {Change} from '../../registry/protocol/change.ts';
import type {NodeKeys} from '../../registry/protocol/enrolment.ts';
import type {ParcelHeader, Point} from '../../registry/protocol/header.ts';

/** What the lanes need of the database of a PC, which answers at once. */
export interface ExchangeStore extends StickStore {
  readonly facility: string;
  /** The next parcel to a partner, from what it has confirmed; bounded, but at least one change where there is one. */
  outgoing(
    partner: string,
    limit: {readonly changes: number; readonly characters: number},
  ): {header: ParcelHeader; changes: Change[]};
  outgoingPages(partner: string, page: number): {header: ParcelHeader; pages: Iterable<Change[]>};
  incoming(header: ParcelHeader, pages: AsyncIterable<Change[]> | Iterable<Change[]>): Promise<Incoming>;
  keysOf(partner: string): NodeKeys | undefined;
  holds(point: Point): boolean;
}
