import type {Connection} from '../../db/connection.ts';
import {ensureFacilityId} from '../../db/exchange/identity.ts';
import {incoming} from '../../db/exchange/incoming.ts';
import {stampAt} from '../../db/exchange/log.ts';
import {outgoing, outgoingPages} from '../../db/exchange/outgoing.ts';
import {findPartner, keysOf} from '../../db/exchange/partners.ts';
import {isSealedChange} from '../../registry/parcel/reference-seal.ts';
import type {ExchangeStore} from './store.ts';

export interface StoreOptions {
  readonly connection: Connection;
  /** Version of this program, for people. */
  readonly program: string;
  /** The day where the person sits, `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** What the lanes need, over the database of this installation. It must stay open until the lane has ended. */
export function databaseStore({connection, program, today}: StoreOptions): ExchangeStore {
  const {readable: db, node} = connection;
  const facility = connection.transact(ensureFacilityId, {accountId: null});
  return {
    node,
    facility,
    outgoing: (partner, limit) => outgoing(connection, partner, program, limit),
    outgoingPages: (partner, page) => outgoingPages(connection, partner, program, page),
    incoming: (header, pages) => incoming(connection, header, pages, {today, isSealed: isSealedChange}),
    keysOf(id) {
      const partner = findPartner(db, id);
      return partner === undefined || partner.state === 'left' ? undefined : keysOf(partner);
    },
    holds: ({seq, stamp}) => seq === 0 || stampAt(db, seq) === stamp,
  };
}
