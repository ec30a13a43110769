import type {AuditDetail, AuditKind, AuditLink} from '../../domain/audit.ts';
import {must} from '../../domain/assert.ts';
import type {PersonName} from '../../domain/person.ts';
import type {ReadableDb, SqlValue} from '../connection.ts';
import {accountNames} from './facility.ts';

/** Null: all. */
export interface AuditFilter {
  /** Instants; `until` does not belong to it. */
  readonly since: string | null;
  readonly until: string | null;
  readonly accountId: string | null;
  readonly kind: AuditKind | null;
  readonly recipientId: string | null;
}

export interface FoundLink {
  readonly seq: number;
  readonly at: string;
  readonly accountName: string | null;
  readonly kind: AuditKind;
  readonly what: string;
  readonly recipientId: string | null;
  /** As the person is called now; null: nobody, or nobody who is known any more. */
  readonly name: PersonName | null;
  readonly detail: AuditDetail;
}

interface Row extends PersonName {
  readonly seq: number;
  readonly at: string;
  readonly account: string | null;
  readonly kind: AuditKind;
  readonly what: string;
  readonly recipientId: string | null;
  readonly detail: string;
}

/** The newest first, at most `limit` of them. `before`: a number. */
export function findLinks(
  db: ReadableDb,
  filter: AuditFilter,
  {before, limit}: {before: number | null; limit: number},
): FoundLink[] {
  const wanted: readonly (readonly [condition: string, value: SqlValue])[] = [
    ['a.seq < ?', before],
    ['a.at >= ?', filter.since],
    ['a.at < ?', filter.until],
    ['a.account = ?', filter.accountId],
    ['a.kind = ?', filter.kind],
    ['a.recipient_id = ?', filter.recipientId],
  ];
  const used = wanted.filter(([, value]) => value !== null);
  const where = used.length === 0 ? '' : `WHERE ${used.map(([condition]) => condition).join(' AND ')}`;
  const rows = db
    .prepare<Row>(
      `SELECT a.seq, a.at, a.account, a.kind, a.what, a.recipient_id AS recipientId, a.detail,
        r.surname, r.first_name AS firstName, r.patronymic
      FROM audit a LEFT JOIN recipient r ON r.id = a.recipient_id ${where} ORDER BY a.seq DESC LIMIT ?`,
    )
    .all(...used.map(([, value]) => value), limit);
  const names = accountNames(db);
  return rows.map(({account, surname, firstName, patronymic, detail, ...row}) => ({
    ...row,
    accountName: account === null ? null : (names.get(account) ?? null),
    name: surname === null ? null : {surname, firstName, patronymic},
    detail: JSON.parse(detail),
  }));
}

/** The end of the chain: it is there since the database was opened first. */
export function lastLink(db: ReadableDb): Pick<AuditLink, 'seq' | 'at' | 'hash'> {
  return must(
    db
      .prepare<Pick<AuditLink, 'seq' | 'at' | 'hash'>>('SELECT seq, at, hash FROM audit ORDER BY seq DESC LIMIT 1')
      .get(),
  );
}
