import type {DeadlineRule} from '../../domain/deadline-rule.ts';
import {text, type Text} from '../../domain/text.ts';
import type {OrganisationType} from '../../domain/vocabulary.ts';
import {countingOf} from '../../db/deadlines/counting.ts';
import {findFacility} from '../../db/queries/facility.ts';
import {statusCounts} from '../../db/queries/journal.ts';
import {matterCounts, matterRows, type MatterRow} from '../../db/queries/today.ts';
import {groundText} from '../../domain/deadlines.ts';
import {appendix3} from '../../templates/editions/308-2022/appendix-3.ts';
import type {TodayItem, todayCalls} from '../contract/today.ts';
import type {AreaHandlers} from './context.ts';

export const todayHandlers: AreaHandlers<typeof todayCalls> = {
  get({db, today}, {limit}) {
    const statuses = statusCounts(db);
    const counts = matterCounts(db, today);
    const {rules, localTerms} = countingOf(db);
    const byId = new Map([...rules, ...localTerms].map(rule => [rule.id, rule]));
    const type = findFacility(db)?.type;
    return {
      today,
      items: matterRows(db, today, limit).map(row => itemOf(row, byId, type)),
      total: Object.values(counts).reduce((sum, count) => sum + count, 0),
      counts,
      receiving: statuses.get('receiving') ?? 0,
      queued: statuses.get('queued') ?? 0,
      onLeave: statuses.get('on-leave') ?? 0,
    };
  },
};

function itemOf(
  row: MatterRow,
  rules: ReadonlyMap<string, DeadlineRule>,
  type: OrganisationType | undefined,
): TodayItem {
  const {surname, firstName, patronymic} = row;
  const rule = row.ruleId === null ? undefined : rules.get(row.ruleId);
  return {
    key: row.id,
    kind: row.kind,
    state: row.state,
    waitsFor: row.kind === 'plan-approve' ? 'head' : 'worker',
    recipientId: row.recipientId,
    name: {surname, firstName, patronymic},
    dueOn: row.strict,
    latestOn: row.lenient,
    undecided: row.undecided === 1,
    moved: row.movedBecause === null ? null : (JSON.parse(row.movedBecause) as Text),
    ground: row.kind === 'file-open' ? fileGround(type) : rule === undefined ? null : groundText(rule),
    target: targetOf(row),
  };
}

function targetOf({kind, recipientId, planId, roundId, openRoundId}: MatterRow): TodayItem['target'] {
  if (kind === 'file-open') return {screen: 'file', recipientId};
  if (kind === 'plan-draw-up') return {screen: 'new-plan', recipientId};
  if (kind === 'year-binding') return {screen: 'binding'};
  if (planId === null) return {screen: 'recipient', recipientId};
  if (roundId !== null) return {screen: 'round', recipientId, planId, roundId};
  if (kind === 'monitoring-due' || kind === 'monthly-mark') {
    return {screen: 'round', recipientId, planId, roundId: openRoundId};
  }
  return {screen: 'plan', recipientId, planId};
}

/** `11 2)` as the order cites itself. */
function fileGround(type: OrganisationType | undefined): Text | null {
  const paragraph = type === undefined ? null : appendix3.basis.paragraphs[type];
  if (paragraph === null) return null;
  const [number = '', point = ''] = paragraph.split(' ');
  return text(`Қағидалардың ${number}-тармағының ${point} тармақшасы`, `подпункт ${point} пункта ${number} Правил`);
}
