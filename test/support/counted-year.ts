import {assert} from '../../domain/assert.ts';
import type {ServiceType} from '../../domain/vocabulary.ts';
import {emptyPlanFields} from '../../electron/contract/plan.ts';
import {admit, event, furnish, noMeasure, nobody, type Office, type Staff} from './office.ts';

/**
 * 2026 of an organisation of temporary stay, small enough to be counted by hand; it ends on 15.01.2027. No two people
 * have the same edge.
 *
 * - a: admitted on the last day of the year. - b: discharged on its first day.
 * - c: from the queue of 2025, away from 20.12.2026 to 10.01.2027, with a plan and two rounds.
 * - d: discharged on 01.05., admitted again on 01.09.: the first stay without a plan, the second with a late one.
 * - e: in the queue from 01.06. to 01.07. - f: in the queue since 05.10.
 */
export async function liveTheCountedYear(office: Office): Promise<Record<'a' | 'b' | 'c' | 'd' | 'e' | 'f', string>> {
  const {client, at} = office;
  const staff = await furnish(office, 'temporary-stay');
  const named = (surname: string, known: object = {}) => ({
    ...nobody,
    name: {surname, firstName: 'Адам', patronymic: null},
    ...known,
  });
  const b = await admit(
    office,
    '2025-03-01',
    named('Бөкенов', {bornOn: '2010-04-01', sex: 'female', category: 'child-psychoneurological'}),
  );
  await client.journal.record({placementId: b.placementId, event: event('discharged', '2026-01-01')});
  const c = await client.journal.enter({
    journalId: null,
    recipientId: null,
    person: named('Үсенов', {bornOn: '1940-06-01', sex: 'male', category: 'elderly'}),
    event: event('queued', '2025-11-10'),
  });
  at('2026-02-02');
  await client.journal.record({placementId: c.placementId, event: event('admitted', '2026-02-02')});
  at('2026-02-04');
  const planOfC = await approvedPlan(office, staff, c.recipientId, {
    filledOn: '2026-02-06',
    approvedOn: '2026-02-10',
    period: ['2026-02-09', '2026-12-31'],
    measures: [
      ['everyday', 'Бөлме'],
      ['everyday', 'Тамақ'],
      ['medical', 'Қарау'],
    ],
  });
  at('2026-03-01');
  const d = await admit(
    office,
    '2026-03-01',
    named('Ғалиева', {bornOn: '1990-01-01', sex: 'female', category: 'adult-psychoneurological'}),
  );
  at('2026-03-31');
  await heldRound(office, staff, planOfC, '2026-03-30', '2026-03-31', {
    everyday: {positiveGroups: ['skills'], positive: 'Өзі киінеді', decision: 'Түзету', servicesToReview: ['medical']},
    medical: {noneOrWorse: 'none', reason: 'Уақыт аз'},
  });
  at('2026-05-01');
  await client.journal.record({placementId: d.placementId, event: event('discharged', '2026-05-01')});
  at('2026-07-01');
  const e = await queued(office, named('Елеусіз'), '2026-06-01');
  await client.journal.record({placementId: e.placementId, event: event('withdrawn', '2026-07-01')});
  at('2026-07-20');
  await heldRound(office, staff, planOfC, '2026-07-20', '2026-07-20', {
    everyday: {noneOrWorse: 'worse', reason: 'Ауырды'},
    medical: {noneOrWorse: 'none', reason: 'Уақыт аз'},
  });
  at('2026-09-01');
  await client.journal.enter({
    journalId: null,
    recipientId: d.recipientId,
    person: null,
    event: event('readmitted', '2026-09-01'),
  });
  at('2026-09-10');
  await approvedPlan(office, staff, d.recipientId, {
    filledOn: '2026-09-10',
    approvedOn: '2026-09-14',
    period: ['2026-09-14', '2027-08-31'],
    measures: [['legal', 'Кеңес']],
  });
  at('2026-12-20');
  const f = await queued(office, named('Фазылов', {sex: 'male'}), '2026-10-05');
  await client.journal.record({placementId: c.placementId, event: event('left', '2026-12-20')});
  at('2026-12-31');
  const a = await admit(
    office,
    '2026-12-31',
    named('Айтбаев', {bornOn: '1958-05-09', sex: 'male', category: 'disabled-group-1-2'}),
  );
  at('2027-01-15');
  await client.journal.record({placementId: c.placementId, event: event('came-back', '2027-01-10')});
  return {
    a: a.recipientId,
    b: b.recipientId,
    c: c.recipientId,
    d: d.recipientId,
    e: e.recipientId,
    f: f.recipientId,
  };
}

async function queued({client}: Office, person: object, on: string) {
  return client.journal.enter({
    journalId: null,
    recipientId: null,
    person: person as never,
    event: event('queued', on),
  });
}

async function approvedPlan(
  {client, at}: Office,
  staff: Staff,
  recipientId: string,
  wish: {
    filledOn: string;
    approvedOn: string;
    period: [from: string, to: string];
    measures: [serviceType: ServiceType, text: string][];
  },
): Promise<string> {
  const card = await client.recipient.get({id: recipientId});
  const {stamp: seen, placements: _placements, events: _events, fileNumber: _number, plans: _plans, ...facts} = card;
  await client.recipient.save({...facts, seen, diagnosis: 'бар'});
  const {id} = await client.plan.create({recipientId, copyFrom: null});
  const {stamp, signatures} = await client.plan.get({id});
  const [periodFrom, periodTo] = wish.period;
  const saved = await client.plan.save({
    id,
    seen: stamp,
    ...emptyPlanFields,
    observedFrom: periodFrom,
    observedTo: periodFrom,
    periodFrom,
    periodTo,
    reviewOn: periodTo,
    measures: wish.measures.map(([serviceType, text]) => ({
      ...noMeasure,
      serviceType,
      text,
      volume: 'күн сайын',
      period: 'month' as const,
      dateFrom: periodFrom,
      dateTo: periodTo,
      staffId: staff.medical,
      assignedOn: wish.filledOn,
    })),
    signatures,
  });
  const filled = await client.plan.markFilled({id, seen: saved.stamp, filledOn: wish.filledOn});
  at(wish.approvedOn);
  assert(!(await client.plan.issues({id})).some(({severity}) => severity === 'stop'), 'the plan can be approved');
  await client.plan.approve({id, seen: filled.stamp, approvedOn: wish.approvedOn});
  return id;
}

async function heldRound(
  {client}: Office,
  staff: Staff,
  planId: string,
  monitoredOn: string,
  enteredOn: string,
  findings: Partial<Record<ServiceType, object>>,
): Promise<void> {
  const {id} = await client.monitoring.start({planId});
  const round = await client.monitoring.get({id});
  const saved = await client.monitoring.save({
    id,
    seen: round.stamp,
    observedFrom: round.observedFrom,
    observedTo: monitoredOn,
    monitoredOn,
    specialistId: staff['social-work-specialist'],
    specialistSignedOn: monitoredOn,
    consultantId: null,
    consultantSignedOn: null,
    entries: round.entries.map(entry =>
      findings[entry.serviceType] === undefined
        ? entry
        : {...entry, monitoredOn, staffId: staff.medical, ...findings[entry.serviceType]},
    ),
  });
  const issues = await client.monitoring.issues({id});
  assert(!issues.some(({severity}) => severity === 'stop'), `the round can be closed: ${JSON.stringify(issues)}`);
  await client.monitoring.close({id, seen: saved.stamp, enteredOn});
}
