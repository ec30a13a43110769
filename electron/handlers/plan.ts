import {may} from '../../domain/roles.ts';
import {text} from '../../domain/text.ts';
import type {ServiceType} from '../../domain/vocabulary.ts';
import {
  addPlan,
  removePlan,
  writeMeasures,
  writePlan,
  writeSignatures,
  type MeasureDraft,
} from '../../db/commands/plan.ts';
import type {ReadableDb, WritableDb} from '../../db/connection.ts';
import {findFacility, findStaff} from '../../db/queries/facility.ts';
import {currentPlacement, findPlacementState} from '../../db/queries/journal.ts';
import {newestPaperOf} from '../../db/queries/paper.ts';
import {findPlan, measuresOf, revisionOf, signaturesOf, unapprovedPlan, type PlanRow} from '../../db/queries/plan.ts';
import {findKept} from '../../db/queries/recipient.ts';
import {planStamp} from '../../db/queries/stamps.ts';
import {appendix4} from '../../templates/editions/308-2022/appendix-4.ts';
import {planFieldsOf, type MeasureValues, type PlanIssue, type PlanView, type planCalls} from '../contract/plan.ts';
import {beginPlan, measureDraft} from './begin-plan.ts';
import {CallFailure, invalid, type AreaHandlers} from './context.ts';
import {correctedEdition} from './corrected-edition.ts';
import {freeze} from './freeze.ts';
import {planPaper} from './gather/plan-paper.ts';
import {checkOwnServices} from './own-services.ts';
import {paperIssues, stops, warning} from './paper-issues.ts';
import {lineOrNull, orMissing, proseOrNull, refusal, refuseChanged, refuseIf, type Refusal} from './refusals.ts';
import {currentStaffId} from './signatories.ts';

