import {index, integer, sqliteTable, text} from 'drizzle-orm/sqlite-core';
import {transferDirections, transferStates} from '../../domain/transfer.ts';
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
