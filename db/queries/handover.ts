import {and, desc, eq, getTableColumns, isNotNull, isNull, sql} from 'drizzle-orm';
import {receivers, type Receivers} from '../../registry/protocol/handover.ts';
import type {ReadableDb} from '../connection.ts';
import {localState} from '../schema/local.ts';
import {handover, transfer} from '../schema/transfer.ts';

export type HandoverRow = typeof handover.$inferSelect;

/** Its content may be megabytes: it is read alone. */
export type HandoverHead = Omit<HandoverRow, 'packed' | 'sealed'> & {readonly hasContent: boolean};

const {packed: _packed, sealed: _sealed, ...columns} = getTableColumns(handover);
const isHere = sql<number>`(${handover.packed} IS NOT NULL OR ${handover.sealed} IS NOT NULL)`;
const head = {...columns, hasContent: isHere.mapWith(Boolean)};

export const receiversKey = 'receivers';

export function findHandover(db: ReadableDb, id: string): HandoverHead | undefined {
  return db.select(head).from(handover).where(eq(handover.id, id)).get();
}

export function handoverContent(db: ReadableDb, id: string): Pick<HandoverRow, 'packed' | 'sealed'> | undefined {
  return db.select({packed: handover.packed, sealed: handover.sealed}).from(handover).where(eq(handover.id, id)).get();
}

export interface ToOffer {
  readonly id: string;
  readonly to: string;
}

/** Handed over here, with a content of which the registry has not got all yet; the oldest first. */
export function handoversToOffer(db: ReadableDb): ToOffer[] {
  return db
    .select({id: handover.id, to: sql<string>`${transfer.otherFacilityId}`})
    .from(handover)
    .innerJoin(transfer, eq(transfer.id, handover.id))
    .where(and(eq(transfer.state, 'sent'), isNotNull(transfer.otherFacilityId), isHere, eq(handover.delivered, false)))
    .orderBy(handover.id)
    .all();
}

/** What was offered to us and could not be taken in here, the newest first. */
export function handoversNotTaken(db: ReadableDb): HandoverHead[] {
  return db
    .select(head)
    .from(handover)
    .leftJoin(transfer, eq(transfer.id, handover.id))
    .where(
      and(
        eq(handover.direction, 'incoming'),
        eq(handover.state, 'offered'),
        isNotNull(handover.problem),
        isNull(transfer.id),
      ),
    )
    .orderBy(desc(handover.offeredAt))
    .all();
}

/** Whom the registry named last as those to whom a recipient can be handed over. */
export function knownReceivers(db: ReadableDb): Receivers {
  const found = db.select().from(localState).where(eq(localState.key, receiversKey)).get();
  return found === undefined ? [] : receivers.parse(JSON.parse(found.value));
}

/** Ours of which the registry has said that it has them, and nobody has answered. */
export function handoversOffered(db: ReadableDb): string[] {
  return db
    .select({id: handover.id})
    .from(handover)
    .where(and(eq(handover.direction, 'outgoing'), eq(handover.state, 'offered')))
    .all()
    .map(({id}) => id);
}
