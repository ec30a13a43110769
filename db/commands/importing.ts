import {columnName} from '../column-name.ts';
import type {WritableDb} from '../connection.ts';
import {areDerivedSuspended} from '../derived.ts';
import {insertSql} from '../insert-sql.ts';
import {idOf} from '../new-id.ts';
import {writeOwn} from '../own-state.ts';
import {refreshPlacementState} from '../placement-state.ts';
import type {StaffRow} from '../queries/facility.ts';
import {importedId, importsKey, readImports, type ImportRecord} from '../queries/importing.ts';
import type {RecipientRow} from '../queries/recipient.ts';
import {staff} from '../schema/facility.ts';
import {measure, plan, planSignature} from '../schema/plan.ts';
import {nextRowNumber, type EventDraft} from './journal.ts';
import type {MeasureDraft, SignatureDraft} from './plan.ts';

/**
 * What an import writes. The id of each record follows from the import and the row of the table, so that taking the import
 * back finds what it has brought without a list of it.
 */

export type ImportedStaff = Omit<StaffRow, 'id'>;

export interface ImportedPerson {
  readonly person: Omit<RecipientRow, 'id' | 'disabilityGroup' | 'mergedIntoId'> &
    Partial<Pick<RecipientRow, 'disabilityGroup'>>;
  /** Empty: the person has no row in the journal. In their order. */
  readonly events: readonly EventDraft[];
}

export interface ImportedPlan {
  readonly recipientId: string;
  readonly placementId: string;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly measures: readonly MeasureDraft[];
}

/** As many of them at once as one transaction takes. `row`: of the table. */
export function addImportedPeople(
  db: WritableDb,
  batch: {
    readonly importId: string;
    /** The volume of the journal that new rows go into. */
    readonly journalId: string;
    readonly people: readonly (ImportedPerson & {readonly row: number})[];
  },
): void {
  const {importId, journalId, people} = batch;
  const areStatesKept = !areDerivedSuspended(db);
  let rowNumber = nextRowNumber(db);
  for (const {row, person, events} of people) {
    const recipientId = importedId(importId, row, 'recipient');
    insert(db, 'recipient', {id: recipientId, ...person});
    if (events.length === 0) continue;
    const placementId = importedId(importId, row, 'placement');
    insert(db, 'placement', {id: placementId, recipientId, journalId, rowNumber});
    rowNumber += 1;
    events.forEach((event, position) => {
      const id = importedId(importId, row, `event ${position}`);
      insert(db, 'placement_event', {id, placementId, position, ...event});
    });
    if (areStatesKept) refreshPlacementState(db, recipientId);
  }
}

/** By hand: of thousands of rows drizzle takes longer to say each than SQLite to write it. Texts and numbers alone. */
function insert(
  db: WritableDb,
  table: string,
  values: Readonly<Record<string, string | number | null | undefined>>,
): void {
  const columns = Object.keys(values).map(columnName);
  db.execute(insertSql(table, columns), ...Object.values(values).map(value => value ?? null));
}

export function addImportedStaff(db: WritableDb, importId: string, row: number, values: ImportedStaff): void {
  db.insert(staff)
    .values({id: importedId(importId, row, 'staff'), ...values})
    .run();
}

/** A draft, as the start of a plan makes one. */
export function addImportedPlan(
  db: WritableDb,
  importId: string,
  row: number,
  values: ImportedPlan & {readonly today: string; readonly signatures: readonly SignatureDraft[]},
): void {
  const {recipientId, placementId, periodFrom, periodTo, today, measures, signatures} = values;
  const planId = importedId(importId, row, 'plan');
  db.insert(plan)
    .values({
      id: planId,
      recipientId,
      placementId,
      servicesToReview: [],
      status: 'draft',
      periodFrom,
      periodTo,
      drawnUpOn: today,
    })
    .run();
  const positions = new Map<string, number>();
  measures.forEach((each, index) => {
    const position = positions.get(each.serviceType) ?? 0;
    positions.set(each.serviceType, position + 1);
    db.insert(measure)
      .values({id: importedId(importId, row, `measure ${index}`), planId, position, ...each})
      .run();
  });
  for (const each of signatures) {
    db.insert(planSignature)
      .values({id: idOf('signature', planId, each.role), planId, ...each})
      .run();
  }
}

/** Puts the record of an import in its place, or the newest first. */
export function writeImport(db: WritableDb, record: ImportRecord): void {
  const others = readImports(db).filter(each => each.importId !== record.importId);
  const all = [record, ...others].sort((a, b) => (a.at < b.at ? 1 : -1));
  writeOwn(db, importsKey, JSON.stringify(all.slice(0, importsKept)));
}

/** What was taken long ago is taken back no more. */
const importsKept = 200;
