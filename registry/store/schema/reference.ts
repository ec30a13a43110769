import {bigint, integer, pgTable, primaryKey, text, uuid} from 'drizzle-orm/pg-core';
import {referenceKinds} from '../../protocol/reference.ts';
import {bytewise, instant} from './columns.ts';
import {facility} from './facility.ts';

/** Every version of the reference data that was published; the last of a kind is in force. */
export const referenceDocument = pgTable(
  'reference_document',
  {
    kind: text({enum: referenceKinds}).notNull(),
    version: integer().notNull(),
    sha256: bytewise().notNull(),
    size: bigint({mode: 'number'}).notNull(),
    publishedAt: instant().notNull(),
    /** JSON, letter for letter what the hash is of. */
    content: text().notNull(),
    seal: text().notNull(),
  },
  table => [primaryKey({columns: [table.kind, table.version]})],
);

/** What the officer has brought and not yet published: one of a kind. */
export const referenceDraft = pgTable('reference_draft', {
  kind: text({enum: referenceKinds}).primaryKey(),
  sha256: bytewise().notNull(),
  content: text().notNull(),
  savedAt: instant().notNull(),
});

/** Which version stands last in the log of a facility, and where. */
export const referenceGiven = pgTable(
  'reference_given',
  {
    facilityId: uuid()
      .notNull()
      .references(() => facility.id),
    kind: text({enum: referenceKinds}).notNull(),
    version: integer().notNull(),
    sha256: bytewise().notNull(),
    seq: bigint({mode: 'number'}).notNull(),
    stamp: bytewise().notNull(),
  },
  table => [primaryKey({columns: [table.facilityId, table.kind]})],
);
