import type {WritableDb} from '../connection.ts';
import {newId} from '../new-id.ts';
import {paperRevision, type PaperRow, type PrintRow} from '../queries/paper.ts';
import {paper, print} from '../schema/paper.ts';

/** Freezes a paper: from now on it is shown and printed from these values. Answers its id. */
export function freezePaper(db: WritableDb, values: Omit<PaperRow, 'id' | 'revision'>): string {
  const id = newId();
  const revision = paperRevision(db, values.form, values.subjectId) + 1;
  db.insert(paper)
    .values({id, revision, ...values})
    .run();
  return id;
}

/** Enters in the register what left the program. */
export function registerPrint(db: WritableDb, values: Omit<PrintRow, 'id'>): void {
  db.insert(print)
    .values({id: newId(), ...values})
    .run();
}
