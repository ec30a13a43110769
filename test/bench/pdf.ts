import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium as driver} from 'playwright-core';
import {must} from '../../domain/assert.ts';
import {addDays} from '../../domain/dates.ts';
import {cutFonts} from '../../electron/pdf/cut-fonts.ts';
import {createPdfRenderer} from '../../electron/pdf/renderer.ts';
import {findBrowser} from '../../electron/platform/loopback/browser.ts';
import {appendix4} from '../../templates/editions/308-2022/appendix-4.ts';
import type {PrintDefinition} from '../../templates/print/definition.ts';
import {documentDefinition} from '../../templates/print/document.ts';
import {pdfPages} from '../support/read-pdf.ts';
import {person, samplePlan} from '../support/sample-papers.ts';
import {median, rounded, timed, type Figure} from './figure.ts';
import {flatOdtOf} from './flat-odt.ts';
import {htmlOf} from './html.ts';

/**
 * A filled plan of Appendix 4 in Kazakh, as a social worker prints one after another: no two rounds print the same
 * document, so nobody gains by remembering the last one. Everything is warm; only the change of document is counted:
 *
 *   ours        the values → the definition → across to the worker → the PDF's bytes back
 *   Chromium    the page of the round, from the disk into an open tab → its PDF's bytes back
 *   LibreOffice the text document of the round, from the disk → the PDF on the disk, in a batch, without its start
 *
 * The peers' documents hold the same words, tables, widths, sizes and fonts (the cut ones), and are written before the
 * clock starts; they lack only the number of each sheet.
 */

/** Some seconds: on a shared machine a second is twice as long as the next. */
const rounds = 120;
/** Until the compilers of both programs have settled. */
const warmUps = 40;
/** Chromium takes its time, and is not the faster peer. */
const browserRounds = 25;
/** A batch takes seconds, and its start is never twice the same: many documents make it small beside them. */
const officeDocuments = 80;
const officeRounds = 5;
const officeTimeout = 180_000;

/** Another recipient, another diagnosis, other days, other measures: the same number of pages. */
function planOf(round: number): typeof samplePlan {
  const on = (day: string): string => addDays(day, round);
  const words = (base: string): string => `${base}, ${round + 1}`;
  const {services} = samplePlan;
  return {
    ...samplePlan,
    recipient: person(`Әбдіғаппар${'ұлыов'.slice(0, 1 + (round % 4))}`, `Өркен${round}`, `Һасенғали${round}ұлы`),
    born: on(samplePlan.born),
    diagnosis: words(samplePlan.diagnosis),
    admittedOn: on(samplePlan.admittedOn),
    planned: {from: on(samplePlan.planned.from), to: on(samplePlan.planned.to)},
    services: Object.fromEntries(
      Object.entries(services).map(([service, {measures}]) => [
        service,
        {measures: measures.map(each => ({...each, text: words(each.text), assignedOn: on(each.assignedOn)}))},
      ]),
    ),
  };
}

function definitionOf(round: number): PrintDefinition {
  return documentDefinition(appendix4, planOf(round), 'kk', {draft: false, lostForce: false});
}

/** Another program that makes the same paper from a file on disk. */
interface Peer {
  readonly name: string;
  /** Milliseconds of each document. */
  readonly taken: readonly number[];
  /** The last of its papers. */
  readonly pdf: Uint8Array;
}

