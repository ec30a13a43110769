import type {IsoDate} from './dates.ts';
import type {OrganisationType} from './vocabulary.ts';

/** The hand-over of a recipient between organisations (paragraphs 11 2), 21 2), 26 2), 35 3) of the Rules). */

export const transferDirections = ['outgoing', 'incoming'] as const;
export type TransferDirection = (typeof transferDirections)[number];

/**
 *   outgoing   prepared ──▶ sent ──▶ accepted | rejected          prepared, sent ──▶ cancelled
 *   incoming   received ──▶ accepted | rejected                    received ──(withdraw, by the sender)──▶ cancelled
 */
export const transferStates = ['prepared', 'sent', 'received', 'accepted', 'rejected', 'cancelled'] as const;
export type TransferState = (typeof transferStates)[number];

export const transferActions = ['send', 'accept', 'reject', 'cancel', 'withdraw'] as const;
export type TransferAction = (typeof transferActions)[number];

type Steps = Partial<Record<TransferState, Partial<Record<TransferAction, TransferState>>>>;

const steps: Record<TransferDirection, Steps> = {
  outgoing: {
    prepared: {send: 'sent', cancel: 'cancelled'},
    sent: {accept: 'accepted', reject: 'rejected', cancel: 'cancelled'},
  },
  incoming: {received: {accept: 'accepted', reject: 'rejected', withdraw: 'cancelled'}},
};

/** Where a step leads; null where it cannot be taken. */
export function stateAfter(
  direction: TransferDirection,
  state: TransferState,
  action: TransferAction,
): TransferState | null {
  return steps[direction][state]?.[action] ?? null;
}

/** The state in which a hand-over begins. */
export const firstState: Record<TransferDirection, TransferState> = {outgoing: 'prepared', incoming: 'received'};

/** What is typed of a hand-over may be changed until it is handed over. */
export function mayChange(direction: TransferDirection, state: TransferState): boolean {
  return direction === 'outgoing' && state === 'prepared';
}

/** Whether somebody is still to act; a recipient has no more than one such hand-over to another organisation. */
export function isUnderWay(direction: TransferDirection, state: TransferState): boolean {
  return steps[direction][state] !== undefined;
}

/** A step back after the row of the journal was closed: the closing is taken back with it. */
export function reopensRow(direction: TransferDirection, state: TransferState, action: TransferAction): boolean {
  return direction === 'outgoing' && state === 'sent' && (action === 'reject' || action === 'cancel');
}

/** Only organisations of temporary stay hand over the contract on re-socialisation (paragraph 35 3) part 4). */
export function asksContract(type: OrganisationType | null): boolean {
  return type === 'temporary-stay';
}

/** The paragraph of the Rules that says what goes along with a recipient. */
export const transferParagraphs: Record<OrganisationType, string> = {
  'stationary': '11 2)',
  'semi-stationary': '21 2)',
  'home-care': '26 2)',
  'temporary-stay': '35 3)',
};

export interface TransferFacts {
  /** The organisation on the other side, by its official names. */
  readonly other: {readonly kk: string; readonly ru: string};
  readonly dischargeOn: IsoDate | null;
  readonly dischargeOrder: string | null;
  readonly actNumber: string | null;
  readonly actOn: IsoDate | null;
  readonly contractNumber: string | null;
  readonly contractOn: IsoDate | null;
  readonly handedBy: string | null;
  readonly receivedBy: string | null;
  readonly inventory: readonly unknown[];
}

export const transferLackCodes = [
  'other',
  'discharge-day',
  'discharge-order',
  'act-day',
  'act-number',
  'contract',
  'handed-by',
  'received-by',
  'inventory',
  'no-plan',
  'no-monitoring',
] as const;
export type TransferLackCode = (typeof transferLackCodes)[number];

export interface TransferLack {
  readonly code: TransferLackCode;
  /** Without it the row of the journal could not be closed, or nobody would know where to. */
  readonly stops: boolean;
}

/** What a hand-over lacks, in the order of the form. `plans` and `rounds`: approved papers that go along. */
export function transferLacks(
  facts: TransferFacts,
  type: OrganisationType | null,
  papers: {readonly plans: number; readonly rounds: number},
): TransferLack[] {
  const stop = (code: TransferLackCode, lacks: boolean): TransferLack[] => (lacks ? [{code, stops: true}] : []);
  const warn = (code: TransferLackCode, lacks: boolean): TransferLack[] => (lacks ? [{code, stops: false}] : []);
  return [
    ...stop('other', facts.other.kk === '' && facts.other.ru === ''),
    ...stop('discharge-day', facts.dischargeOn === null),
    ...stop('discharge-order', facts.dischargeOrder === null),
    ...warn('act-day', facts.actOn === null),
    ...warn('act-number', facts.actNumber === null),
    ...warn('contract', asksContract(type) && (facts.contractNumber === null || facts.contractOn === null)),
    ...warn('handed-by', facts.handedBy === null),
    ...warn('received-by', facts.receivedBy === null),
    ...warn('inventory', facts.inventory.length === 0),
    ...warn('no-plan', papers.plans === 0),
    ...warn('no-monitoring', papers.rounds === 0),
  ];
}

/** Why a file of a hand-over cannot be taken. Nothing is written where there is such a reason. */
export const archiveProblems = ['foreign', 'newer', 'damaged', 'too-large', 'passphrase', 'repeated', 'own'] as const;
export type ArchiveProblem = (typeof archiveProblems)[number];

/** How a hand-over stands at the registry: registry/protocol/handover.ts draws the steps. */
export const handoverStates = ['offered', 'accepted', 'rejected', 'withdrawn'] as const;

/** Why a hand-over through the registry does not go on by itself; a person has to see to it. */
export const handoverProblems = [
  /** It was not encrypted to this PC. */
  'cannot-open',
  'damaged',
  'newer',
  'too-large',
  /** The receiver has no PC in the registry any more, or the registry does not take the offer. */
  'not-taken',
  /** The two sides have decided differently. */
  'answered-otherwise',
] as const;
export type HandoverProblem = (typeof handoverProblems)[number];
