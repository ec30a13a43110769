import {parentPort} from 'node:worker_threads';
import {asDatabaseError, DatabaseError, type DatabaseErrorCode} from '../../../db/database-error.ts';
import {tasks} from './tasks.ts';

/** One task after another: copying and checking a database takes seconds, and must not stop the window. */

export interface TaskRequest {
  readonly task: keyof typeof tasks;
  readonly input: unknown;
}

export type TaskReply =
  | {readonly result: unknown}
  | {readonly database: DatabaseErrorCode}
  | {readonly system: string; readonly syscall: string}
  | {readonly defect: string; readonly stack: string};

parentPort?.on('message', (request: TaskRequest) => {
  void answer(request).then(reply => parentPort?.postMessage(reply));
});

async function answer({task, input}: TaskRequest): Promise<TaskReply> {
  try {
    const work = tasks[task] as (input: unknown) => unknown;
    return {result: await work(input)};
  } catch (thrown) {
    const error = asDatabaseError(thrown);
    if (error instanceof DatabaseError) return {database: error.code};
    if (!(error instanceof Error)) return {defect: 'Error', stack: ''};
    if ('code' in error && 'syscall' in error) return {system: String(error.code), syscall: String(error.syscall)};
    return {
      defect: error.name,
      stack: (error.stack ?? '')
        .split('\n')
        .filter(line => /^\s+at /.test(line))
        .join('\n'),
    };
  }
}
