import {assert, must} from '../../domain/assert.ts';
import {shortName, type PersonName} from '../../domain/person.ts';
import {text, type PrintLanguage, type Text} from '../../domain/text.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {yearPlans, yearRounds, type YearPlanRow, type YearRoundRow} from '../../db/queries/binding.ts';
import {fileOf} from '../../db/queries/file.ts';
import {findPaper, type PaperRow} from '../../db/queries/paper.ts';
import {findKept, findRecipient} from '../../db/queries/recipient.ts';
import {
  partNames,
  yearInventory,
  yearTitlePage,
  type FolderPart,
  type YearFolder,
} from '../../templates/print/year-folder.ts';
import {pageCount} from '../pdf/bind-pages.ts';
import type {QueryContext} from './context.ts';
import {bothOn, houseOf, nameOn} from './gather/values.ts';
import {safeFileName} from './paper-file-name.ts';
import {formOf, frozenSheet} from './paper-sheet.ts';
import {orMissing, refusal, refuseIf} from './refusals.ts';

/** The approved papers of one recipient's year, in the order in which they are bound. */
export interface Folder {
  readonly recipientId: string;
  readonly name: PersonName | undefined;
  readonly year: number;
  readonly papers: readonly {readonly paperId: string; readonly name: Text}[];
}

/** Refused where there is nothing to bind. */
export function folderOf(db: ReadableDb, year: number, askedId: string): Folder {
  const person = orMissing(findKept(db, askedId));
  const recipientId = person.id;
  const papers = papersIn(yearPlans(db, year, recipientId), yearRounds(db, year, recipientId));
  refuseIf(papers.length === 0 && refusal('', 'nothing-to-bind'));
  return {recipientId, name: nameOn(person), year, papers};
}

/** The plan with its revisions, then the journal, round by round. */
export function papersIn(plans: readonly YearPlanRow[], rounds: readonly YearRoundRow[]): Folder['papers'] {
  return [
    ...plans.flatMap(({approved, paperId, revision}) =>
      approved === 1 && paperId !== null
        ? [{paperId, name: revision === 0 ? partNames.plan : partNames.revision(revision)}]
        : [],
    ),
    // Counted through the year: their own numbers begin anew with each revision of the plan.
    ...rounds
      .flatMap(({status, paperId}) => (status === 'closed' && paperId !== null ? [paperId] : []))
      .map((paperId, index) => ({paperId, name: partNames.round(index + 1)})),
  ];
}

export interface BoundFolder {
  readonly pdf: Uint8Array;
  readonly sheets: number;
  /** When the newest of its papers was frozen. */
  readonly madeAt: string;
  /** One of its papers has a form that had lost force on its date. */
  readonly lostForce: boolean;
}

interface Following {
  readonly signal?: AbortSignal;
  /** A paper is rendered, or the folder is bound: `papers.length + 1` times. */
  readonly onPart?: () => void;
}

/**
 * One file: title page, inventory, papers, the sheets numbered through from 1. First the papers are made and counted,
 * then title page and inventory, which tell of the sheets and count themselves: until what they say is so.
 */
export async function bindFolder(
  {db, pdf: renderer}: Pick<QueryContext, 'db' | 'pdf'>,
  folder: Folder,
  language: PrintLanguage,
  {signal, onPart}: Following = {},
): Promise<BoundFolder> {
  const made: Uint8Array[] = [];
  const parts: FolderPart[] = [];
  let madeAt = '';
  let lostForce = false;
  for (const {paperId, name} of folder.papers) {
    signal?.throwIfAborted();
    const paper = must(findPaper(db, paperId), 'a paper is for ever');
    const sheet = frozenSheet(db, paper, language);
    // One after another, so that no more than one folder is in memory.
    const rendered = await renderer.render(sheet.definition, options(signal));
    made.push(rendered);
    parts.push({name, date: paper.legalDate, sheets: await pageCount(rendered)});
    if (paper.frozenAt > madeAt) ({frozenAt: madeAt} = paper);
    lostForce ||= sheet.lostForce;
    onPart?.();
  }
  signal?.throwIfAborted();
  const about = aboutFolder(db, folder, language, madeAt);
  const papers = sheetsOf(parts);
  let own = {title: 1, inventory: 1};
  for (;;) {
    const sheets = papers + own.title + own.inventory;
    const all: FolderPart[] = [
      {name: partNames.title, date: null, sheets: own.title},
      {name: partNames.inventory, date: null, sheets: own.inventory},
      ...parts,
    ];
    const title = await renderer.render(yearTitlePage({...about, sheets}), options(signal));
    const inventory = await renderer.render(yearInventory({...about, sheets}, all), options(signal));
    const counted = {title: await pageCount(title), inventory: await pageCount(inventory)};
    if (counted.title === own.title && counted.inventory === own.inventory) {
      const pdf = await renderer.bind({parts: [title, inventory, ...made], firstSheet: 1, madeAt}, options(signal));
      onPart?.();
      return {pdf, sheets, madeAt, lostForce};
    }
    assert(counted.title > own.title || counted.inventory > own.inventory, 'the sheets of the folder settle');
    // Never fewer than before, or the two could answer each other for ever.
    own = {title: Math.max(own.title, counted.title), inventory: Math.max(own.inventory, counted.inventory)};
  }
}

function aboutFolder(
  db: ReadableDb,
  {recipientId, name, year}: Folder,
  language: PrintLanguage,
  madeAt: string,
): Omit<YearFolder, 'sheets'> {
  const {facility, head} = houseOf(db);
  return {
    organisation: (facility && bothOn(facility.nameKk, facility.nameRu)) ?? text('', ''),
    recipient: name ?? {surname: '', firstName: '', patronymic: null},
    born: findRecipient(db, recipientId)?.bornOn ?? null,
    fileNumber: fileOf(db, recipientId)?.number ?? null,
    year,
    head: nameOn(head) ?? null,
    language,
    madeAt,
  };
}

function sheetsOf(parts: readonly FolderPart[]): number {
  return parts.reduce((sum, part) => sum + part.sheets, 0);
}

function options(signal: AbortSignal | undefined): {readonly signal?: AbortSignal} {
  return signal === undefined ? {} : {signal};
}

const folderWords = text('Тігілген құжаттар', 'Сшив');

/** «Сшив 2026 - Оспанова Ә. Қ.», without an ending; only what every file system can hold. */
export function folderName({name, year}: Pick<Folder, 'name' | 'year'>, language: PrintLanguage): string {
  const what = language === 'both' ? `${folderWords.kk} - ${folderWords.ru}` : folderWords[language];
  return safeFileName([`${what} ${year}`, ...(name === undefined ? [] : [shortName(name)])]);
}

/** What the register of prints keeps of an approved paper. */
export function frozenPrint({id, form, recipientId, subjectId}: PaperRow) {
  return {state: 'frozen', form: formOf(form), paperId: id, recipientId, subjectId} as const;
}

/** A folder is entered paper by paper. */
export function printsOfFolder(db: ReadableDb, year: number, recipientId: string) {
  return folderOf(db, year, recipientId).papers.map(({paperId}) => frozenPrint(must(findPaper(db, paperId))));
}
