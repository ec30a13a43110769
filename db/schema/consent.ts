import {index, sqliteTable, text} from 'drizzle-orm/sqlite-core';
import {consentGivers} from '../../domain/consent.ts';
import {attachment} from './exchange.ts';
import {recipient} from './recipient.ts';

/**
 * That a person, or whoever represents the person by law, consented to the processing of the person's data, and withdrew it
 * (the law on personal data, articles 7 and 8). The order does not ask for it: nothing is ever refused for want of it.
 */
export const consent = sqliteTable(
  'consent',
  {
    id: text().primaryKey(),
    recipientId: text()
      .notNull()
      .references(() => recipient.id),
    givenOn: text().notNull(),
    givenBy: text({enum: consentGivers}).notNull(),
    /** The name of the representative; null: the person consented. */
    representative: text(),
    /** What was signed: its name, its number. */
    document: text(),
    /** The scan that shows it. */
    attachmentId: text().references(() => attachment.id),
    withdrawnOn: text(),
    note: text(),
  },
  table => [index('consent_recipient').on(table.recipientId), index('consent_attachment').on(table.attachmentId)],
);
