import {makeCalendar} from '../../domain/calendar.ts';
import {addDays, addMonths, quarterOf, type IsoDate} from '../../domain/dates.ts';
import type {Language} from '../../domain/text.ts';
import type {OrganisationType} from '../../domain/vocabulary.ts';
import {kzHolidays} from '../../templates/calendar/kz-holidays.ts';
import {makeAgenda} from './agenda.ts';
import type {DemoClient} from './bridge.ts';
import type {DemoClock} from './clock.ts';
import type {Case, Desk} from './desk.ts';
import {fateOf} from './fates.ts';
import {begin} from './journal-steps.ts';
import {dayOfRound, monitor} from './monitoring-steps.ts';
import {makePeople} from './people/people.ts';
import {makeRandom} from './random.ts';
import {setUp} from './set-up.ts';

export interface YearWish {
  readonly type: OrganisationType;
  readonly seed: string;
  readonly recipients: number;
  /** The last day of the year of work. */
  readonly until: IsoDate;
  /** How many months of work; a year by default. */
  readonly months?: number;
  /** What is typed is in this language; by default each person's papers are in the one of their worker. */
  readonly language?: Language;
}

/** The first day of the year that ends on a day. */
export function startOfYear(until: IsoDate, months = 12): IsoDate {
  return addDays(addMonths(until, -months), 1);
}

/** Sets up a facility in an empty data folder and works in it for a year, call by call, as its people would. */
export async function liveYear(client: DemoClient, clock: DemoClock, wish: YearWish): Promise<void> {
  const {type, until} = wish;
  const random = makeRandom(`${wish.seed}/${type}`);
  const start = startOfYear(until, wish.months);
  const calendar = makeCalendar(kzHolidays, {week: 'five', edits: []});
  const agenda = makeAgenda(calendar);
  const staff = await setUp(client, type, random.fork('staff'), start);
  let today = start;
  let order = random.int(8, 40);
  const desk: Desk = {
    client,
    type,
    agenda,
    calendar,
    start,
    until,
    staff,
    today: () => today,
    nextOrder: () => `${(order += 1)}-ж`,
  };
  for (const each of casesOf(wish, start)) {
    begin(desk, each);
    for (const day of roundsOf(desk, each)) agenda.at(day, () => monitor(desk, each));
  }
  await agenda.live(start, until, day => {
    today = day;
    clock.setDay(day);
  });
  clock.setDay(until);
}

function casesOf({type, seed, recipients, language}: YearWish, start: IsoDate): Case[] {
  const random = makeRandom(`${seed}/${type}/people`);
  return makePeople(random, type, recipients, start, language).map((person, turn) => ({
    turn,
    person,
    fate: fateOf(turn, type),
    random: random.fork(`year ${turn}`),
    said: new Set(),
    recipientId: '',
    placementId: '',
    served: 'no',
    admittedOn: start,
    planId: null,
    planBegun: false,
  }));
}

/** Every quarter once; in a temporary stay now and then in a month of its own, when the state changes (35 5)). */
function roundsOf({start, until, type}: Desk, each: Case): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = start; day <= until; day = addDays(quarterOf(day).to, 1)) {
    const {from, to} = quarterOf(day);
    if (type === 'temporary-stay' && each.random.percent(25)) days.push(addDays(from, 30 + each.random.int(0, 20)));
    days.push(dayOfRound(each, to));
  }
  return days.filter(day => day > start);
}
