import {z} from 'zod';
import {codeListNames} from '../../registry/protocol/code-lists.ts';
import {referenceKinds} from '../../registry/protocol/reference.ts';
import {instant, line, maybe, nothing, prose} from './fields.ts';
import {query} from './kernel.ts';

/** Reference data of the registry: read here, written there alone (docs/decisions/0024-reference-data.md). */

const document = z.strictObject({
  kind: z.enum(referenceKinds),
  version: z.int(),
  publishedAt: maybe(instant),
  /** False: this version of the program cannot read it. */
  understood: z.boolean(),
  /** False: what the organisation has set itself stands in its place. */
  applied: z.boolean(),
});
export type ReferenceDocument = z.output<typeof document>;

const facility = z.strictObject({nameKk: line, nameRu: line, placeKk: maybe(line), placeRu: maybe(line)});
export type SuggestedFacility = z.output<typeof facility>;

const codeList = z.enum(codeListNames);
export type CodeList = z.output<typeof codeList>;

const code = z.strictObject({code: line, kk: line, ru: line});
export type SuggestedCode = z.output<typeof code>;

const label = z.strictObject({edition: line, field: line, kk: prose, ru: prose});
export type CorrectedLabel = z.output<typeof label>;

export const referenceCalls = {
  /** What has come from the registry; empty: nothing. */
  inForce: query(nothing, z.strictObject({documents: z.array(document)}), {topics: ['reference', 'calendar']}),
  /** Organisations of the registry's list in whose name or place every typed word stands; at most ten. */
  facilities: query(z.strictObject({typed: line}), z.strictObject({found: z.array(facility)}), {topics: ['reference']}),
  /**
   * Entries of a list of the registry's in whose code or words, in either language, every typed word begins one; at most
   * twenty, those whose beginning is what was typed first. Answered from this PC alone.
   */
  codes: query(z.strictObject({list: codeList, typed: line}), z.strictObject({found: z.array(code)}), {
    topics: ['reference'],
  }),
  /** Corrected labels of all editions, for the screens. */
  labels: query(nothing, z.strictObject({corrections: z.array(label)}), {topics: ['reference']}),
};
