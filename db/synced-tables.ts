import {audit} from './schema/audit.ts';
import {consent} from './schema/consent.ts';
import {deadline, deadlineStale} from './schema/deadline.ts';
import {erasedChange, erasedRow, erasure} from './schema/erasure.ts';
import {
  attachment,
  conflictChoice,
  fork,
  partner,
  quarantine,
  reference,
  refusal,
  unapplied,
} from './schema/exchange.ts';
import {account, calendarEdit, facility, phrase, setting, staff, unit} from './schema/facility.ts';
import {fileDocument, personalFile} from './schema/file.ts';
import {
  admissionCheck,
  journal,
  placement,
  placementEvent,
  placementState,
  portalEntry,
  unitStay,
} from './schema/journal.ts';
import {commandReceipt, draft, localState, phraseUse} from './schema/local.ts';
import {change} from './schema/log.ts';
import {monitoringEntry, monitoringRound} from './schema/monitoring.ts';
import {paper, print, yearBinding} from './schema/paper.ts';
import {measure, plan, planSignature} from './schema/plan.ts';
import {recipient, recipientMerge, relative} from './schema/recipient.ts';
import {handover, transfer} from './schema/transfer.ts';

/**
 * Which tables the change log follows. A test finds a table that stands in neither list, or in both.
 * Order: a table stands after the tables that it refers to.
 */

/** Facts and papers: every change is logged, and with the exchange sent. Each has one text column `id` as its key. */
export const syncedTables = {
  staff,
  facility,
  account,
  setting,
  unit,
  calendarEdit,
  phrase,
  recipient,
  recipientMerge,
  relative,
  journal,
  placement,
  placementEvent,
  unitStay,
  admissionCheck,
  portalEntry,
  personalFile,
  fileDocument,
  plan,
  measure,
  planSignature,
  monitoringRound,
  monitoringEntry,
  paper,
  print,
  yearBinding,
  transfer,
  conflictChoice,
  attachment,
  consent,
  reference,
  erasure,
};

/** Of this PC alone: the log itself, its audit, what was erased of it, what is derived from the facts, and what is not yet a fact. */
export const localTables = {
  change,
  audit,
  erasedRow,
  erasedChange,
  placementState,
  deadline,
  deadlineStale,
  draft,
  commandReceipt,
  localState,
  phraseUse,
  partner,
  quarantine,
  refusal,
  fork,
  unapplied,
  handover,
};

export const tables = {...syncedTables, ...localTables};
