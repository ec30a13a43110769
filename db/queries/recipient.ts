import {and, asc, eq, getTableColumns, inArray, isNull, or, sql} from 'drizzle-orm';
import type {PlacementStatus} from '../../domain/vocabulary.ts';
import {columnName} from '../column-name.ts';
import type {ReadableDb} from '../connection.ts';
import {removedRows} from '../history.ts';
import {prepared} from '../prepared.ts';
import {consent} from '../schema/consent.ts';
import {attachment} from '../schema/exchange.ts';
import {fileDocument, personalFile} from '../schema/file.ts';
import {admissionCheck, placement, placementEvent, unitStay} from '../schema/journal.ts';
import {monitoringEntry, monitoringRound} from '../schema/monitoring.ts';
import {yearBinding} from '../schema/paper.ts';
import {measure, plan, planSignature} from '../schema/plan.ts';
import {recipient, recipientMerge, relative} from '../schema/recipient.ts';
import {transfer} from '../schema/transfer.ts';

export type RecipientRow = typeof recipient.$inferSelect;
export type RelativeRow = typeof relative.$inferSelect;

/** As the schema names them. All hold text, so that a row needs no drizzle to be read, which takes longer than the query. */
export const recipientColumns = Object.keys(getTableColumns(recipient)).map(property => ({
  property,
  column: columnName(property),
}));

const selectRecipient = `SELECT ${recipientColumns.map(({column, property}) => `"${column}" AS "${property}"`).join(', ')} FROM recipient`;

export function findRecipient(db: ReadableDb, id: string): RecipientRow | undefined {
  return db.prepare<RecipientRow>(`${selectRecipient} WHERE id = ?`).get(id);
}

/**
 * The person of an entry: where it was merged into another, that one, from step to step. An old address, and whoever
 * still holds the old id, comes to the person who is kept.
 */
export function findKept(db: ReadableDb, id: string): RecipientRow | undefined {
  let row = findRecipient(db, id);
  while (row?.mergedIntoId) row = findRecipient(db, row.mergedIntoId);
  return row;
}

const byRecipient = prepared(db =>
  db
    .select()
    .from(relative)
    .where(eq(relative.recipientId, sql.placeholder('recipientId')))
    .orderBy(asc(relative.position), asc(relative.id))
    .prepare(),
);

/** Parents and guardians in the order of the form. */
export function relativesOf(db: ReadableDb, recipientId: string): RelativeRow[] {
  return byRecipient(db).all({recipientId});
}

/** A person as a list shows one. */
export interface RecipientCard {
  readonly recipientId: string;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string | null;
  readonly bornOn: string | null;
  readonly status: PlacementStatus | null;
  readonly fileNumber: string | null;
}

/** In the order of the ids; whoever was merged into another is nobody's card. */
export function recipientCards(db: ReadableDb, ids: readonly string[]): RecipientCard[] {
  return db
    .prepare<RecipientCard>(
      `SELECT r.id AS recipientId, r.surname, r.first_name AS firstName, r.patronymic, r.born_on AS bornOn,
        s.status, f.number AS fileNumber
      FROM json_each(?) AS wanted
      CROSS JOIN recipient r ON r.id = wanted.value
      LEFT JOIN placement_state s ON s.recipient_id = r.id AND s.current
      LEFT JOIN personal_file f ON f.recipient_id = r.id
      WHERE r.merged_into_id IS NULL
      ORDER BY wanted.key`,
    )
    .all(JSON.stringify(ids));
}

/** Whether somebody else's card bears this number. */
export function isIinOfAnother(db: ReadableDb, iin: string, recipientId: string | null): boolean {
  return db
    .select({id: recipient.id})
    .from(recipient)
    .where(and(eq(recipient.iin, iin), isNull(recipient.mergedIntoId)))
    .all()
    .some(({id}) => id !== recipientId);
}

/** The log is long, and what was worked on lately stands at its end. */
const recentChanges = 20_000;

/** The people whose card was changed last, the newest first; then those who were entered last. */
export function lastChangedRecipients(db: ReadableDb, limit: number): string[] {
  const changed = db
    .prepare<{id: string}>(
      `SELECT row_id AS id FROM change
      WHERE table_name = 'recipient' AND op <> 'delete' AND seq > (SELECT max(seq) FROM change) - ${recentChanges}
        AND row_id NOT IN (SELECT merged_id FROM recipient_merge WHERE undone_on IS NULL)
      GROUP BY row_id ORDER BY max(seq) DESC LIMIT ?`,
    )
    .all(limit);
  const entered = db
    .prepare<{id: string}>('SELECT id FROM recipient WHERE merged_into_id IS NULL ORDER BY rowid DESC LIMIT ?')
    .all(limit);
  return [...new Set([...changed, ...entered].map(row => row.id))].slice(0, limit);
}

