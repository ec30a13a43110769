import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {z} from 'zod';
import {text, type Text} from '../../domain/text.ts';

/** Said to whoever starts the registry, in both languages; then it ends. */
export class ConfigurationError extends Error {
  readonly words: Text;

  constructor(words: Text) {
    super(words.ru);
    this.name = 'ConfigurationError';
    this.words = words;
  }
}

export const usage: Text = text(
  `Қолданылуы: npm run registry -- [параметрлер]
  --port N      порт (әдепкіде 8420; 0 — кез келген бос порт)
  --host МЕКЕНЖАЙ  тыңдайтын мекенжай (әдепкіде 127.0.0.1)
  --data ҚАЛТА  DATABASE_URL берілмегенде деректер қалтасы (әдепкіде registry-data)
  --stick ҚАЛТА  флешкадағы файлдарды қабылдап, жауаптарын жазады да, аяқталады
Орта айнымалылары: DATABASE_URL, TLS_CERT, TLS_KEY, TRUST_PROXY=1, OFFICER_PASSWORD, REGISTRY_NAME, UPDATES_FOLDER, LOG_LEVEL,
RATE_REQUESTS және RATE_ATTEMPTS (бір мекенжайдан минутына: сұрау; код пен құпиясөз енгізу)`,
  `Использование: npm run registry -- [параметры]
  --port N      порт (по умолчанию 8420; 0 — любой свободный)
  --host АДРЕС  какой адрес слушать (по умолчанию 127.0.0.1)
  --data ПАПКА  папка данных, когда не задан DATABASE_URL (по умолчанию registry-data)
  --stick ПАПКА  принимает файлы с флешки, записывает ответы и завершается
Переменные окружения: DATABASE_URL, TLS_CERT, TLS_KEY, TRUST_PROXY=1, OFFICER_PASSWORD, REGISTRY_NAME, UPDATES_FOLDER, LOG_LEVEL,
RATE_REQUESTS и RATE_ATTEMPTS (с одного адреса в минуту: запросы; ввод кода и пароля)`,
);

const shortestPassword = 12;

const environment = z.object({
  DATABASE_URL: z.url({protocol: /^postgres(ql)?$/}).optional(),
  TLS_CERT: z.string().min(1).optional(),
  TLS_KEY: z.string().min(1).optional(),
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
  OFFICER_PASSWORD: z.string().min(shortestPassword).max(200).optional(),
  REGISTRY_NAME: z.string().trim().min(1).max(500).default('Tirek'),
  UPDATES_FOLDER: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  RATE_REQUESTS: z.coerce.number().int().min(1).default(1_200),
  RATE_ATTEMPTS: z.coerce.number().int().min(1).default(10),
});

/** What each one is to be, where it is not. */
const wanted: Record<keyof z.output<typeof environment>, Text> = {
  DATABASE_URL: text('postgres://… түріндегі мекенжай', 'адрес вида postgres://…'),
  TLS_CERT: text('сертификат файлы', 'файл сертификата'),
  TLS_KEY: text('кілт файлы', 'файл ключа'),
  TRUST_PROXY: text('0 немесе 1', '0 или 1'),
  OFFICER_PASSWORD: text(`кемінде ${shortestPassword} таңба`, `не короче ${shortestPassword} знаков`),
  REGISTRY_NAME: text('500 таңбадан аспайтын атау', 'название не длиннее 500 знаков'),
  UPDATES_FOLDER: text('жаңарту файлдарының қалтасы', 'папка с файлами обновления'),
  LOG_LEVEL: text('debug, info, warn, error немесе silent', 'debug, info, warn, error или silent'),
  RATE_REQUESTS: text('оң бүтін сан', 'целое положительное число'),
  RATE_ATTEMPTS: text('оң бүтін сан', 'целое положительное число'),
};

