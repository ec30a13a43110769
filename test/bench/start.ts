import {idFor} from './id-for.ts';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {chromium as driver, type BrowserContext} from 'playwright-core';
import {must} from '../../domain/assert.ts';
import {addDays, addMonths} from '../../domain/dates.ts';
import type {Connection} from '../../db/connection.ts';
import {writeSetupStep} from '../../db/settings.ts';
import {Application} from '../../electron/host/application.ts';
import {dayOf} from '../../electron/host/clock.ts';
import {findBrowser} from '../../electron/platform/loopback/browser.ts';
import {runLoopback} from '../support/start-loopback.ts';
import {benchPassword, fill, insertInto} from './application.ts';
import {median, rounded, timed, type Figure} from './figure.ts';
import {inventPerson} from './people.ts';

const rounds = 7;
/** Until the browser has seen the code often enough to keep it compiled. */
const usualWarmUps = 3;
const target = 1_500;

/**
 * A temporary-stay organisation with everybody receiving. Of four people one has come without a plan yet, one has a
 * draft, and two a plan in force with a round of monitoring; one of three has no file.
 */
export function furnish(connection: Connection, people: number, today: string): void {
  const journalId = 'journal';
  fill(connection, people, {journalId, placed: index => addDays(today, index % 4 === 0 ? -(index % 40) : -200)});
  connection.transact(
    db => {
      const put = insertInto(db);
      put('facility', {
        id: 'facility',
        type: 'temporary-stay',
        name_kk: '«Тірек» орталығы',
        name_ru: 'Центр «Тірек»',
        place_kk: 'Орал қаласы',
        place_ru: 'город Уральск',
      });
      writeSetupStep(db, 'done');
      for (let index = 0; index < people; index += 1) {
        if (index % 4 === 0) continue;
        const {id} = inventPerson(index);
        const from = addDays(today, -180 + (index % 30));
        const inForce = index % 4 > 1;
        put('plan', {
          id: idFor('plan', index),
          recipient_id: id,
          placement_id: idFor('placement', index),
          services_to_review: '[]',
          status: inForce ? 'approved' : 'draft',
          period_from: from,
          period_to: addMonths(from, 11),
          review_on: addMonths(from, 6),
          drawn_up_on: from,
          filled_on: inForce ? from : null,
          approved_on: inForce ? from : null,
        });
        if (!inForce) continue;
        const monitored = addDays(today, -(index % 120));
        put('monitoring_round', {
          id: idFor('round', index),
          plan_id: idFor('plan', index),
          number: 1,
          status: 'closed',
          monitored_on: monitored,
          entered_on: monitored,
        });
      }
    },
    {accountId: null},
  );
}

interface Parts {
  readonly door: number;
  readonly entered: number;
}

/** A host of its own, and a browser that runs already. Timed from the line «Tirek is ready». */
async function startOnce(folder: string, context: BrowserContext): Promise<Parts> {
  const host = await runLoopback(folder, {usualPort: true});
  try {
    const page = await context.newPage();
    const password = page.locator('input[type=password]');
    const door = await timed(async () => {
      await page.goto(host.url, {waitUntil: 'commit'});
      await password.waitFor();
    });
    const entered = await timed(async () => {
      await password.fill(benchPassword);
      await password.press('Enter');
      await page.locator('[data-line]').first().waitFor();
    });
    return {door, entered};
  } finally {
    await context.close();
    await host.stop();
  }
}

const browserOptions = {headless: true, args: ['--no-sandbox', '--disable-gpu']};
const viewport = {width: 1366, height: 768};

/** A browser with nothing cached: the very first start on a PC. */
async function firstStarts(folder: string, executablePath: string): Promise<Parts[]> {
  const browser = await driver.launch({...browserOptions, executablePath});
  const taken: Parts[] = [];
  for (let round = 0; round < rounds; round += 1) {
    taken.push(await startOnce(folder, await browser.newContext({viewport})));
  }
  await browser.close();
  return taken;
}

/** The window's own folder, as every start has it but the first: it keeps the code that it has read before. */
async function usualStarts(folder: string, executablePath: string): Promise<Parts[]> {
  const profile = join(folder, 'bench-profile');
  const taken: Parts[] = [];
  for (let round = 0; round < usualWarmUps + rounds; round += 1) {
    const parts = await startOnce(
      folder,
      await driver.launchPersistentContext(profile, {...browserOptions, executablePath, viewport}),
    );
    if (round >= usualWarmUps) taken.push(parts);
  }
  return taken;
}

function startFigure(name: string, taken: readonly Parts[]): Figure {
  const value = median(taken.map(({door, entered}) => door + entered));
  const [door, entered] = [median(taken.map(each => each.door)), median(taken.map(each => each.entered))];
  return {
    name,
    value: rounded(value),
    unit: 'ms',
    against: `ready line → door ${rounded(door)} ms; password (Argon2) → Today's lines ${rounded(entered)} ms`,
    ratio: null,
    target: '≤ 1,500 ms after the host has started',
    met: value <= target,
  };
}

/** From the host's own start to Today with its lines on the screen: the page, its door, the password, the list. */
export async function measureStart(people: number): Promise<Figure[]> {
  const name = `start to usable Today, ${people} recipients`;
  const executablePath = findBrowser();
  const built = existsSync(resolve(import.meta.dirname, '../../out/main/loopback.js'));
  if (executablePath === undefined || !built) {
    const against = built ? 'Chromium missing' : 'the built host is missing: npm run build makes it';
    return [{name, value: null, unit: 'ms', against, ratio: null, target: '≤ 1,500 ms', met: false}];
  }
  const folder = mkdtempSync(join(tmpdir(), 'tirek-bench-start-'));
  try {
    const clock = () => new Date();
    const application = new Application({folder, clock});
    await application.createAccount('Әлия', benchPassword);
    application.setLanguage('kk');
    furnish(must(application.session()).connection, people, dayOf(clock()));
    application.close();
    return [
      startFigure(name, await usualStarts(folder, executablePath)),
      startFigure(`${name}, the very first on a PC`, await firstStarts(folder, executablePath)),
    ];
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
