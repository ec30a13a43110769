import {eq} from 'drizzle-orm';
import type {WritableDb} from '../connection.ts';
import {idOf, newId} from '../new-id.ts';
import {documentsOf, type FileDocumentRow, type PersonalFileRow} from '../queries/file.ts';
import {fileDocument, personalFile} from '../schema/file.ts';
import {detachFromDocument} from './attachment.ts';
import {matchChildren} from './children.ts';

export type DocumentDraft = Omit<FileDocumentRow, 'id' | 'fileId' | 'position'>;

export function addFile(db: WritableDb, values: Omit<PersonalFileRow, 'id'>): string {
  // One file for a person, also when two PCs open it.
  const id = idOf('personal-file', values.recipientId);
  db.insert(personalFile)
    .values({id, ...values})
    .run();
  return id;
}

export function writeFile(
  db: WritableDb,
  id: string,
  values: Partial<Omit<PersonalFileRow, 'id' | 'recipientId'>>,
): void {
  db.update(personalFile).set(values).where(eq(personalFile.id, id)).run();
}

/** The inventory as it is now. A paper that keeps its title is the same paper. */
export function writeDocuments(db: WritableDb, fileId: string, values: readonly DocumentDraft[]): void {
  const {kept, gone} = matchChildren(documentsOf(db, fileId), values, {by: [child => child.title, () => '']});
  for (const row of gone) {
    detachFromDocument(db, row.id);
    db.delete(fileDocument).where(eq(fileDocument.id, row.id)).run();
  }
  for (const {row, value, position, untouched} of kept) {
    if (untouched) continue;
    if (row === undefined)
      db.insert(fileDocument)
        .values({id: newId(), fileId, position, ...value})
        .run();
    else
      db.update(fileDocument)
        .set({...value, position})
        .where(eq(fileDocument.id, row.id))
        .run();
  }
}
