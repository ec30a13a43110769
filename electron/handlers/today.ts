import {must} from '../../domain/assert.ts';
import {makeCalendar} from '../../domain/calendar.ts';
import type {DeadlineRule, Due, Leave, PlanFacts} from '../../domain/deadline-rule.ts';
import {evaluateDeadlines} from '../../domain/deadlines.ts';
import {text, type Text} from '../../domain/text.ts';
import type {OrganisationType} from '../../domain/vocabulary.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {findFacility} from '../../db/queries/facility.ts';
import {statusCounts} from '../../db/queries/journal.ts';
import {
  leaveRows,
  nameRowsOf,
  peopleWithFile,
  placementsOfPlans,
  planRowsOf,
  programmeEnds,
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
    const found = Map.groupBy(mattersOf(db, today), matter => matter.state);
    const statuses = statusCounts(db);
    const shown = mostUrgent(found);
    return {
      today,
      items: withNames(db, shown),
      total: states.reduce((sum, state) => sum + (found.get(state)?.length ?? 0), 0),
      counts: {
        overdue: found.get('overdue')?.length ?? 0,
        due: found.get('due')?.length ?? 0,
        week: found.get('week')?.length ?? 0,
        later: found.get('later')?.length ?? 0,
      },
      receiving: statuses.get('receiving') ?? 0,
      queued: statuses.get('queued') ?? 0,
      onLeave: statuses.get('on-leave') ?? 0,
    };
  },
};

/** A person reads no longer list; the counts tell of the rest. */
const mostItems = 500;

/** The most urgent first. */
const states = ['overdue', 'due', 'week', 'later'] as const;

/** What decides on the place in the list. The line itself is made only of what is shown: of 10,000 people, of few. */
interface Matter {
  readonly state: TodayItem['state'];
  readonly dueOn: string | null;
  readonly person: ReceivingRow;
  readonly line: () => Unnamed;
}

type Unnamed = Omit<TodayItem, 'name' | 'recipientId' | 'state' | 'dueOn'>;

/** Overdue first, then by the day of the strict reading; what has no day stands after what has; then by name. */
function mostUrgent(found: ReadonlyMap<TodayItem['state'], Matter[]>): Matter[] {
  const shown: Matter[] = [];
  for (const state of states) {
    const left = mostItems - shown.length;
    if (left > 0) shown.push(...(found.get(state) ?? []).sort(byDay).slice(0, left));
  }
  return shown;
}

