import {must} from '../../domain/assert.ts';
import type {NodeSecrets} from '../../registry/parcel/keys.ts';
import {networkLimits, openParcel} from '../../registry/parcel/open.ts';
import {packParcel} from '../../registry/parcel/pack.ts';
import {ParcelError} from '../../registry/parcel/parcel-error.ts';
import {parcelType, paths} from '../../registry/parcel/wire.ts';
import type {Change} from '../../registry/protocol/change.ts';
import type {NodeKeys} from '../../registry/protocol/enrolment.ts';
import type {ParcelHeader} from '../../registry/protocol/header.ts';
import {accept, clockAhead} from './answer.ts';
import {addressOf, makeHttp, type Answer, type Fetch} from './http.ts';
import {
  addIncoming,
  LaneStop,
  newTally,
  stop,
  type OnProgress,
  type Problem,
  type Tally,
} from '../../registry/lane/outcome.ts';
import {afterFailure, afterPage, isSmallest, largestPage, type PageSize} from './page-size.ts';
import {patiently, realWait, type Wait} from './patience.ts';
import type {Incoming} from '../../registry/lane/store.ts';
import type {ExchangeStore} from './store.ts';

/**
 * The network lane: a parcel goes out, a parcel comes back, until neither side has more to say.
 *
 *   outgoing ─▶ pack ─▶ POST ─▶ open ─▶ incoming ─┐
 *      ▲ ───── more, or not yet confirmed ◀──────┘
 *
 * Nothing is held while it waits for the line: each parcel is made anew from what was confirmed, so that one that was lost
 * on either way lacks nothing to the next, and what is edited meanwhile goes with it (rule 19).
 */

export interface Registry {
  readonly url: string;
  readonly node: string;
  readonly keys: NodeKeys;
  /** SHA-256 of the server's certificate, where it was pinned at enrolment. */
  readonly certificate?: string | undefined;
}

export interface NetworkExchange {
  readonly store: ExchangeStore;
  readonly secrets: NodeSecrets;
  readonly registry: Registry;
  /** By default over Node's own, with the pinned certificate. */
  readonly fetch?: Fetch;
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
  /** The wall clock, milliseconds since 1970. */
  readonly now: () => number;
  readonly wait?: Wait;
}

export interface NetworkOutcome {
  /** Null: both sides have all that the other has. */
  readonly problem: Problem | null;
  readonly tally: Readonly<Tally>;
  /** Milliseconds that our clock is ahead of the registry's; null: not known. To warn above `clockTolerance`. */
  readonly clockAhead: number | null;
}

/** Never rejects for what the line or the registry does; rejects with what the store throws. */
export async function exchangeOverNetwork(options: NetworkExchange): Promise<NetworkOutcome> {
  const http = options.fetch === undefined ? makeHttp({certificate: options.registry.certificate}) : undefined;
  const lane = new NetworkLane(options, options.fetch ?? must(http).fetch);
  try {
    await lane.run();
    return lane.outcome(null);
  } catch (error) {
    if (error instanceof LaneStop) return lane.outcome(error.problem);
    throw error;
  } finally {
    http?.close();
  }
}

interface Round {
  readonly sent: ParcelHeader;
  readonly got: ParcelHeader;
  readonly incoming: Incoming;
}

/** So often in a row may both sides say the same: a restore on both takes some rounds to be understood. */
const mostIdleRounds = 6;

class NetworkLane {
  readonly #options: NetworkExchange;
  readonly #fetch: Fetch;
  readonly #tally = newTally();
  #clockAhead: number | null = null;
  #size: PageSize = largestPage;

  constructor(options: NetworkExchange, fetch: Fetch) {
    this.#options = options;
    this.#fetch = fetch;
  }

  outcome(problem: Problem | null): NetworkOutcome {
    return {problem, tally: {...this.#tally}, clockAhead: this.#clockAhead};
  }

  async run(): Promise<void> {
    const {signal, wait = realWait} = this.#options;
    let idle = 0;
    let before = '';
    for (;;) {
      const round = await patiently(() => this.#round(), {
        wait,
        signal,
        onWait: () => {
          this.#size = afterFailure(this.#size);
          this.#tell('waiting');
        },
      });
      if (isSettled(round)) return;
      const state = stateOf(round);
      idle = state === before ? idle + 1 : 0;
      before = state;
      if (idle >= mostIdleRounds) throw stop('no-progress', 'both sides go on saying the same');
    }
  }

  async #round(): Promise<Round> {
    const {store, registry, signal} = this.#options;
    if (signal?.aborted === true) throw stop('cancelled', 'between two parcels');
    const {header: sent, changes} = store.outgoing(registry.node, this.#size);
    this.#tell('sending');
    const begun = performance.now();
    const answer = await this.#post(sent, changes);
    if (answer === 'too-large') return this.#round();
    const {header: got, changes: theirs} = await this.#open(answer.body);
    this.#tally.sent += changes.length;
    this.#size = afterPage(this.#size, performance.now() - begun);
    this.#tell('integrating');
    const incoming = await store.incoming(got, [theirs]);
    addIncoming(this.#tally, incoming);
    if (incoming.verdict === 'copied') throw stop('copied', 'two databases use the identity of the registry');
    return {sent, got, incoming};
  }

  async #post(header: ParcelHeader, changes: readonly Change[]): Promise<Answer | 'too-large'> {
    const {registry, secrets, signal, now} = this.#options;
    const body = packParcel(header, changes, {own: secrets, to: registry.keys});
    const answering = this.#fetch(
      {
        method: 'POST',
        url: addressOf(paths.exchange, registry.url),
        headers: {'content-type': parcelType},
        body,
        most: networkLimits.parcel,
      },
      signal,
    );
    // What fails in packing is no fault of the line.
    const [, answer] = await Promise.all([body, answering]);
    try {
      accept(answer, {statuses: [200], type: parcelType});
    } catch (error) {
      if (!(error instanceof LaneStop)) throw error;
      if (error.problem.code !== 'not-understood') this.#clockAhead = clockAhead(answer, now());
      if (error.problem.code !== 'too-large' || isSmallest(this.#size)) throw error;
      this.#size = afterFailure(this.#size);
      return 'too-large';
    }
    this.#clockAhead = clockAhead(answer, now());
    return answer;
  }

  async #open(bytes: Uint8Array): Promise<{header: ParcelHeader; changes: Change[]}> {
    const {store, secrets, registry} = this.#options;
    try {
      return await openParcel(bytes, {
        own: secrets,
        self: store.node,
        keysOf: node => (node === registry.node ? registry.keys : undefined),
        limits: networkLimits,
      });
    } catch (error) {
      if (error instanceof ParcelError) throw stop(error.code, error.detail);
      throw error;
    }
  }

  #tell(phase: 'sending' | 'integrating' | 'waiting'): void {
    this.#options.onProgress?.({phase, tally: {...this.#tally}});
  }
}

/** They have all of ours and say so; we have all of theirs, and there was nothing in the last parcel to confirm. */
function isSettled({sent, got, incoming}: Round): boolean {
  return (
    incoming.verdict === 'apply' &&
    !incoming.restored &&
    !sent.log.more &&
    !got.log.more &&
    got.count === 0 &&
    got.lostAfter === null &&
    got.seen.upTo.seq >= sent.log.upTo.seq
  );
}

function stateOf({sent, got}: Round): string {
  return JSON.stringify([
    sent.log.epoch,
    sent.log.after,
    sent.log.upTo,
    sent.seen,
    got.log.epoch,
    got.log.after,
    got.seen,
  ]);
}
