import {and, eq, ne} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import type {AccountRole} from '../../domain/roles.ts';
import type {Connection, ReadableDb} from '../../db/connection.ts';
import {account} from '../../db/schema/facility.ts';
import {writeSetupStep} from '../../db/settings.ts';
import type {Account} from '../handlers/context.ts';

/** The person of an account; undefined where it is missing or disabled. */
export function findAccount(db: ReadableDb, id: string): Account | undefined {
  const row = accountRow(db, id);
  return row === undefined || row.disabled ? undefined : row;
}

/** The row of an account, also of a disabled one. */
export function accountRow(db: ReadableDb, id: string): typeof account.$inferSelect | undefined {
  return db.select().from(account).where(eq(account.id, id)).get();
}

/** The account's row, with the rest of set-up begun for the first one. A repeat, after an interruption, changes nothing. */
export function ensureFirstAccount(connection: Connection, id: string, name: string): Account {
  const known = findAccount(connection.readable, id);
  if (known !== undefined) return known;
  connection.transact(
    (db, note) => {
      db.insert(account).values({id, name, role: 'head'}).run();
      writeSetupStep(db, 'organisation');
      note({kind: 'session', what: 'session.createAccount', subject: {table: 'account', id}});
    },
    {accountId: id},
  );
  return must(findAccount(connection.readable, id));
}

interface AccountValues {
  readonly id: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly staffId: string | null;
}

/** A new row, or that of somebody of this name who was let go and comes back. */
export function admitAccount(connection: Connection, author: string, row: AccountValues): void {
  const {role, staffId} = row;
  connection.transact(
    (db, note) => {
      db.insert(account)
        .values(row)
        .onConflictDoUpdate({target: account.id, set: {role, staffId, disabled: false}})
        .run();
      note({kind: 'session', what: 'session.enterAccount', subject: {table: 'account', id: row.id}});
    },
    {accountId: author},
  );
}

export function changeAccount(
  connection: Connection,
  author: string,
  {id, ...values}: {id: string} & Partial<Omit<AccountValues, 'id'> & {disabled: boolean}>,
): void {
  connection.transact(db => db.update(account).set(values).where(eq(account.id, id)).run(), {accountId: author});
}

/** Whether there is a head beside this account: an organisation without one could approve nothing any more. */
export function hasOtherHead(db: ReadableDb, id: string): boolean {
  const heads = db
    .select({id: account.id})
    .from(account)
    .where(and(eq(account.role, 'head'), eq(account.disabled, false), ne(account.id, id)))
    .all();
  return heads.length > 0;
}

export function findAccountByName(db: ReadableDb, name: string): Account | undefined {
  return db.select().from(account).where(eq(account.name, name)).get();
}
