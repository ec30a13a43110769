import {mayApprove} from '../../domain/roles.ts';
import type {PrintLanguage} from '../../domain/text.ts';
import {registerPrint} from '../../db/commands/paper.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {accountNames} from '../../db/queries/facility.ts';
import {documentsOf, fileOf} from '../../db/queries/file.ts';
import {findPaper, papersOf, papersOfSubject, printsOf, type PaperRow} from '../../db/queries/paper.ts';
import {findRecipient} from '../../db/queries/recipient.ts';
import {text} from '../../domain/text.ts';
import {hasLostForce} from '../../templates/core/edition.ts';
import {editionById, editionFor} from '../../templates/editions/editions.ts';
import type {PrintDefinition} from '../../templates/print/definition.ts';
import {documentDefinition} from '../../templates/print/document.ts';
import {encodeBytes} from '../contract/bytes.ts';
import {paperForms, type PaperForm, type PaperLine, type PaperSource, type paperCalls} from '../contract/paper.ts';
import type {PlanIssue} from '../contract/plan.ts';
import {CallFailure, type AreaHandlers, type QueryContext} from './context.ts';
import {freeze} from './freeze.ts';
import {subjectOf, type Subject} from './gather/subject.ts';
import {nameOn} from './gather/values.ts';
import {paperFileName} from './paper-file-name.ts';
import {paperIssues, stops, warning} from './paper-issues.ts';
import {orMissing, refusal, refuseIf} from './refusals.ts';

export const paperHandlers: AreaHandlers<'paper', typeof paperCalls> = {
  async render(context, {source, language}) {
    const sheet = sheetOf(context, source, language);
    const pdf = await context.pdf.render(sheet.definition);
    return {pdf: encodeBytes(pdf), fileName: sheet.fileName, state: sheet.state, lostForce: sheet.lostForce};
  },

  async saveAs(context, {source, language}) {
    const {definition, fileName} = sheetOf(context, source, language);
    const pdf = await context.pdf.render(definition);
    try {
      return await context.platform.saveFile(fileName, pdf);
    } catch (error) {
      // Of the place that was chosen, not of the data folder.
      if (error instanceof Error && 'syscall' in error) throw new CallFailure('storage', {detail: 'elsewhere'});
      throw error;
    }
  },

  register({db, account, now, today}, {source, language, how}) {
    registerPrint(db, {...printedPaper(db, source, today), language, how, printedAt: now, accountId: account.id});
    return {};
  },

  issues({db, today}, {form, subjectId}) {
    return issuesOf(db, form, subjectOf(db, form, subjectId, today), today);
  },

  issue({db, account, now, today}, {form, subjectId, legalDate}) {
    if (!mayApprove(account.role)) throw new CallFailure('denied');
    const {edition, values, recipientId} = withSignature(form, subjectOf(db, form, subjectId, today), legalDate);
    refuseIf(stops(paperIssues(edition, values, today)) && refusal('', 'issues-remain'));
    return {paperId: freeze(db, {edition, values, subjectId, recipientId, legalDate, now})};
  },

  list({db}, {recipientId}) {
    orMissing(findRecipient(db, recipientId));
    return papersOf(db, recipientId).map(lineOf);
  },

  ofSubject({db}, {subjectId}) {
    return papersOfSubject(db, subjectId).map(lineOf);
  },

  prints({db}, {recipientId}) {
    orMissing(findRecipient(db, recipientId));
    const names = accountNames(db);
    return printsOf(db, recipientId).map(({id, form, language, how, state, printedAt, accountId, paperId}) => ({
      id,
      form: formOf(form),
      language,
      how,
      state,
      printedAt,
      accountName: names.get(accountId) ?? '',
      paperId,
    }));
  },
};

interface Sheet {
  readonly definition: PrintDefinition;
  readonly fileName: string;
  readonly state: 'blank' | 'draft' | 'frozen';
  readonly lostForce: boolean;
}

/** What is printed for a source, in a language. A frozen paper comes from its snapshot and its edition alone. */
function sheetOf({db, today}: QueryContext, source: PaperSource, language: PrintLanguage): Sheet {
  switch (source.kind) {
    case 'blank': {
      const {form} = source;
      const edition = editionFor(form, today);
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
    case 'frozen': {
      const paper = orMissing(findPaper(db, source.paperId));
      const edition = orMissing(editionById(paper.editionId));
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
  }
}

function printedPaper(db: ReadableDb, source: PaperSource, today: string) {
  switch (source.kind) {
    case 'blank':
      return {state: source.kind, form: source.form, paperId: null, recipientId: null, subjectId: null};
    case 'living': {
      const {form, subjectId} = source;
      const {recipientId} = subjectOf(db, form, subjectId, today);
      return {state: 'draft' as const, form, paperId: null, recipientId, subjectId};
    }
    case 'frozen': {
      const {id, form, recipientId, subjectId} = orMissing(findPaper(db, source.paperId));
      return {state: source.kind, form, paperId: id, recipientId, subjectId};
    }
  }
}

const originalWithoutConsent = text(
  'Түпнұсқа құжат сақталып тұр, ал жазбаша келісім күні көрсетілмеген.',
  'Хранится подлинник, а дата письменного согласия не указана.',
);

function issuesOf(db: ReadableDb, form: PaperForm, subject: Subject, today: string): PlanIssue[] {
  const found = paperIssues(subject.edition, subject.values, today);
  const file = form === 'appendix-3' && subject.recipientId !== null ? fileOf(db, subject.recipientId) : undefined;
  const held = file === undefined ? [] : documentsOf(db, file.id);
  const warnings = held.flatMap((document, index) =>
    document.original && document.consentOn === null && document.returnedOn === null
      ? [warning(`documents.${index}.consentOn`, originalWithoutConsent, '11 2)')]
      : [],
  );
  return [...found, ...warnings];
}

/** The cover bears the date of the signature: that of the paper, where the file does not tell another. */
function withSignature(form: PaperForm, subject: Subject, legalDate: string): Subject {
  if (form !== 'appendix-3' || subject.values['signedOn'] !== undefined) return subject;
  return {...subject, values: {...subject.values, signedOn: legalDate}};
}

function lineOf({id, form, subjectId, revision, legalDate, frozenAt}: Omit<PaperRow, 'values'>): PaperLine {
  return {id, form: formOf(form), subjectId, revision, legalDate, frozenAt};
}

/** A form that this version does not know was written by a newer one. */
function formOf(stored: string): PaperForm {
  return orMissing(paperForms.find(form => form === stored));
}
