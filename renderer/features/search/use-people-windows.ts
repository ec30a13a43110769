import {useQueries, type UseQueryResult} from '@tanstack/react-query';
import type {PlacementStatus} from '../../../domain/vocabulary.ts';
import type {RecipientHit} from '../../../electron/contract/recipient.ts';
import {client} from '../../lib/bridge.ts';
import {useCall} from '../../lib/use-call.ts';

/** Whom the list shows; null: everybody. */
export interface PeopleFilter {
  readonly status: PlacementStatus | null;
  readonly unitId: string | null;
}

const windowSize = 100;

/** How many the list has; its beginning comes with that. */
export function usePeopleCount(filter: PeopleFilter): UseQueryResult<{total: number}> {
  return useCall('recipient', 'list', {...filter, offset: 0, limit: windowSize});
}

/** Those from `first` to `last` of a list of any length; undefined: on the way. */
export function usePeopleAt(
  filter: PeopleFilter,
  first: number,
  last: number,
): (index: number) => RecipientHit | undefined {
  const from = Math.floor(first / windowSize);
  const to = Math.floor(last / windowSize);
  const answers = useQueries({
    queries: Array.from({length: to - from + 1}, (_, index) => {
      const input = {...filter, offset: (from + index) * windowSize, limit: windowSize};
      // The same key as `useCall` has, so that a change of the people drops these too.
      return {queryKey: ['recipient', 'list', input], queryFn: () => client.recipient.list(input)};
    }),
  });
  return index => answers[Math.floor(index / windowSize) - from]?.data?.people[index % windowSize];
}