export const planHandlers: AreaHandlers<typeof planCalls> = {
  get({db}, {id}) {
    return viewOf(db, orMissing(findPlan(db, id)));
  },

  create({db, today}, {recipientId: askedId, copyFrom}) {
    const {id: recipientId} = orMissing(findKept(db, askedId));
    const placement = currentPlacement(db, recipientId);
    if (placement === undefined || (placement.status !== 'receiving' && placement.status !== 'on-leave')) {
      throw invalid(refusal('recipientId', 'not-admitted'));
    }
    const begun = unapprovedPlan(db, placement.placementId);
    if (begun !== undefined) return savedPlan(db, begun.id);
    const source = copyFrom === null ? null : orMissing(findPlan(db, copyFrom));
    if (source !== null && source.recipientId !== recipientId) throw new CallFailure('missing');
    const {placementId} = placement;
    const id = beginPlan(db, {recipientId, placementId, today, copyFrom});
    return savedPlan(db, id);
  },

  save({db, account}, {id, seen, measures, signatures, ...dates}) {
    const plan = editable(db, id, seen);
    const kept = measures.map(keepMeasure).filter(saysSomething);
    checkOwnServices(db, account, writtenOf(viewOf(db, plan)), {lines: kept, signatures, rest: dates});
    refuseIf(
      staffRefusals(db, kept, 'measures'),
      staffRefusals(db, signatures, 'signatures'),
      new Set(signatures.map(signature => signature.role)).size < signatures.length && refusal('signatures', 'twice'),
    );
    writePlan(db, id, dates);
    writeMeasures(db, id, kept);
    writeSignatures(db, id, signatures);
    if (plan.status === 'filled' && planStamp(db, id) !== seen) writePlan(db, id, {status: 'draft', filledOn: null});
    return savedPlan(db, id);
  },

  sign({db, account}, {id, seen, role, signedOn}) {
    editable(db, id, seen);
    const signatures = signaturesOf(db, id);
    const own = orMissing(signatures.find(each => each.role === role));
    if (!may(account.role, 'plan') && (own.staffId === null || own.staffId !== account.staffId)) {
      throw new CallFailure('denied', {detail: 'own-services'});
    }
    const signed = signatures.map(each => (each.role === role ? {...each, signedOn} : each));
    writeSignatures(
      db,
      id,
      signed.map(({role: of, staffId, signedOn: on}) => ({role: of, staffId, signedOn: on})),
    );
    return savedPlan(db, id);
  },

  issues({db, today}, {id}) {
    return issuesOf(db, orMissing(findPlan(db, id)), today);
  },

  markFilled({db}, {id, seen, filledOn}) {
    editable(db, id, seen);
    writePlan(db, id, {status: 'filled', filledOn});
    return savedPlan(db, id);
  },

  approve({db, account, now, today}, {id, seen, approvedOn}) {
    const plan = editable(db, id, seen);
    refuseIf(plan.status !== 'filled' && refusal('', 'plan-not-filled'));
    const revised = plan.revisesId === null ? undefined : findPlan(db, plan.revisesId);
    refuseIf(
      plan.filledOn !== null && approvedOn < plan.filledOn && refusal('approvedOn', 'approved-before-filled'),
      revised !== undefined && inForceRefusals(revised),
    );
    refuseIf(stops(issuesOf(db, plan, today)) && refusal('', 'issues-remain'));
    const approvedById = findFacility(db)?.headStaffId ?? account.staffId;
    writePlan(db, id, {status: 'approved', approvedOn, approvedById});
    if (revised !== undefined) writePlan(db, revised.id, {status: 'revised'});
    const approved = orMissing(findPlan(db, id));
    const paperId = freeze(db, {
      edition: appendix4,
      values: planPaper(db, approved),
      subjectId: id,
      recipientId: plan.recipientId,
      legalDate: approvedOn,
      now,
    });
    return {...savedPlan(db, id), paperId};
  },

  revise({db, today}, {id, services}) {
    const plan = orMissing(findPlan(db, id));
    return savedPlan(db, openRevision(db, plan, {services, today, roundId: null}));
  },

  end({db}, {id, seen, endedOn, reason}) {
    const plan = orMissing(findPlan(db, id));
    refuseChanged(seen, planStamp(db, id));
    refuseIf(
      inForceRefusals(plan),
      isBegun(revisionOf(db, id)) && refusal('', 'revision-open'),
      plan.periodFrom !== null && endedOn < plan.periodFrom && refusal('endedOn', 'ended-before-begun'),
    );
    writePlan(db, id, {status: 'ended', endedOn, endReason: lineOrNull(reason)});
    return savedPlan(db, id);
  },

  discard({db}, {id, seen}) {
    editable(db, id, seen);
    removePlan(db, id);
    return {};
  },
};

/**
 * A correction of an approved plan: a draft with the same measures and the named services marked. One that is open
 * already takes the services in. Answers its id.
 */
export function openRevision(
  db: WritableDb,
  plan: PlanRow,
  cause: {readonly services: readonly ServiceType[]; readonly today: string; readonly roundId: string | null},
): string {
  const newest = revisionOf(db, plan.id);
  if (isBegun(newest)) {
    const servicesToReview = [...new Set([...newest.servicesToReview, ...cause.services])];
    writePlan(db, newest.id, {servicesToReview, openedByRoundId: newest.openedByRoundId ?? cause.roundId});
    return newest.id;
  }
  refuseIf(inForceRefusals(plan));
  const {id: _id, ...values} = plan;
  const id = addPlan(db, {
    ...values,
    revision: plan.revision + 1,
    revisesId: plan.id,
    openedByRoundId: cause.roundId,
    servicesToReview: [...new Set(cause.services)],
    status: 'draft',
    drawnUpOn: cause.today,
    filledOn: null,
    approvedOn: null,
    approvedById: null,
  });
  writeMeasures(db, id, measuresOf(db, plan.id).map(measureDraft));
  writeSignatures(
    db,
    id,
    signaturesOf(db, plan.id).map(({role, staffId}) => ({role, staffId: currentStaffId(db, staffId), signedOn: null})),
  );
  return id;
}

