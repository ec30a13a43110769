import {getTableName} from 'drizzle-orm';
import {columnName} from '../../../db/column-name.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import type {RowChange, SyncedTableName} from '../../../db/history.ts';
import type {RecordRow} from '../../../db/person-records.ts';
import {documentsOf, findFile} from '../../../db/queries/file.ts';
import {entriesOf, findRound} from '../../../db/queries/monitoring.ts';
import {findPlan, measuresOf, signaturesOf} from '../../../db/queries/plan.ts';
import {findRecipient, relativesOf} from '../../../db/queries/recipient.ts';
import {fileStamp, planStamp, recipientStamp, roundStamp} from '../../../db/queries/stamps.ts';
import {syncedTables} from '../../../db/synced-tables.ts';
import {measureValues, planFieldNames, planSignatureValues} from '../../contract/plan.ts';
import type {UndoneBy} from '../../contract/undo.ts';

/** The rows that one form saves, as they stand now. */
export interface RecordNow {
  readonly by: UndoneBy;
  readonly id: string;
  readonly stamp: string;
  readonly rows: Rows;
  /** Approved, closed, or made one with another: its form is shut. */
  readonly isFixed: boolean;
}

export type Rows = Partial<Readonly<Record<SyncedTableName, readonly RecordRow[]>>>;

/** A table whose rows a form saves. */
interface Part {
  readonly by: UndoneBy;
  /** What names the record; null: the row is the record itself. */
  readonly parent: string | null;
  /** What is typed into the form. Numbers and steps have calls of their own. */
  readonly fields: readonly string[];
}

const name = ['surname', 'firstName', 'patronymic'];

const parts: Partial<Readonly<Record<SyncedTableName, Part>>> = {
  recipient: {
    by: 'person',
    parent: null,
    fields: [
      ...name,
      'bornOn',
      'sex',
      'iin',
      'iinOverrideReason',
      'category',
      'disabilityGroup',
      'address',
      'phone',
      'programmeFrom',
      'programmeTo',
      'diagnosis',
      'ethnicity',
      'socialStatus',
    ],
  },
  relative: {by: 'person', parent: 'recipientId', fields: [...name, 'kinship', 'bornOn', 'absenceReason', 'proof']},
  personalFile: {
    by: 'file',
    parent: null,
    fields: ['openedOn', 'placeKk', 'placeRu', 'cameFrom', 'signedOn', 'sheets'],
  },
  fileDocument: {
    by: 'file',
    parent: 'fileId',
    fields: ['title', 'sheets', 'copies', 'original', 'consentOn', 'receivedOn', 'returnedOn'],
  },
  plan: {by: 'plan', parent: null, fields: planFieldNames},
  measure: {
    by: 'plan',
    parent: 'planId',
    fields: Object.keys(measureValues.shape),
  },
  planSignature: {by: 'plan', parent: 'planId', fields: Object.keys(planSignatureValues.shape)},
  monitoringRound: {
    by: 'round',
    parent: null,
    fields: [
      'observedFrom',
      'observedTo',
      'monitoredOn',
      'specialistId',
      'specialistSignedOn',
      'consultantId',
      'consultantSignedOn',
    ],
  },
  monitoringEntry: {
    by: 'round',
    parent: 'roundId',
    fields: [
      'positiveGroups',
      'positive',
      'noneOrWorse',
      'reason',
      'decision',
      'servicesToReview',
      'recommendation',
      'monitoredOn',
      'staffId',
    ],
  },
};

export function partOf(table: SyncedTableName): Part | undefined {
  return parts[table];
}

/** The record whose form a change belongs to; undefined where there is none of it, or it is no more. */
export function recordOf(db: ReadableDb, change: RowChange, read: ReadRecord = recordNow): RecordNow | undefined {
  const part = partOf(change.table);
  if (part === undefined) return undefined;
  const id = part.parent === null ? change.rowId : parentOf(db, change, part.parent);
  return id === undefined ? undefined : read(db, part.by, id);
}

function parentOf(db: ReadableDb, {table, rowId, op, fields}: RowChange, parent: string): string | undefined {
  if (op === 'delete') {
    const before = fields.find(({field}) => field === parent)?.before;
    return typeof before === 'string' ? before : undefined;
  }
  return db
    .prepare<{id: string}>(
      `SELECT ${columnName(parent)} AS id FROM "${getTableName(syncedTables[table])}" WHERE id = ?`,
    )
    .get(rowId)?.id;
}

type ReadRecord = (db: ReadableDb, by: UndoneBy, id: string) => RecordNow | undefined;

/** The same record is read once for all its changes. */
export function readOnce(): ReadRecord {
  const known = new Map<string, RecordNow | undefined>();
  return (db, by, id) => {
    if (!known.has(id)) known.set(id, recordNow(db, by, id));
    return known.get(id);
  };
}

function recordNow(db: ReadableDb, by: UndoneBy, id: string): RecordNow | undefined {
  switch (by) {
    case 'person': {
      const row = findRecipient(db, id);
      if (row === undefined) return undefined;
      const rows = {recipient: [row], relative: relativesOf(db, id)};
      return {by, id, stamp: recipientStamp(db, id), rows, isFixed: row.mergedIntoId !== null};
    }
    case 'file': {
      const row = findFile(db, id);
      if (row === undefined) return undefined;
      const rows = {personalFile: [row], fileDocument: documentsOf(db, id)};
      return {by, id, stamp: fileStamp(db, id), rows, isFixed: false};
    }
    case 'plan': {
      const row = findPlan(db, id);
      if (row === undefined) return undefined;
      const rows = {plan: [row], measure: measuresOf(db, id), planSignature: signaturesOf(db, id)};
      return {by, id, stamp: planStamp(db, id), rows, isFixed: row.status !== 'draft' && row.status !== 'filled'};
    }
    case 'round': {
      const row = findRound(db, id);
      if (row === undefined) return undefined;
      const rows = {monitoringRound: [row], monitoringEntry: entriesOf(db, id)};
      return {by, id, stamp: roundStamp(db, id), rows, isFixed: row.status !== 'open'};
    }
  }
}
