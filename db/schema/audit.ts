import {sql} from 'drizzle-orm';
import {index, integer, sqliteTable, text} from 'drizzle-orm/sqlite-core';
import {auditKinds} from '../../domain/audit.ts';

/** The audit of this PC: domain/audit.ts. The connection alone writes it (db/audit), and its rows never change. */
export const audit = sqliteTable(
  'audit',
  {
    /** SQLite keeps the number that was given last, so that a chain that was cut off at its end is noticed. */
    seq: integer().primaryKey({autoIncrement: true}),
    at: text().notNull(),
    account: text(),
    kind: text({enum: auditKinds}).notNull(),
    what: text().notNull(),
    subjectTable: text(),
    subjectId: text(),
    recipientId: text(),
    detail: text({mode: 'json'}).$type<unknown>().notNull(),
    firstChange: integer(),
    lastChange: integer().notNull(),
    changes: text(),
    previous: text().notNull(),
    hash: text().notNull(),
  },
  table => [
    index('audit_recipient')
      .on(table.recipientId, table.seq)
      .where(sql`${table.recipientId} IS NOT NULL`),
  ],
);
