import type {PrintLanguage} from '../../domain/text.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {findPaper, type PaperRow} from '../../db/queries/paper.ts';
import {findRecipient} from '../../db/queries/recipient.ts';
import {corrected} from '../../templates/core/corrections.ts';
import {hasLostForce} from '../../templates/core/edition.ts';
import {editionById, editionFor} from '../../templates/editions/editions.ts';
import type {PrintDefinition} from '../../templates/print/definition.ts';
import {documentDefinition} from '../../templates/print/document.ts';
import {paperForms, type PaperForm, type SheetSource} from '../contract/paper.ts';
import type {QueryContext} from './context.ts';
import {correctedEdition} from './corrected-edition.ts';
import {subjectOf, type Subject} from './gather/subject.ts';
import {nameOn} from './gather/values.ts';
import {paperFileName} from './paper-file-name.ts';
import {orMissing} from './refusals.ts';

/** One paper, ready to be printed. */
export interface Sheet {
  readonly definition: PrintDefinition;
  readonly fileName: string;
  readonly state: 'blank' | 'draft' | 'frozen';
  readonly lostForce: boolean;
}

/** What is printed for a source, in a language. A frozen paper comes from its snapshot and its edition alone. */
export function sheetOf(
  {db, today}: Pick<QueryContext, 'db' | 'today'>,
  source: SheetSource,
  language: PrintLanguage,
): Sheet {
  switch (source.kind) {
    case 'blank': {
      const {form} = source;
      const edition = correctedEdition(db, editionFor(form, today));
      const lostForce = hasLostForce(edition, today);
      const definition = documentDefinition(edition, 'blank', language, {draft: false, lostForce});
      const fileName = paperFileName({form, state: 'blank', name: undefined, date: today, language});
      return {definition, fileName, state: 'blank', lostForce};
    }
    case 'living': {
      const {form} = source;
      const {edition, values, name, date} = subjectOf(db, form, source.subjectId, today);
      const lostForce = hasLostForce(edition, date);
      const definition = documentDefinition(edition, values, language, {draft: true, lostForce});
      return {
        definition,
        fileName: paperFileName({form, state: 'draft', name, date, language}),
        state: 'draft',
        lostForce,
      };
    }
    case 'frozen':
      return frozenSheet(db, orMissing(findPaper(db, source.paperId)), language);
  }
}

export function frozenSheet(db: ReadableDb, paper: PaperRow, language: PrintLanguage): Sheet {
  // As it was issued: what was corrected later is not on it.
  const edition = corrected(orMissing(editionById(paper.editionId)), paper.labels ?? []);
  const lostForce = hasLostForce(edition, paper.legalDate);
  const definition = documentDefinition(edition, paper.values as Subject['values'], language, {
    draft: false,
    lostForce,
    madeAt: paper.frozenAt,
    record: paper.id,
  });
  const person = paper.recipientId === null ? undefined : findRecipient(db, paper.recipientId);
  const form = formOf(paper.form);
  const fileName = paperFileName({form, state: 'frozen', name: nameOn(person), date: paper.legalDate, language});
  return {definition, fileName, state: 'frozen', lostForce};
}

/** A form that this version does not know was written by a newer one. */
export function formOf(stored: string): PaperForm {
  return orMissing(paperForms.find(form => form === stored));
}
