import {freezePaper} from '../../db/commands/paper.ts';
import type {WritableDb} from '../../db/connection.ts';
import {correctionsOf} from '../../db/queries/reference.ts';
import type {Edition} from '../../templates/core/edition.ts';
import {paperSchema} from '../../templates/core/schema.ts';
import type {DraftOf} from '../../templates/core/values.ts';
import {lockedShape} from '../../templates/editions/editions.ts';

/** Stores a paper as it is now, for ever, with the labels that it bears. Its issues were looked at before: values that do not fit are a defect. */
export function freeze<E extends Edition>(
  db: WritableDb,
  paper: {
    readonly edition: E;
    readonly values: DraftOf<E>;
    readonly subjectId: string;
    readonly recipientId: string | null;
    readonly legalDate: string;
    readonly now: string;
  },
): string {
  const labels = correctionsOf(db, paper.edition.id);
  return freezePaper(db, {
    form: paper.edition.form,
    editionId: paper.edition.id,
    editionShape: lockedShape(paper.edition.id),
    recipientId: paper.recipientId,
    subjectId: paper.subjectId,
    legalDate: paper.legalDate,
    frozenAt: paper.now,
    values: paperSchema(paper.edition).parse(paper.values),
    labels: labels.length === 0 ? null : labels,
  });
}
