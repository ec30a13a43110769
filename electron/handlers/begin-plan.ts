import {addPlan, writeMeasures, writeSignatures, type MeasureDraft} from '../../db/commands/plan.ts';
import type {WritableDb} from '../../db/connection.ts';
import {measuresOf, type MeasureRow} from '../../db/queries/plan.ts';
import {appendix4} from '../../templates/editions/308-2022/appendix-4.ts';
import {emptyPlanFields} from '../contract/plan.ts';
import {currentStaffId, usualSignatures} from './signatories.ts';

/** A new draft for a row of the journal: empty, or with the measures of an earlier plan. Answers its id. */
export function beginPlan(
  db: WritableDb,
  of: {
    readonly recipientId: string;
    readonly placementId: string;
    readonly today: string;
    readonly copyFrom: string | null;
  },
): string {
  const id = addPlan(db, {
    recipientId: of.recipientId,
    placementId: of.placementId,
    revision: 0,
    revisesId: null,
    openedByRoundId: null,
    servicesToReview: [],
    status: 'draft',
    ...emptyPlanFields,
    drawnUpOn: of.today,
    filledOn: null,
    approvedOn: null,
    approvedById: null,
    endedOn: null,
    endReason: null,
  });
  if (of.copyFrom !== null) {
    // The dates of an earlier plan are over; who has left assigns nothing any more.
    const undated = measuresOf(db, of.copyFrom).map(measure => ({
      ...measureDraft(measure),
      dateFrom: null,
      dateTo: null,
      assignedOn: null,
      staffId: currentStaffId(db, measure.staffId),
    }));
    writeMeasures(db, id, undated);
  }
  writeSignatures(db, id, usualSignatures(db, appendix4.signatories));
  return id;
}

export function measureDraft({id: _id, planId: _planId, position: _position, ...values}: MeasureRow): MeasureDraft {
  return values;
}
