import {nextEventKinds} from '../../../domain/placement.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {fileOf} from '../../../db/queries/file.ts';
import {placementsOf} from '../../../db/queries/journal.ts';
import {belongingsOf} from '../../../db/queries/merge.ts';
import {relativesOf, type RecipientRow} from '../../../db/queries/recipient.ts';
import {recipientStamp} from '../../../db/queries/stamps.ts';
import type {ComparedEntry} from '../../contract/duplicates.ts';

/** An entry with all by which a person tells two from one. */
export function comparedEntry(db: ReadableDb, {mergedIntoId: _merged, ...facts}: RecipientRow): ComparedEntry {
  return {
    ...facts,
    stamp: recipientStamp(db, facts.id),
    rows: placementsOf(db, facts.id).map(({state: {rowNumber, status, since}}) => ({
      rowNumber,
      status,
      since,
      open: nextEventKinds(status).length > 0,
    })),
    fileNumber: fileOf(db, facts.id)?.number ?? null,
    ...belongingsOf(db, facts.id),
    relatives: relativesOf(db, facts.id).map(
      ({kinship, surname, firstName, patronymic, bornOn, absenceReason, proof}) => ({
        kinship,
        name: {surname, firstName, patronymic},
        bornOn,
        absenceReason,
        proof,
      }),
    ),
  };
}
