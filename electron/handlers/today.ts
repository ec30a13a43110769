import {makeCalendar} from '../../domain/calendar.ts';
import type {DeadlineFacts, Due, Leave, PlanFacts, RoundFacts} from '../../domain/deadline-rule.ts';
import {evaluateDeadlines} from '../../domain/deadlines.ts';
import {text, type Text} from '../../domain/text.ts';
import type {OrganisationType} from '../../domain/vocabulary.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {findFacility} from '../../db/queries/facility.ts';
import {statusCounts} from '../../db/queries/journal.ts';
import {
  leaveRows,
  planRowsOf,
  receivingNowRows,
  recentPlanRows,
  roundRows,
  type LeaveRow,
  type PlanFactsRow,
  type ReceivingRow,
  type RoundFactsRow,
} from '../../db/queries/today.ts';
import {kzHolidays} from '../../templates/calendar/kz-holidays.ts';
import {appendix3} from '../../templates/editions/308-2022/appendix-3.ts';
import {deadlines} from '../../templates/editions/308-2022/deadlines.ts';
import type {TodayItem, todayCalls} from '../contract/today.ts';
import type {AreaHandlers} from './context.ts';

export const todayHandlers: AreaHandlers<'today', typeof todayCalls> = {
  get({db, today}) {
    const found = itemsOf(db, today).sort(byUrgency);
    const statuses = statusCounts(db);
    const counts = {overdue: 0, due: 0, week: 0, later: 0};
    for (const {item} of found) counts[item.state] += 1;
    return {
      today,
      items: found.slice(0, mostItems).map(({item}) => item),
      total: found.length,
      counts,
      receiving: statuses.get('receiving') ?? 0,
      queued: statuses.get('queued') ?? 0,
      onLeave: statuses.get('on-leave') ?? 0,
    };
  },
};

/** A person reads no longer list; the counts tell of the rest. */
const mostItems = 500;

interface Found {
  readonly item: TodayItem;
  readonly nameKey: string;
}

const urgency = {overdue: 0, due: 1, week: 2, later: 3} as const;

