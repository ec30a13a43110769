import type {ReadableDb} from '../../db/connection.ts';
import {correctionsOf} from '../../db/queries/reference.ts';
import {corrected} from '../../templates/core/corrections.ts';
import type {Edition} from '../../templates/core/edition.ts';

/** An edition with the labels that the registry has corrected: for whatever is not yet issued. */
export function correctedEdition<E extends Edition>(db: ReadableDb, edition: E): E {
  return corrected(edition, correctionsOf(db, edition.id));
}
