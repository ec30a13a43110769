import {firstState, type ArchiveProblem} from '../../../domain/transfer.ts';
import {fullName} from '../../../domain/person.ts';
import {fold} from '../../../domain/search-key.ts';
import {addTransfer} from '../../../db/commands/transfer.ts';
import type {ReadableDb, WritableDb} from '../../../db/connection.ts';
import {currentPlacement} from '../../../db/queries/journal.ts';
import {findFacility} from '../../../db/queries/facility.ts';
import {findTransfer, peopleLike} from '../../../db/queries/transfer.ts';
import {archive, archiveContent, type Archive, type ArchiveContent} from '../../contract/archive.ts';
import {encodeBytes} from '../../contract/bytes.ts';
import type {Arrival} from '../../contract/transfer.ts';
import type {OpenedParts, Parts} from '../../transfer/archive-file.ts';
import {invalid} from '../context.ts';
import {refusal} from '../refusals.ts';
import {contentPart} from './content.ts';

/** What came with a file, looked through before anything is written. */

/** The content with its papers; refused where the file is none, is damaged, or has been taken already. */
export function readArchive(db: ReadableDb, opened: OpenedParts): Archive {
  if ('problem' in opened) return refuse(opened.problem);
  const read = archiveIn(opened.parts);
  if (read === undefined) return refuse('damaged');
  refuseKnown(db, read.content.id);
  return read;
}

/** Undefined: the parts are not those of a hand-over. */
export function archiveIn(parts: Parts): Archive | undefined {
  const content = archiveContent.safeParse(parsed(parts.get(contentPart)));
  if (!content.success) return undefined;
  const names = new Set([contentPart, ...content.data.papers.map(paper => paper.part)]);
  // What is named is there, and nothing else is.
  if (names.size !== parts.size || [...parts.keys()].some(name => !names.has(name))) return undefined;
  const papers = [...parts].filter(([name]) => name !== contentPart);
  return {content: content.data, parts: Object.fromEntries(papers.map(([name, pdf]) => [name, encodeBytes(pdf)]))};
}

/** Writes down what came, as received; once for each id. `from`: who says that it comes from them. */
export function keepReceived(
  db: WritableDb,
  opened: Archive,
  from: {readonly name: {readonly kk: string; readonly ru: string}; readonly facilityId: string | null},
): void {
  const {content} = opened;
  addTransfer(
    db,
    {
      direction: 'incoming',
      state: firstState.incoming,
      recipientId: null,
      placementId: null,
      otherNameKk: from.name.kk,
      otherNameRu: from.name.ru,
      otherFacilityId: from.facilityId,
      outside: false,
      dischargeOn: content.dischargeOn,
      dischargeOrder: content.dischargeOrder,
      actNumber: content.actNumber,
      actOn: content.actOn,
      contractNumber: content.contractNumber,
      contractOn: content.contractOn,
      handedBy: content.handedBy,
      receivedBy: content.receivedBy,
      reason: null,
      inventory: content.inventory,
      content: opened,
    },
    content.id,
  );
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
