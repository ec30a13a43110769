import type {Connection} from '../../db/connection.ts';
import type {NodeSecrets} from '../../registry/parcel/keys.ts';
import type {ExchangeOutcome, ExchangeProblem} from '../contract/exchange.ts';
import type {ExchangeStore} from '../exchange/store.ts';
import {clockTolerance} from '../exchange/answer.ts';
import {newTally, type OnProgress, type Problem, type Tally} from '../../registry/lane/outcome.ts';
import type {Refused} from '../../registry/lane/stick-folder.ts';

export type Lane = ExchangeOutcome['lane'];

/** What both lanes end with. */
export interface LaneResult {
  readonly problem: Problem | null;
  readonly tally: Readonly<Tally>;
  /** Of the network: milliseconds. */
  readonly clockAhead?: number | null;
  /** Of a stick. */
  readonly refused?: readonly Refused[];
  /** Of a stick: parcels for us that were taken in whole. */
  readonly applied?: number;
  /** Of a stick: the parcels that stand there now, to whom and with how many changes. */
  readonly written?: readonly {readonly to: string; readonly count: number}[];
  readonly otherFacility?: boolean;
  /** Of a stick: what became of a request to be taken into a registry. */
  readonly enrolment?: 'asked' | 'taken-in' | null;
}

/** A defect, or the disk of the data folder: what was taken in before stays. */
export function failed(code: ExchangeProblem): LaneResult {
  return {problem: {code, by: 'us', detail: ''}, tally: newTally()};
}

/** What a run works with. */
export interface Working {
  readonly connection: Connection;
  /** The database as the lanes see it, for the facility of now. */
  readonly openStore: () => ExchangeStore;
  readonly secrets: NodeSecrets;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  /** UTC, ISO with Z. */
  readonly now: () => string;
}

export interface Run {
  readonly lane: Lane;
  readonly automatic: boolean;
}

/** As the screen is told. */
export function outcomeOf(
  {lane, automatic}: Run,
  {problem, tally, clockAhead = null, refused = [], written = [], otherFacility = false, enrolment = null}: LaneResult,
  {
    endedAt,
    partnerOf,
  }: {endedAt: string; partnerOf: (node: string) => Pick<ExchangeOutcome['written'][number], 'name' | 'kind'>},
): ExchangeOutcome {
  const isClockWrong = clockAhead !== null && Math.abs(clockAhead) >= clockTolerance;
  return {
    lane,
    automatic,
    endedAt,
    problem: problem?.code ?? null,
    retryAfter: problem?.retryAfter === undefined ? null : Math.ceil(problem.retryAfter),
    tally: {...tally},
    clockMinutes: isClockWrong ? Math.round(clockAhead / 60_000) : null,
    refusedFiles: refused.map(({name, problem: {code}}) => ({file: name, problem: code})),
    written: written.map(({to, count}) => ({...partnerOf(to), changes: count})),
    otherFacility,
    enrolment,
  };
}

/** For the log: words and numbers of our own, nothing that came from the other side or stood in a record. */
export function outcomeLine({lane, automatic, problem, tally, refusedFiles}: ExchangeOutcome): string {
  const {restored, ...numbers} = tally;
  const counts = Object.entries(numbers).map(([what, count]) => `${what} ${count}`);
  const more = [restored ? ', restored' : '', ...refusedFiles.map(({problem: code}) => `, a file refused: ${code}`)];
  return `exchange, ${lane}${automatic ? ' by itself' : ''}: ${problem ?? 'complete'}; ${counts.join(', ')}${more.join('')}`;
}
