import {may} from '../../domain/roles.ts';
import {removePlan, writeMeasures} from '../../db/commands/plan.ts';
import type {WritableDb} from '../../db/connection.ts';
import {groupMembers, type GroupMember} from '../../db/queries/group-measure.ts';
import {findPlan, measuresOf} from '../../db/queries/plan.ts';
import {planStamp} from '../../db/queries/stamps.ts';
import type {GroupAddition, GroupOutcome, groupMeasureCalls} from '../contract/group-measure.ts';
import {beginPlan, measureDraft} from './begin-plan.ts';
import type {Account, AreaHandlers} from './context.ts';
import {checkOwnService} from './own-services.ts';
import {keepMeasure, staffRefusals} from './plan.ts';
import {refusal, refuseIf} from './refusals.ts';

export const groupMeasureHandlers: AreaHandlers<typeof groupMeasureCalls> = {
  foresee({db, account}, {measure: typed}) {
    const measure = keepMeasure(typed);
    return groupMembers(db, measure.serviceType, measure.text).map(member => ({
      recipientId: member.recipientId,
      name: {surname: member.surname, firstName: member.firstName, patronymic: member.patronymic},
      status: member.status,
      unitId: member.unitId,
      staffIds: JSON.parse(member.staffIds) as string[],
      outcome: outcomeOf(member, account),
    }));
  },

  add({db, account, today}, {measure: typed, recipientIds}) {
    const measure = keepMeasure(typed);
    refuseIf(
      measure.text === '' && refusal('measure.text', 'required'),
      staffRefusals(db, [measure], 'measure').map(({problem}) => refusal('measure.staffId', problem)),
    );
    checkOwnService(db, account, measure.serviceType);
    const wanted = new Set(recipientIds);
    const members = groupMembers(db, measure.serviceType, measure.text).filter(({recipientId}) =>
      wanted.has(recipientId),
    );
    const added = members.flatMap((member): GroupAddition[] => {
      const outcome = outcomeOf(member, account);
      if (!isDone(outcome)) return [];
      const {recipientId, placementId, openPlanId, lastPlanId} = member;
      const planId = openPlanId ?? beginPlan(db, {recipientId, placementId, today, copyFrom: lastPlanId});
      const before = measuresOf(db, planId);
      writeMeasures(db, planId, [...before.map(measureDraft), measure]);
      const known = new Set(before.map(({id}) => id));
      const measureId = measuresOf(db, planId).find(({id}) => !known.has(id))?.id ?? '';
      return [{recipientId, planId, measureId, isNew: openPlanId === null, stamp: planStamp(db, planId)}];
    });
    return {added, left: wanted.size - added.length};
  },

  takeBack({db, account}, {added}) {
    const takenBack = added.filter(addition => isTakenBack(db, account, addition)).length;
    return {takenBack, kept: added.length - takenBack};
  },
};

function isTakenBack(db: WritableDb, account: Account, {planId, measureId, isNew, stamp}: GroupAddition): boolean {
  const plan = findPlan(db, planId);
  if (plan?.status !== 'draft' || planStamp(db, planId) !== stamp) return false;
  const measures = measuresOf(db, planId);
  const measure = measures.find(({id}) => id === measureId);
  if (measure === undefined) return false;
  checkOwnService(db, account, measure.serviceType);
  if (isNew && may(account.role, 'plan')) removePlan(db, planId);
  else writeMeasures(db, planId, measures.filter(each => each !== measure).map(measureDraft));
  return true;
}

function outcomeOf({openStatus, lastPlanId, hasIt}: GroupMember, {role}: Account): GroupOutcome {
  if (hasIt === 1) return 'has-it';
  if (openStatus !== null) return openStatus === 'filled' ? 'filled' : 'into-draft';
  if (!may(role, 'plan')) return 'no-right';
  return lastPlanId === null ? 'new-empty' : 'new-copy';
}

function isDone(outcome: GroupOutcome): boolean {
  return outcome === 'into-draft' || outcome === 'new-copy' || outcome === 'new-empty';
}
