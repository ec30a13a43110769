import {eq, getTableColumns} from 'drizzle-orm';
import type {ReadableDb} from '../connection.ts';
import {placement, portalEntry} from '../schema/journal.ts';

export type PortalEntryRow = typeof portalEntry.$inferSelect;

/** What was typed into the portal of a volume of the journal, by placement. */
export function portalEntriesOf(db: ReadableDb, journalId: string): ReadonlyMap<string, PortalEntryRow> {
  const rows = db
    .select(getTableColumns(portalEntry))
    .from(portalEntry)
    .innerJoin(placement, eq(placement.id, portalEntry.id))
    .where(eq(placement.journalId, journalId))
    .all();
  return new Map(rows.map(row => [row.id, row]));
}

/** The account that marked a row last; for a mark of somebody who stands in no list of staff. */
export function portalEntryAuthor(db: ReadableDb, placementId: string): string | null {
  const found = db
    .prepare<{author: string | null}>(
      "SELECT author FROM change WHERE row_id = ? AND table_name = 'portal_entry' ORDER BY seq DESC LIMIT 1",
    )
    .get(placementId);
  return found?.author ?? null;
}
