import {must} from '../../../domain/assert.ts';
import {asksContract} from '../../../domain/transfer.ts';
import {shortName, type PersonName} from '../../../domain/person.ts';
import {text, type PrintLanguage} from '../../../domain/text.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {fileOf} from '../../../db/queries/file.ts';
import {roundsOf} from '../../../db/queries/monitoring.ts';
import {findPaper, newestPaperOf} from '../../../db/queries/paper.ts';
import {findRecipient} from '../../../db/queries/recipient.ts';
import {
  plansOfPlacement,
  receivedContentOf,
  transferChangedAt,
  transferContent,
  type TransferHead,
} from '../../../db/queries/transfer.ts';
import {
  transferAct,
  transferInventory,
  transferPaperNames,
  type AttachedPaper,
  type TransferPaper,
} from '../../../templates/print/transfer-papers.ts';
import {archive, archiveContent, type ArchiveContent} from '../../contract/archive.ts';
import {decodeBytes} from '../../contract/bytes.ts';
import {pageCount} from '../../pdf/bind-pages.ts';
import type {QueryContext} from '../context.ts';
import {bothOn, houseOf, nameOn} from '../gather/values.ts';
import {safeFileName} from '../paper-file-name.ts';
import {frozenSheet} from '../paper-sheet.ts';
import {orMissing} from '../refusals.ts';
import {papersIn} from '../year-folder.ts';

/** The papers of a hand-over: act, inventory, plans, monitoring. */

/** Approved papers of the row of the journal that ends, in their order. */
export function attachedPapers(db: ReadableDb, {placementId, recipientId}: TransferHead) {
  if (placementId === null || recipientId === null) return [];
  const plans = plansOfPlacement(db, placementId).map(plan => ({
    id: plan.id,
    recipientId,
    revision: plan.revision,
    approved: plan.status === 'approved' || plan.approvedOn !== null ? 1 : 0,
    paperId: newestPaperOf(db, plan.id)?.id ?? null,
  }));
  const rounds = plans.flatMap(plan =>
    roundsOf(db, plan.id).map(({id, planId, number, status}) => ({
      id,
      planId,
      recipientId,
      number,
      status,
      paperId: newestPaperOf(db, id)?.id ?? null,
    })),
  );
  return [...papersIn(plans, []), ...papersIn([], rounds)];
}

/** How many plans (with their revisions) and rounds of monitoring go along. */
export function countPapers(db: ReadableDb, row: TransferHead): {plans: number; rounds: number} {
  const forms = attachedPapers(db, row).map(({paperId}) => must(findPaper(db, paperId)).form);
  const plans = forms.filter(form => form === 'appendix-4').length;
  return {plans, rounds: forms.length - plans};
}

export interface PrintedPaper {
  readonly name: TransferPaper['from'];
  readonly date: string | null;
  readonly sheets: number;
  readonly pdf: Uint8Array;
}

export interface PrintedTransfer {
  readonly papers: readonly PrintedPaper[];
  /** When what they say was last changed. */
  readonly madeAt: string;
  /** One of them has a form that had lost force on its date. */
  readonly lostForce: boolean;
}

/** One paper after another: the plans and rounds are counted first, for the act tells of their sheets. */
export async function printTransfer(
  {db, pdf: renderer}: Pick<QueryContext, 'db' | 'pdf'>,
  row: TransferHead,
  language: PrintLanguage,
  {signal, onPart}: {readonly signal?: AbortSignal; readonly onPart?: () => void} = {},
): Promise<PrintedTransfer> {
  const options = signal === undefined ? {} : {signal};
  const attached: PrintedPaper[] = [];
  // What is printed of the row says nothing newer than its newest change.
  let madeAt = transferChangedAt(db, row.id);
  let lostForce = false;
  for (const {paperId, name} of attachedPapers(db, row)) {
    const paper = must(findPaper(db, paperId), 'a paper is for ever');
    const sheet = frozenSheet(db, paper, language);
    const pdf = await renderer.render(sheet.definition, options);
    attached.push({name, date: paper.legalDate, sheets: await pageCount(pdf), pdf});
    if (paper.frozenAt > madeAt) ({frozenAt: madeAt} = paper);
    lostForce ||= sheet.lostForce;
    onPart?.();
  }
  const about = aboutTransfer(db, row, language, madeAt);
  const told: AttachedPaper[] = attached.map(({name, date, sheets}) => ({name, date, sheets}));
  const own: PrintedPaper[] = [];
  for (const {name, definition} of [
    {name: transferPaperNames.act, definition: transferAct(about, told)},
    {name: transferPaperNames.inventory, definition: transferInventory(about)},
  ]) {
    const pdf = await renderer.render(definition, options);
    own.push({name, date: row.actOn, sheets: await pageCount(pdf), pdf});
    onPart?.();
  }
  return {papers: [...own, ...attached], madeAt, lostForce};
}