interface Chromium {
  print(page: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

async function openChromium(): Promise<Chromium | undefined> {
  const executablePath = findBrowser();
  if (executablePath === undefined) return undefined;
  const browser = await driver.launch({executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu']});
  const tab = await browser.newPage();
  return {
    async print(page) {
      // The load event waits for the fonts that the page uses.
      await tab.goto(pathToFileURL(page).href);
      return tab.pdf({preferCSSPageSize: true});
    },
    close: () => browser.close(),
  };
}

/** One start for a batch of documents, one for a single: the difference is the documents' own. */
async function measureOffice(folder: string, fonts: string): Promise<Peer | string> {
  const program = ['soffice', 'libreoffice'].find(name => spawnSync(name, ['--version']).status === 0);
  if (program === undefined) return 'LibreOffice missing';
  const target = join(folder, 'office');
  mkdirSync(target);
  const files = Array.from({length: officeDocuments}, (_, round) => {
    const file = join(target, `plan-${round}.fodt`);
    writeFileSync(file, flatOdtOf(definitionOf(round)));
    return file;
  });
  const fontConfig = join(folder, 'fonts.conf');
  writeFileSync(
    fontConfig,
    `<fontconfig><dir>${fonts}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`,
  );
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const args = [profile, '--headless', '--convert-to', 'pdf:writer_pdf_Export', '--outdir', target];
  const convert = (batch: readonly string[]) =>
    timed(() =>
      execFileSync(program, [...args, ...batch], {
        stdio: 'ignore',
        timeout: officeTimeout,
        env: {...process.env, FONTCONFIG_FILE: fontConfig},
      }),
    );
  // The first start of all makes the profile.
  await convert(files.slice(0, 1));
  const singles: number[] = [];
  const batches: number[] = [];
  for (let round = 0; round < officeRounds; round += 1) {
    singles.push(await convert(files.slice(0, 1)));
    batches.push(await convert(files));
  }
  // The quickest start: one that was held up says nothing of the documents.
  const start = Math.min(...singles);
  const taken = batches.filter(batch => batch > start).map(batch => (batch - start) / (files.length - 1));
  if (taken.length === 0)
    return 'LibreOffice not measured: its start alone took longer than the batches, the machine is busy';
  return {
    name: 'LibreOffice',
    taken,
    pdf: readFileSync(join(target, 'plan-0.pdf')),
  };
}

export async function measurePdf(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-bench-pdf-'));
  const fontsDirectory = join(folder, 'fonts');
  await cutFonts(fontsDirectory);
  const pages = Array.from({length: browserRounds + warmUps}, (_, round) => {
    const page = join(folder, `plan-${round}.html`);
    writeFileSync(page, htmlOf(definitionOf(round), fontsDirectory));
    return page;
  });
  // One worker for all rounds: a start of it is not warm.
  const renderer = createPdfRenderer({fontsDirectory, documentsPerWorker: 1_000});
  const chromium = await openChromium();
  try {
    const own: number[] = [];
    const others: number[] = [];
    let pdf: Uint8Array = new Uint8Array();
    let theirs: Uint8Array = new Uint8Array();
    // One program after the other: what a browser still does after its print would be counted as ours.
    for (let round = 0; round < rounds + warmUps; round += 1) {
      const taken = await timed(async () => {
        pdf = await renderer.render(definitionOf(round));
      });
      if (round >= warmUps) own.push(taken);
    }
    const held = Math.round(process.memoryUsage().rss / 1024 / 1024);
    for (const [round, page] of chromium === undefined ? [] : pages.entries()) {
      const taken = await timed(async () => {
        theirs = await must(chromium).print(page);
      });
      if (round >= warmUps) others.push(taken);
    }
    const office = await measureOffice(folder, fontsDirectory).catch(() => 'LibreOffice failed or took too long');
    const peers: Peer[] = [
      ...(chromium === undefined ? [] : [{name: 'Chromium', taken: others, pdf: theirs}]),
      ...(typeof office === 'string' ? [] : [office]),
    ];
    const missing = [
      ...(chromium === undefined ? ['Chromium missing'] : []),
      ...(typeof office === 'string' ? [office] : []),
    ];
    const each = peers.map(
      peer => `${peer.name} ${rounded(median(peer.taken))} ms, ${pdfPages(peer.pdf).length} pages`,
    );
    const value = median(own);
    const faster = peers.length === 0 ? null : Math.min(...peers.map(({taken}) => median(taken)));
    return [
      {
        name: `plan PDF, warm, ${pdfPages(pdf).length} pages, another plan each time`,
        value: rounded(value),
        unit: 'ms',
        against: [...each, ...missing, `the process holds ${held} MB after ours`].join('; '),
        ratio: faster === null ? null : rounded(value / faster),
        target: 'ratio ≤ 0.5 of the faster peer',
        met: faster !== null && value / faster <= 0.5,
      },
    ];
  } finally {
    await Promise.all([renderer.close(), chromium?.close()]);
    rmSync(folder, {recursive: true, force: true});
  }
}
