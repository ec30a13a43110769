import type {ReadableDb} from '../../../db/connection.ts';
import {documentsOf, fileOf} from '../../../db/queries/file.ts';
import {currentPlacement} from '../../../db/queries/journal.ts';
import {relativesOf, type RecipientRow} from '../../../db/queries/recipient.ts';
import type {GatheredOf} from '../../../templates/core/values.ts';
import type {appendix3} from '../../../templates/editions/308-2022/appendix-3.ts';
import {countSheets} from '../file.ts';
import {bothOn, houseOf, known, nameOn} from './values.ts';

type CoverPaper = GatheredOf<typeof appendix3>;

/** The values of Appendix 3. Parents are told of children with disability only. */
export function coverPaper(db: ReadableDb, person: RecipientRow): CoverPaper {
  const {facility, head} = houseOf(db);
  const file = fileOf(db, person.id);
  const child = person.category === 'child-psychoneurological' || person.category === 'child-musculoskeletal';
  return {
    organisationType: facility?.type,
    organisationKk: known(facility?.nameKk),
    organisationRu: known(facility?.nameRu),
    fileNumber: known(file?.number),
    place: file && bothOn(file.placeKk, file.placeRu),
    name: nameOn(person),
    born: known(person.bornOn),
    diagnosis: known(person.diagnosis),
    ethnicity: known(person.ethnicity),
    admittedOn: known(currentPlacement(db, person.id)?.admittedOn),
    cameFrom: known(file?.cameFrom),
    socialStatus: known(person.socialStatus),
    childWithDisability: child,
    parents: child ? parentsOn(db, person.id) : undefined,
    address: known(person.address),
    sheets: file && sheetsOn(db, file),
    head: nameOn(head),
    signedOn: known(file?.signedOn),
  };
}

function parentsOn(db: ReadableDb, recipientId: string): CoverPaper['parents'] {
  return relativesOf(db, recipientId).map(parent => ({
    name: nameOn(parent),
    born: known(parent.bornOn),
    absence: known(parent.absenceReason),
    document: known(parent.proof),
  }));
}

/** As counted by hand, else what the inventory adds up to; nothing to print while that is nought. */
function sheetsOn(db: ReadableDb, file: {id: string; sheets: number | null}): number | undefined {
  const sheets = file.sheets ?? countSheets(documentsOf(db, file.id));
  return sheets === 0 ? undefined : sheets;
}
