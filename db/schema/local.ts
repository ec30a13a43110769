import {integer, primaryKey, sqliteTable, text} from 'drizzle-orm/sqlite-core';

/** Tables of this PC alone: never logged, never exchanged. */

/** What somebody has typed and not yet saved: raw form values, so that even a wrong date survives a lock or a power cut. */
export const draft = sqliteTable(
  'draft',
  {
    accountId: text().notNull(),
    key: text().notNull(),
    values: text({mode: 'json'}).$type<unknown>().notNull(),
    /** Stamp of the record that the draft was begun on. */
    base: text(),
    savedAt: text().notNull(),
  },
  table => [primaryKey({columns: [table.accountId, table.key]})],
);

/** The answer to a command that was carried out, so that a repeat of it is not a second one. */
export const commandReceipt = sqliteTable('command_receipt', {
  id: text().primaryKey(),
  receivedAt: text().notNull(),
  reply: text().notNull(),
});

/** Identity and clock of this node, and counters of derived tables. */
export const localState = sqliteTable('local_state', {
  key: text().primaryKey(),
  value: text().notNull(),
});

/** How often a phrase was taken on this PC: what is used most is offered first. */
export const phraseUse = sqliteTable('phrase_use', {
  /** A phrase's, or a starter phrase's. */
  id: text().primaryKey(),
  uses: integer().notNull(),
});
