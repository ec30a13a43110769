import type {ReadableDb} from '../../db/connection.ts';
import {printablePeople} from '../../db/queries/printing.ts';
import type {PileFilter, PileVersion} from '../../domain/pile.ts';
import type {PrintLanguage} from '../../domain/text.ts';
import type {PlacementStatus} from '../../domain/vocabulary.ts';
import {encodeBytes} from '../contract/bytes.ts';
import type {MadeSource, PaperForm} from '../contract/paper.ts';
import {mostPileLines, type PileLine, type PilePaper, type printingCalls} from '../contract/printing.ts';
import type {AreaHandlers, QueryContext} from './context.ts';
import {checkMaySee, mayPrint} from './paper-rights.ts';
import {isCalled, lineOfJournal, linesOfPeople} from './printing/lines.ts';
import {makePile, paperKey} from './printing/make-pile.ts';
import {pileMade} from './printing/pile-made.ts';
import {printers, registerPage, registerWorkbook} from './printing/register-table.ts';
import {saveFile} from './save-file.ts';

export const printingHandlers: AreaHandlers<typeof printingCalls> = {
  list(context, asked) {
    return listOf(context, asked);
  },

  start(context, asked) {
    for (const source of asked.papers) checkMaySee(context.db, context.account, source);
    return {jobId: context.jobs.start(makePile(context, asked))};
  },

  outcome({jobs}, {jobId}) {
    return pileMade(jobs, jobId);
  },

  held({made}, {papers, language}) {
    return {held: papers.filter(source => made.has(paperKey(source, language))).length};
  },

  register({db}, {offset, limit, ...wanted}) {
    return registerPage(db, wanted, {offset, limit});
  },

  printers({db}) {
    return printers(db);
  },

  async excel(context, wanted) {
    const {bytes, fileName} = await registerWorkbook(context, wanted);
    return {file: encodeBytes(bytes), fileName};
  },

  async saveExcel(context, wanted) {
    const {bytes, fileName} = await registerWorkbook(context, wanted);
    return saveFile(context.platform, fileName, bytes);
  },
};

interface AskedList {
  readonly forms: readonly PaperForm[];
  readonly version: PileVersion;
  readonly language: PrintLanguage;
  readonly statuses: readonly PlacementStatus[];
  readonly unitId: string | null;
  readonly staffId: string | null;
  readonly text: string;
  readonly filter: PileFilter;
}

function listOf(context: QueryContext, asked: AskedList): {lines: PileLine[]; total: number} {
  const {db, account, today, made} = context;
  const {version, language, filter} = asked;
  const forms = asked.forms.filter(form => mayPrint(account, form));
  const pagesOf = (source: MadeSource): number | null => made.pages(paperKey(source, language)) ?? null;
  const wanted = {forms, version, today, pagesOf};
  const journal = forms.includes('appendix-2') && asked.text === '' ? lineOfJournal(db, wanted) : undefined;
  const ofPeople = forms.some(form => form !== 'appendix-2') ? peopleLines(db, asked, wanted) : {lines: [], total: 0};
  const journals = journal === undefined ? [] : filtered([journal], filter);
  return {lines: [...journals, ...ofPeople.lines], total: journals.length + ofPeople.total};
}

type Wanted = Parameters<typeof linesOfPeople>[2];

function peopleLines(db: ReadableDb, asked: AskedList, wanted: Wanted): {lines: PileLine[]; total: number} {
  const people = printablePeople(db, {...asked, today: wanted.today}).filter(each => isCalled(each, asked.text));
  if (asked.filter === 'all') {
    return {lines: linesOfPeople(db, people.slice(0, mostPileLines), wanted), total: people.length};
  }
  const lines = filtered(linesOfPeople(db, people, wanted), asked.filter);
  return {lines: lines.slice(0, mostPileLines), total: lines.length};
}

/** With a filter the pile is what it asks for, and whoever has nothing of it is not in it. */
function filtered(lines: readonly PileLine[], filter: PileFilter): PileLine[] {
  if (filter === 'all') return [...lines];
  const isAsked = ({printedAt, unsigned}: PilePaper): boolean =>
    filter === 'unprinted' ? printedAt === null : unsigned;
  return lines
    .map(line => ({...line, papers: line.papers.filter(isAsked), lacks: []}))
    .filter(({papers}) => papers.length > 0);
}
