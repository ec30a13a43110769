import type {SignatoryRole} from '../../domain/vocabulary.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {allStaff, findFacility, findStaff} from '../../db/queries/facility.ts';
import type {SignatureDraft} from '../../db/commands/plan.ts';
import type {Signatory} from '../../templates/core/edition.ts';

/** The person, unless they have left. */
export function currentStaffId(db: ReadableDb, staffId: string | null): string | null {
  const person = staffId === null ? undefined : findStaff(db, staffId);
  return person !== undefined && person.leftOn === null ? person.id : null;
}

/** The only one who signs this line of the forms; null when there is none, or a choice. */
export function onlySignatory(db: ReadableDb, role: SignatoryRole): string | null {
  const those = allStaff(db).filter(person => person.signatoryRole === role && person.leftOn === null);
  return those.length === 1 ? (those[0]?.id ?? null) : null;
}

/** The lines of the signature block that this type of organisation fills (footnotes * and **), with whom nobody need choose. */
export function usualSignatures(db: ReadableDb, signatories: readonly Signatory[]): SignatureDraft[] {
  const type = findFacility(db)?.type;
  return signatories
    .filter(signatory => type !== undefined && signatory.filledBy.includes(type))
    .map(({role}) => ({role, staffId: onlySignatory(db, role), signedOn: null}));
}
