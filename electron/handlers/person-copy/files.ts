import {attachmentEndings, attachmentTypes} from '../../../domain/attachment.ts';
import {formatDate} from '../../../domain/dates.ts';
import {text, type Language, type Text} from '../../../domain/text.ts';
import {attachmentsOf} from '../../../db/queries/attachment.ts';
import {findPaper} from '../../../db/queries/paper.ts';
import {decodeBytes} from '../../contract/bytes.ts';
import type {CopiedFile} from '../../contract/person-copy.ts';
import type {QueryContext} from '../context.ts';
import {safeFileName} from '../paper-file-name.ts';
import {frozenSheet} from '../paper-sheet.ts';
import type {HeldOnPerson} from './gather.ts';

type Found = {readonly bytes: Uint8Array} | {readonly missing: 'not-here' | 'too-large' | 'not-made'};

/** A file of the copy, read when its turn comes. */
interface FileToCopy extends Pick<CopiedFile, 'kind' | 'rowId'> {
  readonly folder: Text;
  readonly name: string;
  readonly ending: string;
  readonly read: (signal: AbortSignal) => Promise<Found>;
}

const folders = {
  'scan': text('Сканерленген құжаттар', 'Сканы'),
  'paper': text('Бекітілген құжаттар', 'Утвержденные документы'),
  'received-paper': text('Басқа ұйымнан келген құжаттар', 'Документы от другой организации'),
} as const satisfies Record<CopiedFile['kind'], Text>;

/** Bytes of scans in one copy: all of it is held in memory, and crosses to the screen as text. */
const mostBytes = 100_000_000;

export function filesOf(
  context: Pick<QueryContext, 'db' | 'pdf' | 'attachments'>,
  held: HeldOnPerson,
  language: Language,
): FileToCopy[] {
  return [...papers(context, held, language), ...received(held), ...scans(context, held)];
}

/** As they were approved. One that cannot be made stops none of the others. */
function papers(
  {db, pdf}: Pick<QueryContext, 'db' | 'pdf'>,
  {records}: HeldOnPerson,
  language: Language,
): FileToCopy[] {
  return (records.rows.get('paper') ?? []).map(({id}) => ({
    kind: 'paper' as const,
    rowId: id,
    folder: folders.paper,
    ...nameOfPaper(id),
    async read(signal) {
      try {
        const paper = findPaper(db, id);
        if (paper === undefined) return {missing: 'not-made'};
        return {bytes: await pdf.render(frozenSheet(db, paper, language).definition, {signal})};
      } catch {
        signal.throwIfAborted();
        return {missing: 'not-made'};
      }
    },
  }));

  function nameOfPaper(id: string): Pick<FileToCopy, 'name' | 'ending'> {
    try {
      const paper = findPaper(db, id);
      const fileName = paper === undefined ? id : frozenSheet(db, paper, language).fileName;
      return {name: fileName.replace(/\.pdf$/u, ''), ending: 'pdf'};
    } catch {
      // Of a form that only a newer version knows.
      return {name: id, ending: 'pdf'};
    }
  }
}

/** The PDFs that came in the file of a hand-over. */
function received({records}: HeldOnPerson): FileToCopy[] {
  return (records.rows.get('transfer') ?? []).flatMap(({id, content}) => {
    const parts = typeof content === 'object' && content !== null && 'parts' in content ? content.parts : {};
    return Object.entries(parts as Record<string, unknown>).flatMap(([part, encoded]): FileToCopy[] =>
      typeof encoded !== 'string'
        ? []
        : [
            {
              kind: 'received-paper',
              rowId: id,
              folder: folders['received-paper'],
              name: safeFileName([part.replace(/\.pdf$/u, '')]),
              ending: 'pdf',
              read: () => Promise.resolve({bytes: decodeBytes(encoded)}),
            },
          ],
    );
  });
}

function scans({db, attachments}: Pick<QueryContext, 'db' | 'attachments'>, {records}: HeldOnPerson): FileToCopy[] {
  let room = mostBytes;
  return records.recipientIds.flatMap(recipientId =>
    attachmentsOf(db, recipientId).map(({id, title, addedOn, mediaType, sha256, size}) => {
      const type = attachmentTypes.find(each => each === mediaType);
      return {
        kind: 'scan' as const,
        rowId: id,
        folder: folders.scan,
        name: safeFileName([title, formatDate(addedOn)]),
        ending: type === undefined ? 'bin' : attachmentEndings[type],
        read(): Promise<Found> {
          if (size > room) return Promise.resolve({missing: 'too-large'});
          const bytes = attachments.whole(sha256);
          if (bytes === undefined) return Promise.resolve({missing: 'not-here'});
          room -= bytes.length;
          return Promise.resolve({bytes});
        },
      };
    }),
  );
}
