/**
 * The audit of a PC is a chain. Each link says who did what to whom, what of the change log was written thereby, and bears
 * the hash of the link before it:
 *
 *   1 begin ──▶ 2 ──▶ 3 ──▶ … ──▶ head          hash = SHA-256(everything in the link, the hash before it too)
 *     └ changes 1–40   └ none   └ changes 41–43
 *
 * Every change of the log belongs to one link, so that a log that was altered breaks the chain, too. Of its patch the
 * digest counts, so that a person can be erased (domain/erasure.ts): the patch goes, its digest stays. Whoever rewrites all
 * links from one on makes a chain that holds: that is why its head is printed, and kept by the registry.
 */

export const auditKinds = ['change', 'view', 'print', 'export', 'session', 'exchange', 'program'] as const;
export type AuditKind = (typeof auditKinds)[number];

/** Ids, counts, choices from closed lists. Never a name, nor anything that was typed. */
export type AuditDetail = Readonly<Record<string, string | number | boolean>>;

export interface AuditLink {
  readonly seq: number;
  /** UTC instant, ISO with Z. */
  readonly at: string;
  /** Account id; null: nobody signed in, or the program itself. */
  readonly account: string | null;
  readonly kind: AuditKind;
  /** The call, `plan.save`, or what else happened. */
  readonly what: string;
  /** The table as in the schema, and the row. */
  readonly subjectTable: string | null;
  readonly subjectId: string | null;
  readonly recipientId: string | null;
  /** JSON of an `AuditDetail`, as it stands. */
  readonly detail: string;
  /** The first change of the log that it covers; null: none. */
  readonly firstChange: number | null;
  /** How far the log is covered by the chain up to here. */
  readonly lastChange: number;
  /** SHA-256 over the changes that it covers. */
  readonly changes: string | null;
  readonly previous: string;
  readonly hash: string;
}

/** A change of the log, column by column as `changeColumns` names them, with the digest of its patch in place of the patch. */
export type ChangeRow = readonly (string | number | null)[];

/** Fixed for ever, whatever columns come later: what was hashed once must be hashed so again. */
export const changeColumns = [
  'seq',
  'table_name',
  'row_id',
  'op',
  'patch',
  'base',
  'author',
  'recorded_at',
  'stamp',
  'origin',
  'via',
  'via_seq',
] as const;

/**
 * The text of a patch that is hashed. A salt of its own goes with it: without that, whoever has the digest of an erased one
 * could try telephone numbers until one fits. Null: of a change that was erased as it came, or from before there was one.
 */
export function canonicalPatch(patch: string, salt: string | null): string {
  return `${salt ?? ''}\n${patch}`;
}

/** The text of a change that is hashed, with its end. */
export function canonicalChange(row: ChangeRow): string {
  return `${JSON.stringify(row)}\n`;
}

/** The text of a link that is hashed. JSON of an array has one form only. */
export function canonicalLink(link: Omit<AuditLink, 'hash'>): string {
  return JSON.stringify([
    'tirek-audit-2',
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
  ]);
}

/** What stands before the first link: the name of the installation that began the chain. */
export function genesisText(node: string): string {
  return `tirek-audit-2\n${node}`;
}

/** Of the first link. */
export const beginning = 'audit.begin';

/**
 * What is wrong with the first link that does not hold.
 * - missing: there is no link of this number.   - altered: it does not say what it said when it was written.
 * - parted: it does not follow from the link before it, which is another one than it was.
 * - changes: the changes of the log that it covers are not those of then.
 * - cut-off: the chain ends before it, and had gone on.   - uncovered: behind the last link the log goes on.
 */
export const auditBreaks = ['missing', 'altered', 'parted', 'changes', 'cut-off', 'uncovered'] as const;
export type AuditBreak = (typeof auditBreaks)[number];

/** How far a chain was found whole. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
  readonly lastChange: number;
}

type Hash = (text: string) => string;

/** What a chain is checked from: nothing, before the first link. */
export const chainStart: ChainEnd = {seq: 0, hash: '', lastChange: 0};

/**
 * Whether a link follows on `before`. `changes`: the SHA-256 over the changes of the log from `firstChange` to `lastChange`
 * as they stand now; null where it covers none.
 */
export function findBreak(
  before: ChainEnd,
  link: AuditLink,
  {changes, sha256}: {readonly changes: string | null; readonly sha256: Hash},
): AuditBreak | undefined {
  if (link.seq !== before.seq + 1) return 'missing';
  if (link.hash !== sha256(canonicalLink(link))) return 'altered';
  if (link.previous !== (link.seq === 1 ? genesisOf(link, sha256) : before.hash)) return 'parted';
  const from = link.firstChange === null ? link.lastChange : link.firstChange - 1;
  if (from !== before.lastChange || link.lastChange < from || link.changes !== changes) return 'changes';
  return undefined;
}

function genesisOf({what, subjectId}: AuditLink, sha256: Hash): string {
  return what === beginning ? sha256(genesisText(subjectId ?? '')) : '';
}

export function endOf({seq, hash, lastChange}: AuditLink): ChainEnd {
  return {seq, hash, lastChange};
}

export interface FoundBreak {
  /** The number of the link. */
  readonly seq: number;
  readonly problem: AuditBreak;
}

/** The end of a chain against what is known beside it: the number that was given last, and the end of the log. */
export function findBreakAtEnd(
  end: ChainEnd,
  {lastSeq, lastChange}: {readonly lastSeq: number; readonly lastChange: number},
): FoundBreak | undefined {
  if (lastSeq > end.seq) return {seq: end.seq + 1, problem: 'cut-off'};
  if (lastChange > end.lastChange) return {seq: end.seq, problem: 'uncovered'};
  return undefined;
}

/** As it is read aloud and compared: `4f1a 09c3 …`. */
export function hashGroups(hash: string): readonly string[] {
  return Array.from(hash.matchAll(/.{1,4}/g), ([group]) => group);
}
