import {nextEventKinds} from '../../../domain/placement.ts';
import {mergeRecipients, undoMerge} from '../../../db/commands/merge.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {firstEventDay, placementsOf} from '../../../db/queries/journal.ts';
import {findMerge, leftBehind, mergesInto, type MergeRow} from '../../../db/queries/merge.ts';
import {findKept, findRecipient} from '../../../db/queries/recipient.ts';
import {recipientStamp} from '../../../db/queries/stamps.ts';
import type {duplicatesCalls, MergeView} from '../../contract/duplicates.ts';
import {CallFailure, type AreaHandlers} from '../context.ts';
import {orMissing, refusal, refuseChanged, refuseIf} from '../refusals.ts';

type Calls = Pick<typeof duplicatesCalls, 'merge' | 'merges' | 'undo'>;

export const mergeHandlers: AreaHandlers<Calls> = {
  merge({db, today}, {keptId, keptSeen, mergedId, mergedSeen, take}) {
    refuseIf(keptId === mergedId && refusal('mergedId', 'malformed'));
    const [kept, merged] = [orMissing(findRecipient(db, keptId)), orMissing(findRecipient(db, mergedId))];
    if (kept.mergedIntoId !== null || merged.mergedIntoId !== null) throw new CallFailure('conflict');
    refuseChanged(keptSeen, recipientStamp(db, keptId));
    refuseChanged(mergedSeen, recipientStamp(db, mergedId));
    const bornOn = take.includes('bornOn') ? merged.bornOn : kept.bornOn;
    const first = [keptId, mergedId].flatMap(id => firstEventDay(db, id) ?? []).sort()[0];
    refuseIf(bornOn !== null && first !== undefined && first < bornOn && refusal('take', 'event-before-birth'));
    mergeRecipients(db, {kept, merged, take, mergedOn: today});
    return {id: keptId, stamp: recipientStamp(db, keptId)};
  },

  merges({db}, {recipientId}) {
    const {id} = orMissing(findKept(db, recipientId));
    const merges = mergesInto(db, id);
    const open = placementsOf(db, id).filter(({state}) => nextEventKinds(state.status).length > 0);
    return {
      merges: merges.map(merge => mergeViewOf(db, merge)),
      openRows: open.length > 1 ? open.map(({state}) => state.rowNumber).sort((a, b) => a - b) : [],
    };
  },

  undo({db, today}, {mergeId}) {
    const merge = orMissing(findMerge(db, mergeId));
    if (merge.undoneOn !== null) throw new CallFailure('conflict');
    // What went over has gone on with whoever was kept: the later merge is taken back first.
    refuseIf(
      orMissing(findRecipient(db, merge.keptId)).mergedIntoId !== null && refusal('mergeId', 'merge-is-not-last'),
    );
    return {recipientId: merge.mergedId, stayed: undoMerge(db, merge, today)};
  },
};

/** With what stayed behind at entries that had been merged into this one before. */
function mergeViewOf(db: ReadableDb, merge: MergeRow): MergeView {
  const {surname, firstName, patronymic, bornOn} = orMissing(findRecipient(db, merge.mergedId));
  const stayed = entriesUnder(db, merge.mergedId).map(id => leftBehind(db, id));
  return {
    id: merge.id,
    mergedOn: merge.mergedOn,
    name: {surname, firstName, patronymic},
    bornOn,
    files: stayed.flatMap(({files}) => files.map(file => ({...file, documents: [...file.documents]}))),
    boundYears: stayed.flatMap(({boundYears}) => boundYears),
  };
}

function entriesUnder(db: ReadableDb, id: string): string[] {
  return [id, ...mergesInto(db, id).flatMap(({mergedId}) => entriesUnder(db, mergedId))];
}
