/** What a pile of papers is put together from. */

/** The paper that was approved and is in force, or what is yet to be approved. */
export const pileVersions = ['frozen', 'draft'] as const;
export type PileVersion = (typeof pileVersions)[number];

/** Everybody; those with a paper that never left the program; those with a paper that somebody is still to sign. */
export const pileFilters = ['all', 'unprinted', 'unsigned'] as const;
export type PileFilter = (typeof pileFilters)[number];

/**
 * Why a paper is not in the pile.
 * - not-admitted: there is nothing before the admission.   - no-file, cover-not-issued: of the personal file.
 * - no-plan, plan-not-approved, plan-approved (and no draft of another).   - no-round, round-open, round-closed: the same of monitoring.
 * - no-paper: it was approved, and its paper is not there.   - journal-not-issued.
 */
export const pileLackKinds = [
  'not-admitted',
  'no-file',
  'cover-not-issued',
  'no-plan',
  'plan-not-approved',
  'plan-approved',
  'no-round',
  'round-open',
  'round-closed',
  'no-paper',
  'journal-not-issued',
] as const;
export type PileLackKind = (typeof pileLackKinds)[number];
