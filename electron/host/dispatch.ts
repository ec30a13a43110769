import {z} from 'zod';
import {may, type AccountRole} from '../../domain/roles.ts';
import type {AuditEntry} from '../../db/audit/trail.ts';
import {findReply, rememberReply} from '../../db/commands/command-receipt.ts';
import type {Connection, WritableDb} from '../../db/connection.ts';
import {isJoining} from '../../db/exchange/joining.ts';
import {isCountedOn, recountAll, recountStale} from '../../db/deadlines/recount.ts';
import {asDatabaseError, DatabaseError} from '../../db/database-error.ts';
import {detailOf} from '../contract/audit-subject.ts';
import type {AnyCall, Contract, Failure, FieldIssue, Reply, Topic} from '../contract/kernel.ts';
import {
  CallFailure,
  type ApplicationContext,
  type CommandContext,
  type Handlers,
  type QueryContext,
} from '../handlers/context.ts';
import type {Write, WritingWork} from '../handlers/jobs.ts';
import type {Platform} from '../handlers/platform.ts';
import type {PdfRenderer} from '../pdf/renderer.ts';
import {createTableReader, type TableReader} from '../excel/read/table-reader.ts';
import {createSealer, type Sealer} from '../transfer/sealer.ts';
import type {Application} from './application.ts';
import {Auditor, type AuditedCall} from './auditor.ts';
import {dayOf, type Clock} from './clock.ts';
import {concealing, type Conceal} from './conceal.ts';
import {Exchange} from './exchange.ts';
import {makeJobs, type Writing} from './jobs.ts';
import {logDefect} from './log.ts';
import {holdPapers} from './made-papers.ts';

/**
 * From a request to its reply, the same on both hosts. The host has checked the sender; then, in this order:
 * is the call in the contract, who is signed in and what may this role, the input, the handler, the output.
 * A command runs in one IMMEDIATE transaction together with its receipt. Nothing is ever thrown at the host.
 */
export interface DispatcherOptions<C extends Contract> {
  readonly contract: C;
  readonly handlers: Handlers<C>;
  readonly application: Application;
  /** By default one of its own. */
  readonly exchange?: Exchange;
  readonly pdf: PdfRenderer;
  /** By default its worker is run from the sources. */
  readonly sealer?: Sealer;
  /** By default its worker is run from the sources. */
  readonly tables?: TableReader;
  readonly platform: Platform;
  readonly clock: Clock;
  /** Tells all windows what to ask again. */
  readonly publish: (topics: readonly Topic[]) => void;
}

export type Dispatch = (request: unknown) => Promise<Reply<unknown>>;

/** What comes over the wire. A name is only ever looked up in the contract. */
const wireRequest = z.strictObject({
  area: z.string(),
  call: z.string(),
  input: z.unknown(),
  commandId: z.string().min(8).max(64).optional(),
});
type WireRequest = z.output<typeof wireRequest>;

interface AskedQuery {
  readonly connection: Connection;
  readonly context: QueryContext;
  readonly input: unknown;
}

interface Entry {
  readonly call: AnyCall;
  /** Undefined: it leaves nothing in the audit. */
  readonly audited: AuditedCall | undefined;
  /** The typing of `Handlers` ends here: the entry's call and its handler belong together by construction. */
  readonly handler: (context: unknown, input: unknown) => unknown;
  readonly conceal: Conceal | undefined;
}

