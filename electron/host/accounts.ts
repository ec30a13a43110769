import {eq} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import type {AccountRole} from '../../domain/roles.ts';
import type {Connection, ReadableDb} from '../../db/connection.ts';
import {account} from '../../db/schema/facility.ts';
import {writeSetupStep} from '../../db/settings.ts';
import type {Account} from '../handlers/context.ts';

/** The person of an account; undefined where it is missing or disabled. */
export function findAccount(db: ReadableDb, id: string): Account | undefined {
  const row = db.select().from(account).where(eq(account.id, id)).get();
  return row === undefined || row.disabled ? undefined : row;
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

export function insertAccount(
  connection: Connection,
  author: string,
  row: {id: string; name: string; role: AccountRole; staffId: string | null},
): void {
  connection.transact(
    (db, note) => {
      db.insert(account).values(row).run();
      note({kind: 'session', what: 'session.enterAccount', subject: {table: 'account', id: row.id}});
    },
    {accountId: author},
  );
}

export function findAccountByName(db: ReadableDb, name: string): Account | undefined {
  return db.select().from(account).where(eq(account.name, name)).get();
}
