import {ParcelError} from '../../parcel/parcel-error.ts';
import type {Change} from '../../protocol/change.ts';
import type {Incoming, StickStore} from '../../lane/store.ts';
import {findNode, type KnownNode} from '../../store/enrolment.ts';
import {stampsAt} from '../../store/log-rows.ts';
import {receivePages, type Registry} from '../../store/receive.ts';
import {makeLongReply, networkBounds} from '../../store/reply.ts';
import {Refusal} from '../../store/refusal.ts';

/** The registry as a stick sees it: one node with a log for each facility. */
export function stickStore(registry: Registry, program: string): StickStore {
  const {store, self} = registry;
  const known = (node: string): Promise<KnownNode | undefined> => store.asFront(db => findNode(db, node));

  async function mustKnow(node: string): Promise<KnownNode> {
    const found = await known(node);
    if (found === undefined) throw new ParcelError('stranger', 'the PC is not known here');
    return found;
  }

  return {
    node: self,
    keysOf: async node => (await known(node))?.keys,
    async outgoingPages(partner) {
      const to = await mustKnow(partner);
      return makeLongReply(registry, to, networkBounds, program);
    },
    async holds({seq, stamp}, partner) {
      const {facilityId} = await mustKnow(partner);
      return (
        seq === 0 || (await store.asFacility(facilityId, db => stampsAt(db, facilityId, [seq]))).get(seq) === stamp
      );
    },
    async incoming(header, pages): Promise<Incoming> {
      const sender = await mustKnow(header.from);
      const stick = watched(pages);
      const nothing = {integrated: 0, known: 0, quarantined: 0, conflicts: 0, restored: false};
      try {
        const receipt = await receivePages(registry, sender, header, stick.pages);
        const {verdict, accepted, known: seen, quarantined} = receipt;
        return {...nothing, verdict, integrated: accepted, known: seen, quarantined};
      } catch (error) {
        if (error === stick.failure()) throw error;
        if (error instanceof Refusal && error.code === 'copied') return {...nothing, verdict: 'copied'};
        if (error instanceof Refusal) throw new ParcelError(error.code, error.detail ?? '');
        // What the line to the database says is no word of the stick's disk.
        throw new Error('the database', {cause: error});
      }
    },
  };
}

/** Tells what the stick throws from what the database does. */
function watched(pages: AsyncIterable<Change[]> | Iterable<Change[]>) {
  let failure: unknown;
  async function* watch(): AsyncGenerator<Change[], void, undefined> {
    try {
      yield* pages;
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  return {pages: watch(), failure: () => failure};
}
