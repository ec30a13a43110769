import {randomBytes} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {text, type Text} from '../domain/text.ts';
import {publicKeysOf} from './parcel/keys.ts';
import {ConfigurationError, readConfiguration, usage, type Configuration} from './server/configuration.ts';
import {makeServer} from './server/server.ts';
import {runStick} from './server/stick/command.ts';
import {ensureIdentity} from './store/identity.ts';
import {hasPassword, isPassword, setPassword} from './store/officer.ts';
import {pglite} from './store/pglite.ts';
import {postgres} from './store/postgres.ts';
import {tryAllAgain} from './store/quarantine-retry.ts';
import {rolesScript} from './store/roles.ts';
import {isPassing, StoreError, type StoreProblem} from './store/store-error.ts';
import {openStore, type Store} from './store/store.ts';

/** The central registry: `npm run registry`. On stdout one line, its address; what it has to say besides, on stderr. */

const problems: Record<StoreProblem, Text> = {
  'newer': text(
    'Дерекқорды тізілімнің жаңарақ нұсқасы жасаған. Бағдарламаны жаңартыңыз.',
    'База данных создана более новой версией реестра. Обновите программу.',
  ),
  'no-roles': text(
    `Дерекқорда рөлдер жоқ, ал тіркелгінің оларды жасауға құқығы жоқ. Әкімші мынаны орындасын:\n${rolesScript}`,
    `В базе данных нет ролей, а учётная запись не вправе их создать. Администратору выполнить:\n${rolesScript}`,
  ),
  'folder-in-use': text(
    'Деректер қалтасын басқа тізілім пайдалануда.',
    'Папка данных занята другим запущенным реестром.',
  ),
};
const stickElsewhere = text(
  'Флешканы тізілім жұмысшысының бетінде қабылдаңыз немесе тізілімді тоқтатып, команданы қайталаңыз.',
  'Примите флешку на странице работника реестра или остановите реестр и повторите команду.',
);
const unreachable = text(
  'Дерекқор серверіне қосылу мүмкін болмады. DATABASE_URL мен серверді тексеріңіз.',
  'Не удалось подключиться к серверу базы данных. Проверьте DATABASE_URL и сам сервер.',
);

function say({kk, ru}: Text): void {
  process.stderr.write(`${kk}\n${ru}\n`);
}

async function open({databaseUrl, folder}: Configuration): Promise<Store> {
  if (databaseUrl === undefined) return openStore(await pglite(resolve(folder)), Date.now);
  return openStore(
    postgres(databaseUrl, () => undefined),
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
  const {version} = JSON.parse(readFileSync(resolve(import.meta.dirname, '../package.json'), 'utf8')) as {
    version: string;
  };
  const store = await open(configuration);
  if (configuration.stick === undefined) await ensurePassword(store, configuration.officerPassword);
  const identity = await ensureIdentity(store);
  const registry = {store, self: identity.node, keys: await publicKeysOf(identity.secrets), now: Date.now};
  // A newer program may take what an earlier one kept aside.
  await tryAllAgain(registry);
  const own = {registry, identity, name: configuration.name, program: version};
  if (configuration.stick !== undefined) {
    try {
      process.exitCode = await runStick(own, configuration.stick, ({kk, ru}) => process.stdout.write(`${kk}\n${ru}\n`));
    } finally {
      await store.close();
    }
    return;
  }
  const app = await makeServer(
    {
      ...own,
      rates: configuration.rates,
      updatesFolder: configuration.updatesFolder,
      isSecure: configuration.tls !== undefined || configuration.trustProxy,
    },
    configuration,
  );
  app.addHook('onClose', () => store.close());
  const address = await app.listen({
    host: configuration.host,
    port: configuration.port,
    listenTextResolver: () => 'listening',
  });
  process.stdout.write(`${address}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.close());
}

let configuration: Configuration | undefined;
try {
  configuration = readConfiguration(process.argv.slice(2), process.env);
  if (configuration === undefined) say(usage);
  else await run(configuration);
} catch (error) {
  process.exitCode = 1;
  if (error instanceof ConfigurationError) say(error.words);
  else if (error instanceof StoreError) {
    say(problems[error.problem]);
    if (error.problem === 'folder-in-use' && configuration?.stick !== undefined) say(stickElsewhere);
  } else if (isPassing(error)) say(unreachable);
  else throw error;
}
