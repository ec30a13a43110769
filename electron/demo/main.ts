import {availableParallelism} from 'node:os';
import {join, resolve} from 'node:path';
import {text, type Text} from '../../domain/text.ts';
import {organisationTypeNames} from '../../domain/vocabulary.ts';
import {CallError} from '../contract/kernel.ts';
import {dayOf} from '../host/clock.ts';
import {makeDemo, type DemoReport, type MadeFacility} from './make-demo.ts';
import {readDemoOptions, type DemoOptions} from './options.ts';
import {prepareOutFolder} from './out-folder.ts';
import {demoAccounts} from './set-up.ts';

/** `npm run demo`: started by the launcher, which has installed and built. */

const exitCodes = {done: 0, failed: 1, wrongUse: 64} as const;

async function main(): Promise<number> {
  const options = readDemoOptions(process.argv.slice(2), dayOf(new Date()));
  if ('refused' in options) {
    complain(options.refused);
    return exitCodes.wrongUse;
  }
  const out = resolve(options.out);
  const obstacle = prepareOutFolder(out);
  if (obstacle !== undefined) {
    complain(obstacle);
    return exitCodes.failed;
  }
  const begun = performance.now();
  try {
    const made = await makeDemo(
      {
        ...options,
        out,
        fontsDirectory: join(import.meta.dirname, '..', '..', 'out', 'fonts'),
        renderers: Math.min(4, availableParallelism()),
      },
      report,
    );
    say(summary(options, made, (performance.now() - begun) / 1000));
    return exitCodes.done;
  } catch (error) {
    if (!isFull(error)) throw error;
    complain(text('Дискіде орын жоқ. Орын босатып, қайталаңыз.', 'На диске нет места. Освободите место и повторите.'));
    return exitCodes.failed;
  }
}

function isFull(error: unknown): boolean {
  if (error instanceof CallError) return error.failure.code === 'storage' && error.failure.detail === 'full';
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

const report: DemoReport = {
  begun(type) {
    const name = organisationTypeNames[type];
    say(text(`${name.kk}: бір жылдық жұмыс…`, `${name.ru}: год работы…`));
  },
  printing(_type, done, of) {
    if (done % 100 === 0 || done === of) process.stdout.write(`  PDF ${done} / ${of}\n`);
  },
  made({papers, files, secondsOfWork, secondsOfPrinting}) {
    const [work, printing] = [secondsOfWork.toFixed(1), secondsOfPrinting.toFixed(1)];
    say(
      text(
        `  ${papers} қағаз, ${files} файл; жыл ${work} с, басып шығару ${printing} с`,
        `  бумаг ${papers}, файлов ${files}; год ${work} с, печать ${printing} с`,
      ),
    );
  },
};

function summary({seed, recipients, until}: DemoOptions, made: readonly MadeFacility[], seconds: number): Text {
  const files = made.reduce((sum, each) => sum + each.files, 0);
  const megabytes = (made.reduce((sum, each) => sum + each.bytes, 0) / 1_048_576).toFixed(1);
  const people = made.length * recipients;
  const folders = made.map(({data}) => `  npm start -- --data "${data}"`).join('\n');
  const {head, worker} = demoAccounts;
  const accounts = [head, worker].map(({name, password}) => `  ${name}: ${password}`).join('\n');
  return text(
    `\nДайын: ${made.length} ұйым, ${people} қызмет алушы, ${files} PDF файл (${megabytes} МБ), ${seconds.toFixed(0)} с. Жыл ${until} күні аяқталады, --seed ${seed}.
Барлық адам ойдан құрылған. Ашу үшін (тіркелгілер мен құпиясөздер төменде):`,
    `Готово: организаций ${made.length}, получателей ${people}, файлов PDF ${files} (${megabytes} МБ), ${seconds.toFixed(0)} с. Год кончается ${until}, --seed ${seed}.
Все люди вымышлены. Открыть (учетные записи и пароли ниже):\n${folders}\n${accounts}`,
  );
}

function say({kk, ru}: Text): void {
  process.stdout.write(`${kk}\n${ru}\n`);
}

function complain({kk, ru}: Text): void {
  process.stderr.write(`${kk}\n${ru}\n`);
}

process.exitCode = await main();
