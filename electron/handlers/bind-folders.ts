import {text, type PrintLanguage} from '../../domain/text.ts';
import type {FolderSheets} from '../contract/binding.ts';
import type {QueryContext} from './context.ts';
import type {JobWork} from './jobs.ts';
import {safeFileName} from './paper-file-name.ts';
import {bindFolder, folderName, type BoundFolder, type Folder} from './year-folder.ts';
import {makeArchive} from './zip.ts';

export interface FoldersToBind {
  /** At least one. */
  readonly folders: readonly Folder[];
  readonly year: number;
  readonly language: PrintLanguage;
  readonly what: 'pile' | 'each';
}

/**
 * Binds folder after folder. What one recipient's papers take is given back before the next is begun; only the bound
 * folders stay in memory, and nothing is written to the disk. A folder that cannot be made stops none of the others.
 */
export function bindFolders(context: Pick<QueryContext, 'db' | 'pdf'>, asked: FoldersToBind): JobWork {
  const {folders, year, language, what} = asked;
  return {
    total: folders.reduce((sum, {papers}) => sum + papers.length + 1, 1),
    async run(onDone, signal) {
      const bundle = what === 'pile' ? pileOf(context, signal) : archiveOf(year, language);
      const made: FolderSheets[] = [];
      const failed: string[] = [];
      let cause: unknown;
      for (const folder of folders) {
        signal.throwIfAborted();
        try {
          const bound = await bindFolder(context, folder, language, {signal, onPart: onDone});
          bundle.add(folder, bound);
          made.push({recipientId: folder.recipientId, sheets: bound.sheets});
        } catch (error) {
          signal.throwIfAborted();
          cause = error;
          failed.push(folder.recipientId);
        }
      }
      if (made.length === 0) throw new Error('no folder could be bound', {cause});
      const bytes = await bundle.finish();
      onDone();
      return {fileName: fileNameOf(asked), bytes, outcome: {folders: made, failed}};
    },
  };
}

const pileWords = text('Жыл құжаттары', 'Сшив за год');

function fileNameOf({folders, year, language, what}: FoldersToBind): string {
  const [first] = folders;
  const ending = what === 'pile' ? 'pdf' : 'zip';
  if (folders.length === 1 && first !== undefined) return `${folderName(first, language)}.${ending}`;
  const words = language === 'both' ? `${pileWords.kk} - ${pileWords.ru}` : pileWords[language];
  return `${safeFileName([`${words} ${year}`, String(folders.length)])}.${ending}`;
}

interface Bundle {
  readonly add: (folder: Folder, bound: BoundFolder) => void;
  readonly finish: () => Promise<Uint8Array>;
}

/** One recipient after another, each numbered from 1 in its own folder. */
function pileOf({pdf: renderer}: Pick<QueryContext, 'pdf'>, signal: AbortSignal): Bundle {
  const parts: Uint8Array[] = [];
  let newest = '';
  return {
    add(_folder, {pdf, madeAt}) {
      parts.push(pdf);
      if (madeAt > newest) newest = madeAt;
    },
    finish() {
      const [only] = parts;
      if (parts.length === 1 && only !== undefined) return Promise.resolve(only);
      return renderer.bind({parts, firstSheet: null, madeAt: newest}, {signal});
    },
  };
}

/** A ZIP with a PDF for each. Two people may have one name. Not the clock: the same papers give the same bytes. */
function archiveOf(year: number, language: PrintLanguage): Bundle {
  const archive = makeArchive(new Date(year, 11, 31));
  return {
    add(folder, {pdf}) {
      archive.add(folderName(folder, language), 'pdf', pdf);
    },
    finish: () => Promise.resolve(archive.finish()),
  };
}
