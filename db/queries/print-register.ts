import {and, count, desc, eq, gte, lt, type SQL} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import type {ReadableDb} from '../connection.ts';
import {print} from '../schema/paper.ts';
import {recipient} from '../schema/recipient.ts';
import type {PrintRow} from './paper.ts';

/** Null: all. Instants, the second one not included. */
export interface PrintFilter {
  readonly since: string | null;
  readonly until: string | null;
  readonly accountId: string | null;
  readonly form: string | null;
  readonly recipientId: string | null;
}

export interface RegisteredPrint extends PrintRow {
  /** Null: nobody's paper. */
  readonly person: {readonly surname: string; readonly firstName: string; readonly patronymic: string | null} | null;
}

export function countPrints(db: ReadableDb, filter: PrintFilter): number {
  return must(db.select({prints: count()}).from(print).where(where(filter)).get()).prints;
}

/** The newest first. */
export function findPrints(
  db: ReadableDb,
  filter: PrintFilter,
  {offset, limit}: {readonly offset: number; readonly limit: number},
): RegisteredPrint[] {
  return db
    .select({
      print,
      person: {surname: recipient.surname, firstName: recipient.firstName, patronymic: recipient.patronymic},
    })
    .from(print)
    .leftJoin(recipient, eq(recipient.id, print.recipientId))
    .where(where(filter))
    .orderBy(desc(print.printedAt), desc(print.id))
    .limit(limit)
    .offset(offset)
    .all()
    .map(({print: row, person}) => ({...row, person}));
}

/** The accounts that have printed something. */
export function printingAccounts(db: ReadableDb): string[] {
  return db
    .selectDistinct({id: print.accountId})
    .from(print)
    .all()
    .map(({id}) => id);
}

function where({since, until, accountId, form, recipientId}: PrintFilter): SQL | undefined {
  return and(
    since === null ? undefined : gte(print.printedAt, since),
    until === null ? undefined : lt(print.printedAt, until),
    accountId === null ? undefined : eq(print.accountId, accountId),
    form === null ? undefined : eq(print.form, form),
    recipientId === null ? undefined : eq(print.recipientId, recipientId),
  );
}
