import {addDays, addMonths, type IsoDate} from '../../domain/dates.ts';
import type {Case, Desk} from './desk.ts';
import {openFile, returnOriginals, watchProgramme} from './file-steps.ts';
import {drawUpPlan, endPlan} from './plan-steps.ts';
import {
  departureForAWhile,
  departures,
  destinations,
  leaveReasons,
  planEnds,
  transferReason,
  withdrawalReasons,
  type Departure,
} from './wording.ts';

/** Puts down in the agenda how this recipient comes into the journal; what follows is put down when it has happened. */
export function begin(desk: Desk, each: Case): void {
  const {agenda, start, until} = desk;
  const {random} = each;
  switch (each.fate.enters) {
    case 'before':
      // Admitted long ago and written down late, from the paper journal.
      return agenda.at(addDays(start, 1 + (each.turn % 9)), () => enterAdmitted(desk, each, longAgo(desk, each)));
    case 'at-once':
      return agenda.at(addDays(start, random.int(12, 210)), () => enterAdmitted(desk, each, desk.today()));
    case 'just-now':
      return agenda.at(addDays(until, -random.int(3, 9)), () => enterAdmitted(desk, each, desk.today()));
    case 'queue':
      return agenda.at(addDays(start, random.int(5, 230)), async () => {
        await enterQueue(desk, each);
        agenda.at(addDays(desk.today(), random.int(9, 60)), () => admitFromQueue(desk, each));
      });
    case 'waits':
      return agenda.at(addDays(until, -random.int(6, 130)), () => enterQueue(desk, each));
    case 'withdrawn':
      return agenda.at(addDays(start, random.int(20, 180)), async () => {
        await enterQueue(desk, each);
        agenda.at(addDays(desk.today(), random.int(20, 100)), () => withdraw(desk, each));
      });
  }
}

function longAgo({start}: Desk, {random, person}: Case): IsoDate {
  const day = addDays(start, -random.int(20, 1400));
  const third = addMonths(person.bornOn, 36);
  return day > third ? day : addDays(start, -10);
}

async function enterQueue(desk: Desk, each: Case): Promise<void> {
  await enter(desk, each, {kind: 'queued', happenedOn: desk.today(), orderNumber: null});
}

async function enterAdmitted(desk: Desk, each: Case, happenedOn: IsoDate): Promise<void> {
  await enter(desk, each, {kind: 'admitted', happenedOn, orderNumber: desk.nextOrder()});
  await settleIn(desk, each, happenedOn);
}

async function enter(
  {client}: Desk,
  each: Case,
  event: {kind: 'queued' | 'admitted'; happenedOn: IsoDate; orderNumber: string | null},
): Promise<void> {
  const {name, bornOn, sex, iin, category, address, phone, programmeFrom, programmeTo} = each.person;
  const {recipientId, placementId} = await client.journal.enter({
    journalId: null,
    recipientId: null,
    person: {name, bornOn, sex, iin, iinOverrideReason: null, category, address, phone, programmeFrom, programmeTo},
    event: {...event, reason: null, destination: null},
  });
  each.recipientId = recipientId;
  each.placementId = placementId;
}

async function admitFromQueue(desk: Desk, each: Case): Promise<void> {
  await record(desk, each, {kind: 'admitted', orderNumber: desk.nextOrder()});
  await settleIn(desk, each, desk.today());
}

/** The file, then the plan, then what the fate has in store. */
async function settleIn(desk: Desk, each: Case, admittedOn: IsoDate): Promise<void> {
  const {agenda, today, type} = desk;
  each.served = 'here';
  each.admittedOn = admittedOn;
  agenda.after(today(), each.random.int(0, 1), () => openFile(desk, each));
  const days =
    each.fate.enters === 'before' ? each.random.int(2, 75) : each.random.int(2, type === 'temporary-stay' ? 4 : 9);
  agenda.at(addDays(today(), days), () => drawUpPlan(desk, each, today(), null));
  watchProgramme(desk, each);
  schedule(desk, each);
}

