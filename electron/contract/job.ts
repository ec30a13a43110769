import {z} from 'zod';
import {bytes} from './bytes.ts';
import {id, line, maybe} from './fields.ts';
import {query} from './kernel.ts';

/**
 * Work that takes longer than one answer may: a pile of papers. It is started by a call of its own area, which answers
 * its id; it lives as long as the session, and what it made until newer work needs its room. Nothing of it is
 * written to the disk.
 */
export const jobView = z.strictObject({
  id,
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** Parts of the work: `done` of `total`. */
  done: z.int(),
  total: z.int(),
  /** The name of what it made; null before it is done. */
  fileName: maybe(line),
});
export type JobView = z.output<typeof jobView>;

const which = z.strictObject({jobId: id});

export const jobCalls = {
  state: query(which, jobView, {topics: ['job']}),
  /** Stops it; what was made so far is dropped. */
  cancel: query(which, jobView),
  /** Asks where to and saves, on the desktop; false where the person changed their mind: then it can be asked again. */
  save: query(which, z.strictObject({saved: z.boolean()}), {audit: 'export'}),
  /** The result itself, for the loopback host's browser to save. */
  take: query(which, z.strictObject({file: bytes, fileName: line}), {audit: 'export'}),
};
