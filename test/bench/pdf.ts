import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium as driver} from 'playwright-core';
import {cutFonts} from '../../electron/pdf/cut-fonts.ts';
import {createPdfRenderer} from '../../electron/pdf/renderer.ts';
import {findBrowser} from '../../electron/platform/loopback/browser.ts';
import {appendix4} from '../../templates/editions/308-2022/appendix-4.ts';
import {documentDefinition} from '../../templates/print/document.ts';
import {pdfPages} from '../support/read-pdf.ts';
import {samplePlan} from '../support/sample-papers.ts';
import {median, rounded, timed, type Figure} from './figure.ts';
import {htmlOf} from './html.ts';

const rounds = 15;
/** It takes seconds: fewer of them say the same. */
const officeRounds = 5;
const warmUps = 3;

/** Another program that makes the same paper from a file on disk. */
interface Peer {
  readonly name: string;
  print(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A running Chromium with the page open: from the next round on, only its layout for print and its PDF are counted. */
async function openChromium(page: string): Promise<Peer | undefined> {
  const executablePath = findBrowser();
  if (executablePath === undefined) return undefined;
  const browser = await driver.launch({executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu']});
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(page).href);
  await tab.evaluate(() => document.fonts.ready.then(() => true));
  return {
    name: 'Chromium',
    print: () => tab.pdf({preferCSSPageSize: true}),
    close: () => browser.close(),
  };
}

/** LibreOffice starts anew for each conversion: it is how it converts. */
function findOffice(folder: string, page: string): Peer | undefined {
  const program = ['soffice', 'libreoffice'].find(name => spawnSync(name, ['--version']).status === 0);
  if (program === undefined) return undefined;
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const args = [profile, '--headless', '--convert-to', 'pdf:writer_web_pdf_Export', '--outdir', folder, page];
  return {
    name: 'LibreOffice',
    print() {
      execFileSync(program, args, {stdio: 'ignore'});
      return Promise.resolve(readFileSync(page.replace(/html$/u, 'pdf')));
    },
    close: () => Promise.resolve(),
  };
}

/** A filled plan of Appendix 4 in Kazakh through the print worker, and the equal page through each peer that is here. */
export async function measurePdf(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-bench-pdf-'));
  const fontsDirectory = join(folder, 'fonts');
  await cutFonts(fontsDirectory);
  const definition = documentDefinition(appendix4, samplePlan, 'kk', {draft: false, lostForce: false});
  const page = join(folder, 'plan.html');
  writeFileSync(page, htmlOf(definition, fontsDirectory));
  // One worker for all rounds: a start of it is not warm.
  const renderer = createPdfRenderer({fontsDirectory, documentsPerWorker: 1_000});
  const [chromium, office] = [await openChromium(page), findOffice(folder, page)];
  try {
    const own: number[] = [];
    const times = new Map<Peer, number[]>();
    for (let round = -warmUps; round < rounds; round += 1) {
      const taken = await timed(() => renderer.render(definition));
      if (round >= 0) own.push(taken);
      for (const peer of [chromium, office]) {
        if (peer === undefined || (peer === office && round >= officeRounds)) continue;
        const others = times.get(peer) ?? [];
        const other = await timed(() => peer.print());
        if (round >= 0) times.set(peer, [...others, other]);
      }
    }
    const value = median(own);
    const pages = pdfPages(await renderer.render(definition)).length;
    const each = await Promise.all(
      [...times].map(async ([peer, samples]) => ({
        words: `${peer.name} ${rounded(median(samples))} ms, ${pdfPages(await peer.print()).length} pages`,
        taken: median(samples),
      })),
    );
    const missing = [
      ...(chromium === undefined ? ['Chromium missing'] : []),
      ...(office === undefined ? ['LibreOffice missing'] : []),
    ];
    const faster = each.length === 0 ? null : Math.min(...each.map(({taken}) => taken));
    return [
      {
        name: `plan PDF, warm, ${pages} pages`,
        value: rounded(value),
        unit: 'ms',
        against: [...each.map(({words}) => words), ...missing].join('; '),
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
