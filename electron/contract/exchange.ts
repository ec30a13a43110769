import {z} from 'zod';
import {refusalReasons} from '../../registry/protocol/header.ts';
import {exchangeProblems} from '../../registry/protocol/errors.ts';
import {id, line, maybe, nothing} from './fields.ts';
import {command, onApplication, query} from './kernel.ts';

/**
 * The exchange of this PC with the central registry and with the other PCs of the facility, by network and by stick. A run
 * (`byNetwork`, `byStick`) begins and is answered at once; `state` tells how it goes. `enrol` waits for the registry's answer,
 * and a run begins behind it. `conflict`: a run of another kind is on its way. `missing`: nobody to exchange with.
 *
 *   nobody ──(ask)──▶ waiting ──(byStick, to and fro)──▶ partners
 *   nobody ──(enrol | meet)──▶ partners ──(byNetwork | byStick)──▶ running ──▶ last outcome          running ──(stop)──▶ …
 */

export const exchangeStates = ['saved', 'sent', 'confirmed', 'refused'] as const;

/** Why an exchange ended early. The screen has the words for each. */
export type ExchangeProblem = (typeof exchangeProblems)[number];

const counts = z.strictObject({saved: z.int(), sent: z.int(), confirmed: z.int(), refused: z.int()});
const instant = z.string();
const tally = z.strictObject({
  sent: z.int(),
  integrated: z.int(),
  known: z.int(),
  quarantined: z.int(),
  conflicts: z.int(),
  restored: z.boolean(),
});
const lanes = ['network', 'stick'] as const;
const partnerKinds = ['registry', 'pc'] as const;

const partner = z.strictObject({
  id: line,
  kind: z.enum(partnerKinds),
  name: line,
  /** Letters that two people can compare by telephone. */
  fingerprint: line,
  url: maybe(line),
  state: z.enum(['active', 'copied', 'left']),
  lastExchangeAt: maybe(instant),
  counts,
});
export type ExchangePartner = z.output<typeof partner>;

const outcome = z.strictObject({
  lane: z.enum(lanes),
  /** Nobody asked for it: that it found no network is worth a word at the foot of the window, and no more. */
  automatic: z.boolean(),
  endedAt: instant,
  problem: maybe(z.enum(exchangeProblems)),
  /** Seconds after which the other side asks to be tried again. */
  retryAfter: maybe(z.int()),
  tally,
  /** Minutes that this PC's clock is ahead of the registry's, negative when behind; null: not known, or less than ten. */
  clockMinutes: maybe(z.int()),
  /** Files on the stick that were for us and could not be taken in, by why. */
  refusedFiles: z.array(z.strictObject({file: line, problem: z.enum(exchangeProblems)})),
  /** What stands on the stick now, by partner, and with how many changes that it has not confirmed yet. */
  written: z.array(z.strictObject({name: line, kind: z.enum(partnerKinds), changes: z.int()})),
  /** There is nothing of this facility on the stick, but something of another one. */
  otherFacility: z.boolean(),
  /** Of a stick: the request to be taken into a registry stands on it now, or was answered. */
  enrolment: maybe(z.enum(['asked', 'taken-in'])),
});
export type ExchangeOutcome = z.output<typeof outcome>;

const exchangeState = z.strictObject({
  /** Of this PC, to be compared by telephone; null: it has exchanged nothing yet. */
  fingerprint: maybe(line),
  partners: z.array(partner),
  /** Of the registry, or of the PC that was met last; null: nobody. For the line at the foot of the window. */
  counts: maybe(counts),
  running: maybe(
    z.strictObject({
      lane: z.enum(lanes),
      phase: z.enum(['reading', 'sending', 'integrating', 'writing', 'waiting']),
      automatic: z.boolean(),
      tally,
    }),
  ),
  last: maybe(outcome),
  /** To be taken into a registry by stick; `writtenAt` null: it stands on no stick yet. */
  request: maybe(z.strictObject({name: line, askedAt: instant, writtenAt: maybe(instant)})),
  quarantined: z.int(),
  conflicts: z.int(),
  /** A partner has found that two databases use the identity of this PC. */
  copied: z.boolean(),
  /** Folders that look like a stick, for the host that cannot ask for one. */
  sticks: z.array(line),
  canChooseFolder: z.boolean(),
  /** Whether it also begins by itself: every hour, and soon after a change. Of the whole facility. */
  automatic: z.boolean(),
  /** The first load is not whole yet: nobody writes anything, and leaving is possible only while this is false. */
  loadBegun: z.boolean(),
});
export type ExchangeStateView = z.output<typeof exchangeState>;

const claim = z.strictObject({
  stamp: line,
  /** As a person reads it, in both languages; a deleted row is null. */
  shown: maybe(z.strictObject({kk: z.string(), ru: z.string()})),
  author: maybe(line),
  recordedAt: instant,
});

