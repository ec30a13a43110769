import {createHash, randomBytes} from 'node:crypto';
import {hash as argon, verify} from '@node-rs/argon2';
import {and, eq, gt, lte} from 'drizzle-orm';
import {officer, officerSession} from './schema/own.ts';
import type {Store} from './store.ts';

/** The one account of the registry's officer, and who is signed in with it. */

const hours = 12;

export interface Session {
  /** What every form must bring along. */
  readonly token: string;
}

/** Sets the password; who was signed in with another is signed out. */
export async function setPassword(store: Store, password: string): Promise<void> {
  const made = await argon(password);
  await store.asOfficer(async db => {
    await db
      .insert(officer)
      .values({password: made})
      .onConflictDoUpdate({target: officer.only, set: {password: made}});
    await db.delete(officerSession);
  });
}

export async function isPassword(store: Store, password: string): Promise<boolean> {
  const [row] = await store.asOfficer(db => db.select().from(officer));
  return row !== undefined && verify(row.password, password);
}

export async function hasPassword(store: Store): Promise<boolean> {
  const rows = await store.asOfficer(db => db.select({only: officer.only}).from(officer));
  return rows.length > 0;
}

/** The cookie of a new session; only its hash is kept. */
export async function beginSession(store: Store, now: () => number): Promise<string> {
  const cookie = randomBytes(32).toString('base64url');
  await store.asOfficer(async db => {
    await db.delete(officerSession).where(lte(officerSession.expiresAt, new Date(now())));
    await db.insert(officerSession).values({
      hash: hashOf(cookie),
      token: randomBytes(32).toString('base64url'),
      expiresAt: new Date(now() + hours * 3_600_000),
    });
  });
  return cookie;
}

export async function findSession(store: Store, cookie: string, now: () => number): Promise<Session | undefined> {
  const [row] = await store.asOfficer(db =>
    db
      .select({token: officerSession.token})
      .from(officerSession)
      .where(and(eq(officerSession.hash, hashOf(cookie)), gt(officerSession.expiresAt, new Date(now())))),
  );
  return row;
}

export async function endSession(store: Store, cookie: string): Promise<void> {
  await store.asOfficer(db => db.delete(officerSession).where(eq(officerSession.hash, hashOf(cookie))));
}

function hashOf(cookie: string): string {
  return createHash('sha256').update(cookie).digest('hex');
}
