import {must} from '../../domain/assert.ts';
import {addDays} from '../../domain/dates.ts';
import {may} from '../../domain/roles.ts';
import {serviceTypes} from '../../domain/vocabulary.ts';
import {addRound, removeRound, writeEntries, writeRound, type EntryDraft} from '../../db/commands/monitoring.ts';
import type {ReadableDb, WritableDb} from '../../db/connection.ts';
import {findFacility} from '../../db/queries/facility.ts';
import {
  entriesOf,
  findRound,
  openRound,
  roundBefore,
  roundsOf,
  type EntryRow,
  type RoundRow,
} from '../../db/queries/monitoring.ts';
import {newestPaperOf} from '../../db/queries/paper.ts';
import {findPlan, measuresOf, signaturesOf, type PlanRow} from '../../db/queries/plan.ts';
import {roundStamp} from '../../db/queries/stamps.ts';
import {appendix5} from '../../templates/editions/308-2022/appendix-5.ts';
import type {MonitoringEntryValues, RoundView, monitoringCalls} from '../contract/monitoring.ts';
import {CallFailure, type AreaHandlers} from './context.ts';
import {correctedEdition} from './corrected-edition.ts';
import {freeze} from './freeze.ts';
import {roundPaper} from './gather/round-paper.ts';
import {checkOwnServices} from './own-services.ts';
import {paperIssues, stops} from './paper-issues.ts';
import {inForceRefusals, lastRevision, openRevision, staffRefusals} from './plan.ts';
import {orMissing, proseOrNull, refusal, refuseChanged, refuseIf} from './refusals.ts';
import {currentStaffId, onlySignatory} from './signatories.ts';

export const monitoringHandlers: AreaHandlers<typeof monitoringCalls> = {
  rounds({db}, {planId}) {
    orMissing(findPlan(db, planId));
    return roundsOf(db, planId).map(({id, number, status, observedFrom, observedTo, monitoredOn}) => ({
      id,
      number,
      status,
      observedFrom,
      observedTo,
      monitoredOn,
      paperId: newestPaperOf(db, id)?.id ?? null,
    }));
  },

  get({db}, {id}) {
    return viewOf(db, orMissing(findRound(db, id)));
  },

  start({db}, {planId}) {
    const plan = orMissing(findPlan(db, planId));
    const open = openRound(db, planId);
    if (open !== undefined) return savedRound(db, open.id);
    refuseIf(inForceRefusals(plan));
    return savedRound(db, beginRound(db, plan));
  },

  save({db, account}, {id, seen, entries, ...values}) {
    const round = editable(db, id, seen);
    const kept = entries.map(keepEntry);
    checkOwnServices(db, account, writtenOf(round, entriesOf(db, id).map(entryValues)), writtenOf(values, kept));
    refuseIf(
      new Set(entries.map(entry => entry.serviceType)).size < entries.length && refusal('entries', 'twice'),
      staffRefusals(db, entries, 'entries'),
      [values.specialistId, values.consultantId].flatMap((staffId, index) =>
        staffRefusals(db, [{staffId}], '').map(({problem}) =>
          refusal(index === 0 ? 'specialistId' : 'consultantId', problem),
        ),
      ),
    );
    writeRound(db, id, values);
    writeEntries(db, id, kept);
    return savedRound(db, id);
  },

  sign({db, account}, {id, seen, as, signedOn}) {
    const {specialistId, consultantId} = editable(db, id, seen);
    const signer = as === 'specialist' ? specialistId : consultantId;
    if (!may(account.role, 'plan') && (signer === null || signer !== account.staffId)) {
      throw new CallFailure('denied', {detail: 'own-services'});
    }
    writeRound(db, id, as === 'specialist' ? {specialistSignedOn: signedOn} : {consultantSignedOn: signedOn});
    return savedRound(db, id);
  },

  issues({db, today}, {id}) {
    return paperIssues(correctedEdition(db, appendix5), roundPaper(db, orMissing(findRound(db, id))), today);
  },

  close({db, now, today}, {id, seen, enteredOn}) {
    const round = editable(db, id, seen);
    const values = roundPaper(db, round);
    refuseIf(stops(paperIssues(correctedEdition(db, appendix5), values, today)) && refusal('', 'issues-remain'));
    const entries = entriesOf(db, id);
    const monitoredOn = round.monitoredOn ?? must(latestDay(entries), 'a round without issues has its days');
    const lastDay = [monitoredOn, latestDay(entries) ?? ''].reduce((a, b) => (a > b ? a : b));
    refuseIf(enteredOn < lastDay && refusal('enteredOn', 'period-reversed'));
    writeRound(db, id, {status: 'closed', enteredOn, monitoredOn});
    const plan = must(findPlan(db, round.planId));
    const paperId = freeze(db, {
      edition: appendix5,
      values,
      subjectId: id,
      recipientId: plan.recipientId,
      legalDate: monitoredOn,
      now,
    });
    const services = serviceTypes.filter(type => entries.some(entry => entry.servicesToReview.includes(type)));
    // A plan that was corrected meanwhile is corrected where it stands now; of one that is over nothing is left to correct.
    const last = lastRevision(db, plan);
    const decided = services.length > 0 && last.status === 'approved';
    const revisionPlanId = decided ? openRevision(db, last, {services, today, roundId: id}) : null;
    return {...savedRound(db, id), paperId, revisionPlanId};
  },

  discard({db}, {id, seen}) {
    editable(db, id, seen);
    removeRound(db, id);
    return {};
  },
};

