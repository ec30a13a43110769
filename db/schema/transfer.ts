import {blob, index, integer, sqliteTable, text} from 'drizzle-orm/sqlite-core';
import {handoverProblems, handoverStates, transferDirections, transferStates} from '../../domain/transfer.ts';
import {placement} from './journal.ts';
import {recipient} from './recipient.ts';

/**
 * A recipient handed over to another organisation, or taken over from one (paragraphs 11 2), 21 2), 26 2), 35 3)): the
 * acceptance act, the inventory of documents, the discharge order, the plan and the journal, and the file that carries
 * them.
 */
export const transfer = sqliteTable(
  'transfer',
  {
    id: text().primaryKey(),
    direction: text({enum: transferDirections}).notNull(),
    state: text({enum: transferStates}).notNull(),
    /** Incoming: null until it is accepted. */
    recipientId: text().references(() => recipient.id),
    placementId: text().references(() => placement.id),
    /** The organisation on the other side, by its official names. */
    otherNameKk: text().notNull(),
    otherNameRu: text().notNull(),
    /** Its id in the registry, through which it is handed over; null: by a file, or by papers. */
    otherFacilityId: text(),
    /** Where it does not work with Tirek: papers only, no file. */
    outside: integer({mode: 'boolean'}).notNull().default(false),
    dischargeOn: text(),
    dischargeOrder: text(),
    actNumber: text(),
    actOn: text(),
    /** The contract on re-socialisation (paragraph 35 3) part 4); temporary stay alone. */
    contractNumber: text(),
    contractOn: text(),
    handedBy: text(),
    receivedBy: text(),
    /** Why it was rejected or called off. */
    reason: text(),
    /** The inventory of documents as it was handed over. */
    inventory: text({mode: 'json'}).$type<{title: string; sheets: number | null; copies: number | null}[]>().notNull(),
    /** Incoming: what the file held, until it is accepted and after, as proof. Outgoing: null. */
    content: text({mode: 'json'}).$type<unknown>(),
  },
  table => [
    index('transfer_recipient').on(table.recipientId),
    index('transfer_state').on(table.direction, table.state),
  ],
);

/** How a hand-over stands at the registry, as this PC knows. Of this PC alone: each asks the registry itself. */
export const handover = sqliteTable('handover', {
  /** Of the hand-over, here and there. */
  id: text().primaryKey(),
  direction: text({enum: transferDirections}).notNull(),
  /** As the registry said last; null: it was not offered yet. */
  state: text({enum: handoverStates}),
  otherNameKk: text().notNull(),
  otherNameRu: text().notNull(),
  problem: text({enum: handoverProblems}),
  /** Outgoing: the packed content, until it is encrypted. */
  packed: blob({mode: 'buffer'}),
  /**
   * The same as it is offered, encrypted to the receiver: offered again it must be the same. Until it is answered, for a
   * registry that was restored from a copy has lost it.
   */
  sealed: blob({mode: 'buffer'}),
  /** The registry has all of it. */
  delivered: integer({mode: 'boolean'}).notNull().default(false),
  offeredAt: text(),
  answeredAt: text(),
  /** That the other side gave with its answer. */
  reason: text(),
});