function aboutTransfer(db: ReadableDb, row: TransferHead, language: PrintLanguage, madeAt: string): TransferPaper {
  const {facility} = houseOf(db);
  const person = row.recipientId === null ? undefined : findRecipient(db, row.recipientId);
  return {
    from: (facility && bothOn(facility.nameKk, facility.nameRu)) ?? text('', ''),
    to: eitherName(row),
    recipient: nameOn(person) ?? {surname: '', firstName: '', patronymic: null},
    born: person?.bornOn ?? null,
    fileNumber: person === undefined ? null : (fileOf(db, person.id)?.number ?? null),
    actNumber: row.actNumber,
    actOn: row.actOn,
    discharge: {number: row.dischargeOrder, on: row.dischargeOn},
    contract: asksContract(facility?.type ?? null) ? {number: row.contractNumber, on: row.contractOn} : null,
    handedBy: row.handedBy,
    receivedBy: row.receivedBy,
    inventory: row.inventory,
    language,
    madeAt,
  };
}

/** A name typed in one language serves for both. */
export function eitherName({otherNameKk: kk, otherNameRu: ru}: TransferHead): {kk: string; ru: string} {
  return text(kk === '' ? ru : kk, ru === '' ? kk : ru);
}

/** Both names in one line of so many letters; where that is too long, one of them. */
export function oneLine({kk, ru}: {readonly kk: string; readonly ru: string}, most: number): string {
  const both = kk === ru || ru === '' ? kk : kk === '' ? ru : `${kk} / ${ru}`;
  return both.length <= most ? both : (kk || ru).slice(0, most);
}

/** One file with all of them, numbered through; of a received hand-over the papers as they came. */
export async function bindTransfer(
  context: Pick<QueryContext, 'db' | 'pdf'>,
  row: TransferHead,
  language: PrintLanguage,
): Promise<{pdf: Uint8Array; fileName: string; lostForce: boolean}> {
  if (row.direction === 'incoming') {
    const {content, parts} = receivedArchive(context.db, row);
    const pdfs = content.papers.map(paper => decodeBytes(must(parts[paper.part])));
    const pdf = await context.pdf.bind({parts: pdfs, firstSheet: 1, madeAt: content.madeAt});
    return {pdf, fileName: `${transferFileName(content.person.name, language)}.pdf`, lostForce: false};
  }
  const {papers, madeAt, lostForce} = await printTransfer(context, row, language);
  const pdf = await context.pdf.bind({parts: papers.map(paper => paper.pdf), firstSheet: 1, madeAt});
  const person = row.recipientId === null ? undefined : findRecipient(context.db, row.recipientId);
  return {pdf, fileName: `${transferFileName(nameOn(person), language)}.pdf`, lostForce};
}

/** What the file told. Its papers, which may be many megabytes, are read only to be printed. */
export function receivedContent(db: ReadableDb, {id}: Pick<TransferHead, 'id'>): ArchiveContent {
  return archiveContent.parse(JSON.parse(orMissing(receivedContentOf(db, id) ?? undefined)));
}

function receivedArchive(db: ReadableDb, {id}: Pick<TransferHead, 'id'>) {
  return archive.parse(orMissing(transferContent(db, id) ?? undefined));
}

const fileWords = text('Ауысу құжаттары', 'Документы перевода');

/** «Документы перевода - Оспанова Ә. Қ.», without an ending; only what every file system can hold. */
export function transferFileName(name: PersonName | undefined, language: PrintLanguage): string {
  const what = language === 'both' ? `${fileWords.kk} - ${fileWords.ru}` : fileWords[language];
  return safeFileName([what, ...(name === undefined ? [] : [shortName(name)])]);
}
