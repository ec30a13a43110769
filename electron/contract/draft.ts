import {z} from 'zod';
import {instant, line, maybe, nothing, stamp} from './fields.ts';
import {command, query} from './kernel.ts';

/** Raw values of a form as typed, so that even a wrong date survives a lock, a crash and a power cut. */
export const draftValues = z.record(z.string(), z.json());

export const draftCalls = {
  get: query(
    z.strictObject({key: line}),
    maybe(z.strictObject({values: draftValues, base: maybe(stamp), savedAt: instant})),
    {topics: ['draft']},
  ),
  /** What this person has begun and not saved. */
  list: query(nothing, z.array(z.strictObject({key: line, savedAt: instant})), {topics: ['draft']}),
  /** What is not saved yet is no fact: neither logged nor audited. */
  save: command(
    z.strictObject({key: line, values: draftValues, base: maybe(stamp)}),
    z.strictObject({savedAt: instant}),
    {audit: null},
  ),
  drop: command(z.strictObject({key: line}), nothing, {topics: ['draft'], audit: null}),
};