/**
 * Ids of every record that belongs to a person, the person included, and of those that were taken out again: whose
 * history is the person's history. With those of the entries that were merged into this one.
 */
export function recordsOf(db: ReadableDb, recipientId: string): string[] {
  const merges = db
    .select()
    .from(recipientMerge)
    .where(or(eq(recipientMerge.keptId, recipientId), eq(recipientMerge.mergedId, recipientId)))
    .all();
  const merged = merges
    .filter(merge => merge.keptId === recipientId && merge.undoneOn === null)
    .map(merge => merge.mergedId);
  return [
    ...ownRecordsOf(db, recipientId),
    ...merges.map(merge => merge.id),
    ...[...new Set(merged)].flatMap(id => recordsOf(db, id)),
  ];
}

function ownRecordsOf(db: ReadableDb, recipientId: string): string[] {
  const ids = (rows: readonly {id: string}[]) => rows.map(row => row.id);
  const own = {
    placement: ids(db.select({id: placement.id}).from(placement).where(eq(placement.recipientId, recipientId)).all()),
    personalFile: ids(
      db.select({id: personalFile.id}).from(personalFile).where(eq(personalFile.recipientId, recipientId)).all(),
    ),
    plan: ids(db.select({id: plan.id}).from(plan).where(eq(plan.recipientId, recipientId)).all()),
    binding: ids(
      db.select({id: yearBinding.id}).from(yearBinding).where(eq(yearBinding.recipientId, recipientId)).all(),
    ),
    relative: ids(db.select({id: relative.id}).from(relative).where(eq(relative.recipientId, recipientId)).all()),
    attachment: ids(
      db.select({id: attachment.id}).from(attachment).where(eq(attachment.recipientId, recipientId)).all(),
    ),
    consent: ids(db.select({id: consent.id}).from(consent).where(eq(consent.recipientId, recipientId)).all()),
    transfer: ids(db.select({id: transfer.id}).from(transfer).where(eq(transfer.recipientId, recipientId)).all()),
  };
  const placements = [...own.placement, ...removedRows(db, 'placement', 'recipientId', recipientId)];
  const plans = [...own.plan, ...removedRows(db, 'plan', 'recipientId', recipientId)];
  const rounds = [
    ...ids(
      db.select({id: monitoringRound.id}).from(monitoringRound).where(inArray(monitoringRound.planId, plans)).all(),
    ),
    ...plans.flatMap(id => removedRows(db, 'monitoringRound', 'planId', id)),
  ];
  const children = [
    db.select({id: placementEvent.id}).from(placementEvent).where(inArray(placementEvent.placementId, placements)),
    db.select({id: unitStay.id}).from(unitStay).where(inArray(unitStay.placementId, placements)),
    db.select({id: admissionCheck.id}).from(admissionCheck).where(inArray(admissionCheck.placementId, placements)),
    db.select({id: fileDocument.id}).from(fileDocument).where(inArray(fileDocument.fileId, own.personalFile)),
    db.select({id: measure.id}).from(measure).where(inArray(measure.planId, plans)),
    db.select({id: planSignature.id}).from(planSignature).where(inArray(planSignature.planId, plans)),
    db.select({id: monitoringEntry.id}).from(monitoringEntry).where(inArray(monitoringEntry.roundId, rounds)),
  ];
  const removed = [
    removedRows(db, 'relative', 'recipientId', recipientId),
    removedRows(db, 'yearBinding', 'recipientId', recipientId),
    removedRows(db, 'attachment', 'recipientId', recipientId),
    removedRows(db, 'consent', 'recipientId', recipientId),
    ...placements.map(id => removedRows(db, 'placementEvent', 'placementId', id)),
    ...placements.map(id => removedRows(db, 'unitStay', 'placementId', id)),
    ...placements.map(id => removedRows(db, 'admissionCheck', 'placementId', id)),
    ...own.personalFile.map(id => removedRows(db, 'fileDocument', 'fileId', id)),
    ...plans.map(id => removedRows(db, 'measure', 'planId', id)),
    ...plans.map(id => removedRows(db, 'planSignature', 'planId', id)),
    ...rounds.map(id => removedRows(db, 'monitoringEntry', 'roundId', id)),
  ];
  return [
    recipientId,
    ...own.relative,
    ...own.binding,
    ...own.transfer,
    ...own.attachment,
    ...own.consent,
    ...placements,
    ...own.personalFile,
    ...plans,
    ...rounds,
    ...children.flatMap(query => ids(query.all())),
    ...removed.flat(),
  ];
}
