import {readFileSync} from 'node:fs';
import {z} from 'zod';
import {text, type Text} from '../../domain/text.ts';
import {ConfigurationError} from './configuration-error.ts';

/** One variable of the environment: what it may be, and how it is explained; docs/administrators/registry.md is made of this. */
interface Variable<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  /** What it is to be, said to whoever gave something else. */
  readonly wanted: Text;
  readonly example: string;
  /** What it does, for the page of the administrators. */
  readonly about: string;
  /** May stand in a file that `<NAME>_FILE` names, and is never repeated. */
  readonly isSecret?: true;
}

function variable<Schema extends z.ZodType>(made: Variable<Schema>): Variable<Schema> {
  return made;
}

const shortestPassword = 12;
const shortestToken = 20;
const most = 1_000_000;

function count(least: number, greatest: number, byDefault: number) {
  return z.coerce.number().int().min(least).max(greatest).default(byDefault);
}

function between(least: number, greatest: number): Text {
  return text(`${least} мен ${greatest} арасындағы бүтін сан`, `целое число от ${least} до ${greatest}`);
}

const file = z.string().min(1).optional();
const flag = z.enum(['0', '1']).default('0');

export const variables = {
  DATABASE_URL: variable({
    schema: z.url({protocol: /^postgres(ql)?$/}).optional(),
    wanted: text('postgres://… түріндегі мекенжай', 'адрес вида postgres://…'),
    example: 'postgres://tirek:PASSWORD@db.example.kz:5432/tirek',
    about: 'The PostgreSQL server. Without it a database inside the process is used, for a trial.',
    isSecret: true,
  }),
  DATABASE_CONNECTIONS: variable({
    schema: count(2, 200, 10),
    wanted: between(2, 200),
    example: '20',
    about: 'Connections to PostgreSQL at the most. What is more waits.',
  }),
  DATA_FOLDER: variable({
    schema: z.string().min(1).default('registry-data'),
    wanted: text('қалта', 'папка'),
    example: '/var/lib/tirek',
    about: 'Where the data lies when no `DATABASE_URL` is given; `--data` says it too.',
  }),
  LISTEN_HOST: variable({
    schema: z.string().min(1).default('127.0.0.1'),
    wanted: text('мекенжай', 'адрес'),
    example: '0.0.0.0',
    about:
      'The address to listen on; `--host` says it too. Beyond this machine only with a certificate or behind a proxy.',
  }),
  LISTEN_PORT: variable({
    schema: count(0, 65_535, 8_420),
    wanted: between(0, 65_535),
    example: '8420',
    about: 'The port; 0 is any free one. `--port` says it too.',
  }),
  TLS_CERT: variable({
    schema: file,
    wanted: text('сертификат файлы', 'файл сертификата'),
    example: '/etc/tirek/registry.crt',
    about:
      'The certificate with its chain (PEM), together with `TLS_KEY`. A renewed one is taken within a minute, or at once on SIGHUP.',
  }),
  TLS_KEY: variable({
    schema: file,
    wanted: text('кілт файлы', 'файл ключа'),
    example: '/etc/tirek/registry.key',
    about: 'The key of the certificate (PEM).',
  }),
  TRUST_PROXY: variable({
    schema: flag,
    wanted: text('0 немесе 1', '0 или 1'),
    example: '1',
    about: '1: exactly one proxy stands before it, does TLS, and says last in `X-Forwarded-For` who came to it.',
  }),
  OFFICER_PASSWORD: variable({
    schema: z.string().min(shortestPassword).max(200).optional(),
    wanted: text(`кемінде ${shortestPassword} таңба`, `не короче ${shortestPassword} знаков`),
    example: 'a sentence of one’s own',
    about: 'The password of the officer’s pages. Without it one is made at the first start and said once on stderr.',
    isSecret: true,
  }),
  REGISTRY_NAME: variable({
    schema: z.string().trim().min(1).max(500).default('Tirek'),
    wanted: text('500 таңбадан аспайтын атау', 'название не длиннее 500 знаков'),
    example: 'Ақмола облысының тізілімі',
    about: 'What the registry is called on the PCs and on the officer’s pages.',
  }),
  UPDATES_FOLDER: variable({
    schema: file,
    wanted: text('жаңарту файлдарының қалтасы', 'папка с файлами обновления'),
    example: '/srv/tirek-updates',
    about: 'Where update files of the program lie that it hands on to the PCs. Without it none are.',
  }),
  METRICS_TOKEN: variable({
    schema: z.string().min(shortestToken).max(200).optional(),
    wanted: text(`кемінде ${shortestToken} таңба`, `не короче ${shortestToken} знаков`),
    example: 'the output of openssl rand -hex 32',
    about:
      'Who brings it as a bearer token reads `/metrics` from anywhere. Without it: from this machine only, and not through a proxy.',
    isSecret: true,
  }),
  LOG_LEVEL: variable({
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    wanted: text('debug, info, warn, error немесе silent', 'debug, info, warn, error или silent'),
    example: 'warn',
    about: 'What is logged: error: somebody must look; info: one line for each request and parcel.',
  }),
  RATE_REQUESTS: variable({
    schema: count(1, most, 1_200),
    wanted: between(1, most),
    example: '1200',
    about: 'Requests from one address in a minute.',
  }),
  RATE_ATTEMPTS: variable({
    schema: count(1, most, 10),
    wanted: between(1, most),
    example: '10',
    about: 'Codes and passwords that are tried from one address in a minute.',
  }),
  EXCHANGES_AT_ONCE: variable({
    schema: count(1, 64, 8),
    wanted: between(1, 64),
    example: '8',
    about: 'Parcels in memory at once, up to 32 MB each; a thousand more wait.',
  }),
  STOP_SECONDS: variable({
    schema: count(1, 3_600, 60),
    wanted: between(1, 3_600),
    example: '60',
    about: 'How long running exchanges may take after SIGTERM before they are cut. What is cut is sent again.',
  }),
} as const;

