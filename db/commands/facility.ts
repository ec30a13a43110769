import {eq} from 'drizzle-orm';
import type {WritableDb} from '../connection.ts';
import {idOf, newId} from '../new-id.ts';
import type {FacilityRow, StaffRow} from '../queries/facility.ts';
import {account, facility, staff} from '../schema/facility.ts';

/** What a screen does not ask for yet stays as it is. */
type FacilityDraft = Omit<FacilityRow, 'id' | 'places'> & Partial<Pick<FacilityRow, 'places'>>;
type StaffDraft = Omit<StaffRow, 'id' | 'normPost' | 'rateHundredths'> &
  Partial<Pick<StaffRow, 'normPost' | 'rateHundredths'>>;

/** Names the organisation, or renames it: there is one row. Answers its id. */
export function writeFacility(db: WritableDb, id: string | null, values: FacilityDraft): string {
  if (id !== null) {
    db.update(facility).set(values).where(eq(facility.id, id)).run();
    return id;
  }
  // There is one, also where two PCs were set up apart.
  const made = idOf('facility');
  db.insert(facility)
    .values({id: made, ...values})
    .run();
  return made;
}

export function writeHead(db: WritableDb, facilityId: string, staffId: string | null): void {
  db.update(facility).set({headStaffId: staffId}).where(eq(facility.id, facilityId)).run();
}

export function writeStaff(db: WritableDb, id: string | null, values: StaffDraft): string {
  if (id !== null) {
    db.update(staff).set(values).where(eq(staff.id, id)).run();
    return id;
  }
  const made = newId();
  db.insert(staff)
    .values({id: made, ...values})
    .run();
  return made;
}

export function linkAccount(db: WritableDb, accountId: string, staffId: string): void {
  db.update(account).set({staffId}).where(eq(account.id, accountId)).run();
}
