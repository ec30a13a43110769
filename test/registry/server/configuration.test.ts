import {describe, expect, test} from 'vitest';
import {ConfigurationError, isLoopback, readConfiguration} from '../../../registry/server/configuration.ts';

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
      databaseUrl: undefined,
      folder: 'registry-data',
      host: '127.0.0.1',
      port: 8420,
      tls: undefined,
      trustProxy: false,
      officerPassword: undefined,
      name: 'Tirek',
      logLevel: 'info',
      rates: {requests: 1_200, attempts: 10},
    });
  });

  const refused: [string[], Record<string, string>, string][] = [
    [['--host', '0.0.0.0'], {}, 'TRUST_PROXY=1'],
    [['--host', '192.168.1.5'], {TRUST_PROXY: '0'}, 'TRUST_PROXY=1'],
    [['--host', '127.0.0.1.example'], {}, 'TRUST_PROXY=1'],
    [[], {TLS_CERT: '/tmp/cert'}, 'TLS_KEY'],
    [[], {TLS_CERT: '/nowhere/cert', TLS_KEY: '/nowhere/key'}, '/nowhere/cert'],
    [[], {DATABASE_URL: 'mysql://x'}, 'DATABASE_URL: адрес вида postgres://'],
    [[], {OFFICER_PASSWORD: 'short'}, 'OFFICER_PASSWORD: не короче 12'],
    [[], {TRUST_PROXY: 'yes', LOG_LEVEL: 'loud'}, 'TRUST_PROXY: 0 или 1\nLOG_LEVEL'],
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

  test('behind a proxy it may listen anywhere', () => {
    expect(readConfiguration(['--host', '0.0.0.0'], {TRUST_PROXY: '1'})?.trustProxy).toBe(true);
    expect(['localhost', '127.0.0.1', '127.3.2.1', '::1', '0.0.0.0', '::', '10.0.0.1'].filter(isLoopback)).toHaveLength(
      4,
    );
  });
});