/** The two who sign the sheet sign for themselves; everything else beside the entries is the whole sheet's. */
function writtenOf(
  {
    observedFrom,
    observedTo,
    monitoredOn,
    specialistId,
    specialistSignedOn,
    consultantId,
    consultantSignedOn,
  }: SheetValues,
  lines: readonly EntryDraft[],
): Parameters<typeof checkOwnServices>[2] {
  const signatures = [
    {staffId: specialistId, signedOn: specialistSignedOn},
    {staffId: consultantId, signedOn: consultantSignedOn},
  ];
  return {lines, signatures, rest: {observedFrom, observedTo, monitoredOn}};
}

type SheetValues = Omit<RoundRow, 'id' | 'planId' | 'number' | 'status' | 'enteredOn'>;

/** A round goes on where the one before ended; who assigned the measures of a service also looks at what they did. */
function beginRound(db: WritableDb, plan: PlanRow): string {
  const before = roundBefore(db, {planId: plan.id, number: Number.MAX_SAFE_INTEGER});
  const lastDay = before?.observedTo ?? null;
  const specialists = new Map(
    measuresOf(db, plan.id)
      .toReversed()
      .map(measure => [measure.serviceType, measure.staffId]),
  );
  const signed = new Map(signaturesOf(db, plan.id).map(({role, staffId}) => [role, staffId]));
  const signatory = (role: 'social-work-specialist' | 'consultant') =>
    currentStaffId(db, signed.get(role) ?? null) ?? onlySignatory(db, role);
  const isHomeCare = findFacility(db)?.type === 'home-care';
  const id = addRound(db, {
    planId: plan.id,
    number: (before?.number ?? 0) + 1,
    status: 'open',
    observedFrom: lastDay === null ? plan.periodFrom : addDays(lastDay, 1),
    observedTo: null,
    monitoredOn: null,
    enteredOn: null,
    specialistId: signatory('social-work-specialist'),
    specialistSignedOn: null,
    consultantId: isHomeCare ? signatory('consultant') : null,
    consultantSignedOn: null,
  });
  writeEntries(
    db,
    id,
    serviceTypes.map(serviceType => ({
      serviceType,
      positiveGroups: [],
      positive: null,
      noneOrWorse: null,
      reason: null,
      decision: null,
      servicesToReview: [],
      recommendation: null,
      monitoredOn: null,
      staffId: currentStaffId(db, specialists.get(serviceType) ?? null),
    })),
  );
  return id;
}

function viewOf(db: ReadableDb, round: RoundRow): RoundView {
  const before = roundBefore(db, round);
  return {
    ...round,
    stamp: roundStamp(db, round.id),
    recipientId: must(findPlan(db, round.planId)).recipientId,
    paperId: newestPaperOf(db, round.id)?.id ?? null,
    entries: entriesOf(db, round.id).map(entryValues),
    previous: before === undefined ? [] : entriesOf(db, before.id).map(entryValues),
  };
}

function savedRound(db: ReadableDb, id: string): {id: string; stamp: string} {
  return {id, stamp: roundStamp(db, id)};
}

/** A round that is still open, as the caller saw it. A closed one is a paper. */
function editable(db: ReadableDb, id: string, seen: string): RoundRow {
  const round = orMissing(findRound(db, id));
  refuseChanged(seen, roundStamp(db, id));
  refuseIf(round.status !== 'open' && refusal('', 'round-closed'));
  return round;
}

function entryValues({id: _id, roundId: _roundId, ...values}: EntryRow): EntryDraft {
  return values;
}

function keepEntry(typed: MonitoringEntryValues): EntryDraft {
  return {
    ...typed,
    positive: proseOrNull(typed.positive),
    reason: proseOrNull(typed.reason),
    decision: proseOrNull(typed.decision),
    recommendation: proseOrNull(typed.recommendation),
    positiveGroups: [...new Set(typed.positiveGroups)],
    servicesToReview: [...new Set(typed.servicesToReview)],
  };
}

function latestDay(entries: readonly EntryRow[]): string | null {
  return entries
    .map(entry => entry.monitoredOn)
    .reduce((latest, day) => (latest === null || (day !== null && day > latest) ? day : latest), null);
}
