import {integer, sqliteTable, text, index, uniqueIndex} from 'drizzle-orm/sqlite-core';
import {recipient} from './recipient.ts';

/** The personal file (Appendix 3): one for a person, continued when the person comes again. */
export const personalFile = sqliteTable(
  'personal_file',
  {
    id: text().primaryKey(),
    recipientId: text()
      .notNull()
      .references(() => recipient.id),
    /** As printed: prefix and number. Never given twice. */
    number: text().notNull(),
    numberValue: integer(),
    openedOn: text().notNull(),
    /** «Жасалған жері»; the facility's place unless changed. */
    placeKk: text().notNull(),
    placeRu: text().notNull(),
    /** «Қайдан келді». */
    cameFrom: text(),
    /** The date under the head's signature. */
    signedOn: text(),
    /** Sheets bound, when counted by hand; null: the sum of the documents' sheets. */
    sheets: integer(),
  },
  table => [index('file_number').on(table.number), uniqueIndex('file_recipient').on(table.recipientId)],
);

/** A paper in the personal file: the inventory. Originals are held with written consent (paragraph 11 2) part 4). */
export const fileDocument = sqliteTable(
  'file_document',
  {
    id: text().primaryKey(),
    fileId: text()
      .notNull()
      .references(() => personalFile.id),
    position: integer().notNull(),
    title: text().notNull(),
    sheets: integer(),
    copies: integer(),
    original: integer({mode: 'boolean'}).notNull().default(false),
    consentOn: text(),
    receivedOn: text(),
    returnedOn: text(),
  },
  table => [index('document_file').on(table.fileId)],
);
