import {useInfiniteQuery} from '@tanstack/react-query';
import {useMemo} from 'react';
import type {PlacementStatus} from '../../../domain/vocabulary.ts';
import type {JournalRow} from '../../../electron/contract/journal.ts';
import {client} from '../../lib/bridge.ts';

const pageSize = 300;

export interface JournalRows {
  readonly rows: readonly JournalRow[];
  readonly total: number;
  readonly loading: boolean;
  readonly error: unknown;
  readonly more: boolean;
  readonly loadMore: () => void;
}

/** The rows of a volume, a page at a time, as far as one has scrolled. */
export function useJournalRows(journalId: string, status: PlacementStatus | null): JournalRows {
  const filter = {journalId, statuses: status === null ? [] : [status]};
  const query = useInfiniteQuery({
    // The same beginning as `useCall` has, so that a change of the journal drops these too.
    queryKey: ['journal', 'rows', filter],
    queryFn: ({pageParam}) => client.journal.rows({...filter, after: pageParam, limit: pageSize}),
    initialPageParam: null as Pick<JournalRow, 'rowNumber' | 'placementId'> | null,
    getNextPageParam: ({more, rows}) => {
      const last = more ? rows.at(-1) : undefined;
      return last ? {rowNumber: last.rowNumber, placementId: last.placementId} : null;
    },
  });
  const rows = useMemo(() => query.data?.pages.flatMap(page => page.rows) ?? [], [query.data]);
  return {
    rows,
    total: query.data?.pages[0]?.total ?? 0,
    loading: query.isPending,
    error: query.error,
    more: query.hasNextPage && !query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}
