import {sql} from 'drizzle-orm';
import {boolean, check, pgTable, text} from 'drizzle-orm/pg-core';
import {bytewise, instant} from './columns.ts';

/** Who this registry is: one row, read by the owner of the tables alone. It travels with every backup of the database. */
export const registry = pgTable(
  'registry',
  {
    only: boolean().primaryKey().default(true),
    node: bytewise().notNull(),
    /** `AGE-SECRET-KEY-1…` */
    box: text().notNull(),
    /** PKCS8, base64url. */
    sign: text().notNull(),
  },
  table => [check('registry_only', sql`${table.only}`)],
);

/** The officer of the registry: one account. */
export const officer = pgTable(
  'officer',
  {
    only: boolean().primaryKey().default(true),
    /** Argon2id. */
    password: text().notNull(),
  },
  table => [check('officer_only', sql`${table.only}`)],
);

export const officerSession = pgTable('officer_session', {
  /** SHA-256 of the cookie, hex. */
  hash: bytewise().primaryKey(),
  /** What every form of the session must bring along. */
  token: text().notNull(),
  expiresAt: instant().notNull(),
});