export function makeDispatcher<C extends Contract>(options: DispatcherOptions<C>): Dispatch {
  const {application, pdf, sealer = createSealer(), tables = createTableReader()} = options;
  const {platform, clock, publish} = options;
  const {exchange = new Exchange({application, clock, program: platform.version, publish, sealer})} = options;
  const entries = entriesOf(options.contract, options.handlers);
  /** The day on which the matters of a database were last counted whole. */
  const counted = new WeakMap<Connection, string>();
  const jobs = makeJobs(() => publish(['job']), writingAs);
  const made = holdPapers(() => application.vault()?.key);
  const auditor = new Auditor(() => clock().getTime());
  /** Commands on the application leave no receipt in a database: a double click is caught while the first one runs. */
  const running = new Map<string, Promise<Reply<unknown>>>();

  async function dispatch(raw: unknown): Promise<Reply<unknown>> {
    const parsed = wireRequest.safeParse(raw);
    if (!parsed.success) return fail({code: 'invalid'});
    const request = parsed.data;
    const name = `${request.area}.${request.call}`;
    const entry = entries.get(name);
    if (entry === undefined) return fail({code: 'missing'});
    // Whoever asks: when the answer is there, somebody else may be signed in.
    const role = application.session()?.account.role;
    try {
      const reply = await answer(entry, request);
      if (reply.ok && entry.call.kind === 'command') {
        if (entry.call.topics.includes('session')) application.refreshAccount();
        if (application.session() === undefined) {
          jobs.endAll();
          auditor.forgetLooks();
        }
        if (name === 'erasure.erase') made.forget();
        publish(entry.call.topics);
        exchange.noticeChange();
      }
      return reply.ok ? ok(shownTo(role, entry, reply.value)) : reply;
    } catch (error) {
      return fail(failureOf(error, name));
    }
  }

  function answer(entry: Entry, request: WireRequest): Promise<Reply<unknown>> | Reply<unknown> {
    const session = application.session();
    if (entry.call.access !== 'anyone' && session === undefined) return fail({code: 'locked'});
    if (session !== undefined && !isAllowed(entry.call, session.account.role)) return fail({code: 'denied'});
    if (entry.call.on === 'application') return applicationCall(entry, request);
    if (session === undefined) return fail({code: 'locked'});
    const input = entry.call.input.safeParse(request.input);
    if (!input.success) return fail({code: 'invalid', issues: issuesOf(input.error)});
    const instant = clock();
    const {connection, attachments, account} = session;
    const context = {account, attachments, now: instant.toISOString(), today: dayOf(instant)};
    keepCounted(connection, context.today);
    if (entry.call.kind === 'query') {
      const {readable: db} = connection;
      const queryContext: QueryContext = {...context, db, pdf, sealer, tables, platform, jobs, made, exchange};
      const {audited} = entry;
      if (audited === undefined) return finish(entry, entry.handler(queryContext, input.data));
      return answerAudited(entry, audited, {connection, context: queryContext, input: input.data});
    }
    const {commandId} = request;
    if (commandId === undefined) return fail({code: 'invalid', issues: [{field: 'commandId', problem: 'required'}]});
    const work = (db: WritableDb, note: (link: AuditEntry) => void): Reply<unknown> => {
      const earlier = findReply(db, commandId);
      if (earlier !== undefined) return ok(JSON.parse(earlier));
      // Nobody works on half of a facility (exchange, rule 20).
      if (!entry.call.whileJoining && isJoining(db)) return fail({code: 'conflict', detail: 'joining'});
      const commandContext: CommandContext = {...context, db, jobs};
      const {audited} = entry;
      // Before the work: what it takes away is still there.
      const known = audited === undefined ? [] : auditor.known(db, audited, input.data);
      const value = entry.call.output.parse(entry.handler(commandContext, input.data));
      if (audited !== undefined) {
        auditor.entries(db, audited, {input: input.data, output: value, known}).forEach(note);
      }
      recountStale(db, context.today);
      rememberReply(db, commandId, JSON.stringify(value), context.now);
      return ok(value);
    };
    try {
      return connection.transact(work, {accountId: account.id});
    } finally {
      attachments.tidy();
    }
  }

  /** What is looked at is written before it is shown: where that fails, it is not. */
  async function answerAudited(entry: Entry, audited: AuditedCall, asked: AskedQuery): Promise<Reply<unknown>> {
    const {connection, context, input} = asked;
    let isWritten = false;
    const write = (output: unknown, more: AuditEntry['detail']): void => {
      // What takes its time may outlive the session.
      if (application.session()?.connection !== connection) throw new CallFailure('locked');
      isWritten = true;
      const known = auditor.known(connection.readable, audited, input);
      const links = auditor.entries(connection.readable, audited, {input, output, known});
      const whole = links.map(link => ({...link, detail: {...link.detail, ...more}}));
      auditor.look(connection, context.account.id, whole);
    };
    const saving = auditor.saving(platform, more => write(undefined, more));
    const reply = await finish(entry, entry.handler({...context, platform: saving}, input));
    if (reply.ok && !isWritten) write(reply.value, {});
    return reply;
  }

  /** How work that takes long writes: each part is a transaction of whoever started it, as long as they are signed in. */
  function writingAs({what, topics, people}: Pick<WritingWork, 'what' | 'topics' | 'people'>): Writing {
    const session = application.session();
    const write: Write = (work, count) => {
      if (session === undefined || application.session()?.connection !== session.connection) {
        throw new CallFailure('locked');
      }
      const value = session.connection.transact(
        (db, note) => {
          const made = work(db);
          note({kind: 'change', what, detail: {count}});
          recountStale(db, dayOf(clock()));
          return made;
        },
        {accountId: session.account.id},
      );
      publish(topics);
      exchange.noticeChange();
      return value;
    };
    return async work => {
      if (session === undefined) throw new CallFailure('locked');
      const {connection} = session;
      try {
        return await connection.whileWritingMany(people, () => work(write));
      } finally {
        if (application.session()?.connection === connection) {
          connection.transact(db => recountStale(db, dayOf(clock())), {accountId: null});
          publish(topics);
        }
      }
    };
  }

  /** What is due changes with the day: at the first call of a day, and after an opening that made things anew. */
  function keepCounted(connection: Connection, today: string): void {
    if (counted.get(connection) === today) return;
    if (!isCountedOn(connection.readable, today)) {
      connection.transact(db => recountAll(db, today), {accountId: null});
    }
    counted.set(connection, today);
  }

  function applicationCall(entry: Entry, request: WireRequest): Promise<Reply<unknown>> {
    const earlier = request.commandId === undefined ? undefined : running.get(request.commandId);
    if (earlier !== undefined) return earlier;
    const input = entry.call.input.safeParse(request.input);
    if (!input.success) return Promise.resolve(fail({code: 'invalid', issues: issuesOf(input.error)}));
    const context: ApplicationContext = {application, exchange, platform};
    const reply = finish(entry, entry.handler(context, input.data)).then(made => {
      if (entry.audited !== undefined) application.note(linkOf(entry.audited, input.data));
      return made;
    });
    const {commandId} = request;
    if (commandId !== undefined) {
      running.set(commandId, reply);
      const forget = (): void => void running.delete(commandId);
      reply.then(forget, forget);
    }
    return reply;
  }

  return dispatch;
}

