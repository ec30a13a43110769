import type {Attachments} from '../../db/attachments/attachments.ts';
import type {Connection} from '../../db/connection.ts';
import {enrolmentRequest} from '../../db/exchange/enrolment-request.ts';
import {becomeAnother, ensureFacilityId, facilityOf, isCopied} from '../../db/exchange/identity.ts';
import {isJoining} from '../../db/exchange/joining.ts';
import {head} from '../../db/exchange/log.ts';
import {findPartner, hasPartners, keysOf, reachable} from '../../db/exchange/partners.ts';
import {retryHeld} from '../../db/exchange/retry.ts';
import {findFacility} from '../../db/queries/facility.ts';
import {isExchangeAutomatic} from '../../db/settings.ts';
import {must} from '../../domain/assert.ts';
import {publicKeysOf, type NodeSecrets} from '../../registry/parcel/keys.ts';
import type {ExchangeOutcome, ExchangeProblem} from '../contract/exchange.ts';
import {topics, type Topic} from '../contract/kernel.ts';
import {writeCard} from '../exchange/card.ts';
import {databaseStore} from '../exchange/database-store.ts';
import {exchangeOverNetwork} from '../exchange/network-lane.ts';
import {isSealedChange} from '../../registry/parcel/reference-seal.ts';
import {newTally, type OnProgress} from '../../registry/lane/outcome.ts';
import {ExchangeRunner} from '../exchange/runner.ts';
import type {ExchangeStore} from '../exchange/store.ts';
import {CallFailure} from '../handlers/context.ts';
import type {EnrolWish, ExchangePort} from '../handlers/exchange-port.ts';
import {createSealer, type Sealer} from '../transfer/sealer.ts';
import type {Application} from './application.ts';
import {dayOf, type Clock} from './clock.ts';
import {enrolAt} from './exchange-enrolment.ts';
import {afterRecords, filesOverFolder, filesOverNetwork, type CarryFiles} from './exchange-files.ts';
import {handOver} from './exchange-handovers.ts';
import {ensureSecrets} from './exchange-secrets.ts';
import {failed, outcomeLine, outcomeOf, type LaneResult, type Run, type Working} from './exchange-outcome.ts';
import {settle} from './exchange-settle.ts';
import {overStick, stickPartners} from './exchange-stick.ts';
import {ExchangeTimer, usualDelays, type ExchangeDelays} from './exchange-timer.ts';
import {logDefect, logInfo} from './log.ts';

export interface ExchangeOptions {
  readonly application: Application;
  readonly clock: Clock;
  /** Version of this program. */
  readonly program: string;
  readonly publish: (topics: readonly Topic[]) => void;
  readonly delays?: ExchangeDelays | undefined;
  /** By default its worker is run from the sources. */
  readonly sealer?: Sealer | undefined;
}

interface Work {
  readonly connection: Connection;
  readonly attachments: Attachments;
  readonly signal: AbortSignal;
  readonly work: (working: Working) => Promise<LaneResult>;
  readonly carryFiles: CarryFiles;
}

/** Screens are told of the progress so often at most; milliseconds. */
const toldEvery = 200;
/** What comes from others may be anything. */
const dataTopics = topics.filter(topic => topic !== 'job' && topic !== 'draft');

/**
 * The exchange of the open database: one run at a time, begun by a person or by itself.
 *
 *   idle ──(a person | due)──▶ running ──(its end | stop | the session ends)──▶ idle, with the last outcome
 *
 * Whatever uses the connection does so inside the runner: the database is closed only after that has ended, which is with
 * the page that is being taken in.
 */
export class Exchange implements ExchangePort {
  readonly #options: ExchangeOptions;
  readonly #runner = new ExchangeRunner();
  readonly #timer: ExchangeTimer;
  #running: ReturnType<ExchangePort['running']> = null;
  #last: ExchangeOutcome | null = null;
  /** The session ends: nothing begins any more. */
  #isLeaving = false;
  /** How many changes had been made here when it was looked at last. */
  #logged = 0;
  #told = 0;

