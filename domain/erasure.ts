/**
 * Why a person was erased.
 * - mistake: entered by mistake.   - retention-ended: the term is over for which the organisation keeps what it has.
 */
export const erasureReasons = ['mistake', 'retention-ended'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/**
 * Why a person is not erased. The first five: what was done for them stands on paper and was signed, and an entry by mistake is
 * another thing.
 * - plan-approved, paper-issued, file-signed, services-given (a monitoring round), transfer (sent or accepted).
 * - merged: the entry went into another one, which is erased with it or not at all.
 * - not-discharged: the person waits for services or receives them.
 * - term-runs: the organisation has set no term of keeping, or it is not over.
 */
export const erasureObstacles = [
  'plan-approved',
  'paper-issued',
  'file-signed',
  'services-given',
  'transfer',
  'merged',
  'not-discharged',
  'term-runs',
] as const;
export type ErasureObstacle = (typeof erasureObstacles)[number];

/** What is known of a person, as far as it decides. */
export interface ErasureFacts {
  readonly approvedPlans: number;
  readonly papers: number;
  readonly signedFile: boolean;
  readonly rounds: number;
  /** Sent, accepted or received. */
  readonly transfers: number;
  readonly merged: boolean;
  /** A row of the journal that has not come to its end. */
  readonly current: boolean;
  /** A row of the journal that has. */
  readonly ended: boolean;
  /** The term of keeping is over since the latest of them: domain/keeping-term.ts. */
  readonly termOver: boolean;
}

export function obstaclesTo(reason: ErasureReason, facts: ErasureFacts): ErasureObstacle[] {
  const merged = facts.merged ? (['merged'] as const) : [];
  if (reason === 'retention-ended') {
    if (facts.current || !facts.ended) return [...merged, 'not-discharged'];
    return facts.termOver ? [...merged] : [...merged, 'term-runs'];
  }
  const found: readonly (readonly [ErasureObstacle, boolean])[] = [
    ['plan-approved', facts.approvedPlans > 0],
    ['paper-issued', facts.papers > 0],
    ['file-signed', facts.signedFile],
    ['services-given', facts.rounds > 0],
    ['transfer', facts.transfers > 0],
  ];
  return [...found.flatMap(([obstacle, stands]) => (stands ? [obstacle] : [])), ...merged];
}
