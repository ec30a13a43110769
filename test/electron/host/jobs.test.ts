import {expect, test} from 'vitest';
import {makeJobs} from '../../../electron/host/jobs.ts';

function noWriter(): never {
  throw new Error('nothing writes here');
}

const file = {fileName: 'pile.pdf', bytes: new Uint8Array([1, 2, 3])};

test('tells how far it is, then gives what it made', async () => {
  let told = 0;
  const jobs = makeJobs(() => (told += 1), noWriter);
  const gate = Promise.withResolvers<undefined>();
  const id = jobs.start({
    total: 2,
    async run(onDone) {
      onDone();
      await gate.promise;
      onDone();
      return file;
    },
  });
  expect(jobs.view(id)).toEqual({id, state: 'running', done: 1, total: 2, fileName: null});
  expect(jobs.result(id)).toBeUndefined();
  gate.resolve(undefined);
  await expect.poll(() => jobs.view(id)).toEqual({id, state: 'done', done: 2, total: 2, fileName: 'pile.pdf'});
  expect(jobs.result(id)).toBe(file);
  expect(told).toBeGreaterThan(0);
});

function endless(): {work: Parameters<ReturnType<typeof makeJobs>['start']>[0]; stopped: () => boolean} {
  let stopped = false;
  return {
    stopped: () => stopped,
    work: {
      total: 1,
      run: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            stopped = true;
            reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
          });
        }),
    },
  };
}

test('is stopped when it is cancelled', async () => {
  const jobs = makeJobs(() => undefined, noWriter);
  const {work, stopped} = endless();
  const id = jobs.start(work);
  jobs.cancel(id);
  expect(stopped()).toBe(true);
  await Promise.resolve();
  expect(jobs.view(id)).toMatchObject({state: 'cancelled', fileName: null});
});

test('nothing outlives the session', () => {
  const jobs = makeJobs(() => undefined, noWriter);
  const {work, stopped} = endless();
  const id = jobs.start(work);
  jobs.endAll();
  expect(stopped()).toBe(true);
  expect(jobs.view(id)).toBeUndefined();
});

test('a defect ends it, and says so', async () => {
  const jobs = makeJobs(() => undefined, noWriter);
  const id = jobs.start({total: 1, run: () => Promise.reject(new Error('broken'))});
  await expect.poll(() => jobs.view(id)?.state).toBe('failed');
});
