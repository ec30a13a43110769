import {randomBytes} from 'node:crypto';
import {resolve} from 'node:path';
import {text, type Text} from '../domain/text.ts';
import {ConfigurationError} from './server/configuration-error.ts';
import {readConfiguration, usage, type Configuration} from './server/configuration.ts';
import {fatalLine} from './server/log.ts';
import {
  commandDone,
  fileTrouble,
  notAllowed,
  problemWords,
  stickElsewhere,
  unreachable,
} from './server/problem-words.ts';
import {serve} from './server/serve.ts';
import {runStick} from './server/stick/command.ts';
import {openOwn} from './server/own.ts';
import {backup} from './store/backup/backup.ts';
import {restore} from './store/backup/restore.ts';
import {hasPassword, isPassword, setPassword} from './store/officer.ts';
import {pglite} from './store/pglite.ts';
import {postgres} from './store/postgres.ts';
import {codeOf, isPassing, StoreError} from './store/store-error.ts';
import {openStore, type Store} from './store/store.ts';

/** The central registry: `npm run registry`. On stdout one line, its address; what it has to say besides, on stderr. */

function say({kk, ru}: Text): void {
  process.stderr.write(`${kk}\n${ru}\n`);
}

function answer({kk, ru}: Text): void {
  process.stdout.write(`${kk}\n${ru}\n`);
}

/** Brings the database up to this version. */
async function open({databaseUrl, folder, connections}: Configuration): Promise<Store> {
  if (databaseUrl === undefined) return openStore(await pglite(resolve(folder)), Date.now);
  return openStore(
    postgres(databaseUrl, () => undefined, connections),
    Date.now,
  );
}

/** The officer's password: the one that is given; at the first start, without one, a random one that is said once. */
async function ensurePassword(store: Store, given: string | undefined): Promise<void> {
  if (given !== undefined) {
    if (!(await isPassword(store, given))) await setPassword(store, given);
    return;
  }
  if (await hasPassword(store)) return;
  const made = randomBytes(15).toString('base64url');
  await setPassword(store, made);
  say(
    text(
      `Тізілім жұмысшысының құпиясөзі (бір рет көрсетіледі): ${made}`,
      `Пароль работника реестра (показывается один раз): ${made}`,
    ),
  );
}

async function run(configuration: Configuration): Promise<void> {
  const {command} = configuration;
  switch (command.name) {
    case 'backup': {
      const {bytes} = await backup(command.databaseUrl, command.file);
      return answer(commandDone.backedUp(command.file, bytes));
    }
    case 'restore':
      await restore(command.databaseUrl, command.file, Date.now);
      return answer(commandDone.restored);
    case 'migrate': {
      const store = await open(configuration);
      await store.close();
      return answer(commandDone.migrated);
    }
    case 'stick': {
      const store = await open(configuration);
      try {
        process.exitCode = await runStick(await openOwn(store, configuration.name), command.folder, answer);
      } finally {
        await store.close();
      }
      return;
    }
    case 'serve': {
      const store = await open(configuration);
      await ensurePassword(store, configuration.officerPassword);
      const address = await serve(await openOwn(store, configuration.name), configuration);
      process.stdout.write(`${address}\n`);
    }
  }
}

function wordsFor(error: unknown, configuration: Configuration | undefined): Text[] | undefined {
  if (error instanceof ConfigurationError) return [error.words];
  const command = configuration?.command.name;
  if (error instanceof StoreError) {
    const more = error.problem === 'folder-in-use' && command === 'stick' ? [stickElsewhere] : [];
    return [problemWords[error.problem], ...more];
  }
  const code = codeOf(error) ?? '';
  if ((command === 'backup' || command === 'restore') && /^E(ACCES|NOSPC|ROFS|NOENT|ISDIR|PERM)$/.test(code)) {
    return [fileTrouble(code)];
  }
  if (/^(28|3D)/.test(code)) return [notAllowed];
  return isPassing(error) ? [unreachable] : undefined;
}

/** What nobody foresaw, as a line of the log: without its message, which may quote what was sent. */
function end(error: unknown): void {
  process.stderr.write(fatalLine(error));
  process.exit(1);
}
process.on('uncaughtException', end);

let configuration: Configuration | undefined;
try {
  configuration = readConfiguration(process.argv.slice(2), process.env);
  if (configuration === undefined) say(usage);
  else await run(configuration);
} catch (error) {
  process.exitCode = 1;
  const words = wordsFor(error, configuration);
  if (words === undefined) end(error);
  else words.forEach(say);
  if (error instanceof StoreError && error.said !== '') process.stderr.write(`${error.said}\n`);
}