export interface Configuration {
  readonly databaseUrl: string | undefined;
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  readonly tls: {readonly cert: Buffer; readonly key: Buffer} | undefined;
  readonly trustProxy: boolean;
  readonly officerPassword: string | undefined;
  readonly name: string;
  /** The folder of a stick that is to be taken in instead of listening. */
  readonly stick: string | undefined;
  /** Where update files of the program lie; undefined: none are handed on. */
  readonly updatesFolder: string | undefined;
  readonly logLevel: string;
  /** From one address in a minute. */
  readonly rates: Rates;
}

export interface Rates {
  readonly requests: number;
  /** Codes and passwords. */
  readonly attempts: number;
}

/** What the registry was started with; undefined: `--help`. Throws `ConfigurationError`. Reads the certificate. */
export function readConfiguration(args: readonly string[], given: NodeJS.ProcessEnv): Configuration | undefined {
  const options = readOptions(args);
  if (options.help) return undefined;
  // A variable that is set to nothing is one that is not set.
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success) throw new ConfigurationError(whatIsWrong(parsed.error));
  const {TLS_CERT: cert, TLS_KEY: key, ...rest} = parsed.data;
  if ((cert === undefined) !== (key === undefined)) {
    throw new ConfigurationError(text('TLS_CERT пен TLS_KEY бірге беріледі', 'TLS_CERT и TLS_KEY задаются вместе'));
  }
  const tls = cert === undefined || key === undefined ? undefined : {cert: read(cert), key: read(key)};
  const trustProxy = rest.TRUST_PROXY === '1';
  if (!isLoopback(options.host) && tls === undefined && !trustProxy) {
    throw new ConfigurationError(
      text(
        `${options.host} мекенжайында шифрланбаған HTTP ашылмайды. TLS_CERT пен TLS_KEY беріңіз, не TLS-ті прокси атқарса, TRUST_PROXY=1 қойыңыз.`,
        `На адресе ${options.host} HTTP без шифрования не открывается. Задайте TLS_CERT и TLS_KEY, либо TRUST_PROXY=1, если TLS обеспечивает прокси.`,
      ),
    );
  }
  return {
    databaseUrl: rest.DATABASE_URL,
    folder: options.data,
    host: options.host,
    port: options.port,
    tls,
    trustProxy,
    officerPassword: rest.OFFICER_PASSWORD,
    name: rest.REGISTRY_NAME,
    stick: options.stick,
    updatesFolder: rest.UPDATES_FOLDER,
    logLevel: rest.LOG_LEVEL,
    rates: {requests: rest.RATE_REQUESTS, attempts: rest.RATE_ATTEMPTS},
  };
}

/** Whether nobody but this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

interface Options {
  readonly help: boolean;
  readonly host: string;
  readonly port: number;
  readonly data: string;
  readonly stick: string | undefined;
}

function readOptions(args: readonly string[]): Options {
  const {help, host, port, data, stick} = parse(args);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new ConfigurationError(
      text(`--port ${port}: 0 мен 65535 арасындағы сан керек`, `--port ${port}: нужно число от 0 до 65535`),
    );
  }
  return {help, host, port: Number(port), data, stick};
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: {type: 'boolean', default: false},
        host: {type: 'string', default: '127.0.0.1'},
        port: {type: 'string', default: '8420'},
        data: {type: 'string', default: 'registry-data'},
        stick: {type: 'string'},
      },
    }).values;
  } catch {
    throw new ConfigurationError(usage);
  }
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new ConfigurationError(text(`${file} файлы оқылмайды`, `файл ${file} не читается`));
  }
}

function whatIsWrong(error: z.ZodError<z.output<typeof environment>>): Text {
  const names = Object.keys(wanted) as (keyof typeof wanted)[];
  const wrong = names.filter(name => error.issues.some(({path}) => path[0] === name));
  const lines = (language: 'kk' | 'ru'): string => wrong.map(name => `${name}: ${wanted[name][language]}`).join('\n');
  return text(lines('kk'), lines('ru'));
}
