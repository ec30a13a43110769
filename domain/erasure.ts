/**
 * Why a person was erased.
 * - mistake: entered by mistake.   - retention-ended: the term is over for which the organisation keeps what it has.
 */
export const erasureReasons = ['mistake', 'retention-ended'] as const;
export type ErasureReason = (typeof erasureReasons)[number];
