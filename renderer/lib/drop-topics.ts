import type {Query, QueryClient} from '@tanstack/react-query';
import {contract} from '../../electron/contract/contract.ts';
import type {Contract, Topic} from '../../electron/contract/kernel.ts';

/**
 * Drops every answer that depends on one of the topics; what is on the screen is asked again. A first answer that is on its way
 * may be of before the change, and TanStack Query would wait for that one instead of asking again: it is given up.
 */
export async function dropTopics(queries: QueryClient, changed: readonly Topic[]): Promise<void> {
  const depends = ({queryKey: [area, name]}: Query): boolean =>
    topicsOf(String(area), String(name)).some(topic => changed.includes(topic));
  await queries.cancelQueries({predicate: query => query.state.data === undefined && depends(query)}, {silent: true});
  await queries.invalidateQueries({predicate: depends});
}

export function topicsOf(area: string, name: string): readonly Topic[] {
  return (contract as Contract)[area]?.[name]?.topics ?? [];
}
