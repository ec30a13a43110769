import type {ArchiveProblem} from '../../../domain/transfer.ts';
import {fullName} from '../../../domain/person.ts';
import {fold} from '../../../domain/search-key.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {currentPlacement} from '../../../db/queries/journal.ts';
import {findFacility} from '../../../db/queries/facility.ts';
import {findTransfer, peopleLike} from '../../../db/queries/transfer.ts';
import {archive, archiveContent, type Archive, type ArchiveContent} from '../../contract/archive.ts';
import {encodeBytes} from '../../contract/bytes.ts';
import type {Arrival} from '../../contract/transfer.ts';
import type {OpenedParts} from '../../transfer/archive-file.ts';
import {invalid} from '../context.ts';
import {refusal} from '../refusals.ts';
import {contentPart} from './content.ts';

/** What came with a file, looked through before anything is written. */

/** The content with its papers; refused where the file is none, is damaged, or has been taken already. */
export function readArchive(db: ReadableDb, opened: OpenedParts): Archive {
  if ('problem' in opened) return refuse(opened.problem);
  const {parts} = opened;
  const content = archiveContent.safeParse(parsed(parts.get(contentPart)));
  if (!content.success) return refuse('damaged');
  const names = new Set([contentPart, ...content.data.papers.map(paper => paper.part)]);
  // What is named is there, and nothing else is.
  if (names.size !== parts.size || [...parts.keys()].some(name => !names.has(name))) return refuse('damaged');
  refuseKnown(db, content.data.id);
  const papers = [...parts].filter(([name]) => name !== contentPart);
  return {content: content.data, parts: Object.fromEntries(papers.map(([name, pdf]) => [name, encodeBytes(pdf)]))};
}

/** A file of ours, or one that was opened before and written down. */
export function refuseKnown(db: ReadableDb, transferId: string): void {
  const known = findTransfer(db, transferId);
  if (known !== undefined) refuse(known.direction === 'outgoing' ? 'own' : 'repeated');
}

/** What an opened file left with the session. */
export function openedArchive(outcome: unknown): Archive | undefined {
  const read = archive.safeParse(outcome);
  return read.success ? read.data : undefined;
}

function refuse(problem: ArchiveProblem): never {
  throw invalid(refusal(problem === 'passphrase' ? 'passphrase' : 'file', `transfer-file-${problem}`));
}

export function arrivalOf(db: ReadableDb, content: ArchiveContent): Arrival {
  return {content, isForUs: isForUs(db, content), known: knownPeople(db, content.person)};
}

function isForUs(db: ReadableDb, {destination}: ArchiveContent): boolean {
  const facility = findFacility(db);
  if (facility === undefined) return true;
  const ours = [facility.nameKk, facility.nameRu].map(fold).filter(name => name !== '');
  return [destination.kk, destination.ru].some(name => ours.includes(fold(name)));
}

/** By the IIN, or by name and day of birth; the spelling of the name may differ between the languages. */
function knownPeople(db: ReadableDb, {iin, name, bornOn}: ArchiveContent['person']): Arrival['known'] {
  const wanted = fold(fullName(name));
  return peopleLike(db, {iin, bornOn}).flatMap(row => {
    const isIin = iin !== null && row.iin === iin;
    const own = {surname: row.surname, firstName: row.firstName, patronymic: row.patronymic};
    if (!isIin && fold(fullName(own)) !== wanted) return [];
    return [
      {
        recipientId: row.id,
        name: own,
        bornOn: row.bornOn,
        status: currentPlacement(db, row.id)?.status ?? null,
        by: isIin ? ('iin' as const) : ('name' as const),
      },
    ];
  });
}

function parsed(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
