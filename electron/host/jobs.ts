import {randomUUID} from 'node:crypto';
import type {JobView} from '../contract/job.ts';
import type {JobResult, Jobs, JobWork, WritingWork, Write} from '../handlers/jobs.ts';
import {logDefect} from './log.ts';

interface Job {
  state: JobView['state'];
  done: number;
  readonly total: number;
  result: JobResult | undefined;
  readonly abort: AbortController;
}

/** Progress is told to the screens so often at most; milliseconds. */
const toldEvery = 200;
/** What was made long ago and never fetched makes room. */
const keptJobs = 4;

/** Lets work write as long as it takes. */
export type Writing = <Result>(work: (write: Write) => Promise<Result>) => Promise<Result>;

export interface SessionJobs extends Jobs {
  /** The session ends: what runs is stopped, what was made is dropped. */
  endAll(): void;
}

/**
 *   running ──(its work ends)──▶ done      running ──(cancel, end of the session)──▶ cancelled      ──(defect)──▶ failed
 */
export function makeJobs(
  onChange: () => void,
  writingAs: (work: Pick<WritingWork, 'what' | 'topics' | 'people'>) => Writing,
): SessionJobs {
  const jobs = new Map<string, Job>();
  let told = 0;

  function settle(id: string, job: Job, state: JobView['state'], result?: JobResult): void {
    if (job.state !== 'running') return;
    job.state = state;
    job.result = result;
    if (jobs.has(id)) onChange();
  }

  function cancel(id: string): void {
    const job = jobs.get(id);
    if (job?.state !== 'running') return;
    settle(id, job, 'cancelled');
    job.abort.abort(new Error('cancelled'));
  }

  function start({total, run}: JobWork): string {
    const id = randomUUID();
    const job: Job = {state: 'running', done: 0, total, result: undefined, abort: new AbortController()};
    const oldest = [...jobs].find(([, other]) => other.state !== 'running');
    if (jobs.size >= keptJobs && oldest !== undefined) jobs.delete(oldest[0]);
    jobs.set(id, job);
    const onDone = (): void => {
      job.done += 1;
      if (Date.now() - told < toldEvery) return;
      told = Date.now();
      onChange();
    };
    run(onDone, job.abort.signal).then(
      result => settle(id, job, 'done', result),
      (error: unknown) => {
        if (job.state === 'running') logDefect('job', error);
        settle(id, job, 'failed');
      },
    );
    return id;
  }

  return {
    start,
    startWriting({total, people, what, topics, run}) {
      const writing = writingAs({what, topics, people});
      return start({total, run: (onDone, signal) => writing(write => run(write, onDone, signal))});
    },
    view(id) {
      const job = jobs.get(id);
      if (job === undefined) return undefined;
      const {state, done, total, result} = job;
      return {id, state, done, total, fileName: result?.fileName ?? null};
    },
    cancel,
    result: id => jobs.get(id)?.result,
    endAll() {
      for (const id of jobs.keys()) cancel(id);
      jobs.clear();
    },
  };
}
