import {contract} from '../contract/contract.ts';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Topic} from '../contract/kernel.ts';
import {createPdfRenderer} from '../pdf/renderer.ts';
import {handlers} from '../handlers/handlers.ts';
import type {Platform} from '../handlers/platform.ts';
import {Application} from './application.ts';
import {taskRunner} from './backup/run-task.ts';
import {createTableReader} from '../excel/read/table-reader.ts';
import {createSealer} from '../transfer/sealer.ts';
import {systemClock} from './clock.ts';
import {makeDispatcher, type Dispatch} from './dispatch.ts';
import {Exchange} from './exchange.ts';
import type {Updating} from './update/updates.ts';

/** What both hosts start: the application of one data folder, ready to answer requests. */
export interface Host {
  readonly application: Application;
  readonly dispatch: Dispatch;
  close(): Promise<void>;
}

export interface HostParts {
  readonly folder: string;
  /** Where the built application lies: main/, renderer/ and fonts/ under one roof. */
  readonly built: string;
  readonly platform: Platform;
  readonly publish: (topics: readonly Topic[]) => void;
  readonly updating?: Updating | 'development' | 'browser' | undefined;
}

export function startHost(options: HostParts): Host {
  const {folder, built, platform, publish, updating} = options;
  const clock = systemClock();
  const runTask = taskRunner(pathToFileURL(join(built, 'main', 'backup-worker.js')));
  const application = new Application({folder, clock, program: platform.version, runTask, publish, updating});
  const pdf = createPdfRenderer({
    fontsDirectory: join(built, 'fonts'),
    workerFile: pathToFileURL(join(built, 'main', 'pdf-worker.js')),
  });
  const sealer = createSealer(pathToFileURL(join(built, 'main', 'seal-worker.js')));
  const tables = createTableReader(pathToFileURL(join(built, 'main', 'table-worker.js')));
  const exchange = new Exchange({application, clock, program: platform.version, publish, sealer});
  const dispatch = makeDispatcher({
    contract,
    handlers,
    application,
    exchange,
    pdf,
    sealer,
    tables,
    platform,
    clock,
    publish,
  });
  async function close(): Promise<void> {
    // Ends with the page that is being taken in.
    await exchange.end();
    await application.backups.leaving();
    application.close();
    await pdf.close();
  }
  return {application, dispatch, close};
}