function isAllowed({access}: AnyCall, role: AccountRole): boolean {
  if (access === 'nobody') return false;
  return access === 'anyone' || access === 'self' || may(role, access);
}

async function finish(entry: Entry, value: unknown): Promise<Reply<unknown>> {
  return ok(entry.call.output.parse(await value));
}

/** What of an answer this role sees; before anybody has signed in, nothing is answered that is sensitive. */
function shownTo(role: AccountRole | undefined, {conceal}: Entry, answer: unknown): unknown {
  return conceal === undefined || role === undefined ? answer : conceal(answer, role);
}

function entriesOf<C extends Contract>(contract: C, handlers: Handlers<C>): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [area, calls] of Object.entries(contract)) {
    const areaHandlers = handlers[area] as unknown as Readonly<Record<string, Entry['handler']>>;
    for (const [name, call] of Object.entries(calls)) {
      const handler = areaHandlers[name];
      const audited = call.audit === null ? undefined : {area, name, kind: call.audit};
      if (handler !== undefined) {
        entries.set(`${area}.${name}`, {call, handler, audited, conceal: concealing(call.output)});
      }
    }
  }
  return entries;
}

/** A call on the application has done its work already: its link says that it was asked for. */
function linkOf({area, name, kind}: AuditedCall, input: unknown): AuditEntry {
  return {kind, what: `${area}.${name}`, detail: detailOf(input)};
}

function ok(value: unknown): Reply<unknown> {
  return {ok: true, value};
}

function fail(error: Failure): Reply<unknown> {
  return {ok: false, error};
}

/** A schema's own `error` words are keys of the screen's texts; what has none is `malformed`. */
function issuesOf(error: z.ZodError): FieldIssue[] {
  return error.issues.map(issue => ({
    field: issue.path.map(String).join('.'),
    problem: /^[a-z-]+$/.test(issue.message) ? issue.message : 'malformed',
  }));
}

function failureOf(thrown: unknown, name: string): Failure {
  const error = asDatabaseError(thrown);
  if (error instanceof CallFailure) return error.failure;
  const storage = storageDetail(error);
  if (storage !== undefined) return {code: 'storage', detail: storage};
  logDefect(name, error);
  return {code: 'internal'};
}

function storageDetail(error: unknown): 'full' | 'read-only' | 'damaged' | 'failing' | undefined {
  if (error instanceof DatabaseError) {
    const {code} = error;
    return code === 'full' || code === 'read-only' || code === 'damaged' ? code : 'failing';
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full';
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'read-only';
  return error instanceof Error && 'syscall' in error ? 'failing' : undefined;
}
