import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {addDays} from '../../domain/dates.ts';
import type {Language} from '../../domain/text.ts';
import {openBridge} from '../demo/bridge.ts';
import {makeDemoClock} from '../demo/clock.ts';
import {demoAccounts} from '../demo/set-up.ts';
import {liveYear, startOfYear} from '../demo/year.ts';
import {dayOf, type Clock} from '../host/clock.ts';
import {createPdfRenderer} from '../pdf/renderer.ts';

/** Few enough to be there in some seconds on an old PC, enough that Today, the queue and a plan show something. */
const people = 9;
const months = 9;

/** Who goes round: the one who may do everything. */
export const tourAccount = demoAccounts.head;

/** Works for some months in an empty folder, up to yesterday: nothing of it lies ahead of the clock. `language`: of what is typed. */
export async function fillTour(folder: string, built: string, clock: Clock, language: Language): Promise<void> {
  const until = addDays(dayOf(clock()), -1);
  const demoClock = makeDemoClock(startOfYear(until, months));
  const pdf = createPdfRenderer({
    fontsDirectory: join(built, 'fonts'),
    workerFile: pathToFileURL(join(built, 'main', 'pdf-worker.js')),
  });
  const bridge = openBridge(folder, demoClock, pdf);
  try {
    const wish = {type: 'temporary-stay', seed: 'tour', recipients: people, until, months, language} as const;
    await liveYear(bridge.client, demoClock, wish);
  } finally {
    bridge.close();
    await pdf.close();
  }
}
