import {join} from 'node:path';
import {readOptions} from './host/options.ts';
import {findSticks} from './host/sticks.ts';
import {readProgram} from './host/program.ts';
import {windowFolder} from './host/window-folder.ts';
import {findBrowser, openWindow} from './platform/loopback/browser.ts';
import {serve, type LoopbackServer} from './platform/loopback/server.ts';
import {isTaken, serveAsUsual} from './platform/loopback/usual-port.ts';
import {startHostWithTour} from './tour/host-with-tour.ts';

/**
 * The application behind 127.0.0.1, in the system's Chromium, Chrome or Edge. Started by the launcher, which has checked
 * the options. Prints one line, where it is, and ends with its window, or with Ctrl+C.
 */

const exitCodes = {ended: 0, portTaken: 2, alreadyRunning: 3};

function say(kk: string, ru: string): void {
  process.stderr.write(`${kk}\n${ru}\n`);
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  let server: LoopbackServer | undefined;
  const built = join(import.meta.dirname, '..');
  const host = startHostWithTour({
    folder: options.folder,
    built,
    platform: {
      host: 'loopback',
      version: readProgram(built).version,
      // The page itself downloads and uploads: a server cannot ask anybody where.
      saveFile: () => Promise.resolve({saved: false}),
      openFile: () => Promise.resolve(undefined),
      chooseFolder: () => Promise.resolve(undefined),
      findSticks,
      notify: () => undefined,
    },
    publish: topics => server?.publish(topics),
    updating: 'browser',
  });
  if (host.application.state().problem === 'already-running') {
    say(
      `Tirek осы деректермен ашық тұр (${options.folder}). Ашық терезеге өтіңіз немесе алдымен оны жабыңыз.`,
      `Tirek с этими данными уже открыт (${options.folder}). Перейдите в его окно или сначала закройте его.`,
    );
    await host.close();
    return exitCodes.alreadyRunning;
  }
  try {
    const served = {pageRoot: join(built, 'renderer'), dispatch: host.dispatch};
    server =
      options.port === null ? await serveAsUsual(served, options.folder) : await serve({...served, port: options.port});
  } catch (error) {
    await host.close();
    if (!isTaken(error)) throw error;
    say(
      `${options.port} порты бос емес немесе рұқсат жоқ. Басқасын таңдаңыз: --port 0 бос портты өзі табады.`,
      `Порт ${options.port} занят или запрещён. Выберите другой: --port 0 сам находит свободный.`,
    );
    return exitCodes.portTaken;
  }
  const url = server.invite();
  const end = ended(options.openWindow ? url : undefined, options.folder);
  // Last: whoever reads this line may ask us to end at once.
  process.stdout.write(`Tirek is ready: ${url}\n`);
  await end;
  await server.close();
  await host.close();
  return exitCodes.ended;
}

/** Waits for the window to be closed, or for the system to ask us to end. */
function ended(url: string | undefined, folder: string): Promise<void> {
  return new Promise(resolve => {
    const browser = url === undefined ? undefined : findBrowser();
    const window =
      url === undefined || browser === undefined ? undefined : openWindow(browser, url, windowFolder(folder));
    window?.once('exit', () => resolve());
    window?.once('error', () => resolve());
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        window?.kill();
        resolve();
      });
    }
    if (url !== undefined && window === undefined) {
      say(
        'Chromium, Chrome немесе Edge табылмады. Жоғарыдағы мекенжайды браузеріңізде ашыңыз. Аяқтау: Ctrl+C.',
        'Chromium, Chrome или Edge не найден. Откройте адрес выше в своём браузере. Завершить: Ctrl+C.',
      );
    }
  });
}

process.exitCode = await main();
