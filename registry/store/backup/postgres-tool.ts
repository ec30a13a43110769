import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {StoreError, type StoreProblem} from '../store-error.ts';

/** Runs a tool of PostgreSQL on a database. Throws `StoreError`: 'no-tool' where it is not installed, `problem` where it fails. */
export async function runTool(
  tool: 'pg_dump' | 'pg_restore',
  args: readonly string[],
  {url, problem = 'tool-failed'}: {url?: string; problem?: StoreProblem} = {},
): Promise<void> {
  const {environment, database} = url === undefined ? {environment: {}, database: []} : connectionOf(url);
  const child = spawn(tool, [...args, ...database], {
    env: {...process.env, ...environment, LC_ALL: 'C'},
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', bytes => (said += String(bytes)));
  try {
    await once(child, 'spawn');
  } catch {
    throw new StoreError('no-tool', tool);
  }
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new StoreError(problem, errorsIn(said));
}

/** The password goes by the environment: what stands in a command line, everybody on the machine can read. */
function connectionOf(url: string): {environment: Record<string, string>; database: string[]} {
  const without = new URL(url);
  const password = decodeURIComponent(without.password);
  without.password = '';
  return {
    environment: password === '' ? {} : {PGPASSWORD: password},
    database: ['--no-password', '--dbname', without.href],
  };
}

/** The first line of each error, without a value in it. What follows (DETAIL, CONTEXT) quotes rows, and so people. */
function errorsIn(said: string): string {
  return said
    .split('\n')
    .filter(line => /^pg_(dump|restore): error/.test(line))
    .map(line => line.replace(/: ".*$/, ''))
    .slice(0, 5)
    .join('\n');
}
