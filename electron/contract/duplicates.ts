import {z} from 'zod';
import {likenessGrades, likenessGrounds} from '../../domain/duplicates.ts';
import {mergeFactKeys} from '../../domain/merge.ts';
import {disabilityGroups, placementStatuses, recipientCategories, sexes} from '../../domain/vocabulary.ts';
import {id, isoDate, line, maybe, nothing, personName, prose, saved, stamp} from './fields.ts';
import {command, query, type Topic} from './kernel.ts';
import {sensitive} from './sensitive.ts';
import {recipientHit, relativeValues} from './recipient.ts';

/**
 * One person entered twice: the warning while a person is entered, the list of possible duplicates, two entries made one,
 * and that taken back. A warning never bars.
 */

const grade = z.enum(likenessGrades);
const grounds = z.array(z.enum(likenessGrounds));

/** Somebody who is known already. Without a grade: found by the beginning of the name only. */
export const likeHit = z.strictObject({...recipientHit.shape, grade: maybe(grade), grounds});
export type LikeHit = z.output<typeof likeHit>;

export const duplicatePair = z.strictObject({
  first: recipientHit,
  second: recipientHit,
  grade,
  grounds,
  /** Somebody has said that they are two people. */
  dismissed: z.boolean(),
});
export type DuplicatePair = z.output<typeof duplicatePair>;

/** One of two entries, as they are laid side by side. */
export const comparedEntry = z.strictObject({
  id,
  stamp,
  surname: line,
  firstName: line,
  patronymic: maybe(line),
  bornOn: maybe(isoDate),
  sex: maybe(z.enum(sexes)),
  iin: maybe(line),
  iinOverrideReason: maybe(line),
  category: maybe(z.enum(recipientCategories)),
  disabilityGroup: maybe(z.enum(disabilityGroups)),
  address: maybe(line),
  phone: maybe(line),
  programmeFrom: maybe(isoDate),
  programmeTo: maybe(isoDate),
  diagnosis: sensitive('diagnosis', prose),
  ethnicity: sensitive('ethnicity', line),
  socialStatus: maybe(line),
  /** Rows of the journal, newest first. `open`: the person has not left. */
  rows: z.array(
    z.strictObject({
      rowNumber: z.int(),
      status: z.enum(placementStatuses),
      since: isoDate,
      open: z.boolean(),
    }),
  ),
  fileNumber: maybe(line),
  documents: z.int(),
  plans: z.int(),
  rounds: z.int(),
  papers: z.int(),
  transfers: z.int(),
  relatives: z.array(relativeValues),
});
export type ComparedEntry = z.output<typeof comparedEntry>;

export const mergeView = z.strictObject({
  id,
  mergedOn: isoDate,
  name: personName,
  bornOn: maybe(isoDate),
  /** Personal files that stayed with the merged entry, because the person who is kept has one. */
  files: z.array(z.strictObject({number: line, openedOn: isoDate, documents: z.array(line)})),
  /** Years whose binding was noted of both. */
  boundYears: z.array(z.int()),
});
export type MergeView = z.output<typeof mergeView>;

/** Whatever belongs to a person may have gone over. */
const changed: readonly Topic[] = [
  'recipient',
  'journal',
  'file',
  'plan',
  'monitoring',
  'paper',
  'queue',
  'unit',
  'transfer',
  'binding',
];

const pair = z.strictObject({firstId: id, secondId: id});

export const duplicatesCalls = {
  /**
   * While somebody is entered: who is known of that name, birth date or IIN, the likeliest first; then, with `known`, whom
   * the search finds by the name. `exceptId`: whose card is being mended.
   */
  like: query(
    z.strictObject({
      name: personName,
      bornOn: maybe(isoDate),
      iin: maybe(line),
      exceptId: maybe(id),
      known: z.boolean(),
      limit: z.int().min(1).max(20),
    }),
    z.array(likeHit),
    {access: 'records', topics: ['recipient', 'journal', 'file']},
  ),
  /** All pairs, the likeliest first. `left`: those that nobody has dismissed. */
  list: query(
    z.strictObject({dismissed: z.boolean(), offset: z.int().min(0), limit: z.int().min(1).max(100)}),
    z.strictObject({pairs: z.array(duplicatePair), left: z.int(), dismissed: z.int()}),
    {access: 'ethnicity', topics: ['recipient', 'journal', 'file']},
  ),
  /** Two people, not one: the pair is shown no more. */
  dismiss: command(pair, nothing, {topics: ['recipient']}),
  /** After all it is to be looked at again. */
  restore: command(pair, nothing, {topics: ['recipient']}),
  /** Two entries beside each other. Missing where one of them is merged into the other already. */
  compare: query(
    pair,
    z.strictObject({
      first: comparedEntry,
      second: comparedEntry,
      grade: maybe(grade),
      grounds,
      differentIins: z.boolean(),
    }),
    {access: 'ethnicity', topics: ['recipient', 'journal', 'file', 'plan', 'monitoring', 'paper'], audit: 'view'},
  ),
  /** `take`: which facts the person who is kept takes from the other entry. Answers whoever is kept. */
  merge: command(
    z.strictObject({
      keptId: id,
      keptSeen: stamp,
      mergedId: id,
      mergedSeen: stamp,
      take: z.array(z.enum(mergeFactKeys)),
    }),
    saved,
    {topics: changed},
  ),
  /** The merges into a person that stand. `openRows`: numbers of the rows of the journal that are open at once. */
  merges: query(
    z.strictObject({recipientId: id}),
    z.strictObject({merges: z.array(mergeView), openRows: z.array(z.int())}),
    {
      access: 'records',
      topics: ['recipient', 'journal', 'file', 'binding'],
    },
  ),
  /** Takes a merge back. `stayed`: facts that were changed since, and stay as they are. */
  undo: command(
    z.strictObject({mergeId: id}),
    z.strictObject({recipientId: id, stayed: z.array(z.enum(mergeFactKeys))}),
    {topics: changed},
  ),
};
