import type {PersonName} from '../../../domain/person.ts';
import type {TodayChoice, TodayItem} from '../../../electron/contract/today.ts';

export interface DueRound {
  readonly recipientId: string;
  readonly planId: string;
  readonly name: PersonName;
}

/** Whose rounds are due, in the order of Today: each person once, without what is far off, old, or left aside. */
export function dueRounds(
  items: readonly TodayItem[],
  postponed: TodayChoice['postponed'],
  today: string,
): readonly DueRound[] {
  const due = items.flatMap(({key, state, signer, target, name}) => {
    if (target.screen !== 'round' || signer !== null) return [];
    const presses = state === 'overdue' || state === 'due' || (state === 'week' && (postponed[key] ?? '') <= today);
    return presses ? [{recipientId: target.recipientId, planId: target.planId, name}] : [];
  });
  return [...new Map(due.toReversed().map(round => [round.recipientId, round])).values()].toReversed();
}

/**
 * Of the others: whoever stood after this person in the order of before the round was closed; past the last of them, the first
 * who is left. So nobody whom one has passed over comes up again and again.
 */
export function nextRound(
  due: readonly DueRound[],
  order: readonly string[],
  recipientId: string,
): {readonly next: DueRound | undefined; readonly left: number} {
  const others = due.filter(round => round.recipientId !== recipientId);
  const passed = new Set(order.slice(0, order.indexOf(recipientId) + 1));
  return {next: others.find(round => !passed.has(round.recipientId)) ?? others[0], left: others.length};
}
