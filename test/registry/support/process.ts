import {spawn, type ChildProcess} from 'node:child_process';
import {resolve} from 'node:path';

export const registryMain = resolve(import.meta.dirname, '../../../registry/main.ts');

export interface Started {
  /** The first line on stdout; empty where it ended before. */
  readonly address: string;
  /** What stands on stderr. */
  readonly said: () => string;
  readonly signal: (name: NodeJS.Signals) => void;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  /** Asks it to end; its exit code. */
  readonly end: () => Promise<number | null>;
}

/** The registry as a process of its own, on a free port. */
export async function startRegistry(
  args: string[],
  environment: Record<string, string> = {},
  main = registryMain,
): Promise<Started> {
  const child: ChildProcess = spawn(process.execPath, [main, '--port', '0', ...args], {
    env: {PATH: process.env.PATH, LOG_LEVEL: 'error', ...environment},
  });
  let said = '';
  child.stderr?.on('data', bytes => (said += String(bytes)));
  const ended = new Promise<number | null>(done => child.once('exit', done));
  const line = new Promise<string>(done => child.stdout?.once('data', bytes => done(String(bytes).trim())));
  const address = await Promise.race([line, ended.then(() => '')]);
  return {
    address,
    said: () => said,
    signal: name => void child.kill(name),
    ended,
    end() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
