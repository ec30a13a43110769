import {bigint, index, pgTable, primaryKey, text, uuid} from 'drizzle-orm/pg-core';
import {handoverStates} from '../../../domain/transfer.ts';
import {bytes, bytewise, instant} from './columns.ts';
import {facility} from './facility.ts';

/** Attachments by their SHA-256, in pieces as they came (rule 9). */
export const blob = pgTable(
  'blob',
  {
    facilityId: uuid()
      .notNull()
      .references(() => facility.id),
    sha256: bytewise().notNull(),
    size: bigint({mode: 'number'}).notNull(),
    /** Bytes that are here, from the beginning without a gap. */
    received: bigint({mode: 'number'}).notNull().default(0),
    /** When all of it was here and its hash was right. */
    completedAt: instant(),
  },
  table => [primaryKey({columns: [table.facilityId, table.sha256]})],
);

export const blobChunk = pgTable(
  'blob_chunk',
  {
    facilityId: uuid().notNull(),
    sha256: bytewise().notNull(),
    /** Offset of its first byte. */
    at: bigint({mode: 'number'}).notNull(),
    bytes: bytes().notNull(),
  },
  table => [primaryKey({columns: [table.facilityId, table.sha256, table.at]})],
);

/** A recipient handed over; `facilityId` is the sender. */
export const handover = pgTable(
  'handover',
  {
    facilityId: uuid()
      .notNull()
      .references(() => facility.id),
    id: uuid().notNull(),
    toFacility: uuid()
      .notNull()
      .references(() => facility.id),
    state: text({enum: handoverStates}).notNull().default('offered'),
    /** SHA-256 of the content; it stands in the sender's blobs, and the receiver may read that one. */
    sha256: bytewise().notNull(),
    size: bigint({mode: 'number'}).notNull(),
    offeredAt: instant().notNull(),
    answeredAt: instant(),
    reason: text(),
  },
  table => [
    primaryKey({columns: [table.facilityId, table.id]}),
    index('handover_receiver').on(table.toFacility, table.id),
    index('handover_content').on(table.facilityId, table.sha256),
  ],
);
