import {z} from 'zod';

/**
 * The end of the audit of a PC, as it tells the registry after an exchange by network: a request of its own, so that a
 * registry that does not know it says 404 and nothing else changes. A number and a hash; nothing of people.
 */
export const auditEnd = z.strictObject({
  seq: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of the last link, UTC. */
  at: z.iso.datetime(),
});
export type AuditEnd = z.output<typeof auditEnd>;

/** What an end says beside the earlier ones of the same PC: its data was put back from a copy, or altered. */
export const auditWarnings = ['backwards', 'another'] as const;
export type AuditWarning = (typeof auditWarnings)[number];

export const keptEnds = 32;

/**
 * The ends that are kept with a new one, newest last, and what is to be warned of: that a PC is behind what it has told
 * before, or says something else under a number that it has told already.
 */
export function keepEnd(
  known: readonly AuditEnd[],
  end: AuditEnd,
): {readonly ends: readonly AuditEnd[]; readonly warning: AuditWarning | null} {
  const same = known.filter(({seq}) => seq === end.seq);
  const farthest = known.reduce((most, {seq}) => Math.max(most, seq), 0);
  const isAnother = same.length > 0 && same.every(({hash}) => hash !== end.hash);
  const warning = isAnother ? 'another' : end.seq < farthest ? 'backwards' : null;
  const others = known.filter(({seq, hash}) => seq !== end.seq || hash !== end.hash);
  return {ends: [...others, end].slice(-keptEnds), warning};
}
