import {integer, sqliteTable, text, uniqueIndex, index} from 'drizzle-orm/sqlite-core';
import {placementEventKinds} from '../../domain/placement.ts';
import {placementStatuses} from '../../domain/vocabulary.ts';
import {recipient} from './recipient.ts';

/** One volume of the electronic journal (Appendix 2): begun, ended. */
export const journal = sqliteTable('journal', {
  id: text().primaryKey(),
  begunOn: text().notNull(),
  endedOn: text(),
});

/** One row of the journal: a person in the queue or in the organisation, from entry to leaving. A return is a new row. */
export const placement = sqliteTable(
  'placement',
  {
    id: text().primaryKey(),
    recipientId: text()
      .notNull()
      .references(() => recipient.id),
    journalId: text()
      .notNull()
      .references(() => journal.id),
    /** Column 1. Unique within a volume, never given twice. */
    rowNumber: integer().notNull(),
  },
  table => [
    uniqueIndex('placement_row').on(table.journalId, table.rowNumber),
    index('placement_recipient').on(table.recipientId),
  ],
);

/** What happened to a placement: entry in the queue, admission, leave, return, transfer, discharge (columns 9-14). */
export const placementEvent = sqliteTable(
  'placement_event',
  {
    id: text().primaryKey(),
    placementId: text()
      .notNull()
      .references(() => placement.id),
    kind: text({enum: placementEventKinds}).notNull(),
    happenedOn: text().notNull(),
    orderNumber: text(),
    /** Column 12, or why a person left for a while. */
    reason: text(),
    /** Column 14: region, city, district. */
    destination: text(),
    /** Breaks ties between events of one day. */
    position: integer().notNull(),
  },
  table => [index('event_placement').on(table.placementId)],
);

/**
 * What follows from the events, for lists and search. Derived: made anew from the events, never exchanged, never logged.
 */
export const placementState = sqliteTable(
  'placement_state',
  {
    placementId: text().primaryKey(),
    recipientId: text().notNull(),
    journalId: text().notNull(),
    rowNumber: integer().notNull(),
    status: text({enum: placementStatuses}).notNull(),
    since: text().notNull(),
    queuedOn: text(),
    admittedOn: text(),
    returned: integer({mode: 'boolean'}).notNull(),
    /** The latest placement of this person. */
    current: integer({mode: 'boolean'}).notNull(),
    /** Sort key of the person's name by the Kazakh alphabet. */
    nameKey: text().notNull(),
  },
  table => [
    index('state_recipient').on(table.recipientId),
    index('state_status').on(table.status, table.nameKey),
    index('state_row').on(table.journalId, table.rowNumber),
  ],
);
