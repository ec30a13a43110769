import {randomUUID} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {must} from '../../domain/assert.ts';
import {addDays, addMonths} from '../../domain/dates.ts';
import {firstMatters, mostMatters} from '../../domain/matters.ts';
import type {Connection} from '../../db/connection.ts';
import {recountAll} from '../../db/deadlines/recount.ts';
import {area, makeClient} from '../../electron/contract/kernel.ts';
import {todayCalls} from '../../electron/contract/today.ts';
import {todayHandlers} from '../../electron/handlers/today.ts';
import {Application} from '../../electron/host/application.ts';
import {dayOf} from '../../electron/host/clock.ts';
import {makeDispatcher, type DispatcherOptions} from '../../electron/host/dispatch.ts';
import {benchPassword, insertInto} from './application.ts';
import {median, rounded, timed, type Figure} from './figure.ts';
import {idFor} from './id-for.ts';
import {inventPerson} from './people.ts';
import {furnish} from './start.ts';

const years = 10;
const roundsAYear = 4;
const openings = 30;
const recounts = 5;
const contract = {today: area({query: 'records', command: 'nobody'}, todayCalls)};

/** The papers of the years before: of each person a plan a year, with a round of monitoring a quarter. */
function addYears(connection: Connection, people: number, today: string): number {
  let papers = 0;
  const peopleInTransaction = 250;
  for (let first = 0; first < people; first += peopleInTransaction) {
    connection.transact(
      db => {
        const put = insertInto(db);
        for (let index = first; index < Math.min(people, first + peopleInTransaction); index += 1) {
          const {id} = inventPerson(index);
          for (let year = 1; year < years; year += 1) {
            const from = addMonths(addDays(today, -200), -12 * year);
            const planId = idFor(`plan of year ${year}`, index);
            put('plan', {
              id: planId,
              recipient_id: id,
              placement_id: idFor('placement', index),
              services_to_review: '[]',
              status: 'ended',
              period_from: from,
              period_to: addMonths(from, 11),
              review_on: addMonths(from, 6),
              drawn_up_on: from,
              filled_on: from,
              approved_on: from,
              ended_on: addMonths(from, 11),
            });
            papers += 1 + roundsAYear;
            for (let quarter = 0; quarter < roundsAYear; quarter += 1) {
              const day = addMonths(from, 2 + 3 * quarter);
              put('monitoring_round', {
                id: idFor(`round of year ${year}, ${quarter}`, index),
                plan_id: planId,
                number: quarter + 1,
                status: 'closed',
                monitored_on: day,
                entered_on: day,
              });
            }
          }
        }
      },
      {accountId: null},
    );
  }
  return papers;
}

/** Today through the contract, and everybody's terms counted anew, where each recipient has ten years of papers. */
export async function measureYears(people: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-bench-years-'));
  const clock = () => new Date();
  const today = dayOf(clock());
  const application = new Application({folder, clock});
  try {
    await application.createAccount('Әлия', benchPassword);
    const fresh = must(application.session()).connection;
    furnish(fresh, people, today);
    const papers = addYears(fresh, people, today);
    await application.lock();
    await application.signIn('Әлия', benchPassword);
    const {connection} = must(application.session());
    const dispatch = makeDispatcher({
      contract,
      handlers: {today: todayHandlers},
      application,
      // Neither is asked for anything here.
      pdf: {} as DispatcherOptions<typeof contract>['pdf'],
      sealer: {} as DispatcherOptions<typeof contract>['sealer'],
      platform: {} as DispatcherOptions<typeof contract>['platform'],
      clock,
      publish: () => undefined,
    });
    const {today: calls} = makeClient(contract, dispatch, randomUUID);
    const recounted: number[] = [];
    for (let round = 0; round < recounts; round += 1) {
      recounted.push(await timed(() => connection.transact(db => recountAll(db, today), {accountId: null})));
    }
    const first: number[] = [];
    const whole: number[] = [];
    for (let round = 0; round < openings; round += 1) {
      first.push(await timed(() => calls.get({limit: firstMatters})));
      whole.push(await timed(() => calls.get({limit: mostMatters})));
    }
    const [recount, opened] = [median(recounted), median(whole)];
    const of = `${people} recipients, ${years} years, ${papers} old papers`;
    return [
      {
        name: `Today, ${of}`,
        value: rounded(opened),
        unit: 'ms',
        against: `all ${mostMatters} lines; the first ${firstMatters}, which are asked for first: ${rounded(median(first))} ms; slowest ${rounded(Math.max(...whole))} ms`,
        ratio: null,
        target: '≤ 100 ms',
        met: opened <= 100,
      },
      {
        name: `everybody's terms counted anew, ${of}`,
        value: rounded(recount),
        unit: 'ms',
        against: `slowest ${rounded(Math.max(...recounted))} ms`,
        ratio: null,
        target: '≤ 1,000 ms',
        met: recount <= 1_000,
      },
    ];
  } finally {
    application.close();
    rmSync(folder, {recursive: true, force: true});
  }
}
