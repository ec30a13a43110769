import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {languages, type Language} from '../../domain/text.ts';
import {commonText} from '../../renderer/text/common.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {Camera, type Finding} from './camera.ts';
import {furnish, type Subjects} from './furnish.ts';
import {readOptions, type Options, type Scheme, type View} from './options.ts';
import {signIn, tourDoor, tourWait} from './tour/door.ts';
import {tourExchange} from './tour/exchange.ts';
import {tourEmpty, tourFirstRun} from './tour/first-run.ts';
import {tourHelp, tourImporting, tourTour} from './tour/help.ts';
import {tourJournal} from './tour/journal.ts';
import {tourPapers, tourPerson, tourSettings} from './tour/person.ts';
import {tourPlan} from './tour/plan.ts';
import {tourPrinting} from './tour/printing.ts';
import {tourRules} from './tour/rules.ts';

/** `npm run screens`: a picture of every screen, for a person to look at, and a list of what is cut or scrolls sideways. */

/** A day on which the demonstration has something overdue, due and to come. */
const today = '2026-11-20';

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n`);
    return 64;
  }
  const root = mkdtempSync(join(tmpdir(), 'tirek-screens-'));
  try {
    const furnished = join(root, 'furnished');
    const subjects = await furnish(furnished, options.type, today);
    let findings = 0;
    for (const language of options.languages) {
      for (const scheme of options.schemes) {
        for (const view of options.views) {
          const name = [language, scheme, ...(options.views.length > 1 ? [nameOf(view)] : [])].join('-');
          const folder = join(root, name);
          cpSync(furnished, join(folder, 'furnished'), {recursive: true});
          findings += await photograph(options, {language, scheme, view, name}, folder, subjects);
        }
      }
    }
    return findings === 0 ? 0 : 1;
  } finally {
    rmSync(root, {recursive: true, force: true});
  }
}

function nameOf({width, height, zoom}: View): string {
  return `${width}x${height}-${zoom}`;
}

interface Round {
  readonly language: Language;
  readonly scheme: Scheme;
  readonly view: View;
  /** Of the folder of its pictures. */
  readonly name: string;
}

async function photograph(
  options: Options,
  {language, scheme, view, name}: Round,
  folder: string,
  subjects: Subjects,
): Promise<number> {
  const out = join(options.out, name);
  const findings: Finding[] = [];
  let taken = 0;

  async function visit(data: string, tour: (camera: Camera) => Promise<void>): Promise<void> {
    mkdirSync(data, {recursive: true});
    const opened = await startLoopback(data, {now: `${today}T12:00:00Z`});
    const {page} = opened;
    try {
      await page.clock.setFixedTime(`${today}T12:00:00Z`);
      await page.emulateMedia({
        colorScheme: scheme,
        reducedMotion: 'reduce',
        forcedColors: options.contrast ? 'active' : 'none',
      });
      await page.setViewportSize({
        width: Math.round((view.width * 100) / view.zoom),
        height: Math.round((view.height * 100) / view.zoom),
      });
      await page.reload();
      const camera = new Camera(page, language, out, options.only);
      try {
        await tour(camera);
      } catch (error) {
        camera.findings.push({picture: 'tour', what: `broken off: ${String(error)}`});
      }
      findings.push(...camera.findings, ...opened.errors.filter(isDefect).map(what => ({picture: 'page', what})));
      taken += camera.taken;
    } finally {
      await opened.close();
    }
  }

  await visit(join(folder, 'empty'), async camera => {
    if (!camera.wants('0')) return;
    await tourFirstRun(camera, options.type);
    await tourEmpty(camera);
  });
  await visit(join(folder, 'furnished'), async camera => {
    await chooseLanguage(camera, language);
    await tourDoor(camera);
    await tourJournal(camera, subjects);
    await tourPerson(camera, subjects);
    await tourPlan(camera, subjects);
    await tourPapers(camera, subjects);
    await tourSettings(camera);
    await tourRules(camera);
    if (camera.wants('86')) await tourImporting(camera);
    if (camera.wants('87')) await tourHelp(camera);
    if (camera.wants('8')) await tourPrinting(camera, subjects);
    if (camera.wants('7')) await tourExchange(camera, subjects);
    if (camera.wants('88')) {
      await tourTour(camera);
      await signIn(camera);
    }
    if (camera.wants('90')) await tourWait(camera);
  });
  // Keys without the database that they open.
  const spoilt = join(folder, 'spoilt');
  mkdirSync(spoilt);
  writeFileSync(join(spoilt, 'keyring.json'), '{');
  await visit(spoilt, async camera => {
    await chooseLanguage(camera, language);
    await camera.shoot('95-installation-problem');
  });

  process.stdout.write(`${out}: ${taken} pictures, ${findings.length} findings\n`);
  for (const {picture, what} of findings) process.stdout.write(`  ${picture}: ${what}\n`);
  return findings.length;
}

/** A request that a reload has cut short is none. */
function isDefect(error: string): boolean {
  return !error.includes('net::ERR_ABORTED');
}

async function chooseLanguage(camera: Camera, language: Language): Promise<void> {
  const name = languages.indexOf(language) === 0 ? commonText.kazakh.kk : commonText.russian.ru;
  await camera.page.getByText(name, {exact: true}).first().click();
  await camera.settle();
}

process.exitCode = await main();