const conflict = z.strictObject({
  /** As in the schema: `fileDocument`. */
  table: line,
  rowId: id,
  /** The field as in the schema (`bornOn`); null: one deleted what the other changed. */
  field: maybe(line),
  /** Whose record it is, where it belongs to a person. */
  recipientId: maybe(id),
  name: maybe(line),
  standing: claim,
  losing: z.array(claim),
});
export type ExchangeConflict = z.output<typeof conflict>;

const held = z.strictObject({
  stamp: line,
  /** As in the schema; of a newer version that this one does not know, as it came. */
  table: line,
  op: z.enum(['insert', 'update', 'delete']),
  reason: z.enum(refusalReasons),
  from: line,
  receivedAt: instant,
});
export type HeldChange = z.output<typeof held>;

const choice = z.strictObject({table: line, rowId: id, field: maybe(line), loser: line, take: z.boolean()});

export const exchangeCalls = {
  state: query(nothing, exchangeState, {topics: ['exchange']}),
  /** Of a record and all that belongs to it; null: nobody to exchange with. `conflicts`: how many values wait for a choice. */
  recordState: query(
    z.strictObject({recipientId: id}),
    z.strictObject({state: maybe(z.enum(exchangeStates)), conflicts: z.int()}),
    {
      topics: ['exchange', 'recipient', 'file', 'plan', 'monitoring', 'journal'],
    },
  ),
  conflicts: query(z.strictObject({recipientId: maybe(id)}), z.strictObject({conflicts: z.array(conflict)}), {
    access: 'conflicts',
    topics: ['exchange'],
    audit: 'view',
  }),
  held: query(nothing, z.strictObject({changes: z.array(held), more: z.boolean()}), {
    access: 'conflicts',
    topics: ['exchange'],
  }),

  /** Takes this PC into a registry by its one-time code. The certificate's fingerprint where no authority vouches for it. */
  enrol: onApplication(
    command(
      z.strictObject({url: line, code: line, name: line, certificate: maybe(line)}),
      z.strictObject({problem: maybe(z.enum(exchangeProblems)), hasData: z.boolean()}),
      {access: 'connection', topics: ['exchange', 'session', 'facility'], audit: 'exchange'},
    ),
  ),
  /** The same without a network: the request goes with the next `byStick`, and the answer is read by a later one. */
  ask: command(z.strictObject({code: line, name: line}), nothing, {
    access: 'connection',
    topics: ['exchange'],
    whileJoining: true,
  }),
  withdrawRequest: command(nothing, nothing, {access: 'connection', topics: ['exchange'], whileJoining: true}),
  /** The card of this PC, to be carried to another one: its name and its public keys, nothing secret. */
  card: onApplication(
    command(
      z.strictObject({name: line}),
      /** `file`: base64, for the host that cannot save by itself. */
      z.strictObject({saved: z.boolean(), file: maybe(z.string()), fileName: line}),
      {topics: ['exchange'], audit: 'exchange'},
    ),
  ),
  /** Reads the card of another PC of this facility: bytes, base64. What is to be compared is shown before it is kept. */
  readCard: query(
    z.strictObject({bytes: z.string()}),
    z.strictObject({
      problem: maybe(z.enum(['not-a-card', 'own-card', 'other-facility'])),
      name: maybe(line),
      fingerprint: maybe(line),
    }),
    {access: 'connection'},
  ),
  meet: command(z.strictObject({bytes: z.string()}), nothing, {
    access: 'connection',
    topics: ['exchange', 'session'],
    whileJoining: true,
  }),
  leave: command(z.strictObject({partner: line}), nothing, {
    access: 'connection',
    topics: ['exchange'],
    whileJoining: true,
  }),

  byNetwork: onApplication(command(nothing, nothing, {topics: ['exchange'], audit: 'exchange'})),
  /** Null: the host asks for the folder. `chosen` false: the person changed their mind. */
  byStick: onApplication(
    command(z.strictObject({folder: maybe(line)}), z.strictObject({chosen: z.boolean()}), {
      topics: ['exchange'],
      audit: 'exchange',
    }),
  ),
  stop: onApplication(command(nothing, nothing, {topics: ['exchange'], audit: 'exchange'})),
  setAutomatic: command(z.strictObject({on: z.boolean()}), nothing, {access: 'connection', topics: ['exchange']}),

  choose: command(choice, nothing, {
    access: 'conflicts',
    topics: ['exchange', 'recipient', 'file', 'plan', 'monitoring', 'journal', 'transfer'],
  }),
  /** Lets the deletions go through that wait for a person. */
  approveDeletions: onApplication(
    command(nothing, nothing, {
      access: 'approve',
      topics: ['exchange', 'recipient', 'file', 'plan', 'monitoring', 'journal'],
      audit: 'exchange',
    }),
  ),
  tryHeldAgain: onApplication(
    command(nothing, nothing, {
      access: 'conflicts',
      topics: ['exchange', 'recipient', 'file', 'plan', 'monitoring', 'journal'],
      audit: 'exchange',
    }),
  ),
  /** This database was copied and is to be a PC of its own: a new name and new keys. The session ends. */
  becomeAnother: onApplication(command(nothing, nothing, {access: 'connection', topics: ['exchange', 'session']})),
};
