import type {DeadlineRule} from '../../domain/deadline-rule.ts';
import {groundText} from '../../domain/deadlines.ts';
import {text, type Text} from '../../domain/text.ts';
import type {OrganisationType} from '../../domain/vocabulary.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {countingOf} from '../../db/deadlines/counting.ts';
import {findFacility} from '../../db/queries/facility.ts';
import type {MatterRow} from '../../db/queries/today.ts';
import {appendix3} from '../../templates/editions/308-2022/appendix-3.ts';
import type {TodayItem} from '../contract/today.ts';

/** Matters as Today shows them: with the paragraph of the order, and the field that each is about. */
export function itemsOf(db: ReadableDb, rows: readonly MatterRow[]): TodayItem[] {
  const {rules, localTerms} = countingOf(db);
  const byId = new Map([...rules, ...localTerms].map(rule => [rule.id, rule]));
  const type = findFacility(db)?.type;
  return rows.map(row => itemOf(row, byId, type));
}

function itemOf(
  row: MatterRow,
  rules: ReadonlyMap<string, DeadlineRule>,
  type: OrganisationType | undefined,
): TodayItem {
  const {surname, firstName, patronymic} = row;
  const rule = row.ruleId === null ? undefined : rules.get(row.ruleId);
  const target = targetOf(row);
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
    target,
    act: actOf(row, target),
    signer: null,
  };
}

function actOf({kind, planId}: MatterRow, target: TodayItem['target']): TodayItem['act'] {
  if (kind === 'plan-ends' && planId !== null) return {act: 'begin-plan', copyFrom: planId};
  const begins = target.screen === 'round' && target.roundId === null;
  return begins ? {act: 'start-round', planId: target.planId} : null;
}

function targetOf({kind, recipientId, planId, roundId, openRoundId}: MatterRow): TodayItem['target'] {
  if (kind === 'file-open') return {screen: 'file', recipientId, field: null};
  if (kind === 'plan-draw-up') return {screen: 'new-plan', recipientId};
  if (kind === 'year-binding') return {screen: 'binding'};
  if (kind === 'programme-ends') return {screen: 'recipient', recipientId, field: 'programmeTo'};
  if (planId === null) return {screen: 'recipient', recipientId, field: null};
  if (roundId !== null) return {screen: 'round', recipientId, planId, roundId, field: 'gap'};
  if (kind === 'monitoring-due' || kind === 'monthly-mark') {
    return {screen: 'round', recipientId, planId, roundId: openRoundId, field: 'gap'};
  }
  return {screen: 'plan', recipientId, planId, field: kind === 'plan-review' ? 'reviewOn' : 'gap'};
}

/** `11 2)` as the order cites itself. */
function fileGround(type: OrganisationType | undefined): Text | null {
  const paragraph = type === undefined ? null : appendix3.basis.paragraphs[type];
  if (paragraph === null) return null;
  const [number = '', point = ''] = paragraph.split(' ');
  return text(`Қағидалардың ${number}-тармағының ${point} тармақшасы`, `подпункт ${point} пункта ${number} Правил`);
}
