import {fullName, type PersonName} from '../../../domain/person.ts';
import type {PileLackKind, PileVersion} from '../../../domain/pile.ts';
import {fold, wrongLayout} from '../../../domain/search-key.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {newestVolume} from '../../../db/queries/journal.ts';
import {
  issuedPapers,
  lastPrints,
  printablePlans,
  printableRounds,
  type IssuedPaper,
  type PrintablePerson,
  type PrintablePlan,
  type PrintableRound,
} from '../../../db/queries/printing.ts';
import type {MadeSource, PaperForm} from '../../contract/paper.ts';
import type {PileLack, PileLine, PilePaper} from '../../contract/printing.ts';

/** Which papers of a person would be in a pile, and what lacks. */

/** What a paper is, before it is known how many pages it has. */
type Found = Omit<PilePaper, 'pages' | 'printedAt'> & {readonly of: string};

type Papers = readonly (Found | PileLack)[];

interface Wanted {
  readonly forms: readonly PaperForm[];
  readonly version: PileVersion;
  readonly today: string;
  readonly pagesOf: (source: MadeSource) => number | null;
}

/** Every typed word stands somewhere in the name or in the number of the file, also when it was typed on another layout. */
export function isCalled(person: PrintablePerson, typed: string): boolean {
  const known = fold(`${fullName(person)} ${person.fileNumber ?? ''}`);
  const readings = [typed, ...wrongLayout(typed)].map(fold).filter(reading => reading !== '');
  return readings.length === 0 || readings.some(reading => reading.split(' ').every(word => known.includes(word)));
}

export function linesOfPeople(db: ReadableDb, people: readonly PrintablePerson[], wanted: Wanted): PileLine[] {
  const ids = people.map(({recipientId}) => recipientId);
  const asks = (...forms: readonly PaperForm[]): boolean => forms.some(form => wanted.forms.includes(form));
  const plans = asks('appendix-4', 'appendix-5') ? Map.groupBy(printablePlans(db, ids), whose) : new Map();
  const rounds = asks('appendix-5') ? Map.groupBy(printableRounds(db, ids), whose) : new Map();
  const covers = new Map(
    (asks('appendix-3') ? issuedPapers(db, 'appendix-3', ids) : []).map(paper => [paper.subjectId, paper]),
  );
  const printed = lastPrints(db, ids);
  return people.map(person => {
    const own = plans.get(person.recipientId) ?? [];
    const found: Papers = [
      ...(asks('appendix-3') ? [coverOf(person, covers.get(person.recipientId), wanted.version)] : []),
      ...(asks('appendix-4') ? [planOf(person, own, wanted)] : []),
      ...(asks('appendix-5') ? [roundOf(person, own, rounds.get(person.recipientId) ?? [], wanted.version)] : []),
    ];
    return {...lineOf(found, printed, wanted), ...named(person)};
  });
}

/** The volume of the journal that is kept now; undefined: there is none. */
export function lineOfJournal(db: ReadableDb, wanted: Wanted): PileLine | undefined {
  const volume = newestVolume(db);
  if (volume === undefined) return undefined;
  const form = 'appendix-2';
  const [issued] = issuedPapers(db, form, [volume.id]);
  const paper: Found | PileLack =
    wanted.version === 'draft'
      ? draft(form, volume.id, {unsigned: false})
      : issued === undefined
        ? lack(form, 'journal-not-issued')
        : frozen(form, issued, {number: null, unsigned: false});
  return {...lineOf([paper], lastPrints(db, null), wanted), recipientId: null, name: null, fileNumber: null};
}

function lineOf(found: Papers, printed: ReadonlyMap<string, string>, {pagesOf}: Wanted) {
  const papers = found.flatMap(each => {
    if ('why' in each) return [];
    const {of, ...paper} = each;
    return [{...paper, printedAt: printed.get(of) ?? null, pages: pagesOf(paper.source)}];
  });
  return {papers, lacks: found.flatMap(each => ('why' in each ? [each] : []))};
}

function named({recipientId, fileNumber, surname, firstName, patronymic}: PrintablePerson) {
  const name: PersonName = {surname, firstName, patronymic};
  return {recipientId, name, fileNumber};
}

