import {createHash, hash as hashAtOnce} from 'node:crypto';
import {must} from '../../domain/assert.ts';
import {
  beginning,
  canonicalChange,
  canonicalLink,
  canonicalPatch,
  changeColumns,
  genesisText,
  type AuditDetail,
  type AuditKind,
  type AuditLink,
  type ChainEnd,
  type ChangeRow,
} from '../../domain/audit.ts';
import type {Statements} from '../statements.ts';
import type {Trigger} from '../triggers.ts';

/** What is to be noted of something that a person, or the program, did. */
export interface AuditEntry {
  readonly kind: AuditKind;
  readonly what: string;
  /** By default the author of the transaction. */
  readonly account?: string | null;
  /** By default now; of what happened while the database was closed, then. */
  readonly at?: string;
  readonly subject?: {readonly table: string; readonly id: string} | undefined;
  readonly recipientId?: string | null | undefined;
  readonly detail?: AuditDetail;
}

export interface Trail {
  /**
   * In each transaction before it ends: the links of what was noted, the first of them over the changes that were written.
   * Where nothing was noted and the log has grown, a link says so all the same.
   */
  write(entries: readonly AuditEntry[], otherwise: AuditEntry): void;
}

const changesAtOnce = 1_000;

export function sha256(text: string): string {
  return hashAtOnce('sha256', text, 'hex');
}

/** From a change on, by number, some at a time; its salt comes last. */
const selectChanges = `SELECT ${changeColumns.join(', ')}, salt FROM change WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${changesAtOnce}`;

/** The same for the verification. What was erased has its digest: only that of an empty patch is looked at. */
export const selectForVerification = `SELECT ${changeColumns.map(column => `c.${column}`).join(', ')}, c.salt,
  iif(c.patch = '{}', e.digest, NULL) AS digest FROM change c LEFT JOIN erased_change e ON e.seq = c.seq
  WHERE c.seq > ? AND c.seq <= ? ORDER BY c.seq LIMIT ${changesAtOnce}`;

const patchPlace = changeColumns.indexOf('patch');

/** The digest of the patch of a change. */
export function digestOfPatch(patch: string, salt: string | null): string {
  return sha256(canonicalPatch(patch, salt));
}

/** A row of `selectChanges` as it is hashed. `digest`: of a patch that was emptied since. */
export function canonicalText(row: ChangeRow, digest?: string): string {
  const salt = row[changeColumns.length] ?? null;
  const columns = row.slice(0, changeColumns.length);
  columns[patchPlace] = digest ?? digestOfPatch(String(row[patchPlace]), salt === null ? null : String(salt));
  return canonicalChange(columns);
}

const selectEnd = 'SELECT seq, hash, last_change AS lastChange FROM audit ORDER BY seq DESC LIMIT 1';

const insertLink =
  'INSERT INTO audit (seq, at, account, kind, what, subject_table, subject_id, recipient_id, detail, ' +
  'first_change, last_change, changes, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';

/** `statements` may write the log. `node`: the name of the installation where the chain is begun. */
export function makeTrail(statements: Statements, {node, now}: {node: string; now: () => string}): Trail {
  return {
    write(entries, otherwise) {
      const end = statements.prepare(selectEnd).get() as ChainEnd | undefined;
      const start = end ?? {seq: 0, hash: sha256(genesisText(node)), lastChange: 0};
      const covered = coverChanges(statements, start.lastChange);
      const begun = end === undefined ? [beginningOf(node)] : [];
      const rest = entries.length === 0 && covered !== undefined && begun.length === 0 ? [otherwise] : entries;
      let last: ChainEnd = start;
      for (const [place, entry] of [...begun, ...rest].entries()) {
        const account = entry.account === undefined ? (otherwise.account ?? null) : entry.account;
        const link = linkAfter(last, {...entry, account}, place === 0 ? covered : undefined, now());
        insert(statements, link);
        last = link;
      }
    },
  };
}

/** It covers what stood in the log before there was an audit. */
function beginningOf(node: string): AuditEntry {
  return {kind: 'program', what: beginning, account: null, subject: {table: 'installation', id: node}};
}

interface Covered {
  readonly first: number;
  readonly last: number;
  readonly hash: string;
}

/** The changes behind a number, hashed as they stand; undefined: there are none. */
function coverChanges(statements: Statements, after: number): Covered | undefined {
  const select = statements.prepare(selectChanges).raw();
  const next = (from: number): ChangeRow[] => select.all(from, Number.MAX_SAFE_INTEGER) as ChangeRow[];
  let rows = next(after);
  if (rows.length === 0) return undefined;
  const first = after + 1;
  // As nearly always: what one command wrote. A hash that is fed bit by bit costs several times as much.
  if (rows.length < changesAtOnce) {
    return {first, last: lastOf(rows), hash: sha256(rows.map(row => canonicalText(row)).join(''))};
  }
  const hash = createHash('sha256');
  let last = after;
  while (rows.length > 0) {
    hash.update(rows.map(row => canonicalText(row)).join(''));
    last = lastOf(rows);
    rows = next(last);
  }
  return {first, last, hash: hash.digest('hex')};
}

function lastOf(rows: readonly ChangeRow[]): number {
  return Number(must(rows.at(-1))[0]);
}

function linkAfter(
  before: ChainEnd,
  {kind, what, account = null, at, subject, recipientId = null, detail = {}}: AuditEntry,
  covered: Covered | undefined,
  now: string,
): AuditLink {
  const link = {
    seq: before.seq + 1,
    at: at ?? now,
    account,
    kind,
    what,
    subjectTable: subject?.table ?? null,
    subjectId: subject?.id ?? null,
    recipientId,
    detail: JSON.stringify(detail),
    firstChange: covered?.first ?? null,
    lastChange: covered?.last ?? before.lastChange,
    changes: covered?.hash ?? null,
    previous: before.hash,
  };
  return {...link, hash: sha256(canonicalLink(link))};
}

function insert(statements: Statements, link: AuditLink): void {
  statements
    .prepare(insertLink)
    .run(
      link.seq,
      link.at,
      link.account,
      link.kind,
      link.what,
      link.subjectTable,
      link.subjectId,
      link.recipientId,
      link.detail,
      link.firstChange,
      link.lastChange,
      link.changes,
      link.previous,
      link.hash,
    );
}

/** What makes the chain grow only at its end. */
export const auditTriggers: readonly Trigger[] = ['UPDATE', 'DELETE'].map(event => ({
  name: `keep_audit_${event.toLowerCase()}`,
  sql: `CREATE TRIGGER keep_audit_${event.toLowerCase()} BEFORE ${event} ON audit BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END`,
}));
