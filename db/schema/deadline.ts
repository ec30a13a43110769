import {index, integer, sqliteTable, text} from 'drizzle-orm/sqlite-core';
import {matterKinds} from '../../domain/matters.ts';

/**
 * What is to be done for those who receive services, as it was counted: for Today and its lists. Derived: made anew from
 * the facts when they change, when the day changes and when the calendar changes; never exchanged, never logged.
 */
export const deadline = sqliteTable(
  'deadline',
  {
    /** The rule and what it is about: stable for the same matter. */
    id: text().primaryKey(),
    placementId: text().notNull(),
    recipientId: text().notNull(),
    /** Null: no rule, it waits all the same. */
    ruleId: text(),
    kind: text({enum: matterKinds}).notNull(),
    planId: text(),
    roundId: text(),
    /** Both null: no day presses. */
    strict: text(),
    lenient: text(),
    /** Days before the strict day from which it is shown as coming. */
    noticeDays: integer().notNull(),
    /** It hangs on a day that is computed, not decided. */
    undecided: integer({mode: 'boolean'}).notNull(),
    /** Old papers entered late: no alarm. */
    archive: integer({mode: 'boolean'}).notNull(),
    /** Sort key of the person's name by the Kazakh alphabet. */
    nameKey: text().notNull(),
    /** The calendar by which these days came out first. */
    calendarVersion: text().notNull(),
    /** The days before a change of the calendar moved them; null: none has. */
    movedFromStrict: text(),
    movedFromLenient: text(),
    /** Why, in both languages. */
    movedBecause: text({mode: 'json'}).$type<{kk: string; ru: string}>(),
  },
  table => [
    index('deadline_recipient').on(table.recipientId),
    /** All that the urgency of a matter rests on: Today counts and sorts by it without reading the rows. */
    index('deadline_urgency').on(table.strict, table.lenient, table.archive, table.noticeDays, table.nameKey),
  ],
);

/** Whose deadlines are to be counted anew; `*`: everybody's. Triggers write it, the end of each command empties it. */
export const deadlineStale = sqliteTable('deadline_stale', {recipientId: text().primaryKey()});
