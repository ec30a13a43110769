import {createSecureContext} from 'node:tls';
import {parseArgs} from 'node:util';
import {text, type Text} from '../../domain/text.ts';
import {ConfigurationError} from './configuration-error.ts';
import {readBytes, readEnvironment, variables} from './environment.ts';

const names = Object.keys(variables).join(', ');

export const usage: Text = text(
  `Қолданылуы: npm run registry -- [команда] [параметрлер]
  migrate       дерекқорды осы нұсқаға келтіреді де, аяқталады
  backup ФАЙЛ   PostgreSQL дерекқорының көшірмесін файлға жазады
  restore ФАЙЛ  көшірмені бос дерекқорға қалпына келтіреді
  --port N      порт (әдепкіде 8420; 0 — кез келген бос порт)
  --host МЕКЕНЖАЙ  тыңдайтын мекенжай (әдепкіде 127.0.0.1)
  --data ҚАЛТА  DATABASE_URL берілмегенде деректер қалтасы (әдепкіде registry-data)
  --stick ҚАЛТА  флешкадағы файлдарды қабылдап, жауаптарын жазады да, аяқталады
Орта айнымалылары: ${names}.
Олардың мағынасы: docs/administrators/registry.md`,
  `Использование: npm run registry -- [команда] [параметры]
  migrate       приводит базу данных к этой версии и завершается
  backup ФАЙЛ   записывает копию базы данных PostgreSQL в файл
  restore ФАЙЛ  восстанавливает копию в пустую базу данных
  --port N      порт (по умолчанию 8420; 0 — любой свободный)
  --host АДРЕС  какой адрес слушать (по умолчанию 127.0.0.1)
  --data ПАПКА  папка данных, когда не задан DATABASE_URL (по умолчанию registry-data)
  --stick ПАПКА  принимает файлы с флешки, записывает ответы и завершается
Переменные окружения: ${names}.
Что они значат: docs/administrators/registry.md`,
);

/** What it is to do; `serve` where nothing else is asked for. */
export type Command =
  | {readonly name: 'serve'}
  | {readonly name: 'migrate'}
  /** The folder of a stick that is to be taken in. */
  | {readonly name: 'stick'; readonly folder: string}
  | {readonly name: 'backup' | 'restore'; readonly file: string; readonly databaseUrl: string};

export interface Configuration {
  readonly command: Command;
  readonly databaseUrl: string | undefined;
  readonly connections: number;
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  readonly tls: Certificate | undefined;
  readonly trustProxy: boolean;
  readonly officerPassword: string | undefined;
  readonly name: string;
  /** Where update files of the program lie; undefined: none are handed on. */
  readonly updatesFolder: string | undefined;
  readonly logLevel: string;
  readonly metricsToken: string | undefined;
  readonly exchangesAtOnce: number;
  readonly stopSeconds: number;
  /** From one address in a minute. */
  readonly rates: Rates;
}

export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** Where both were read, and are read again once they are renewed. */
  readonly files: {readonly cert: string; readonly key: string};
}

export interface Rates {
  readonly requests: number;
  /** Codes and passwords. */
  readonly attempts: number;
}