  constructor(options: ExchangeOptions) {
    this.#options = options;
    this.#timer = new ExchangeTimer(options.delays ?? usualDelays, () => this.#automatically());
    options.application.watch({opened: () => this.#opened(), leaving: () => this.end()});
  }

  running(): ReturnType<ExchangePort['running']> {
    return this.#running;
  }

  last(): ExchangeOutcome | null {
    return this.#last;
  }

  async enrol(wish: EnrolWish): Promise<{problem: ExchangeProblem | null; hasData: boolean}> {
    this.#checkFree('enrol');
    const connection = this.#connection();
    const now = (): number => this.#options.clock().getTime();
    const answer = await this.#runner.start('enrol', async signal =>
      enrolAt(connection, wish, {secrets: await this.#secrets(connection), signal, now}),
    );
    logInfo(`exchange, enrolment: ${answer.problem ?? 'complete'}`);
    if (answer.problem === null && this.#isOpen(connection)) this.#overNetwork(false);
    return answer;
  }

  async card(name: string): Promise<Uint8Array> {
    const connection = this.#connection();
    const secrets = await this.#secrets(connection);
    const keys = await publicKeysOf(secrets);
    const {readable: db, node} = connection;
    // Whoever has named no organisation has nothing yet that others could belong to.
    if (facilityOf(db) === undefined && findFacility(db) !== undefined) {
      connection.transact(ensureFacilityId, {accountId: null});
    }
    return writeCard({facility: facilityOf(db) ?? null, node, name, keys}, secrets);
  }

  byNetwork(): void {
    this.#overNetwork(false);
  }

  byStick(folder: string): void {
    const {readable: db} = this.#connection();
    if (stickPartners(db).length === 0 && enrolmentRequest(db) === undefined) throw new CallFailure('missing');
    this.#begin(
      {lane: 'stick', automatic: false},
      working => overStick(working, folder),
      filesOverFolder(folder, () => stickPartners(db)),
    );
  }

  async stop(): Promise<void> {
    await this.#runner.cancel();
  }

  approveDeletions(): void {
    this.#retry(true);
  }

  tryHeldAgain(): void {
    this.#retry(false);
  }

  async becomeAnother(): Promise<void> {
    const connection = this.#connection();
    await this.#runner.cancel();
    connection.transact(
      (db, note) => {
        becomeAnother(db);
        note({kind: 'exchange', what: 'exchange.becomeAnother'});
      },
      {accountId: must(this.#options.application.session()).account.id},
    );
    logInfo('exchange: this database has a new identity');
    await this.#options.application.lock();
  }

  /** A command was carried out. What it wrote is sent in a while; how far all is, is told at once. */
  noticeChange(): void {
    const connection = this.#options.application.session()?.connection;
    if (connection === undefined) return;
    const logged = connection.logged();
    if (logged === this.#logged) return;
    this.#logged = logged;
    if (!hasPartners(connection.readable)) return;
    this.#timer.soon();
    this.#options.publish(['exchange']);
  }

  /** Ends the run and begins none until somebody signs in. When it has settled, the database may be closed. */
  async end(): Promise<void> {
    this.#isLeaving = true;
    this.#timer.stop();
    await this.#runner.cancel();
  }

  #opened(): void {
    this.#isLeaving = false;
    this.#last = null;
    const connection = this.#connection();
    const {readable: db} = connection;
    this.#logged = connection.logged();
    this.#timer.start();
    // A first load goes on where it was.
    if (isJoining(db)) this.#automatically();
  }

  #automatically(): void {
    const db = this.#options.application.session()?.connection.readable;
    if (db === undefined || this.#isLeaving) return;
    if (!isExchangeAutomatic(db) && !isJoining(db)) return;
    if (reachable(db) === undefined || isCopied(db)) return;
    if (this.#runner.lane === undefined) this.#overNetwork(true);
    else this.#timer.soon();
  }

  #overNetwork(automatic: boolean): void {
    const registry = reachable(this.#connection().readable);
    if (registry === undefined) throw new CallFailure('missing');
    const {id, url, certificate} = registry;
    const to = {node: id, url, keys: keysOf(registry), certificate: certificate ?? undefined};
    const now = (): number => this.#options.clock().getTime();
    const work = async (working: Working): Promise<LaneResult> => {
      const result = await exchangeOverNetwork({...working, store: working.openStore(), registry: to, now});
      return result.problem === null ? this.#handOver(working, to, result) : result;
    };
    this.#begin({lane: 'network', automatic}, work, filesOverNetwork(to));
  }

  /** Hand-overs go after the parcels: what another PC of ours has decided is known by then. */
  async #handOver(
    {secrets, signal}: Working,
    registry: {readonly url: string; readonly certificate: string | undefined},
    result: LaneResult,
  ): Promise<LaneResult> {
    const session = this.#options.application.session();
    if (session === undefined || isJoining(session.connection.readable)) return result;
    const {sealer = createSealer(), clock} = this.#options;
    const before = head(session.connection.readable);
    const {problem} = await handOver({...session, registry, secrets, sealer, clock, signal});
    const hasChanged = head(session.connection.readable) !== before;
    // What followed from an answer is ours to send.
    if (hasChanged) this.#timer.soon();
    this.#options.publish(hasChanged ? dataTopics : ['transfer']);
    return {...result, problem};
  }

  #begin(run: Run, work: (working: Working) => Promise<LaneResult>, carryFiles: CarryFiles): void {
    this.#checkFree(run.lane);
    if (this.#runner.lane === run.lane) return;
    const {connection, attachments} = this.#session();
    const start = (signal: AbortSignal): Promise<ExchangeOutcome> =>
      this.#run(run, {connection, attachments, signal, work, carryFiles});
    void this.#follow(this.#runner.start(run.lane, start));
  }

  async #follow(run: Promise<ExchangeOutcome>): Promise<void> {
    const outcome = await run;
    this.#running = null;
    this.#last = outcome;
    const {integrated, quarantined} = outcome.tally;
    const hasCome = integrated + quarantined > 0;
    if (hasCome) this.#options.application.refreshAccount();
    this.#options.publish(hasCome ? dataTopics : ['exchange', 'session']);
  }

  /** Never rejects. */
  async #run(run: Run, {connection, attachments, signal, work, carryFiles}: Work): Promise<ExchangeOutcome> {
    const {clock, program} = this.#options;
    this.#running = {...run, phase: run.lane === 'stick' ? 'reading' : 'sending', tally: newTally()};
    const onProgress: OnProgress = ({phase, tally}) => {
      this.#running = {...run, phase, tally: {...tally}};
      this.#tell();
    };
    let result: LaneResult;
    try {
      if (isCopied(connection.readable)) result = failed('copied');
      else {
        const secrets = await this.#secrets(connection);
        const openStore = (): ExchangeStore => databaseStore({connection, program, today: () => dayOf(clock())});
        result = await work({connection, openStore, secrets, signal, onProgress, now: () => clock().toISOString()});
        settle(connection, run, result);
        const facility = facilityOf(connection.readable);
        if (result.problem === null && facility !== undefined) {
          const {node} = connection;
          const now = (): number => clock().getTime();
          const problem = await afterRecords(carryFiles, {attachments, node, facility, secrets, signal, now});
          result = {...result, problem};
        }
      }
    } catch (error) {
      logDefect(`exchange, ${run.lane}`, error);
      result = failed('internal');
    }
    const partnerOf = (node: string) => {
      const {name, kind} = must(findPartner(connection.readable, node));
      return {name, kind};
    };
    const outcome = outcomeOf(run, result, {endedAt: clock().toISOString(), partnerOf});
    this.#note(outcome);
    // What came is no change to be sent.
    this.#logged = connection.logged();
    logInfo(outcomeLine(outcome));
    return outcome;
  }

  /** A run of its own is the program's; who began one stands in the link of the call. */
  #note({lane, automatic, problem, tally}: ExchangeOutcome): void {
    const detail = {lane, automatic, outcome: problem ?? 'complete', ...tally};
    this.#options.application.note({kind: 'exchange', what: 'exchange.run', account: null, detail});
  }

  #retry(withDeletions: boolean): void {
    const connection = this.#connection();
    const {integrated} = retryHeld(connection, {
      today: dayOf(this.#options.clock()),
      withDeletions,
      isSealed: isSealedChange,
    });
    if (integrated === 0) return;
    this.#options.application.refreshAccount();
    this.#options.publish(dataTopics);
  }

  #secrets(connection: Connection): Promise<NodeSecrets> {
    return ensureSecrets(connection, () => this.#isOpen(connection));
  }

  #checkFree(lane: string): void {
    const busy = this.#runner.lane;
    if (this.#isLeaving || (busy !== undefined && busy !== lane)) throw new CallFailure('conflict');
  }

  #session() {
    const session = this.#options.application.session();
    if (session === undefined) throw new CallFailure('locked');
    return session;
  }

  #connection(): Connection {
    return this.#session().connection;
  }

  #isOpen(connection: Connection): boolean {
    return this.#options.application.session()?.connection === connection;
  }

  #tell(): void {
    const now = performance.now();
    if (now - this.#told < toldEvery) return;
    this.#told = now;
    this.#options.publish(['exchange']);
  }
}
