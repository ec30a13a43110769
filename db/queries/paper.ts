import {and, desc, eq, max, type SQL} from 'drizzle-orm';
import type {ReadableDb} from '../connection.ts';
import {paper, print} from '../schema/paper.ts';

export type PaperRow = typeof paper.$inferSelect;
export type PrintRow = typeof print.$inferSelect;

export function findPaper(db: ReadableDb, id: string): PaperRow | undefined {
  return db.select().from(paper).where(eq(paper.id, id)).get();
}

/** The newest paper that was made from a plan, a round, a file or a journal. */
export function newestPaperOf(db: ReadableDb, subjectId: string): PaperRow | undefined {
  return db.select().from(paper).where(eq(paper.subjectId, subjectId)).orderBy(desc(paper.revision)).get();
}

/** How many times a subject has become a paper. */
export function paperRevision(db: ReadableDb, form: string, subjectId: string): number {
  const found = db
    .select({revision: max(paper.revision)})
    .from(paper)
    .where(and(eq(paper.form, form), eq(paper.subjectId, subjectId)))
    .get();
  return found?.revision ?? 0;
}

type PaperHead = Omit<PaperRow, 'values' | 'labels'>;

const head = {
  id: paper.id,
  form: paper.form,
  editionId: paper.editionId,
  editionShape: paper.editionShape,
  recipientId: paper.recipientId,
  subjectId: paper.subjectId,
  revision: paper.revision,
  legalDate: paper.legalDate,
  frozenAt: paper.frozenAt,
};

/** A person's papers, the newest first; without their values. */
export function papersOf(db: ReadableDb, recipientId: string): PaperHead[] {
  return papersWhere(db, eq(paper.recipientId, recipientId));
}

/** The papers that were made from one journal, file, plan or round. */
export function papersOfSubject(db: ReadableDb, subjectId: string): PaperHead[] {
  return papersWhere(db, eq(paper.subjectId, subjectId));
}

function papersWhere(db: ReadableDb, where: SQL): PaperHead[] {
  return db.select(head).from(paper).where(where).orderBy(desc(paper.frozenAt), desc(paper.id)).all();
}

/** What was printed or saved of a person's papers, the newest first. */
export function printsOf(db: ReadableDb, recipientId: string): PrintRow[] {
  return db
    .select()
    .from(print)
    .where(eq(print.recipientId, recipientId))
    .orderBy(desc(print.printedAt), desc(print.id))
    .all();
}
