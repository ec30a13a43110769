import {sql} from 'drizzle-orm';
import {bigint, check, foreignKey, json, pgTable, primaryKey, text, uniqueIndex, uuid} from 'drizzle-orm/pg-core';
import type {Change} from '../../protocol/change.ts';
import {changeOps} from '../../protocol/change.ts';
import {refusalReasons} from '../../protocol/header.ts';
import {bytewise, instant} from './columns.ts';
import {node} from './facility.ts';

/**
 * The log of a facility: it only grows, and only what was erased is emptied. Patches stay the text that came, which jsonb would not keep, and no foreign key
 * is looked up for each row: it is written under the lock of the facility's row, which therefore is there.
 */
export const change = pgTable(
  'change',
  {
    facilityId: uuid().notNull(),
    seq: bigint({mode: 'number'}).notNull(),
    stamp: bytewise().notNull(),
    tableName: text().notNull(),
    rowId: text().notNull(),
    op: text({enum: changeOps}).notNull(),
    /** JSON object. */
    patch: text().notNull(),
    /** Stamps, parted by a blank; empty for the first change of a row. */
    base: text().notNull(),
    author: text(),
    /** As it came: a broken clock may say a year that no timestamp holds. */
    recordedAt: text().notNull(),
    /** The node that brought it; null: this registry made it. */
    viaNode: bytewise(),
    /** Its number in the log of that node; 0 where this registry made it. */
    viaSeq: bigint({mode: 'number'}).notNull(),
  },
  table => [
    primaryKey({columns: [table.facilityId, table.seq]}),
    uniqueIndex('change_stamp').on(table.facilityId, table.stamp),
  ],
);

export const quarantineStates = ['open', 'mended'] as const;

/** What a node sent and was not taken into the log, whole and for ever. */
export const quarantine = pgTable(
  'quarantine',
  {
    facilityId: uuid().notNull(),
    stamp: bytewise().notNull(),
    /** SHA-256 of what was sent, hex: the same row sent again is the same one, another under its stamp is not. */
    digest: bytewise().notNull(),
    node: bytewise().notNull(),
    reason: text({enum: refusalReasons}).notNull(),
    /** json, not jsonb: that cannot hold the character 0, which may be what is wrong with it. */
    change: json().$type<Change>().notNull(),
    receivedAt: instant().notNull(),
    state: text({enum: quarantineStates}).notNull().default('open'),
  },
  table => [
    primaryKey({columns: [table.facilityId, table.stamp, table.digest]}),
    foreignKey({columns: [table.facilityId, table.node], foreignColumns: [node.facilityId, node.id]}),
    check('quarantine_state', sql`${table.state} IN ('open', 'mended')`),
  ],
);

/** What a node could not take in of what this registry gave it. */
export const refusal = pgTable(
  'refusal',
  {
    facilityId: uuid().notNull(),
    node: bytewise().notNull(),
    stamp: bytewise().notNull(),
    reason: text({enum: refusalReasons}).notNull(),
    saidAt: instant().notNull(),
  },
  table => [
    primaryKey({columns: [table.facilityId, table.node, table.stamp]}),
    foreignKey({columns: [table.facilityId, table.node], foreignColumns: [node.facilityId, node.id]}),
  ],
);

/** Rows of people who were erased: registry/protocol/erasure.ts. */
export const erasedRow = pgTable(
  'erased_row',
  {
    facilityId: uuid().notNull(),
    rowId: bytewise().notNull(),
    tableName: text().notNull(),
  },
  table => [primaryKey({columns: [table.facilityId, table.rowId, table.tableName]})],
);
