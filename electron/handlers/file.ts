import {must} from '../../domain/assert.ts';
import {addFile, writeDocuments, writeFile, type DocumentDraft} from '../../db/commands/file.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {findFacility} from '../../db/queries/facility.ts';
import {documentsOf, fileOf, findFile, numberIsTaken, type PersonalFileRow} from '../../db/queries/file.ts';
import {findKept} from '../../db/queries/recipient.ts';
import {fileStamp} from '../../db/queries/stamps.ts';
import {fileDocuments} from '../../templates/editions/308-2022/file-documents.ts';
import type {OrganisationType} from '../../domain/vocabulary.ts';
import type {FileDocumentValues, FileView, fileCalls} from '../contract/file.ts';
import type {AreaHandlers} from './context.ts';
import {cleanBilingual} from './facility.ts';
import {keepFileNumber, nextFileNumber, valueOfFileNumber} from './file-number.ts';
import {
  lengthRefusals,
  lineOrNull,
  longest,
  orMissing,
  printRefusals,
  refusal,
  refuseChanged,
  refuseIf,
} from './refusals.ts';

export const fileHandlers: AreaHandlers<typeof fileCalls> = {
  get({db}, {recipientId}) {
    const row = fileOf(db, orMissing(findKept(db, recipientId)).id);
    return row === undefined ? null : viewOf(db, row);
  },

  nextNumber({db}) {
    return nextFileNumber(db).number;
  },

  open({db}, {recipientId: askedId, openedOn, cameFrom}) {
    const {id: recipientId} = orMissing(findKept(db, askedId));
    const existing = fileOf(db, recipientId);
    if (existing !== undefined) return {id: existing.id, stamp: fileStamp(db, existing.id)};
    const facility = findFacility(db);
    const from = lineOrNull(cameFrom);
    refuseIf(lengthRefusals([['cameFrom', from, longest.cameFrom]]));
    const id = addFile(db, {
      recipientId,
      ...nextFileNumber(db),
      openedOn,
      placeKk: facility?.placeKk ?? '',
      placeRu: facility?.placeRu ?? '',
      cameFrom: from,
      signedOn: null,
      sheets: null,
    });
    if (facility !== undefined) writeDocuments(db, id, namedDocuments(facility.type));
    return {id, stamp: fileStamp(db, id)};
  },

  save({db}, {id, seen, documents, place: typedPlace, ...typed}) {
    const row = orMissing(findFile(db, id));
    refuseChanged(seen, fileStamp(db, id));
    const number = lineOrNull(typed.number) ?? '';
    const place = cleanBilingual(typedPlace);
    const cameFrom = lineOrNull(typed.cameFrom);
    const kept = documents.map(keepDocument);
    refuseIf(
      number === '' && refusal('number', 'required'),
      numberIsTaken(db, number, id) && refusal('number', 'number-taken'),
      lengthRefusals([
        ['number', number, longest.fileNumber],
        ['place.kk', place.kk, longest.place],
        ['place.ru', place.ru, longest.place],
        ['cameFrom', cameFrom, longest.cameFrom],
      ]),
      printRefusals([['number', number]]),
      kept.flatMap(({title}, index) => (title === '' ? [refusal(`documents.${index}.title`, 'required')] : [])),
    );
    if (number !== row.number) keepFileNumber(db, row.number);
    writeFile(db, id, {
      number,
      numberValue: valueOfFileNumber(db, number),
      openedOn: typed.openedOn,
      placeKk: place.kk,
      placeRu: place.ru,
      cameFrom,
      signedOn: typed.signedOn,
      sheets: typed.sheets,
    });
    writeDocuments(db, id, kept);
    return {id, stamp: fileStamp(db, id)};
  },

  sign({db}, {id, seen, signedOn}) {
    orMissing(findFile(db, id));
    refuseChanged(seen, fileStamp(db, id));
    writeFile(db, id, {signedOn});
    return {id, stamp: fileStamp(db, id)};
  },
};

function viewOf(db: ReadableDb, row: PersonalFileRow): FileView {
  const documents = documentsOf(db, row.id);
  return {
    id: row.id,
    stamp: fileStamp(db, row.id),
    recipientId: row.recipientId,
    number: row.number,
    openedOn: row.openedOn,
    place: {kk: row.placeKk, ru: row.placeRu},
    cameFrom: row.cameFrom,
    signedOn: row.signedOn,
    sheets: row.sheets,
    documents: documents.map(({id: _id, fileId: _fileId, position: _position, ...values}) => values),
    countedSheets: countSheets(documents),
  };
}

/** What lies in the file: papers that were given back are counted no more. */
export function countSheets(documents: readonly {sheets: number | null; returnedOn: string | null}[]): number {
  return documents
    .filter(document => document.returnedOn === null)
    .reduce((sum, document) => sum + (document.sheets ?? 0), 0);
}

function keepDocument(typed: FileDocumentValues): DocumentDraft {
  return {...typed, title: lineOrNull(typed.title) ?? ''};
}

/** The papers that the acts name, to be ticked off as they come; in both languages, for both read the inventory. */
function namedDocuments(type: OrganisationType): DocumentDraft[] {
  return must(fileDocuments[type]).map(({title}) => ({
    title: `${title.kk} / ${title.ru}`,
    sheets: null,
    copies: null,
    original: false,
    consentOn: null,
    receivedOn: null,
    returnedOn: null,
  }));
}
