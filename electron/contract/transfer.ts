import {z} from 'zod';
import {organisationTypes, placementStatuses} from '../../domain/vocabulary.ts';
import {
  handoverProblems,
  handoverStates,
  transferDirections,
  transferLackCodes,
  transferStates,
} from '../../domain/transfer.ts';
import {archiveContent, transferPapers} from './archive.ts';
import {bytes} from './bytes.ts';
import {bilingual, id, instant, isoDate, line, maybe, nothing, personName, saved, stamp} from './fields.ts';
import {command, query} from './kernel.ts';

/**
 * The hand-over of a recipient to another organisation, and taking one over (paragraphs 11 2), 21 2), 26 2), 35 3)).
 * One print job (`paper.render`, source `transfer`) and one file with a passphrase; the states are drawn in
 * domain/transfer.ts, the file in electron/transfer/archive-file.ts.
 */

const transferValues = {
  /** The organisation on the other side, by its official names. */
  other: bilingual,
  /** It does not work with this program: papers only, no file. */
  outside: z.boolean(),
  /** Through the registry to the facility with this id there; null: by a file, or by papers. */
  otherFacilityId: maybe(id).default(null),
  ...transferPapers,
};

const transferLine = z.strictObject({
  id,
  direction: z.enum(transferDirections),
  state: z.enum(transferStates),
  recipientId: maybe(id),
  name: personName,
  other: bilingual,
  outside: z.boolean(),
  dischargeOn: maybe(isoDate),
  dischargeOrder: maybe(line),
});
export type TransferLine = z.output<typeof transferLine>;

export const transferView = z.strictObject({
  ...transferLine.shape,
  stamp,
  ...transferValues,
  /** Why it was rejected or called off. */
  reason: maybe(line),
  /** Of the organisation that hands over; null: not said. */
  type: maybe(z.enum(organisationTypes)),
  lacks: z.array(z.strictObject({code: z.enum(transferLackCodes), stops: z.boolean()})),
  /** Approved plans, revisions and rounds that go along. */
  papers: z.int(),
  /** How it stands at the registry, as this PC knows; null: it does not go through it. */
  registry: maybe(
    z.strictObject({
      /** Null: not offered yet. */
      state: maybe(z.enum(handoverStates)),
      /** This PC has what is to be offered. */
      hasContent: z.boolean(),
      problem: maybe(z.enum(handoverProblems)),
      reason: maybe(line),
    }),
  ),
});
export type TransferView = z.output<typeof transferView>;

/** What a received file holds, as it is looked through: plans and rounds are told, their papers are read as PDF. */
const arrival = z.strictObject({
  content: archiveContent,
  /** It is meant for this organisation, by one of its names; only a remark, for names are typed by hand. */
  isForUs: z.boolean(),
  /** Those who may be the same person. */
  known: z.array(
    z.strictObject({
      recipientId: id,
      name: personName,
      bornOn: maybe(isoDate),
      status: maybe(z.enum(placementStatuses)),
      by: z.enum(['iin', 'name']),
    }),
  ),
});
export type Arrival = z.output<typeof arrival>;

const receiver = z.strictObject({facility: id, nameKk: line, nameRu: line});

/** Offered to us through the registry, and not taken in here. */
const notTaken = z.strictObject({id, other: bilingual, offeredAt: maybe(instant), problem: z.enum(handoverProblems)});

const which = z.strictObject({id});
const step = z.strictObject({id, seen: stamp});
const topics = ['transfer', 'journal', 'recipient'] as const;

export const transferCalls = {
  /** The newest first. `recipientId`: of one person. */
  list: query(z.strictObject({recipientId: maybe(id)}), z.array(transferLine), {
    access: 'records',
    topics: ['transfer', 'recipient'],
  }),
  get: query(which, transferView, {
    access: 'ethnicity',
    topics: ['transfer', 'recipient', 'file', 'plan', 'monitoring', 'facility'],
    audit: 'view',
  }),
  /**
   * Begins a hand-over of one who receives services, filled from what is known: the inventory of the personal file, the
   * head. Where one is under way for this person, that one is answered.
   */
  prepare: command(z.strictObject({recipientId: id}), saved, {topics: ['transfer']}),
  /** While it is prepared. */
  save: command(z.strictObject({id, seen: stamp, ...transferValues}), saved, {topics: ['transfer']}),
  /** Makes the file; followed by the calls of contract/job.ts. Made again, the file is the same one with a new passphrase. */
  seal: query(which, z.strictObject({jobId: id}), {audit: 'export'}),
  /** To whom it can go through the registry, as it said at the last exchange: to be chosen from without a line. */
  receivers: query(nothing, z.array(receiver), {topics: ['transfer', 'exchange']}),
  /** Makes what goes through the registry; followed by the calls of contract/job.ts and by `offer`. */
  pack: query(which, z.strictObject({jobId: id}), {audit: 'export'}),
  /** Handed over through the registry: as `send`; the content of the job goes with the next exchange. */
  offer: command(z.strictObject({...step.shape, jobId: id}), saved, {topics: [...topics, 'file', 'plan']}),
  notTaken: query(nothing, z.array(notTaken), {topics: ['transfer', 'exchange']}),
  /** Of a job that is done: the passphrase in its groups. It is kept nowhere. */
  passphrase: query(z.strictObject({jobId: id}), z.strictObject({groups: z.array(line)}), {audit: 'view'}),
  /** Handed over: the row of the journal is closed with the order of discharge. */
  send: command(step, saved, {topics: [...topics, 'file', 'plan']}),
  /** The other side has accepted. */
  confirm: command(step, saved, {topics: ['transfer']}),
  /** The other side has rejected, or, of a received one, we do. A row that was closed is opened again. */
  reject: command(z.strictObject({...step.shape, reason: maybe(line)}), saved, {topics: [...topics, 'plan']}),
  /** Called off by us. A row that was closed is opened again. */
  cancel: command(z.strictObject({...step.shape, reason: maybe(line)}), saved, {topics: [...topics, 'plan']}),
  /** Opens a received file. Nothing is written: what it holds lives with the session, under `openedId`. */
  open: query(z.strictObject({file: bytes, passphrase: line}), z.strictObject({openedId: id, arrival}), {
    audit: 'view',
  }),
  /** Writes an opened file down, as received. */
  keep: command(z.strictObject({openedId: id}), saved, {topics: ['transfer']}),
  /** What a received file held; for ever. */
  arrival: query(which, arrival, {access: 'ethnicity', topics: ['transfer', 'recipient', 'journal'], audit: 'view'}),
  /**
   * Takes the person over: a row of the journal, a personal file of our own. `recipientId`: one who is known here
   * already; the facts that stand here stay, empty ones are filled.
   */
  accept: command(
    z.strictObject({
      ...step.shape,
      recipientId: maybe(id),
      status: z.enum(['queued', 'admitted']),
      happenedOn: isoDate,
      orderNumber: maybe(line),
    }),
    z.strictObject({recipientId: id, placementId: id}),
    {topics: [...topics, 'file']},
  ),
} as const;
