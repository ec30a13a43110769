import {sql} from 'drizzle-orm';
import {index, integer, sqliteTable, text, uniqueIndex} from 'drizzle-orm/sqlite-core';

/**
 * The change log. Triggers write it, in the transaction of the change; code only reads it.
 * It is history, undo and, with the exchange, the outbox; the audit covers it. Migrations never write to it.
 */
export const change = sqliteTable(
  'change',
  {
    seq: integer().primaryKey({autoIncrement: true}),
    tableName: text().notNull(),
    rowId: text().notNull(),
    op: text({enum: ['insert', 'update', 'delete']}).notNull(),
    /** JSON object of the columns that changed, with their new values; for a delete, the last values. */
    patch: text().notNull(),
    /**
     * Stamps of the row's latest changes that this one knew, between spaces: one, or more where edits had met; null for
     * the first. What a merge needs to know that two edits met.
     */
    base: text(),
    /** Account id; null for the program itself. */
    author: text(),
    recordedAt: text().notNull(),
    /** Hybrid time: sortable, see domain/hybrid-clock.ts. */
    stamp: text().notNull(),
    /** The node where the change was made. */
    origin: text().notNull(),
    /** The partner from whom it came, and its number in that partner's log; null: made here. */
    via: text(),
    viaSeq: integer(),
    /** Random, so that nobody guesses what an emptied patch was by its digest; goes with the patch. Null: from before. */
    salt: text(),
  },
  table => [
    // What came twice is known by its stamp, whatever way it came.
    uniqueIndex('change_stamp').on(table.stamp),
    index('change_row').on(table.rowId, table.seq),
    // What was taken out of a list (a measure, a document) is found only here: its row is gone.
    index('change_deleted')
      .on(table.tableName, table.seq)
      .where(sql`${table.op} = 'delete'`),
  ],
);
