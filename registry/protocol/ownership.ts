import type {Change, ChangeOp} from './change.ts';
import type {RefusalReason} from './header.ts';

/**
 * Who may change what (rule 1): one declaration for both sides, enforced where a parcel is received. A facility owns its
 * journal, files, plans and monitoring; the registry owns the reference data that it gives out.
 */
export const sides = ['facility', 'registry'] as const;
export type Side = (typeof sides)[number];

interface Owned {
  readonly side: Side;
  readonly ops: readonly ChangeOp[];
  /** Of an update: only these columns. */
  readonly columns?: readonly string[];
}

const all: readonly ChangeOp[] = ['insert', 'update', 'delete'];
const facility: Owned = {side: 'facility', ops: all};
/**
 * What was issued stays as it was issued (rule 2: frozen papers are never merged). It goes to another entry of the same
 * person when the two are made into one.
 */
const frozen: Owned = {side: 'facility', ops: ['insert', 'update'], columns: ['recipient_id']};
/** What was erased stays erased. */
const lasting: Owned = {side: 'facility', ops: ['insert'], columns: []};
const reference: Owned = {side: 'registry', ops: all};

/** By the names in SQL. A table that stands nowhere here is not exchanged. */
export const owners = {
  staff: facility,
  facility,
  account: facility,
  setting: facility,
  unit: facility,
  calendar_edit: facility,
  phrase: facility,
  recipient: facility,
  recipient_merge: facility,
  relative: facility,
  journal: facility,
  placement: facility,
  placement_event: facility,
  unit_stay: facility,
  admission_check: facility,
  portal_entry: facility,
  personal_file: facility,
  file_document: facility,
  plan: facility,
  measure: facility,
  plan_signature: facility,
  monitoring_round: facility,
  monitoring_entry: facility,
  paper: frozen,
  print: frozen,
  year_binding: facility,
  transfer: facility,
  conflict_choice: facility,
  attachment: facility,
  consent: facility,
  reference,
  erasure: lasting,
} as const satisfies Record<string, Owned>;

export type ExchangedTable = keyof typeof owners;

export function isExchanged(table: string): table is ExchangedTable {
  return Object.hasOwn(owners, table);
}

/** Whether what stands in such a table is never changed after it was written. */
export function isFrozen(table: ExchangedTable): boolean {
  const owned: Owned = owners[table];
  return owned.columns !== undefined;
}

/** Whether the registry alone writes such a table: then nobody here has anything to choose in it. */
export function isOfRegistry(table: string): boolean {
  return isExchanged(table) && owners[table].side === 'registry';
}

/** Why a side may not make this change; undefined: it may. */
export function ownershipRefusal(
  side: Side,
  {table, op, patch}: Pick<Change, 'table' | 'op' | 'patch'>,
): Extract<RefusalReason, 'unknown-table' | 'not-yours' | 'frozen'> | undefined {
  if (!isExchanged(table)) return 'unknown-table';
  const owned: Owned = owners[table];
  if (owned.side !== side) return 'not-yours';
  if (!owned.ops.includes(op)) return 'frozen';
  if (op !== 'update' || owned.columns === undefined) return undefined;
  const changed = Object.keys(JSON.parse(patch) as Record<string, unknown>);
  return changed.every(column => owned.columns?.includes(column)) ? undefined : 'frozen';
}
