import {integer, sqliteTable, text, uniqueIndex, index} from 'drizzle-orm/sqlite-core';
import {placementEventKinds} from '../../domain/placement.ts';
import {outOfTurnGrounds} from '../../domain/queue-words.ts';
import {admissionAnswers, placementStatuses} from '../../domain/vocabulary.ts';
import {staff, unit} from './facility.ts';
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
    /** Why the person is admitted out of turn (paragraph 11 1) part 8); null: in turn. */
    outOfTurn: text({enum: outOfTurnGrounds}),
    /** An old paper entered late: it is kept, and raises no alarm. */
    archive: integer({mode: 'boolean'}).notNull().default(false),
  },
  table => [
    index('placement_row').on(table.journalId, table.rowNumber),
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
    /** The day until which the person may arrive: of a called or postponed arrival. */
    until: text(),
    /** Column 14: region, city, district. */
    destination: text(),
    /** Breaks ties between events of one day. */
    position: integer().notNull(),
  },
  table => [index('event_placement').on(table.placementId)],
);

/** Where in the organisation a recipient lives or is served, from when to when. */
export const unitStay = sqliteTable(
  'unit_stay',
  {
    id: text().primaryKey(),
    placementId: text()
      .notNull()
      .references(() => placement.id),
    unitId: text()
      .notNull()
      .references(() => unit.id),
    fromOn: text().notNull(),
    /** The day of leaving it; null: still there. */
    toOn: text(),
  },
  table => [index('stay_placement').on(table.placementId), index('stay_unit').on(table.unitId)],
);

/** An answer to a condition of admission (paragraphs 2, 5, 6, 13, 19, 23). Never a bar: `reason` says why it was passed. */
export const admissionCheck = sqliteTable(
  'admission_check',
  {
    id: text().primaryKey(),
    placementId: text()
      .notNull()
      .references(() => placement.id),
    /** Of templates/editions/…/admission.ts. */
    itemId: text().notNull(),
    answer: text({enum: admissionAnswers}).notNull(),
    /** What was measured, where the condition asks for it: hours a day. */
    value: text(),
    reason: text(),
  },
  table => [uniqueIndex('check_placement_item').on(table.placementId, table.itemId)],
);

/** That a row of the journal was typed into the state portal, as it stood then. Its id is the placement's. */
export const portalEntry = sqliteTable('portal_entry', {
  id: text()
    .primaryKey()
    .references(() => placement.id),
  enteredOn: text().notNull(),
  staffId: text().references(() => staff.id),
  /** The 14 columns as they were typed, in their order. */
  columns: text({mode: 'json'}).$type<string[]>().notNull(),
});

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
    /** Both are all that the list of people asks: it is counted and sorted without reading the rows. */
    index('state_name').on(table.current, table.nameKey, table.recipientId),
    index('state_status').on(table.status, table.current, table.nameKey, table.recipientId),
    index('state_row').on(table.journalId, table.rowNumber),
  ],
);
