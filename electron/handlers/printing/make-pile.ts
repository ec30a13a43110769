import {createHash} from 'node:crypto';
import {formatDate} from '../../../domain/dates.ts';
import {text, type PrintLanguage} from '../../../domain/text.ts';
import type {MadeSource} from '../../contract/paper.ts';
import type {PileOutcome} from '../../contract/printing.ts';
import {pageCount} from '../../pdf/bind-pages.ts';
import type {QueryContext} from '../context.ts';
import type {JobWork} from '../jobs.ts';
import {fileNameOf} from '../paper-file-name.ts';
import {sheetOf, type Sheet} from '../paper-sheet.ts';
import {makeArchive} from '../zip.ts';

export interface AskedPile {
  /** At least one. */
  readonly papers: readonly MadeSource[];
  readonly language: PrintLanguage;
  readonly what: 'pile' | 'each';
}

type Needed = Pick<QueryContext, 'db' | 'pdf' | 'made' | 'today' | 'now'>;

interface Made {
  readonly source: MadeSource;
  readonly sheet: Sheet;
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/**
 * Makes paper after paper; what is made is held (`made-papers.ts`), so that whoever stops the work, or is locked out of it,
 * goes on where it was. A paper that cannot be made stops none of the others. Nothing is written to the disk.
 */
export function makePile(context: Needed, asked: AskedPile): JobWork {
  const {papers, language, what} = asked;
  return {
    total: papers.length + 1,
    async run(onDone, signal) {
      const made: Made[] = [];
      const failed: MadeSource[] = [];
      let cause: unknown;
      for (const source of papers) {
        signal.throwIfAborted();
        try {
          made.push(await makePaper(context, source, language, signal));
        } catch (error) {
          signal.throwIfAborted();
          cause = error;
          failed.push(source);
        }
        onDone();
      }
      if (made.length === 0) throw new Error('no paper could be made', {cause});
      const bytes = what === 'pile' ? await pileOf(context, made, signal) : archiveOf(context, made);
      onDone();
      const outcome: PileOutcome = {
        what,
        language,
        papers: made.map(({source, pages}) => ({source, pages})),
        failed,
        lostForce: made.some(({sheet}) => sheet.lostForce),
      };
      return {fileName: fileNameFor(context, asked, made), bytes, outcome};
    },
  };
}

async function makePaper(
  context: Needed,
  source: MadeSource,
  language: PrintLanguage,
  signal: AbortSignal,
): Promise<Made> {
  const sheet = sheetOf(context, source, language);
  const key = paperKey(source, language);
  const fingerprint = createHash('sha256').update(JSON.stringify(sheet.definition)).digest('hex');
  const held = context.made.find(key, fingerprint);
  if (held !== undefined) return {source, sheet, ...held};
  const pdf = await context.pdf.render(sheet.definition, {signal});
  const pages = await pageCount(pdf);
  context.made.keep(key, fingerprint, {pdf, pages});
  return {source, sheet, pdf, pages};
}

/** Under which a made paper is held. */
export function paperKey(source: MadeSource, language: PrintLanguage): string {
  return source.kind === 'frozen' ? `${source.paperId} ${language}` : `${source.form} ${source.subjectId} ${language}`;
}

/** One paper after another; each keeps its own page numbers. */
function pileOf({pdf: renderer, now}: Needed, made: readonly Made[], signal: AbortSignal): Promise<Uint8Array> {
  const parts = made.map(({pdf}) => pdf);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return Promise.resolve(only);
  return renderer.bind({parts, firstSheet: null, madeAt: now}, {signal});
}

/** A ZIP with a PDF for each, by person and form. Two people may have one name. */
function archiveOf({today}: Needed, made: readonly Made[]): Uint8Array {
  const archive = makeArchive(new Date(`${today}T12:00:00`));
  for (const {sheet, pdf} of made) archive.add(sheet.fileName.replace(/\.pdf$/u, ''), 'pdf', pdf);
  return archive.finish();
}

const pileWords = text('Құжаттар топтамасы', 'Пачка документов');

function fileNameFor({today}: Needed, {language, what}: AskedPile, made: readonly Made[]): string {
  const [only] = made;
  if (what === 'pile' && made.length === 1 && only !== undefined) return only.sheet.fileName;
  const words = language === 'both' ? `${pileWords.kk} - ${pileWords.ru}` : pileWords[language];
  return fileNameOf([words, formatDate(today), String(made.length)], what === 'pile' ? 'pdf' : 'zip');
}
