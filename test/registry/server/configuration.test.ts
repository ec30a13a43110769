import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {ConfigurationError} from '../../../registry/server/configuration-error.ts';
import {isLoopback, readConfiguration} from '../../../registry/server/configuration.ts';

/** A file that is there, and no certificate. */
const own = import.meta.filename;

const wordsOf = (args: string[], environment: Record<string, string>): string => {
  try {
    readConfiguration(args, environment);
    return 'accepted';
  } catch (error) {
    return error instanceof ConfigurationError ? `${error.words.kk}\n${error.words.ru}` : String(error);
  }
};

describe('how the registry is started', () => {
  test('with nothing it listens on this machine alone and keeps its data beside', () => {
    expect(readConfiguration([], {PATH: '/bin', DATABASE_URL: ''})).toEqual({
      command: {name: 'serve'},
      databaseUrl: undefined,
      connections: 10,
      folder: 'registry-data',
      host: '127.0.0.1',
      port: 8420,
      tls: undefined,
      trustProxy: false,
      officerPassword: undefined,
      name: 'Tirek',
      logLevel: 'info',
      metricsToken: undefined,
      exchangesAtOnce: 8,
      stopSeconds: 60,
      rates: {requests: 1_200, attempts: 10},
    });
  });

  const refused: [string[], Record<string, string>, string][] = [
    [['--host', '0.0.0.0'], {}, 'TRUST_PROXY=1'],
    [['--host', '192.168.1.5'], {TRUST_PROXY: '0'}, 'TRUST_PROXY=1'],
    [['--host', '127.0.0.1.example'], {}, 'TRUST_PROXY=1'],
    [[], {TLS_CERT: '/tmp/cert'}, 'TLS_KEY'],
    [[], {TLS_CERT: '/nowhere/cert', TLS_KEY: '/nowhere/key'}, '/nowhere/cert'],
    [[], {TLS_CERT: own, TLS_KEY: own}, 'должны подходить друг к другу'],
    [
      [],
      {DATABASE_URL: 'mysql://x'},
      'DATABASE_URL: нужно: адрес вида postgres://…; например, DATABASE_URL=postgres://tirek:PASSWORD@',
    ],
    [[], {DATABASE_URL_FILE: '/nowhere/url'}, 'файл /nowhere/url не читается'],
    [[], {OFFICER_PASSWORD: 'short'}, 'OFFICER_PASSWORD: нужно: не короче 12'],
    [
      [],
      {TRUST_PROXY: 'yes', LOG_LEVEL: 'loud', STOP_SECONDS: 'soon'},
      'TRUST_PROXY: нужно: 0 или 1; например, TRUST_PROXY=1\nLOG_LEVEL: нужно: debug, info, warn, error или silent; например, LOG_LEVEL=warn\nSTOP_SECONDS: нужно: целое число от 1 до 3600',
    ],
    [
      [],
      {DATABASE_CONNECTIONS: '1.5', EXCHANGES_AT_ONCE: '0'},
      'EXCHANGES_AT_ONCE: 1 мен 64 арасындағы бүтін сан керек',
    ],
    [['backup', '/tmp/copy'], {}, 'Эта команда — для сервера PostgreSQL'],
    [['backup'], {DATABASE_URL: 'postgres://x/y'}, 'npm run registry'],
    [['repair'], {}, 'npm run registry'],
    [['migrate', '--stick', '/tmp'], {}, 'npm run registry'],
    [[], {RATE_REQUESTS: '-1'}, 'RATE_REQUESTS'],
    [['--port', '70000'], {}, '--port 70000'],
    [['--bogus'], {}, 'npm run registry'],
  ];
  test.each(refused)('%j with %j is refused with words', (args, environment, said) => {
    expect(wordsOf(args, environment)).toContain(said);
  });

  test('a secret is not repeated where it is refused', () => {
    expect(wordsOf([], {DATABASE_URL: 'mysql://user:secret@host/db', OFFICER_PASSWORD: 'tooshort'})).not.toMatch(
      /secret|tooshort/,
    );
  });

  test('a secret may stand in a file; a variable says what an option does not', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tirek-secret-'));
    onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
    writeFileSync(join(folder, 'url'), 'postgres://tirek:pass@db/tirek\n');
    const set = {DATABASE_URL_FILE: join(folder, 'url'), LISTEN_PORT: '9000', DATA_FOLDER: '/var/lib/tirek'};
    expect(readConfiguration(['--data', 'here'], set)).toMatchObject({
      databaseUrl: 'postgres://tirek:pass@db/tirek',
      port: 9_000,
      folder: 'here',
    });
    expect(readConfiguration(['backup', 'a.dump'], set)?.command).toEqual({
      name: 'backup',
      file: 'a.dump',
      databaseUrl: 'postgres://tirek:pass@db/tirek',
    });
  });

  test('behind a proxy it may listen anywhere', () => {
    expect(readConfiguration(['--host', '0.0.0.0'], {TRUST_PROXY: '1'})?.trustProxy).toBe(true);
    expect(['localhost', '127.0.0.1', '127.3.2.1', '::1', '0.0.0.0', '::', '10.0.0.1'].filter(isLoopback)).toHaveLength(
      4,
    );
  });
});