function coverOf(person: PrintablePerson, issued: IssuedPaper | undefined, version: PileVersion): Found | PileLack {
  const form = 'appendix-3';
  if (person.fileNumber === null) return lack(form, person.admittedOn === null ? 'not-admitted' : 'no-file');
  const unsigned = person.fileUnsigned === 1;
  if (version === 'draft') return draft(form, person.recipientId, {unsigned});
  // The cover is issued with the date of its signature.
  return issued === undefined ? lack(form, 'cover-not-issued') : frozen(form, issued, {number: null, unsigned: false});
}

function planOf(
  {admittedOn}: PrintablePerson,
  plans: readonly PrintablePlan[],
  {version, today}: Pick<Wanted, 'version' | 'today'>,
): Found | PileLack {
  const form = 'appendix-4';
  const open = plans.findLast(({status}) => status === 'draft' || status === 'filled');
  const approved = planInForce(plans, today);
  if (open === undefined && approved === undefined) {
    return lack(form, admittedOn === null ? 'not-admitted' : 'no-plan');
  }
  if (version === 'draft') {
    return open === undefined
      ? lack(form, 'plan-approved', {planId: approved?.id ?? null})
      : // A filled plan waits for the head.
        draft(form, open.id, {number: numberOf(open), unsigned: open.status === 'filled'});
  }
  if (approved === undefined) return lack(form, 'plan-not-approved', {planId: open?.id ?? null});
  if (approved.paperId === null) return lack(form, 'no-paper', {planId: approved.id});
  const paper = {id: approved.paperId, legalDate: approved.approvedOn};
  return frozen(form, paper, {number: numberOf(approved), unsigned: approved.unsigned === 1});
}

/** The one whose time it is, else the one of which the time comes or was last. */
function planInForce(plans: readonly PrintablePlan[], today: string): PrintablePlan | undefined {
  const approved = plans.filter(({status}) => status === 'approved');
  const of = approved.length > 0 ? approved : plans.filter(({status}) => status === 'ended');
  return of.findLast(({periodFrom}) => periodFrom !== null && periodFrom <= today) ?? of.at(-1);
}

function roundOf(
  {admittedOn}: PrintablePerson,
  plans: readonly PrintablePlan[],
  rounds: readonly PrintableRound[],
  version: PileVersion,
): Found | PileLack {
  const form = 'appendix-5';
  const plan = plans.findLast(({status}) => status === 'approved') ?? plans.at(-1);
  if (plan === undefined) return lack(form, admittedOn === null ? 'not-admitted' : 'no-plan');
  const open = rounds.findLast(({status}) => status === 'open');
  const closed = rounds.findLast(({status}) => status === 'closed');
  if (version === 'draft') {
    if (open !== undefined) return draft(form, open.id, {number: open.number, unsigned: false});
    return closed === undefined
      ? lack(form, 'no-round', {planId: plan.id})
      : lack(form, 'round-closed', {planId: closed.planId, roundId: closed.id});
  }
  if (closed === undefined) {
    return open === undefined
      ? lack(form, 'no-round', {planId: plan.id})
      : lack(form, 'round-open', {planId: open.planId, roundId: open.id});
  }
  if (closed.paperId === null) return lack(form, 'no-paper', {planId: closed.planId, roundId: closed.id});
  const paper = {id: closed.paperId, legalDate: closed.monitoredOn};
  return frozen(form, paper, {number: closed.number, unsigned: closed.unsigned === 1});
}

function numberOf({revision}: PrintablePlan): number | null {
  return revision === 0 ? null : revision;
}

function frozen(
  form: PaperForm,
  {id, legalDate}: {readonly id: string; readonly legalDate: string | null},
  rest: Pick<Found, 'number' | 'unsigned'>,
): Found {
  return {form, source: {kind: 'frozen', paperId: id}, of: id, on: legalDate, ...rest};
}

function draft(
  form: PaperForm,
  subjectId: string,
  rest: {readonly number?: number | null; readonly unsigned: boolean},
): Found {
  return {form, source: {kind: 'living', form, subjectId}, of: subjectId, on: null, number: null, ...rest};
}

function lack(form: PaperForm, why: PileLackKind, where: Partial<Pick<PileLack, 'planId' | 'roundId'>> = {}): PileLack {
  return {form, why, planId: null, roundId: null, ...where};
}

function whose({recipientId}: {readonly recipientId: string}): string {
  return recipientId;
}
