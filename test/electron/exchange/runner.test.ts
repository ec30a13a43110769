import {expect, test} from 'vitest';
import {ExchangeBusy, ExchangeRunner} from '../../../electron/exchange/runner.ts';

test('one exchange at a time: the same lane is joined, another is refused, and afterwards all is free', async () => {
  const runner = new ExchangeRunner();
  let begun = 0;
  let finish: (value: string) => void = () => undefined;
  const work = (): Promise<string> => {
    begun += 1;
    return new Promise(resolve => {
      finish = resolve;
    });
  };
  const first = runner.start('network', work);
  const joined = runner.start('network', work);
  expect(runner.lane).toBe('network');
  await expect(runner.start('stick', work)).rejects.toThrow(ExchangeBusy);
  finish('done');
  expect(await Promise.all([first, joined])).toEqual(['done', 'done']);
  expect([begun, runner.lane]).toEqual([1, undefined]);
  await expect(runner.start('stick', () => Promise.reject(new Error('the database was closed')))).rejects.toThrow(
    'closed',
  );
  expect(runner.lane).toBeUndefined();
});

test('cancelling settles when the one that runs has stopped', async () => {
  const runner = new ExchangeRunner();
  const steps: string[] = [];
  const work = (signal: AbortSignal): Promise<void> =>
    new Promise(resolve => {
      signal.addEventListener('abort', () => {
        setTimeout(() => {
          steps.push('stopped');
          resolve();
        }, 20);
      });
    });
  const run = runner.start('stick', work);
  await runner.cancel();
  steps.push('cancelled');
  await run;
  expect(steps).toEqual(['stopped', 'cancelled']);
  await runner.cancel();
});
