import {birthdays, endingPlans, endingProgrammes, type MonthRow} from '../../db/queries/month.ts';
import {findFacility, findStaff} from '../../db/queries/facility.ts';
import {statusCounts} from '../../db/queries/journal.ts';
import {matterCounts, matterRows, matterRowsOf, type MatterRow, type Part} from '../../db/queries/today.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {readOwn, writeOwn} from '../../db/own-state.ts';
import {todayChoice, type todayCalls} from '../contract/today.ts';
import type {AreaHandlers} from './context.ts';
import {itemsOf} from './today-item.ts';
import {signaturesFor, type Whose} from './today-signatures.ts';

export const todayHandlers: AreaHandlers<typeof todayCalls> = {
  get({db, today}, {limit, of}) {
    const statuses = statusCounts(db);
    const part = partOf(db, of);
    const rows = part === null ? matterRows(db, today, limit) : matterRowsOf(db, today, limit, part);
    const counts = part === null ? matterCounts(db, today) : countsOf(rows);
    return {
      today,
      items: itemsOf(db, rows),
      total: Object.values(counts).reduce((sum, count) => sum + count, 0),
      counts,
      receiving: statuses.get('receiving') ?? 0,
      queued: statuses.get('queued') ?? 0,
      onLeave: statuses.get('on-leave') ?? 0,
    };
  },

  signatures({db, today, account}, {of}) {
    const {lines, approvals} = signaturesFor(db, today, account, of);
    return {
      mine: lines.flatMap(({item, isMine}) => (isMine ? [item] : [])),
      others: lines.flatMap(({item, isMine}) => (isMine ? [] : [item])),
      approvals: countsOf(approvals),
    };
  },

  month({db, today}, {of}) {
    const part = partOf(db, {...of, recipientId: null});
    return {
      birthdays: birthdays(db, today, part).map(monthView),
      programmes: endingProgrammes(db, today, part).map(monthView),
      plans: endingPlans(db, today, part).map(monthView),
    };
  },

  choice({db, account, today}) {
    const kept = todayChoice.safeParse(JSON.parse(readOwn(db, choiceKey(account.id)) ?? '{}'));
    // What an earlier version kept otherwise is chosen anew.
    const choice = kept.success ? kept.data : {staffId: null, unitId: null, byPerson: false, postponed: {}};
    return {
      ...choice,
      postponed: Object.fromEntries(Object.entries(choice.postponed).filter(([, day]) => day > today)),
    };
  },

  choose({db, account}, choice) {
    writeOwn(db, choiceKey(account.id), JSON.stringify(choice));
    return {};
  },
};

function choiceKey(accountId: string): string {
  return `today:${accountId}`;
}

/** Null: everybody's matters. Plans are begun by whoever signs as social work specialist or consultant, and by the head. */
export function partOf(db: ReadableDb, {staffId, unitId, recipientId}: Whose): Part | null {
  if (staffId === null && unitId === null && recipientId === null) return null;
  if (staffId === null) return {specialist: null, unitId, recipientId};
  const approves = findFacility(db)?.headStaffId === staffId;
  const role = findStaff(db, staffId)?.signatoryRole;
  const begins = approves || role === 'social-work-specialist' || role === 'consultant';
  return {specialist: {staffId, begins, approves}, unitId, recipientId};
}

function countsOf(rows: readonly Pick<MatterRow, 'state'>[]): Record<MatterRow['state'], number> {
  const counts = {overdue: 0, due: 0, week: 0, later: 0, archive: 0};
  for (const {state} of rows) counts[state] += 1;
  return counts;
}

function monthView({recipientId, surname, firstName, patronymic, on, planId}: MonthRow) {
  return {recipientId, name: {surname, firstName, patronymic}, on, planId};
}
