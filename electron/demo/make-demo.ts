import {join} from 'node:path';
import type {IsoDate} from '../../domain/dates.ts';
import type {OrganisationType} from '../../domain/vocabulary.ts';
import {openBridge, type DemoClient} from './bridge.ts';
import {makeDemoClock} from './clock.ts';
import {createPdfPool} from './pdf-pool.ts';
import {printAll, type Pile} from './print-all.ts';
import {liveYear, startOfYear} from './year.ts';

export interface DemoWish {
  /** An empty folder. */
  readonly out: string;
  readonly types: readonly OrganisationType[];
  readonly seed: string;
  /** In each facility. */
  readonly recipients: number;
  /** The last day of the year of work. */
  readonly until: IsoDate;
  readonly fontsDirectory: string;
  /** Renderers at once. */
  readonly renderers: number;
}

export interface MadeFacility extends Pile {
  readonly type: OrganisationType;
  readonly data: string;
  readonly secondsOfWork: number;
  readonly secondsOfPrinting: number;
}

export interface DemoReport {
  begun(type: OrganisationType): void;
  printing(type: OrganisationType, done: number, of: number): void;
  made(facility: MadeFacility): void;
}

/** One facility after the other: its year of work into `<out>/<type>/data`, its papers into `<out>/<type>/papers`. */
export async function makeDemo(wish: DemoWish, report: DemoReport): Promise<MadeFacility[]> {
  const pdf = createPdfPool(wish.fontsDirectory, wish.renderers);
  const made: MadeFacility[] = [];
  try {
    for (const type of wish.types) {
      report.begun(type);
      const data = join(wish.out, type, 'data');
      const clock = makeDemoClock(startOfYear(wish.until));
      const bridge = openBridge(data, clock, pdf);
      const begun = performance.now();
      try {
        await liveYear(bridge.client, clock, {...wish, type});
        await issueJournal(bridge.client, wish.until);
        const lived = performance.now();
        const pile = await printAll(bridge.client, join(wish.out, type, 'papers'), wish.renderers * 3, (done, of) =>
          report.printing(type, done, of),
        );
        const printed = performance.now();
        const facility = {
          type,
          data,
          ...pile,
          secondsOfWork: (lived - begun) / 1000,
          secondsOfPrinting: (printed - lived) / 1000,
        };
        report.made(facility);
        made.push(facility);
      } finally {
        bridge.close();
      }
    }
  } finally {
    await pdf.close();
  }
  return made;
}

/** The journal as it stands at the end of the year. */
async function issueJournal(client: DemoClient, legalDate: IsoDate): Promise<void> {
  for (const {id} of await client.journal.volumes({})) {
    await client.paper.issue({form: 'appendix-2', subjectId: id, legalDate});
  }
}
