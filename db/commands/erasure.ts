import type {ErasureReason} from '../../domain/erasure.ts';
import type {WritableDb} from '../connection.ts';
import {tell} from '../erasure/carry-out.ts';
import type {RowPlace} from '../erasure/erased.ts';
import {rowsOfPerson} from '../erasure/person.ts';

/**
 * Erases a person: all rows, on this PC, on the others, at the registry. Written down here, it is carried out before the
 * transaction ends (db/erasure/carry-out.ts). There is no way back.
 */
export function erasePerson(
  db: WritableDb,
  {recipientId, reason, erasedOn}: {recipientId: string; reason: ErasureReason; erasedOn: string},
  rows: readonly RowPlace[] = rowsOfPerson(db, recipientId),
): void {
  tell({db}, {recipientId, reason, erasedOn}, rows);
}
