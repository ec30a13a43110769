import {and, asc, count, desc, eq, inArray, sql, type SQL} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import type {PlacementStatus} from '../../domain/vocabulary.ts';
import type {ReadableDb} from '../connection.ts';
import {journal, placement, placementEvent, placementState} from '../schema/journal.ts';
import {recipient} from '../schema/recipient.ts';

export type JournalVolumeRow = typeof journal.$inferSelect;
export type PlacementRow = typeof placement.$inferSelect;
export type PlacementEventRow = typeof placementEvent.$inferSelect;
export type PlacementStateRow = typeof placementState.$inferSelect;
type RecipientRow = typeof recipient.$inferSelect;

/** One row of the journal with what it is made of. */
export interface JournalEntry {
  readonly state: PlacementStateRow;
  readonly person: RecipientRow;
  /** In the order in which they count. */
  readonly events: readonly PlacementEventRow[];
}

/** Newest first. */
export function journalVolumes(db: ReadableDb): (JournalVolumeRow & {rows: number})[] {
  const rows = db.select({id: placement.journalId, rows: count()}).from(placement).groupBy(placement.journalId).all();
  const counts = new Map(rows.map(row => [row.id, row.rows]));
  return db
    .select()
    .from(journal)
    .orderBy(desc(journal.begunOn), desc(journal.id))
    .all()
    .map(volume => ({...volume, rows: counts.get(volume.id) ?? 0}));
}

export function volumeIds(db: ReadableDb): string[] {
  return db
    .prepare<{id: string}>('SELECT id FROM journal')
    .all()
    .map(({id}) => id);
}

export function findVolume(db: ReadableDb, id: string): JournalVolumeRow | undefined {
  return db.select().from(journal).where(eq(journal.id, id)).get();
}

/** The volume that new rows go into. */
export function newestVolume(db: ReadableDb): JournalVolumeRow | undefined {
  return db.select().from(journal).orderBy(desc(journal.begunOn), desc(journal.id)).get();
}

export interface JournalPage {
  readonly journalId: string;
  /** Empty: every status. */
  readonly statuses: readonly PlacementStatus[];
  /** The last row of the page before. */
  readonly after: Pick<PlacementStateRow, 'rowNumber' | 'placementId'> | null;
  readonly limit: number;
}

/** A page of a volume by row number; `total` counts all rows that match. */
export function journalPage(
  db: ReadableDb,
  page: JournalPage,
): {entries: JournalEntry[]; total: number; more: boolean} {
  const matching = and(
    eq(placementState.journalId, page.journalId),
    page.statuses.length === 0 ? undefined : inArray(placementState.status, [...page.statuses]),
  );
  const {total} = must(db.select({total: count()}).from(placementState).where(matching).get());
  const entries = entriesWhere(
    db,
    and(matching, page.after === null ? undefined : comesAfter(page.after)),
    page.limit + 1,
  );
  return {entries: entries.slice(0, page.limit), total, more: entries.length > page.limit};
}

/** By number and then by id: a number may stand twice, where two PCs have given it. */
function comesAfter({rowNumber, placementId}: Pick<PlacementStateRow, 'rowNumber' | 'placementId'>): SQL {
  return sql`(${placementState.rowNumber}, ${placementState.placementId}) > (${rowNumber}, ${placementId})`;
}

/** Every row of a volume, for its print. */
export function journalEntries(db: ReadableDb, journalId: string): JournalEntry[] {
  return entriesWhere(db, eq(placementState.journalId, journalId));
}

/** All rows of one person, newest first. */
export function placementsOf(db: ReadableDb, recipientId: string): JournalEntry[] {
  const entries = entriesWhere(db, eq(placementState.recipientId, recipientId));
  return entries.sort(
    (a, b) => Number(b.state.current) - Number(a.state.current) || b.state.since.localeCompare(a.state.since),
  );
}

function entriesWhere(db: ReadableDb, where: SQL | undefined, limit = -1): JournalEntry[] {
  const rows = db
    .select({state: placementState, person: recipient})
    .from(placementState)
    .innerJoin(recipient, eq(recipient.id, placementState.recipientId))
    .where(where)
    .orderBy(asc(placementState.rowNumber), asc(placementState.placementId))
    .limit(limit)
    .all();
  const events = Map.groupBy(
    eventsOfAll(
      db,
      rows.map(row => row.state.placementId),
    ),
    event => event.placementId,
  );
  return rows.map(row => ({...row, events: events.get(row.state.placementId) ?? []}));
}

/** SQLite binds at most 32,766 values; a list of ids is asked in parts. */
const idsAtOnce = 1_000;

function eventsOfAll(db: ReadableDb, placementIds: readonly string[]): PlacementEventRow[] {
  const parts = Array.from({length: Math.ceil(placementIds.length / idsAtOnce)}, (_, part) =>
    placementIds.slice(part * idsAtOnce, (part + 1) * idsAtOnce),
  );
  return parts.flatMap(ids =>
    db
      .select()
      .from(placementEvent)
      .where(inArray(placementEvent.placementId, ids))
      .orderBy(asc(placementEvent.happenedOn), asc(placementEvent.position))
      .all(),
  );
}

/** The first day that the journal says anything of a person; null: it says nothing. */
export function firstEventDay(db: ReadableDb, recipientId: string): string | null {
  const found = db
    .prepare<{day: string | null}>(
      `SELECT min(e.happened_on) AS day FROM placement p CROSS JOIN placement_event e ON e.placement_id = p.id
      WHERE p.recipient_id = ?`,
    )
    .get(recipientId);
  return must(found).day;
}

/** In the order in which they count: by date, then as they were entered. */
export function eventsOf(db: ReadableDb, placementId: string): PlacementEventRow[] {
  return eventsOfAll(db, [placementId]);
}

export function findEvent(db: ReadableDb, id: string): PlacementEventRow | undefined {
  return db.select().from(placementEvent).where(eq(placementEvent.id, id)).get();
}

export function findPlacement(db: ReadableDb, id: string): PlacementRow | undefined {
  return db.select().from(placement).where(eq(placement.id, id)).get();
}

export function findPlacementState(db: ReadableDb, placementId: string): PlacementStateRow | undefined {
  return db.select().from(placementState).where(eq(placementState.placementId, placementId)).get();
}

/** The person's latest row of the journal. */
export function currentPlacement(db: ReadableDb, recipientId: string): PlacementStateRow | undefined {
  return db
    .select()
    .from(placementState)
    .where(and(eq(placementState.recipientId, recipientId), eq(placementState.current, true)))
    .get();
}

/** One look into the index for each volume. */
export const highestNumber = `SELECT max(of_volume) AS highest FROM
  (SELECT (SELECT max(p.row_number) FROM placement p WHERE p.journal_id = j.id) AS of_volume FROM journal j)`;

/** The highest row number in use, over all volumes; 0 when there is none. */
export function highestRowNumber(db: ReadableDb): number {
  return db.prepare<{highest: number | null}>(highestNumber).get()?.highest ?? 0;
}

/** How many rows stand at each status, over all volumes. */
export function statusCounts(db: ReadableDb): ReadonlyMap<PlacementStatus, number> {
  const rows = db
    .select({status: placementState.status, rows: count()})
    .from(placementState)
    .groupBy(placementState.status)
    .all();
  return new Map(rows.map(row => [row.status, row.rows]));
}