function schedule(desk: Desk, each: Case): void {
  const {agenda, today, until} = desk;
  const {random} = each;
  const {course} = each.fate;
  switch (course) {
    case 'stays':
      return;
    case 'away-for-a-while':
      return agenda.at(addDays(today(), random.int(40, 150)), () => leave(desk, each, true));
    case 'is-away':
      return agenda.at(addDays(until, -random.int(4, 20)), () => leave(desk, each, false));
    case 'transferred':
      return agenda.at(addDays(today(), random.int(110, 260)), () => transfer(desk, each));
    case 'discharged':
      return agenda.at(addDays(today(), random.int(90, 240)), () =>
        discharge(desk, each, random.pick(departures[desk.type])),
      );
    case 'comes-back':
      return agenda.at(addDays(today(), random.int(80, 130)), async () => {
        if (each.served !== 'here') return;
        await discharge(desk, each, departureForAWhile[desk.type]);
        agenda.at(addDays(today(), random.int(30, 100)), () => comeBack(desk, each));
      });
  }
}

async function leave(desk: Desk, each: Case, returns: boolean): Promise<void> {
  if (each.served !== 'here') return;
  const reason = each.random.pick(leaveReasons[desk.type])[each.person.language];
  await record(desk, each, {kind: 'left', orderNumber: desk.nextOrder(), reason});
  each.served = 'away';
  if (!returns) return;
  desk.agenda.at(addDays(desk.today(), each.random.int(6, 26)), async () => {
    await record(desk, each, {kind: 'came-back', orderNumber: desk.nextOrder()});
    each.served = 'here';
  });
}

async function transfer(desk: Desk, each: Case): Promise<void> {
  if (each.served !== 'here') return;
  const {language} = each.person;
  await depart(desk, each, planEnds.transferred[language]);
  await record(desk, each, {
    kind: 'transferred',
    orderNumber: desk.nextOrder(),
    reason: transferReason[language],
    destination: each.random.pick(destinations)[language],
  });
}

async function discharge(desk: Desk, each: Case, departure: Departure): Promise<void> {
  if (each.served !== 'here') return;
  const {language} = each.person;
  await depart(desk, each, planEnds.left[language]);
  await record(desk, each, {
    kind: 'discharged',
    orderNumber: desk.nextOrder(),
    reason: departure.reason[language],
    destination: departure.somewhere ? each.random.pick(destinations)[language] : null,
  });
}

async function depart(desk: Desk, each: Case, reason: string): Promise<void> {
  await endPlan(desk, each, reason);
  await returnOriginals(desk, each);
  each.served = 'no';
}

/** «қайтып келді / возвратился»: a new row of the journal, the old file. */
async function comeBack(desk: Desk, each: Case): Promise<void> {
  const {placementId} = await desk.client.journal.enter({
    journalId: null,
    recipientId: each.recipientId,
    person: null,
    event: {
      kind: 'admitted',
      happenedOn: desk.today(),
      orderNumber: desk.nextOrder(),
      reason: null,
      destination: null,
    },
  });
  each.placementId = placementId;
  each.served = 'here';
  each.admittedOn = desk.today();
  desk.agenda.at(addDays(desk.today(), 3), () => drawUpPlan(desk, each, desk.today(), null));
}

async function withdraw(desk: Desk, each: Case): Promise<void> {
  const reason = each.random.pick(withdrawalReasons)[each.person.language];
  await record(desk, each, {kind: 'withdrawn', orderNumber: null, reason});
}

async function record(
  {client, today}: Desk,
  {placementId}: Case,
  event: {
    kind: 'admitted' | 'left' | 'came-back' | 'transferred' | 'discharged' | 'withdrawn';
    orderNumber: string | null;
    reason?: string;
    destination?: string | null;
  },
): Promise<void> {
  const {kind, orderNumber, reason = null, destination = null} = event;
  await client.journal.record({placementId, event: {kind, happenedOn: today(), orderNumber, reason, destination}});
}
