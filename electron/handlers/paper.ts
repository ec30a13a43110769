import type {PrintLanguage} from '../../domain/text.ts';
import {registerPrint} from '../../db/commands/paper.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {accountNames} from '../../db/queries/facility.ts';
import {documentsOf, fileOf} from '../../db/queries/file.ts';
import {findPaper, papersOf, papersOfSubject, printsOf, type PaperRow, type PrintRow} from '../../db/queries/paper.ts';
import {findKept} from '../../db/queries/recipient.ts';
import {findTransfer} from '../../db/queries/transfer.ts';
import {text} from '../../domain/text.ts';
import {encodeBytes} from '../contract/bytes.ts';
import type {PaperForm, PaperLine, PaperSource, paperCalls} from '../contract/paper.ts';
import type {PlanIssue} from '../contract/plan.ts';
import type {AreaHandlers, QueryContext} from './context.ts';
import {freeze} from './freeze.ts';
import {subjectOf, type Subject} from './gather/subject.ts';
import {paperIssues, stops, warning} from './paper-issues.ts';
import {checkMaySee} from './paper-rights.ts';
import {formOf, sheetOf, type Sheet} from './paper-sheet.ts';
import {papersOnPages, pileMade} from './printing/pile-made.ts';
import {orMissing, refusal, refuseIf} from './refusals.ts';
import {saveFile} from './save-file.ts';
import {pictureSheet} from './schedule/picture.ts';
import {attachedPapers, bindTransfer} from './transfer/papers.ts';
import {bindFolder, folderName, folderOf, frozenPrint, printsOfFolder} from './year-folder.ts';

export const paperHandlers: AreaHandlers<typeof paperCalls> = {
  async render(context, {source, language}) {
    const {pdf, ...made} = await makePaper(context, source, language);
    return {pdf: encodeBytes(pdf), ...made};
  },

  async saveAs(context, {source, language}) {
    const {pdf, fileName} = await makePaper(context, source, language);
    return saveFile(context.platform, fileName, pdf);
  },

  register({db, account, now, today, jobs}, {source, language, how, pages}) {
    const made = source.kind === 'pile' ? pileMade(jobs, source.jobId) : undefined;
    const sources = made === undefined ? [source] : papersOnPages(made, pages);
    const papers = sources.flatMap(each => printedPapers(db, each, today));
    const printed = {language: made?.language ?? language, how, printedAt: now, accountId: account.id};
    for (const paper of papers) registerPrint(db, {...paper, ...printed});
    return {};
  },

  issues({db, today}, {form, subjectId}) {
    return issuesOf(db, form, subjectOf(db, form, subjectId, today), today);
  },

  issue({db, now, today}, {form, subjectId, legalDate}) {
    const {edition, values, recipientId} = withSignature(form, subjectOf(db, form, subjectId, today), legalDate);
    refuseIf(stops(paperIssues(edition, values, today)) && refusal('', 'issues-remain'));
    return {paperId: freeze(db, {edition, values, subjectId, recipientId, legalDate, now})};
  },

  list({db}, {recipientId}) {
    const {id} = orMissing(findKept(db, recipientId));
    return papersOf(db, id).map(lineOf);
  },

  ofSubject({db}, {subjectId}) {
    return papersOfSubject(db, subjectId).map(lineOf);
  },

  prints({db}, {recipientId}) {
    const kept = orMissing(findKept(db, recipientId));
    const names = accountNames(db);
    return printsOf(db, kept.id).map(({id, form, language, how, state, printedAt, accountId, paperId}) => ({
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

interface MadePaper extends Omit<Sheet, 'definition' | 'state'> {
  readonly pdf: Uint8Array;
  readonly state: Sheet['state'] | 'picture';
}

async function makePaper(context: QueryContext, source: PaperSource, language: PrintLanguage): Promise<MadePaper> {
  if (source.kind === 'pile') return pilePaper(context, source.jobId);
  checkMaySee(context.db, context.account, source);
  if (source.kind === 'year') {
    const folder = folderOf(context.db, source.year, source.recipientId);
    const {pdf, lostForce} = await bindFolder(context, folder, language);
    return {pdf, fileName: `${folderName(folder, language)}.pdf`, state: 'frozen', lostForce};
  }
  if (source.kind === 'transfer') {
    const row = orMissing(findTransfer(context.db, source.transferId));
    // It is printed to be signed, before it is handed over: nothing in it bears the mark of a draft.
    return {...(await bindTransfer(context, row, language)), state: 'frozen'};
  }
  if (source.kind === 'month' || source.kind === 'life') {
    const {definition, fileName} = pictureSheet(context.db, context.today, source, language);
    return {pdf: await context.pdf.render(definition), fileName, state: 'picture', lostForce: false};
  }
  const {definition, ...about} = sheetOf(context, source, language);
  return {pdf: await context.pdf.render(definition), ...about};
}

/** As it was made, whatever language is asked for. */
function pilePaper({db, account, jobs}: QueryContext, jobId: string): MadePaper {
  const {what, papers, lostForce} = pileMade(jobs, jobId);
  for (const {source} of papers) checkMaySee(db, account, source);
  const {bytes, fileName} = orMissing(what === 'pile' ? jobs.result(jobId) : undefined);
  const state = papers.every(({source}) => source.kind === 'frozen') ? 'frozen' : 'draft';
  return {pdf: bytes, fileName, state, lostForce};
}

type Printed = Omit<PrintRow, 'id' | 'language' | 'how' | 'printedAt' | 'accountId'>;

function printedPapers(db: ReadableDb, source: PaperSource, today: string): Printed[] {
  switch (source.kind) {
    case 'blank':
      return [{state: source.kind, form: source.form, paperId: null, recipientId: null, subjectId: null}];
    case 'living': {
      const {form, subjectId} = source;
      const {recipientId} = subjectOf(db, form, subjectId, today);
      return [{state: 'draft', form, paperId: null, recipientId, subjectId}];
    }
    case 'frozen':
      return [frozenPrint(orMissing(findPaper(db, source.paperId)))];
    case 'year':
      return printsOfFolder(db, source.year, source.recipientId);
    case 'transfer':
      // Act and inventory are no forms of the order; the register keeps its papers.
      return attachedPapers(db, orMissing(findTransfer(db, source.transferId))).map(({paperId}) =>
        frozenPrint(orMissing(findPaper(db, paperId))),
      );
    case 'pile':
      // It is entered paper by paper.
      return [];
    case 'month':
    case 'life':
      return [];
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

function lineOf({id, form, subjectId, revision, legalDate, frozenAt}: Omit<PaperRow, 'values' | 'labels'>): PaperLine {
  return {id, form: formOf(form), subjectId, revision, legalDate, frozenAt};
}
