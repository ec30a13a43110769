import {once} from 'node:events';
import type {Reply} from '../../electron/contract/kernel.ts';
import {runLoopback, type RunningLoopback} from '../support/start-loopback.ts';

/** Somebody who works with the built program over its own door, and does not care how it ends. */
export class Desk {
  readonly #host: RunningLoopback;
  readonly #cookie: string;

  private constructor(host: RunningLoopback, cookie: string) {
    this.#host = host;
    this.#cookie = cookie;
  }

  static async open(folder: string): Promise<Desk> {
    const host = await runLoopback(folder);
    const door = await fetch(host.url, {redirect: 'manual'});
    const cookie = (door.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    return new Desk(host, cookie);
  }

  /** Undefined: the program was gone before it answered. */
  async call(area: string, name: string, input: unknown, commandId: string): Promise<Reply<unknown> | undefined> {
    try {
      const response = await fetch(new URL(`/call/${area}/${name}`, this.#host.url), {
        method: 'POST',
        headers: {'content-type': 'application/json', 'cookie': this.#cookie},
        body: JSON.stringify({input, commandId}),
      });
      return (await response.json()) as Reply<unknown>;
    } catch {
      return undefined;
    }
  }

  async kill(): Promise<void> {
    if (this.#host.process.exitCode !== null || this.#host.process.signalCode !== null) return;
    const ended = once(this.#host.process, 'exit');
    this.#host.process.kill('SIGKILL');
    await ended;
  }

  async close(): Promise<void> {
    await this.#host.stop();
  }
}