/** Overdue first, then by the day of the strict reading; what has no day stands after what has; then by name. */
function byUrgency(a: Found, b: Found): number {
  return (
    urgency[a.item.state] - urgency[b.item.state] ||
    compare(a.item.dueOn ?? '9999', b.item.dueOn ?? '9999') ||
    compare(a.nameKey, b.nameKey)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The facts of everybody who receives services, by row of the journal. */
interface Facts {
  readonly plans: ReadonlyMap<string, PlanFactsRow[]>;
  readonly rounds: ReadonlyMap<string, RoundFactsRow[]>;
  readonly leaves: ReadonlyMap<string, LeaveRow[]>;
}

function itemsOf(db: ReadableDb, today: string): Found[] {
  const type = findFacility(db)?.type;
  if (type === undefined) return [];
  const people = receivingNowRows(db);
  const facts = factsOf(db, people, today);
  return people.flatMap(person =>
    personItems(person, facts, {type, today}).map(item => ({item, nameKey: person.nameKey})),
  );
}

function factsOf(db: ReadableDb, people: readonly ReceivingRow[], today: string): Facts {
  const recent = Map.groupBy(recentPlanRows(db, today), plan => plan.placementId);
  const without = people.filter(person => !recent.has(person.placementId)).map(person => person.recipientId);
  const older = Map.groupBy(planRowsOf(db, without), plan => plan.placementId);
  return {
    plans: new Map([...older, ...recent]),
    rounds: Map.groupBy(roundRows(db, today), round => round.placementId),
    leaves: Map.groupBy(leaveRows(db), leave => leave.placementId),
  };
}

const calendar = makeCalendar(kzHolidays, {week: 'five', edits: []});

interface Day {
  readonly type: OrganisationType;
  readonly today: string;
}

function personItems(person: ReceivingRow, facts: Facts, day: Day): TodayItem[] {
  const plans: readonly PlanFacts[] = facts.plans.get(person.placementId) ?? [];
  const rounds = facts.rounds.get(person.placementId) ?? [];
  const due = evaluateDeadlines({
    facts: deadlineFacts(person, plans, rounds, facts.leaves.get(person.placementId) ?? [], day.type),
    rules: deadlines,
    today: day.today,
    calendar,
  });
  const items = due.map(each => dueItem(person, each, rounds));
  const named = new Set(due.flatMap(({subject}) => (subject.type === 'plan' ? [subject.planId] : [])));
  const waiting = plans.filter(plan => !named.has(plan.id)).flatMap(plan => waitingItem(person, plan));
  return [...items, ...waiting, ...(person.hasFile ? [] : [fileItem(person, day.type)])];
}

function deadlineFacts(
  person: ReceivingRow,
  plans: readonly PlanFacts[],
  rounds: readonly RoundFacts[],
  leaves: readonly LeaveRow[],
  organisationType: OrganisationType,
): DeadlineFacts {
  const {admittedOn, programmeTo} = person;
  return {organisationType, status: 'receiving', admittedOn, leaves: pairs(leaves), plans, rounds, programmeTo};
}

/** Leaving and coming back alternate: the journal lets nothing else in. */
function pairs(rows: readonly LeaveRow[]): Leave[] {
  return rows.flatMap((row, index) =>
    row.kind === 'left' ? [{from: row.happenedOn, to: rows[index + 1]?.happenedOn ?? null}] : [],
  );
}

const states = {overdue: 'overdue', due: 'due', soon: 'week', later: 'later'} as const;

function dueItem(person: ReceivingRow, due: Due, rounds: readonly RoundFactsRow[]): TodayItem {
  return {
    ...whom(person),
    key: `${due.ruleId}:${subjectKey(due, person)}`,
    kind: due.kind,
    state: states[due.state],
    waitsFor: due.kind === 'plan-approve' ? 'head' : 'worker',
    dueOn: due.dueStrict,
    latestOn: due.dueLenient,
    ground: due.paragraph === null ? null : {...due.paragraph},
    target: targetOf(person, due, rounds),
  };
}

function subjectKey({subject}: Due, person: ReceivingRow): string {
  if (subject.type === 'round') return subject.roundId;
  return subject.type === 'plan' ? subject.planId : person.placementId;
}

function targetOf(
  {recipientId}: ReceivingRow,
  {kind, subject}: Due,
  rounds: readonly RoundFactsRow[],
): TodayItem['target'] {
  if (subject.type === 'round') return {screen: 'round', recipientId, planId: subject.planId, roundId: subject.roundId};
  if (subject.type === 'plan') {
    const {planId} = subject;
    if (kind !== 'monitoring-due') return {screen: 'plan', recipientId, planId};
    const open = rounds.find(round => round.planId === planId && round.status === 'open');
    return {screen: 'round', recipientId, planId, roundId: open?.id ?? null};
  }
  return kind === 'plan-draw-up' ? {screen: 'new-plan', recipientId} : {screen: 'recipient', recipientId};
}

/** A plan that no term presses waits all the same: a draft for its specialists, a filled one for the head. */
function waitingItem(person: ReceivingRow, plan: PlanFacts): TodayItem[] {
  if (plan.status !== 'draft' && plan.status !== 'filled') return [];
  const isFilled = plan.status === 'filled';
  return [
    {
      ...whom(person),
      key: `waiting:${plan.id}`,
      kind: isFilled ? 'plan-approve' : 'plan-fill',
      state: 'week',
      waitsFor: isFilled ? 'head' : 'worker',
      dueOn: null,
      latestOn: null,
      ground: null,
      target: {screen: 'plan', recipientId: person.recipientId, planId: plan.id},
    },
  ];
}

/** The order gives no term for opening the file: it is formed when the person comes. */
function fileItem(person: ReceivingRow, type: OrganisationType): TodayItem {
  const paragraph = appendix3.basis.paragraphs[type];
  return {
    ...whom(person),
    key: `file-open:${person.recipientId}`,
    kind: 'file-open',
    state: 'week',
    waitsFor: 'worker',
    dueOn: null,
    latestOn: null,
    ground: paragraph === null ? null : fileGround(paragraph),
    target: {screen: 'file', recipientId: person.recipientId},
  };
}

/** `11 2)` as the order cites itself. */
function fileGround(paragraph: string): Text {
  const [number = '', point = ''] = paragraph.split(' ');
  return text(`Қағидалардың ${number}-тармағының ${point} тармақшасы`, `подпункт ${point} пункта ${number} Правил`);
}

function whom({recipientId, surname, firstName, patronymic}: ReceivingRow): Pick<TodayItem, 'recipientId' | 'name'> {
  return {recipientId, name: {surname, firstName, patronymic}};
}
