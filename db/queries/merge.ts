import {and, desc, eq, isNull, sql} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import type {MergeFact, mergeFacts} from '../../domain/merge.ts';
import type {ReadableDb} from '../connection.ts';
import {recipientMerge} from '../schema/recipient.ts';

export type MergeRow = typeof recipientMerge.$inferSelect;

type Field = (typeof mergeFacts)[MergeFact][number];

/** The facts that were taken over, by field, with what stood there before. */
export type Filled = Readonly<Partial<Record<Field, {before: string | null; after: string | null}>>>;

export function filledFields({filled}: MergeRow): Filled {
  // Written by db/commands/merge.ts alone.
  return filled;
}

export function findMerge(db: ReadableDb, id: string): MergeRow | undefined {
  return db.select().from(recipientMerge).where(eq(recipientMerge.id, id)).get();
}

/** The merges into a person that stand, the newest first. */
export function mergesInto(db: ReadableDb, keptId: string): MergeRow[] {
  return db
    .select()
    .from(recipientMerge)
    .where(and(eq(recipientMerge.keptId, keptId), isNull(recipientMerge.undoneOn)))
    .orderBy(desc(recipientMerge.mergedOn), desc(sql`rowid`))
    .all();
}

/** What stayed with an entry that was merged, because whoever is kept has the like. */
export interface LeftBehind {
  readonly files: readonly {number: string; openedOn: string; documents: readonly string[]}[];
  readonly boundYears: readonly number[];
}

export function leftBehind(db: ReadableDb, mergedId: string): LeftBehind {
  const files = db
    .prepare<{id: string; number: string; openedOn: string}>(
      'SELECT id, number, opened_on AS openedOn FROM personal_file WHERE recipient_id = ?',
    )
    .all(mergedId)
    .map(({id, number, openedOn}) => ({
      number,
      openedOn,
      // What the inventory was begun with and nobody has received is no paper.
      documents: db
        .prepare<{title: string}>(
          `SELECT title FROM file_document WHERE file_id = ? AND (received_on IS NOT NULL OR sheets IS NOT NULL)
            AND returned_on IS NULL ORDER BY position, id`,
        )
        .all(id)
        .map(({title}) => title),
    }));
  const boundYears = db
    .prepare<{year: number}>('SELECT year FROM year_binding WHERE recipient_id = ? ORDER BY year')
    .all(mergedId)
    .map(({year}) => year);
  return {files, boundYears};
}

/** How much belongs to a person, for the comparison. */
export interface Belongings {
  readonly plans: number;
  readonly rounds: number;
  readonly papers: number;
  readonly transfers: number;
  readonly documents: number;
}

export function belongingsOf(db: ReadableDb, recipientId: string): Belongings {
  const found = db
    .prepare<Belongings>(
      `SELECT (SELECT count(*) FROM plan WHERE recipient_id = who.id) AS plans,
        (SELECT count(*) FROM plan p CROSS JOIN monitoring_round m ON m.plan_id = p.id
          WHERE p.recipient_id = who.id) AS rounds,
        (SELECT count(*) FROM paper WHERE recipient_id = who.id) AS papers,
        (SELECT count(*) FROM transfer WHERE recipient_id = who.id) AS transfers,
        (SELECT count(*) FROM personal_file f CROSS JOIN file_document d ON d.file_id = f.id
          WHERE f.recipient_id = who.id) AS documents
      FROM (SELECT ? AS id) AS who`,
    )
    .get(recipientId);
  return must(found);
}

/** The person, then the entries that were made one with it, also those that went into one of these. */
export function entriesOf(db: ReadableDb, recipientId: string): string[] {
  return db
    .prepare<{id: string}>(
      `WITH RECURSIVE entry (id, depth) AS (
        SELECT ?, 0 UNION SELECT r.id, depth + 1 FROM entry JOIN recipient r ON r.merged_into_id = entry.id
      ) SELECT id FROM entry ORDER BY depth, id`,
    )
    .all(recipientId)
    .map(({id}) => id);
}
