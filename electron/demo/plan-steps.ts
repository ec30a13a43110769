import {addDays, addMonths, daysBetween, quarterOf, type IsoDate} from '../../domain/dates.ts';
import {signatoryRoles, type ServiceType} from '../../domain/vocabulary.ts';
import {planFieldsOf, type MeasureValues, type PlanFields, type PlanView} from '../contract/plan.ts';
import {staysUndone, type Case, type Desk} from './desk.ts';
import {fitting, phrases} from './phrases.ts';
import type {MeasurePhrase} from './phrases/phrase.ts';
import {planEnds} from './wording.ts';

/** A plan that begins on a day: drawn up today, filled and approved within the next two working days. */
export async function drawUpPlan(desk: Desk, each: Case, from: IsoDate, copyFrom: string | null): Promise<void> {
  if (each.served !== 'here' || each.planBegun) return;
  each.planBegun = true;
  const {client, type, today} = desk;
  const {id} = await client.plan.create({recipientId: each.recipientId, copyFrom});
  if (staysUndone(desk, each, 'filling')) return;
  const months = each.random.pick(type === 'temporary-stay' ? [3, 6, 6, 9] : [6, 9, 9, 12, 12]);
  const to = addDays(addMonths(from, months), -1);
  const view = await client.plan.get({id});
  const observedTo = addDays(from, -1);
  await write(desk, each, view, {
    observedFrom: each.admittedOn <= observedTo ? latest(each.admittedOn, addDays(observedTo, -14)) : null,
    observedTo: each.admittedOn <= observedTo ? observedTo : null,
    periodFrom: from,
    periodTo: to,
    reviewOn: reviewDay(from, to),
    measures: view.measures.length > 0 ? dated(view.measures, from, to, today()) : assign(desk, each, from, to),
  });
  fillThenApprove(desk, each, id);
}

/** Half-way, so that the monitoring at the end of that quarter answers for it. */
function reviewDay(from: IsoDate, to: IsoDate): IsoDate {
  const half = addDays(from, Math.floor(daysBetween(from, to) / 2));
  const day = addDays(quarterOf(half).to, -18);
  return day < to && day > from ? day : to;
}

type PlanChange = Partial<PlanFields> & Pick<PlanView, 'measures'>;

/** Saves a plan with those who sign it, as this type of organisation signs. */
async function write(desk: Desk, each: Case, plan: PlanView, change: PlanChange): Promise<void> {
  const roles = signatoryRoles.filter(role => plan.signatures.some(signature => signature.role === role));
  await desk.client.plan.save({
    ...planFieldsOf(plan),
    ...change,
    id: plan.id,
    seen: plan.stamp,
    signatures: roles.map(role => ({role, staffId: desk.staff.signing(role, each.turn), signedOn: desk.today()})),
  });
}

function fillThenApprove(desk: Desk, each: Case, id: string): void {
  const {client, agenda, today} = desk;
  agenda.after(today(), each.random.int(0, 1), async () => {
    if (each.served === 'no') return discard(desk, each, id);
    await client.plan.markFilled({id, seen: (await client.plan.get({id})).stamp, filledOn: today()});
    agenda.after(today(), 1, async () => {
      if (each.served === 'no') return discard(desk, each, id);
      if (staysUndone(desk, each, 'approval')) return;
      await client.plan.approve({id, seen: (await client.plan.get({id})).stamp, approvedOn: today()});
      await inForce(desk, each, id);
    });
  });
}

/** The person left before the plan was approved. */
async function discard({client}: Desk, each: Case, id: string): Promise<void> {
  await client.plan.discard({id, seen: (await client.plan.get({id})).stamp});
  each.planBegun = false;
}

async function inForce(desk: Desk, each: Case, id: string): Promise<void> {
  each.planId = id;
  each.planBegun = false;
  const {periodTo} = await desk.client.plan.get({id});
  if (periodTo !== null) desk.agenda.at(addDays(periodTo, 1), () => renew(desk, each, id));
}

/** The day after a plan's last: the next one takes over its measures. */
async function renew(desk: Desk, each: Case, id: string): Promise<void> {
  if (each.planId !== id || staysUndone(desk, each, 'renewal')) return;
  if (each.served === 'away' || each.planBegun) return desk.agenda.after(desk.today(), 3, () => renew(desk, each, id));
  await endPlan(desk, each, planEnds.over[each.person.language]);
  await drawUpPlan(desk, each, desk.today(), id);
}

export async function endPlan({client, today}: Desk, each: Case, reason: string): Promise<void> {
  if (each.planId === null) return;
  const {id, stamp, periodTo} = await client.plan.get({id: each.planId});
  await client.plan.end({
    id,
    seen: stamp,
    endedOn: periodTo !== null && periodTo < today() ? periodTo : today(),
    reason,
  });
  each.planId = null;
}

/** A decision of the monitoring: the marked services get another measure, and the correction is approved anew. */
export async function correctPlan(desk: Desk, each: Case, id: string): Promise<void> {
  each.planBegun = true;
  if (staysUndone(desk, each, 'filling')) return;
  const view = await desk.client.plan.get({id});
  const {today} = desk;
  const added = view.servicesToReview.flatMap(service => {
    const known = new Set(view.measures.map(measure => measure.text));
    const fresh = suitable(desk, each, service).filter(phrase => !known.has(phrase.text[each.person.language]));
    return each.random
      .some(fresh, 1)
      .map(phrase => measureOf(desk, each, service, phrase, today(), view.periodTo ?? today()));
  });
  await write(desk, each, view, {measures: inOrderOfForm([...view.measures, ...added], desk.staff.services)});
  fillThenApprove(desk, each, id);
}

/** One to three measures of every kind of service that this person needs: mostly all eight. */
function assign(desk: Desk, each: Case, from: IsoDate, to: IsoDate): MeasureValues[] {
  return desk.staff.services
    .filter(service => service === 'everyday' || service === 'medical' || each.random.percent(88))
    .flatMap(service => {
      const count = service === 'everyday' || service === 'medical' ? each.random.int(2, 3) : each.random.int(1, 2);
      return each.random
        .some(suitable(desk, each, service), count)
        .map(phrase => measureOf(desk, each, service, phrase, from, to));
    });
}

function suitable(desk: Desk, each: Case, service: ServiceType): MeasurePhrase[] {
  return fitting(phrases[service].measures, each.person.child ? 'child' : 'adult', desk.type);
}

function measureOf(
  desk: Desk,
  each: Case,
  serviceType: ServiceType,
  phrase: MeasurePhrase,
  dateFrom: IsoDate,
  dateTo: IsoDate,
): MeasureValues {
  const {language} = each.person;
  return {
    serviceType,
    text: phrase.text[language],
    volume: phrase.volume[language],
    period: phrase.period,
    dateFrom,
    dateTo,
    staffId: desk.staff.forService(serviceType, each.turn),
    assignedOn: desk.today(),
  };
}

function dated(
  measures: readonly MeasureValues[],
  dateFrom: IsoDate,
  dateTo: IsoDate,
  assignedOn: IsoDate,
): MeasureValues[] {
  return measures.map(measure => ({...measure, dateFrom, dateTo, assignedOn}));
}

function inOrderOfForm(measures: readonly MeasureValues[], services: readonly ServiceType[]): MeasureValues[] {
  return services.flatMap(service => measures.filter(measure => measure.serviceType === service));
}

function latest(left: IsoDate, right: IsoDate): IsoDate {
  return left > right ? left : right;
}
