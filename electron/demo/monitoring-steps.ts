import {addDays, daysBetween} from '../../domain/dates.ts';
import type {ServiceType} from '../../domain/vocabulary.ts';
import type {MonitoringEntryValues} from '../contract/monitoring.ts';
import {staysUndone, type Case, type Desk} from './desk.ts';
import {fitting, phrases} from './phrases.ts';
import {correctPlan} from './plan-steps.ts';

/** Shorter than this a plan shows nothing yet. */
const daysToWatch = 21;

/** One round of monitoring of the plan in force; entered into the journal on the next working day. */
export async function monitor(desk: Desk, each: Case): Promise<void> {
  const {client, today} = desk;
  if (each.planId === null || each.planBegun || each.served !== 'here' || staysUndone(desk, each, 'round')) return;
  const plan = await client.plan.get({id: each.planId});
  if (plan.periodFrom === null || daysBetween(plan.periodFrom, today()) < daysToWatch) return;
  if (plan.periodTo !== null && plan.periodTo < today()) return;
  const {id} = await client.monitoring.start({planId: each.planId});
  const {
    stamp,
    planId: _planId,
    recipientId: _recipientId,
    number: _number,
    status: _status,
    enteredOn: _enteredOn,
    paperId: _paperId,
    previous: _previous,
    ...round
  } = await client.monitoring.get({id});
  const planned = new Set(plan.measures.map(measure => measure.serviceType));
  const goesOn = plan.periodTo === null || daysBetween(today(), plan.periodTo) > daysToWatch;
  const corrected = goesOn && each.random.percent(11) ? each.random.pick([...planned]) : null;
  await client.monitoring.save({
    ...round,
    id,
    seen: stamp,
    observedTo: today(),
    monitoredOn: today(),
    specialistId: desk.staff.signing('social-work-specialist', each.turn),
    specialistSignedOn: today(),
    consultantId: desk.type === 'home-care' ? desk.staff.signing('consultant', each.turn) : null,
    consultantSignedOn: desk.type === 'home-care' ? today() : null,
    entries: round.entries.map(entry =>
      planned.has(entry.serviceType) ? marked(desk, each, entry, entry.serviceType === corrected) : entry,
    ),
  });
  if (!staysUndone(desk, each, 'closing')) desk.agenda.after(today(), 1, () => enter(desk, each, id));
}

async function enter(desk: Desk, each: Case, id: string): Promise<void> {
  const {client, today} = desk;
  const {stamp} = await client.monitoring.get({id});
  const {revisionPlanId} = await client.monitoring.close({id, seen: stamp, enteredOn: today()});
  if (revisionPlanId === null) return;
  each.planBegun = true;
  desk.agenda.after(today(), 1, async () => {
    if (each.served === 'no') {
      await client.plan.discard({id: revisionPlanId, seen: (await client.plan.get({id: revisionPlanId})).stamp});
      return;
    }
    await correctPlan(desk, each, revisionPlanId);
  });
}

/** A mark is due for every service of the plan, also when nothing has changed (35 5)). */
function marked(desk: Desk, each: Case, entry: MonitoringEntryValues, corrected: boolean): MonitoringEntryValues {
  const {random, person} = each;
  const {language} = person;
  const written = phrases[entry.serviceType];
  const who = person.child ? 'child' : 'adult';
  const base = {...entry, staffId: desk.staff.forService(entry.serviceType, each.turn)};
  if (!corrected && random.percent(66)) {
    const change = unsaid(each, fitting(written.changes, who, desk.type), phrase => phrase.text[language]);
    return {...base, positiveGroups: [...change.groups], positive: change.text[language]};
  }
  const fit = fitting(written.noChanges, who, desk.type);
  const list = corrected ? fit.filter(phrase => phrase.kind === 'worse') : fit;
  const no = unsaid(each, list.length > 0 ? list : fit, phrase => phrase.reason[language]);
  const mark = {...base, noneOrWorse: no.kind, reason: no.reason[language]};
  if (!corrected) return mark;
  const correction = random.pick(written.corrections);
  return {
    ...mark,
    decision: correction.decision[language],
    servicesToReview: [entry.serviceType] satisfies ServiceType[],
    recommendation: correction.recommendation[language],
  };
}

/** Something that was not written of this person before, while there is something. */
function unsaid<P>(each: Case, list: readonly P[], wordsOf: (phrase: P) => string): P {
  const fresh = list.filter(phrase => !each.said.has(wordsOf(phrase)));
  const chosen = each.random.pick(fresh.length > 0 ? fresh : list);
  each.said.add(wordsOf(chosen));
  return chosen;
}

/** The day in the last two and a half weeks of a quarter on which this person's turn comes. */
export function dayOfRound(each: Case, quarterEnd: string): string {
  return addDays(quarterEnd, -3 - (each.turn % 14));
}