function isBegun(plan: PlanRow | undefined): plan is PlanRow {
  return plan?.status === 'draft' || plan?.status === 'filled';
}

/** Only a plan in force is monitored, corrected, ended. */
export function inForceRefusals({status}: PlanRow): Refusal[] {
  switch (status) {
    case 'approved':
      return [];
    case 'draft':
    case 'filled':
      return [refusal('', 'plan-not-approved')];
    case 'revised':
    case 'ended':
      return [refusal('', 'plan-not-in-force')];
  }
}

/** The last approved correction of a plan, or the plan itself: what a round of it may still correct. */
export function lastRevision(db: ReadableDb, plan: PlanRow): PlanRow {
  const next = plan.status === 'revised' ? revisionOf(db, plan.id) : undefined;
  return next === undefined ? plan : lastRevision(db, next);
}

/** What stands in the way of approval. The day of approval is given with it: until then, today stands for it. */
function issuesOf(db: ReadableDb, plan: PlanRow, today: string): PlanIssue[] {
  const values = planPaper(db, plan);
  const {admittedOn, planned} = values;
  const isEarly = admittedOn !== undefined && planned?.from !== undefined && planned.from < admittedOn;
  return [
    ...paperIssues(correctedEdition(db, appendix4), {...values, approvedOn: values.approvedOn ?? today}, today),
    ...(isEarly ? [warning('planned.from', beforeAdmission, null)] : []),
  ];
}

const beforeAdmission = text(
  'Жоспар ұйымға түскен күннен бұрын басталады.',
  'План начинается раньше даты поступления.',
);

function viewOf(db: ReadableDb, plan: PlanRow): PlanView {
  const {openedByRoundId: _openedByRoundId, ...values} = plan;
  return {
    ...values,
    stamp: planStamp(db, plan.id),
    admittedOn: findPlacementState(db, plan.placementId)?.admittedOn ?? null,
    paperId: newestPaperOf(db, plan.id)?.id ?? null,
    measures: measuresOf(db, plan.id).map(measureDraft),
    signatures: signaturesOf(db, plan.id).map(({role, staffId, signedOn}) => ({role, staffId, signedOn})),
  };
}

function writtenOf({measures, signatures, ...view}: PlanView): Parameters<typeof checkOwnServices>[2] {
  return {lines: measures, signatures, rest: planFieldsOf(view)};
}

function savedPlan(db: ReadableDb, id: string): {id: string; stamp: string} {
  return {id, stamp: planStamp(db, id)};
}

/** A plan that was never approved, as the caller saw it. An approved one is corrected by a revision. */
function editable(db: ReadableDb, id: string, seen: string): PlanRow {
  const plan = orMissing(findPlan(db, id));
  refuseChanged(seen, planStamp(db, id));
  refuseIf(plan.status !== 'draft' && plan.status !== 'filled' && refusal('', 'plan-is-fixed'));
  return plan;
}

export function keepMeasure(typed: MeasureValues): MeasureDraft {
  return {...typed, text: proseOrNull(typed.text) ?? '', volume: lineOrNull(typed.volume)};
}

/** A line that was opened and left empty. */
function saysSomething({serviceType: _serviceType, ...rest}: MeasureDraft): boolean {
  return Object.values(rest).some(value => value !== null && value !== '');
}

export function staffRefusals(
  db: ReadableDb,
  lines: readonly {readonly staffId: string | null}[],
  at: string,
): Refusal[] {
  const unknown = new Set(
    [...new Set(lines.map(line => line.staffId))].filter(id => id !== null && findStaff(db, id) === undefined),
  );
  return lines.flatMap(({staffId}, index) =>
    unknown.has(staffId) ? [refusal(`${at}.${index}.staffId`, 'no-such-staff')] : [],
  );
}
