import type {ChangeOp} from './change.ts';

/**
 * Who may change what (rule 1): one declaration for both sides, enforced where a parcel is received. A facility owns its
 * journal, files, plans and monitoring; the registry owns the reference data that it gives out.
 */
export const sides = ['facility', 'registry'] as const;
export type Side = (typeof sides)[number];

interface Owned {
  readonly side: Side;
  readonly ops: readonly ChangeOp[];
}

const all: readonly ChangeOp[] = ['insert', 'update', 'delete'];
const facility: Owned = {side: 'facility', ops: all};
/** What was issued stays as it was issued (rule 2: frozen papers are never merged). */
const frozen: Owned = {side: 'facility', ops: ['insert']};
const reference: Owned = {side: 'registry', ops: all};

/** By the names in SQL. A table that stands nowhere here is not exchanged. */
export const owners = {
  staff: facility,
  facility,
  account: facility,
  setting: facility,
  unit: facility,
  calendar_edit: facility,
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
  reference,
} as const satisfies Record<string, Owned>;

export type ExchangedTable = keyof typeof owners;

export function isExchanged(table: string): table is ExchangedTable {
  return Object.hasOwn(owners, table);
}

/** Whether a side may do this to that table; a table that is not known here is for the receiver's version to decide. */
export function mayWrite(side: Side, table: ExchangedTable, op: ChangeOp): boolean {
  const owned: Owned = owners[table];
  return owned.side === side && owned.ops.includes(op);
}