/** What the registry was started with; undefined: `--help`. Throws `ConfigurationError`. Reads the certificate. */
export function readConfiguration(args: readonly string[], given: NodeJS.ProcessEnv): Configuration | undefined {
  const {values: options, positionals} = parse(args);
  if (options.help) return undefined;
  const environment = readEnvironment(given);
  const host = options.host ?? environment.LISTEN_HOST;
  const tls = certificateOf(environment.TLS_CERT, environment.TLS_KEY);
  const trustProxy = environment.TRUST_PROXY === '1';
  const command = commandOf(positionals, options.stick, environment.DATABASE_URL);
  if (command.name === 'serve' && !isLoopback(host) && tls === undefined && !trustProxy) {
    throw new ConfigurationError(
      text(
        `${host} мекенжайында шифрланбаған HTTP ашылмайды. TLS_CERT пен TLS_KEY беріңіз, не TLS-ті прокси атқарса, TRUST_PROXY=1 қойыңыз.`,
        `На адресе ${host} HTTP без шифрования не открывается. Задайте TLS_CERT и TLS_KEY, либо TRUST_PROXY=1, если TLS обеспечивает прокси.`,
      ),
    );
  }
  return {
    command,
    databaseUrl: environment.DATABASE_URL,
    connections: environment.DATABASE_CONNECTIONS,
    folder: options.data ?? environment.DATA_FOLDER,
    host,
    port: options.port === undefined ? environment.LISTEN_PORT : portOf(options.port),
    tls,
    trustProxy,
    officerPassword: environment.OFFICER_PASSWORD,
    name: environment.REGISTRY_NAME,
    updatesFolder: environment.UPDATES_FOLDER,
    logLevel: environment.LOG_LEVEL,
    metricsToken: environment.METRICS_TOKEN,
    exchangesAtOnce: environment.EXCHANGES_AT_ONCE,
    stopSeconds: environment.STOP_SECONDS,
    rates: {requests: environment.RATE_REQUESTS, attempts: environment.RATE_ATTEMPTS},
  };
}

/** Whether nobody but this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Both parts as they are in their files now. Throws `ConfigurationError` where one is missing, or they do not belong together. */
export function readCertificate(files: Certificate['files']): Certificate {
  const [cert, key] = [readBytes(files.cert), readBytes(files.key)];
  try {
    createSecureContext({cert, key});
  } catch {
    throw new ConfigurationError(
      text(
        'TLS_CERT пен TLS_KEY: сертификат пен кілт PEM түрінде болып, бір-біріне сәйкес келуі керек',
        'TLS_CERT и TLS_KEY: сертификат и ключ нужны в виде PEM и должны подходить друг к другу',
      ),
    );
  }
  return {cert, key, files};
}

function certificateOf(cert: string | undefined, key: string | undefined): Certificate | undefined {
  if ((cert === undefined) !== (key === undefined)) {
    throw new ConfigurationError(text('TLS_CERT пен TLS_KEY бірге беріледі', 'TLS_CERT и TLS_KEY задаются вместе'));
  }
  return cert === undefined || key === undefined ? undefined : readCertificate({cert, key});
}

function commandOf(words: readonly string[], stick: string | undefined, databaseUrl: string | undefined): Command {
  const [name, file, ...rest] = words;
  if (name === undefined) return stick === undefined ? {name: 'serve'} : {name: 'stick', folder: stick};
  if (stick !== undefined || rest.length > 0) throw new ConfigurationError(usage);
  if (name === 'migrate' && file === undefined) return {name};
  if ((name !== 'backup' && name !== 'restore') || file === undefined) throw new ConfigurationError(usage);
  if (databaseUrl === undefined) throw new ConfigurationError(onlyPostgres);
  return {name, file, databaseUrl};
}

const onlyPostgres = text(
  'Бұл команда PostgreSQL сервері үшін: DATABASE_URL беріңіз. Сынақ деректерінің көшірмесі үшін тізілімді тоқтатып, деректер қалтасын көшіріңіз.',
  'Эта команда — для сервера PostgreSQL: задайте DATABASE_URL. Чтобы скопировать данные пробного запуска, остановите реестр и скопируйте папку данных.',
);

function portOf(port: string): number {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new ConfigurationError(
      text(`--port ${port}: 0 мен 65535 арасындағы сан керек`, `--port ${port}: нужно число от 0 до 65535`),
    );
  }
  return Number(port);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: {type: 'boolean', default: false},
        host: {type: 'string'},
        port: {type: 'string'},
        data: {type: 'string'},
        stick: {type: 'string'},
      },
    });
  } catch {
    throw new ConfigurationError(usage);
  }
}
