import {sql} from 'drizzle-orm';
import {bigint, check, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid} from 'drizzle-orm/pg-core';
import {organisationTypes} from '../../../domain/vocabulary.ts';
import {auditWarnings, type AuditEnd} from '../../protocol/audit-end.ts';
import type {ParcelHeader} from '../../protocol/header.ts';
import type {Partner} from '../../protocol/partner.ts';
import {bytewise, instant} from './columns.ts';

/**
 * The facilities, and who of them exchanges. What belongs to a facility is keyed by it first, so that partitions can
 * spread it, and guarded by the policies of the migration: docs/decisions/0019-registry.md.
 */

export const facility = pgTable('facility', {
  id: uuid().primaryKey(),
  type: text({enum: organisationTypes}).notNull(),
  nameKk: text().notNull(),
  nameRu: text().notNull(),
  /** Of the facility's log in this registry: 16 hex digits. */
  epoch: bytewise().notNull(),
  /** The last number of the log; 0: empty. Moved on only under the lock of this row (rule 3). */
  head: bigint({mode: 'number'}).notNull().default(0),
  /** The last hybrid time that this registry made for the facility; null: none yet. */
  clock: bytewise(),
  /** What the facility said of itself last: numbers, never a person. */
  report: jsonb().$type<NonNullable<ParcelHeader['report']>>(),
  reportedAt: instant(),
});

export const nodeStatuses = ['active', 'copied', 'revoked'] as const;

/** A PC that was taken in. */
export const node = pgTable(
  'node',
  {
    facilityId: uuid()
      .notNull()
      .references(() => facility.id),
    id: bytewise().notNull(),
    name: text().notNull(),
    box: text().notNull(),
    sign: text().notNull(),
    status: text({enum: nodeStatuses}).notNull().default('active'),
    partner: jsonb().$type<Partner>().notNull(),
    /** Parcels made for it so far. */
    parcelsOut: integer().notNull().default(0),
    program: text().notNull().default(''),
    schemaNumber: bigint({mode: 'number'}).notNull().default(1),
    enrolledAt: instant().notNull(),
    lastExchangeAt: instant(),
    /** Rows that it says it could not take in, from anybody. */
    quarantined: bigint({mode: 'number'}).notNull().default(0),
    /** The last ends of its audit, newest last. */
    auditEnds: jsonb().$type<readonly AuditEnd[]>().notNull().default([]),
    /** What was wrong with one of them, and when; null: nothing so far. */
    auditWarning: text({enum: auditWarnings}),
    auditWarnedAt: instant(),
  },
  table => [
    primaryKey({columns: [table.facilityId, table.id]}),
    // A parcel names the node before anybody knows the facility.
    uniqueIndex('node_id').on(table.id),
    check('node_shape', sql`${table.id} ~ '^[0-9a-f]{16}$'`),
  ],
);

/** A one-time code; only its hash is kept. */
export const enrolmentCode = pgTable(
  'enrolment_code',
  {
    facilityId: uuid()
      .notNull()
      .references(() => facility.id),
    /** SHA-256 of the code, hex. */
    hash: bytewise().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    /** The node that came with it. */
    usedBy: bytewise(),
  },
  table => [primaryKey({columns: [table.facilityId, table.hash]}), uniqueIndex('enrolment_code_hash').on(table.hash)],
);
