import {useMemo} from 'react';
import {mostMatters} from '../../../domain/matters.ts';
import {partOf} from '../../lib/today-part.ts';
import {useCall} from '../../lib/use-call.ts';
import {dueRounds, type DueRound} from './due-rounds.ts';

export interface DueRounds {
  readonly rounds: readonly DueRound[];
  /** Today's list was cut: there may be more. */
  readonly isCut: boolean;
}

/** Whose rounds are due, of those whom Today shows. */
export function useDueRounds(): DueRounds | undefined {
  const {data: choice} = useCall('today', 'choice', {});
  const part = choice === undefined ? {} : partOf(choice);
  const {data} = useCall(
    'today',
    'get',
    {limit: mostMatters, ...part},
    {enabled: choice !== undefined, keepPrevious: true},
  );
  return useMemo(() => {
    if (choice === undefined || data === undefined) return undefined;
    return {rounds: dueRounds(data.items, choice.postponed, data.today), isCut: data.items.length === mostMatters};
  }, [choice, data]);
}
