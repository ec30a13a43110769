import {QueryClient, QueryObserver} from '@tanstack/react-query';
import {expect, test, vi} from 'vitest';
import {dropTopics} from '../../../renderer/lib/drop-topics.ts';

/** A screen that asks; each answer comes when the test says so. */
function asking() {
  const queries = new QueryClient();
  const waiting: ((answer: string) => void)[] = [];
  const observer = new QueryObserver(queries, {
    queryKey: ['backup', 'state', {}],
    queryFn: () => new Promise<string>(resolve => void waiting.push(resolve)),
    retry: false,
  });
  const stop = observer.subscribe(() => undefined);
  return {queries, waiting, shown: () => observer.getCurrentResult().data, stop};
}

test.each(['the first answer is on its way', 'an answer is there'])(
  'what has changed while %s is asked again',
  async when => {
    const {queries, waiting, shown, stop} = asking();
    if (when === 'an answer is there') {
      waiting.shift()?.('before');
      await vi.waitFor(() => expect(shown()).toBe('before'));
      void queries.refetchQueries();
    }
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    const dropped = dropTopics(queries, ['backup']);
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    waiting[0]?.('of before the change');
    waiting[1]?.('of now');
    await dropped;
    expect(shown()).toBe('of now');
    stop();
  },
);

test('what does not depend on it is left alone', async () => {
  const {queries, waiting, shown, stop} = asking();
  await dropTopics(queries, ['journal']);
  expect(waiting).toHaveLength(1);
  waiting[0]?.('the only one');
  await vi.waitFor(() => expect(shown()).toBe('the only one'));
  stop();
});
