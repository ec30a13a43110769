import {index, integer, primaryKey, sqliteTable, text} from 'drizzle-orm/sqlite-core';
import {erasureReasons} from '../../domain/erasure.ts';

/**
 * That a person was erased: what is left, and goes to every PC. It names rows and says nothing of anybody. Rows of the person
 * that are found afterwards, on a PC that had not known, are told by further ones. Never changed, never deleted.
 */
export const erasure = sqliteTable(
  'erasure',
  {
    id: text().primaryKey(),
    /** Of a row that is no more: no reference. */
    recipientId: text().notNull(),
    erasedOn: text().notNull(),
    reason: text({enum: erasureReasons}).notNull(),
    /** Tables by their names in SQL, with the ids of the rows. */
    rows: text({mode: 'json'}).$type<readonly (readonly [table: string, rowId: string])[]>().notNull(),
  },
  table => [index('erasure_recipient').on(table.recipientId)],
);

/** The rows of all erasures, one by one: a trigger keeps them. Of this PC alone, as what follows. */
export const erasedRow = sqliteTable(
  'erased_row',
  {
    rowId: text().notNull(),
    tableName: text().notNull(),
    recipientId: text().notNull(),
  },
  table => [primaryKey({columns: [table.rowId, table.tableName]})],
);

/** What the audit knew of the patch of a change before it was emptied: domain/audit.ts. */
export const erasedChange = sqliteTable('erased_change', {
  seq: integer().primaryKey(),
  digest: text().notNull(),
});
