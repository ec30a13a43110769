import {Worker} from 'node:worker_threads';
import {DatabaseError} from '../../../db/database-error.ts';
import type {tasks} from './tasks.ts';
import type {TaskReply, TaskRequest} from './worker.ts';

type Tasks = typeof tasks;
export type RunTask = <Name extends keyof Tasks>(
  task: Name,
  input: Parameters<Tasks[Name]>[0],
  signal?: AbortSignal,
) => Promise<Awaited<ReturnType<Tasks[Name]>>>;

/** Milliseconds that a worker waits for its next task: a backup is several. */
const idleFor = 20_000;

/**
 * Runs tasks in workers, one at a time in each. Rejects with `DatabaseError`, with an error of the system that bears its code, or
 * with the signal's reason; in any case only when the worker has let go of its files. `workerFile`: where a bundled host has it.
 */
export function taskRunner(workerFile: URL): RunTask {
  const idle = new Map<Worker, NodeJS.Timeout>();

  function take(): Worker {
    const [waiting] = idle.keys();
    if (waiting === undefined) return new Worker(workerFile, {execArgv: []});
    clearTimeout(idle.get(waiting));
    idle.delete(waiting);
    waiting.ref();
    return waiting;
  }

  function keep(worker: Worker): void {
    worker.unref();
    const end = (): void => {
      idle.delete(worker);
      void worker.terminate();
    };
    idle.set(worker, setTimeout(end, idleFor).unref());
  }

  return async (task, input, signal) => {
    signal?.throwIfAborted();
    const worker = take();
    const {promise, resolve, reject} = Promise.withResolvers<TaskReply>();
    const stop = (): void => reject(signal?.reason);
    signal?.addEventListener('abort', stop);
    worker.once('message', resolve);
    worker.once('error', reject);
    const ended = (): void => {
      idle.delete(worker);
      reject(new Error('the worker ended'));
    };
    worker.once('exit', ended);
    worker.postMessage({task, input} satisfies TaskRequest);
    let isFree = false;
    try {
      const reply = await promise;
      isFree = true;
      return resultOf(reply) as never;
    } finally {
      signal?.removeEventListener('abort', stop);
      worker.off('message', resolve);
      worker.off('error', reject);
      worker.off('exit', ended);
      if (isFree) keep(worker);
      else await worker.terminate();
    }
  };
}

/** From the sources, for tests and tools: one for all. */
export const runTaskFromSources = taskRunner(new URL('./worker.ts', import.meta.url));

function resultOf(reply: TaskReply): unknown {
  if ('result' in reply) return reply.result;
  if ('database' in reply) throw new DatabaseError(reply.database);
  if ('system' in reply) throw Object.assign(new Error(reply.system), {code: reply.system, syscall: reply.syscall});
  throw Object.assign(new Error('a task failed'), {name: reply.defect, stack: reply.stack});
}
