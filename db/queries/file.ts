import {asc, eq, ne, and} from 'drizzle-orm';
import type {ReadableDb} from '../connection.ts';
import {fileDocument, personalFile} from '../schema/file.ts';

export type PersonalFileRow = typeof personalFile.$inferSelect;
export type FileDocumentRow = typeof fileDocument.$inferSelect;

export function findFile(db: ReadableDb, id: string): PersonalFileRow | undefined {
  return db.select().from(personalFile).where(eq(personalFile.id, id)).get();
}

export function fileOf(db: ReadableDb, recipientId: string): PersonalFileRow | undefined {
  return db.select().from(personalFile).where(eq(personalFile.recipientId, recipientId)).get();
}

/** The inventory, in its order. */
export function documentsOf(db: ReadableDb, fileId: string): FileDocumentRow[] {
  return db
    .select()
    .from(fileDocument)
    .where(eq(fileDocument.fileId, fileId))
    .orderBy(asc(fileDocument.position), asc(fileDocument.id))
    .all();
}

/** Whether another file has this number. */
export function numberIsTaken(db: ReadableDb, number: string, exceptFileId: string): boolean {
  const other = db
    .select({id: personalFile.id})
    .from(personalFile)
    .where(and(eq(personalFile.number, number), ne(personalFile.id, exceptFileId)))
    .get();
  return other !== undefined;
}

/** Numbers in use, as printed. */
export function fileNumbers(db: ReadableDb): string[] {
  return db
    .select({number: personalFile.number})
    .from(personalFile)
    .all()
    .map(row => row.number);
}
