import {index, integer, primaryKey, sqliteTable, text} from 'drizzle-orm/sqlite-core';
import {refusalReasons} from '../../registry/protocol/header.ts';
import type {Partner} from '../../registry/protocol/partner.ts';
import {fileDocument} from './file.ts';
import {recipient} from './recipient.ts';

/** That a person has looked at a value that lost in a merge, and left things as they are. Its id follows from the rest. */
export const conflictChoice = sqliteTable('conflict_choice', {
  id: text().primaryKey(),
  tableName: text().notNull(),
  rowId: text().notNull(),
  /** The column by its name in SQL; null: that the row was deleted. */
  field: text(),
  /** Stamp of the change that lost. */
  loser: text().notNull(),
});

/** A scan or a picture that belongs to a recipient. Its bytes lie in the file of the attachments, by their SHA-256. */
export const attachment = sqliteTable(
  'attachment',
  {
    id: text().primaryKey(),
    recipientId: text()
      .notNull()
      .references(() => recipient.id),
    /** The line of the inventory that it shows; null: none. */
    documentId: text().references(() => fileDocument.id),
    title: text().notNull(),
    mediaType: text().notNull(),
    sha256: text().notNull(),
    /** Bytes. */
    size: integer().notNull(),
    addedOn: text().notNull(),
  },
  table => [index('attachment_recipient').on(table.recipientId)],
);

/**
 * A document of the registry's reference data, one of each kind: registry/protocol/reference.ts. It comes from there alone.
 * Of a kind that only a newer version knows, the row is kept all the same.
 */
export const reference = sqliteTable('reference', {
  id: text().primaryKey(),
  version: integer().notNull(),
  sha256: text().notNull(),
  size: integer().notNull(),
  kind: text(),
  publishedAt: text(),
  content: text({mode: 'json'}).$type<unknown>(),
  /** The registry's signature. */
  seal: text(),
});

/** With whom this PC exchanges. Of this PC alone, as all that follows. */
export const partner = sqliteTable('partner', {
  /** Its node id, 16 hex digits. */
  id: text().primaryKey(),
  kind: text({enum: ['registry', 'pc']}).notNull(),
  name: text().notNull(),
  /** `age1…`, to encrypt to. */
  boxKey: text().notNull(),
  /** Ed25519, base64url, to verify by. */
  signKey: text().notNull(),
  /** Of a registry. */
  url: text(),
  /** SHA-256 of the certificate of a registry that no authority vouches for, hex. */
  certificate: text(),
  state: text({enum: ['active', 'copied', 'left']}).notNull(),
  /** What is known of its log, and what it knows of ours. */
  knowledge: text({mode: 'json'}).$type<Partner>().notNull(),
  parcels: integer().notNull().default(0),
  /** Up to this number of our log something was sent, confirmed or not. */
  sent: integer().notNull().default(0),
  lastExchangeAt: text(),
});

/** What came and could not be taken in. It stays until its cause is gone, or a person decides. */
export const quarantine = sqliteTable(
  'quarantine',
  {
    id: integer().primaryKey({autoIncrement: true}),
    /** The partner that brought it. */
    via: text().notNull(),
    stamp: text().notNull().unique(),
    tableName: text().notNull(),
    rowId: text().notNull(),
    /** The change as it came: a line of the parcel. */
    line: text().notNull(),
    reason: text({enum: refusalReasons}).notNull(),
    receivedAt: text().notNull(),
    /** A person has said that it may be done all the same (a deletion of many). */
    approved: integer({mode: 'boolean'}).notNull().default(false),
  },
  table => [index('quarantine_row').on(table.tableName, table.rowId)],
);

/** What a partner has from us and could not take in, as it said last. */
export const refusal = sqliteTable(
  'refusal',
  {
    partner: text().notNull(),
    stamp: text().notNull(),
    reason: text({enum: refusalReasons}).notNull(),
  },
  table => [primaryKey({columns: [table.partner, table.stamp]})],
);

/** Rows on which edits have met. `heads`: the changes that nobody has joined yet, between spaces; null: joined since. */
export const fork = sqliteTable(
  'fork',
  {
    tableName: text().notNull(),
    rowId: text().notNull(),
    heads: text(),
  },
  table => [primaryKey({columns: [table.tableName, table.rowId]})],
);

/** Changes of a newer version that could not be written into rows whole; looked at again after each migration. */
export const unapplied = sqliteTable(
  'unapplied',
  {
    stamp: text().primaryKey(),
    tableName: text().notNull(),
    rowId: text().notNull(),
  },
  table => [index('unapplied_row').on(table.tableName, table.rowId)],
);