type Variables = typeof variables;
export type Environment = {readonly [Name in keyof Variables]: z.output<Variables[Name]['schema']>};

/**
 * The variables, each as its schema makes it. Throws `ConfigurationError`: each wrong variable by its name, what it is to be
 * and an example; never what was given, which may be a secret.
 */
export function readEnvironment(given: NodeJS.ProcessEnv): Environment {
  const wrong: Text[] = [];
  const read = Object.entries(variables as Record<string, Variable>).map(
    ([name, {schema, wanted, example, isSecret}]) => {
      const parsed = schema.safeParse(isSecret ? secretOf(name, given) : valueOf(name, given));
      if (!parsed.success) {
        wrong.push(
          text(
            `${name}: ${wanted.kk} керек; мысалы, ${name}=${example}`,
            `${name}: нужно: ${wanted.ru}; например, ${name}=${example}`,
          ),
        );
      }
      return [name, parsed.data];
    },
  );
  if (wrong.length > 0) {
    throw new ConfigurationError(text(wrong.map(({kk}) => kk).join('\n'), wrong.map(({ru}) => ru).join('\n')));
  }
  return Object.fromEntries(read) as Environment;
}

/** A variable that is set to nothing is one that is not set. */
function valueOf(name: string, given: NodeJS.ProcessEnv): string | undefined {
  const value = given[name];
  return value === '' ? undefined : value;
}

function secretOf(name: string, given: NodeJS.ProcessEnv): string | undefined {
  const from = valueOf(`${name}_FILE`, given);
  return from === undefined ? valueOf(name, given) : readText(from);
}

function readText(from: string): string {
  return readBytes(from).toString('utf8').trim();
}

export function readBytes(from: string): Buffer {
  try {
    return readFileSync(from);
  } catch {
    throw new ConfigurationError(text(`${from} файлы оқылмайды`, `файл ${from} не читается`));
  }
}
