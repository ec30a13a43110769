import {z} from 'zod';
import {placementStatuses} from '../../domain/vocabulary.ts';
import {id, maybe, personName, stamp} from './fields.ts';
import {command, query} from './kernel.ts';
import {measureValues} from './plan.ts';

/** The same measure for many: into the plans that are not filled yet, or into new ones; what is approved is never touched. */

/**
 * - into-draft: added to the plan that is begun.   - new-copy, new-empty: a plan is begun, from the last one or empty.
 * - has-it: says so already.   - filled: waits for approval, and is opened by hand.
 * - no-right: there is no plan, and this person begins none.
 */
export const groupOutcomes = ['into-draft', 'new-copy', 'new-empty', 'has-it', 'filled', 'no-right'] as const;
export type GroupOutcome = (typeof groupOutcomes)[number];

const memberView = z.strictObject({
  recipientId: id,
  name: personName,
  status: z.enum(placementStatuses),
  unitId: maybe(id),
  /** Who assigned the measures of the plan that is begun, or of the last one. */
  staffIds: z.array(id),
  outcome: z.enum(groupOutcomes),
});
export type GroupMemberView = z.output<typeof memberView>;

const addition = z.strictObject({
  recipientId: id,
  planId: id,
  measureId: id,
  /** The plan was begun for it. */
  isNew: z.boolean(),
  stamp,
});
export type GroupAddition = z.output<typeof addition>;

const most = 2_000;

export const groupMeasureCalls = {
  /** Everybody who receives services now, and what would become of the measure with each. Writes nothing. */
  foresee: query(z.strictObject({measure: measureValues}), z.array(memberView), {
    topics: ['plan', 'recipient', 'journal', 'unit'],
  }),
  /** For those of the named for whom it can be done; the others are left as they are. */
  add: command(
    z.strictObject({measure: measureValues, recipientIds: z.array(id).max(most)}),
    z.strictObject({added: z.array(addition), left: z.int()}),
    {topics: ['plan', 'recipient']},
  ),
  /** Takes an addition back wherever nothing else was changed since. */
  takeBack: command(
    z.strictObject({added: z.array(addition).max(most)}),
    z.strictObject({takenBack: z.int(), kept: z.int()}),
    {topics: ['plan', 'recipient']},
  ),
};
