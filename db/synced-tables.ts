import {account, facility, setting, staff} from './schema/facility.ts';
import {fileDocument, personalFile} from './schema/file.ts';
import {journal, placement, placementEvent, placementState} from './schema/journal.ts';
import {commandReceipt, draft, localState} from './schema/local.ts';
import {change} from './schema/log.ts';
import {monitoringEntry, monitoringRound} from './schema/monitoring.ts';
import {paper, print} from './schema/paper.ts';
import {measure, plan, planSignature} from './schema/plan.ts';
import {recipient, relative} from './schema/recipient.ts';

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
  recipient,
  relative,
  journal,
  placement,
  placementEvent,
  personalFile,
  fileDocument,
  plan,
  measure,
  planSignature,
  monitoringRound,
  monitoringEntry,
  paper,
  print,
};

/** Of this PC alone: the log itself, what is derived from the facts, and what is not yet a fact. */
export const localTables = {change, placementState, draft, commandReceipt, localState};

export const tables = {...syncedTables, ...localTables};