function byDay(a: Matter, b: Matter): number {
  return compare(a.dueOn ?? '9999', b.dueOn ?? '9999') || compare(a.person.nameKey, b.person.nameKey);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function withNames(db: ReadableDb, shown: readonly Matter[]): TodayItem[] {
  const ids = new Set(shown.map(({person}) => person.recipientId));
  const names = new Map(nameRowsOf(db, [...ids]).map(({recipientId, ...name}) => [recipientId, name]));
  return shown.map(({state, dueOn, person: {recipientId}, line}) => ({
    ...line(),
    state,
    dueOn,
    recipientId,
    name: must(names.get(recipientId)),
  }));
}

/** The facts of everybody who receives services, by row of the journal; and by person. */
interface Facts {
  readonly plans: ReadonlyMap<string, PlanFactsRow[]>;
  readonly rounds: ReadonlyMap<string, RoundFactsRow[]>;
  readonly leaves: ReadonlyMap<string, LeaveRow[]>;
  readonly programmeEnds: ReadonlyMap<string, string>;
  readonly withFile: ReadonlySet<string>;
}

function mattersOf(db: ReadableDb, today: string): Matter[] {
  const type = findFacility(db)?.type;
  if (type === undefined) return [];
  const people = receivingNowRows(db);
  const facts = factsOf(db, people, today);
  const day: Day = {type, today, rules: deadlines.filter(rule => rule.organisationTypes.includes(type))};
  return people.flatMap(person => mattersOfPerson(person, facts, day));
}

function factsOf(db: ReadableDb, people: readonly ReceivingRow[], today: string): Facts {
  const recentPlans = recentPlanRows(db, today);
  const recent = Map.groupBy(recentPlans, plan => plan.placementId);
  const without = people.filter(person => !recent.has(person.placementId)).map(person => person.recipientId);
  const olderPlans = planRowsOf(db, without);
  return {
    plans: new Map([...Map.groupBy(olderPlans, plan => plan.placementId), ...recent]),
    rounds: roundsByPlacement(db, [...recentPlans, ...olderPlans], today),
    leaves: Map.groupBy(leaveRows(db), leave => leave.placementId),
    programmeEnds: programmeEnds(db),
    withFile: peopleWithFile(db),
  };
}

/** A round names its plan; the plan's place is looked up only where the plan has not been read. */
function roundsByPlacement(
  db: ReadableDb,
  plans: readonly PlanFactsRow[],
  today: string,
): ReadonlyMap<string, RoundFactsRow[]> {
  const rounds = roundRows(db, today);
  const known = new Map(plans.map(plan => [plan.id, plan.placementId]));
  const unknown = new Set(rounds.map(round => round.planId).filter(planId => !known.has(planId)));
  const others = placementsOfPlans(db, [...unknown]);
  return Map.groupBy(rounds, ({planId}) => must(known.get(planId) ?? others.get(planId)));
}

const calendar = makeCalendar(kzHolidays, {week: 'five', edits: []});

interface Day {
  readonly type: OrganisationType;
  readonly today: string;
  /** Those that hold for the type. */
  readonly rules: readonly DeadlineRule[];
}

function mattersOfPerson(person: ReceivingRow, facts: Facts, day: Day): Matter[] {
  const plans: readonly PlanFacts[] = facts.plans.get(person.placementId) ?? [];
  const rounds = facts.rounds.get(person.placementId) ?? [];
  const due = evaluateDeadlines({
    facts: {
      organisationType: day.type,
      status: 'receiving',
      admittedOn: person.admittedOn,
      leaves: pairs(facts.leaves.get(person.placementId) ?? []),
      plans,
      rounds,
      programmeTo: facts.programmeEnds.get(person.recipientId) ?? null,
    },
    rules: day.rules,
    today: day.today,
    calendar,
  });
  const matters = due.map(each => dueMatter(person, each, rounds));
  for (const plan of plans) {
    if (plan.status !== 'draft' && plan.status !== 'filled') continue;
    if (!due.some(({subject}) => subject.type === 'plan' && subject.planId === plan.id)) {
      matters.push({state: 'week', dueOn: null, person, line: () => waitingLine(person, plan)});
    }
  }
  if (!facts.withFile.has(person.recipientId)) {
    matters.push({state: 'week', dueOn: null, person, line: () => fileLine(person, day.type)});
  }
  return matters;
}

/** Leaving and coming back alternate: the journal lets nothing else in. */
function pairs(rows: readonly LeaveRow[]): Leave[] {
  return rows.flatMap((row, index) =>
    row.kind === 'left' ? [{from: row.happenedOn, to: rows[index + 1]?.happenedOn ?? null}] : [],
  );
}

const stateNames = {overdue: 'overdue', due: 'due', soon: 'week', later: 'later'} as const;

function dueMatter(person: ReceivingRow, due: Due, rounds: readonly RoundFactsRow[]): Matter {
  return {state: stateNames[due.state], dueOn: due.dueStrict, person, line: () => dueLine(person, due, rounds)};
}

function dueLine(person: ReceivingRow, due: Due, rounds: readonly RoundFactsRow[]): Unnamed {
  return {
    key: `${due.ruleId}:${subjectKey(due, person)}`,
    kind: due.kind,
    waitsFor: due.kind === 'plan-approve' ? 'head' : 'worker',
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
function waitingLine({recipientId}: ReceivingRow, plan: PlanFacts): Unnamed {
  const isFilled = plan.status === 'filled';
  return {
    key: `waiting:${plan.id}`,
    kind: isFilled ? 'plan-approve' : 'plan-fill',
    waitsFor: isFilled ? 'head' : 'worker',
    latestOn: null,
    ground: null,
    target: {screen: 'plan', recipientId, planId: plan.id},
  };
}

/** The order gives no term for opening the file: it is formed when the person comes. */
function fileLine({recipientId}: ReceivingRow, type: OrganisationType): Unnamed {
  const paragraph = appendix3.basis.paragraphs[type];
  return {
    key: `file-open:${recipientId}`,
    kind: 'file-open',
    waitsFor: 'worker',
    latestOn: null,
    ground: paragraph === null ? null : fileGround(paragraph),
    target: {screen: 'file', recipientId},
  };
}

/** `11 2)` as the order cites itself. */
function fileGround(paragraph: string): Text {
  const [number = '', point = ''] = paragraph.split(' ');
  return text(`Қағидалардың ${number}-тармағының ${point} тармақшасы`, `подпункт ${point} пункта ${number} Правил`);
}
