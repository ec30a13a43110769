import type {z} from 'zod';
import type {AuditKind} from '../../domain/audit.ts';
import type {Right} from '../../domain/roles.ts';

/**
 * What a screen may ask is one plain object of calls (`contract.ts`). Handlers, client, the channel list of the
 * preload bridge and the routes of the loopback host are derived from it; nothing is declared twice.
 *
 * Order of checks on the main side: sender, then state and role, then input, then the handler, then output.
 */

/**
 * Who may call: `anyone` also before signing in; `self` whoever is signed in, for what is theirs or nobody's secret; otherwise
 * whoever has the right (`domain/roles.ts`). `nobody`: its area has forgotten to say, and a test finds it.
 */
export type Access = 'anyone' | 'self' | 'nobody' | Right;

/** What a screen must ask again after a command. */
export const topics = [
  'session',
  'facility',
  'staff',
  'journal',
  'recipient',
  'file',
  'plan',
  'monitoring',
  'phrase',
  'paper',
  'calendar',
  'queue',
  'unit',
  'admission',
  'transfer',
  'binding',
  'norms',
  'job',
  'draft',
  'exchange',
  'reference',
  'backup',
  'importing',
  'update',
] as const;
export type Topic = (typeof topics)[number];

export interface Call<Kind extends 'query' | 'command', Input extends z.ZodType, Output extends z.ZodType> {
  readonly kind: Kind;
  readonly access: Access;
  /**
   * A call on the `records` gets the open database, a command in one transaction. One on the `application` gets what stands
   * around it: it may open and close the database, or go out, and makes what transactions it needs.
   */
  readonly on: 'records' | 'application';
  /** Of a command on the records: whether it may also write while a first load is running. */
  readonly whileJoining: boolean;
  /**
   * What kind of link an answer leaves in the audit; null: none. Of whom it is, the input says (audit-subject.ts). A command
   * on the records leaves `change` unless it says otherwise, a query nothing.
   */
  readonly audit: AuditKind | null;
  readonly input: Input;
  readonly output: Output;
  /** A query: what its answer depends on. A command: what it changes. */
  readonly topics: readonly Topic[];
}

export type AnyCall = Call<'query' | 'command', z.ZodType, z.ZodType>;
export type Contract = Readonly<Record<string, Readonly<Record<string, AnyCall>>>>;

interface Options {
  access?: Access;
  topics?: readonly Topic[];
  whileJoining?: boolean;
  audit?: AuditKind | null;
}

function shared({
  access = 'nobody',
  topics: own = [],
  whileJoining = false,
  audit = null,
}: Options): Omit<AnyCall, 'kind' | 'input' | 'output'> {
  return {access, topics: own, whileJoining, audit, on: 'records'};
}

/** A call that reads. Its handler gets a database that cannot write. */
export function query<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
  options: Options = {},
): Call<'query', Input, Output> {
  return {kind: 'query', input, output, ...shared(options)};
}

/** A call that writes, in one transaction. The client sends a `commandId` beside the input: a repeat is the same command. */
export function command<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
  options: Options = {},
): Call<'command', Input, Output> {
  return {kind: 'command', input, output, ...shared({audit: 'change', ...options})};
}

/** The calls of an area with what its queries and its commands ask for; a call that says otherwise keeps its own. */
export function area<const Calls extends Readonly<Record<string, AnyCall>>>(
  usual: {readonly query: Access; readonly command: Access},
  calls: Calls,
): Calls {
  const told = Object.entries(calls).map(([name, call]) => [
    name,
    call.access === 'nobody' ? {...call, access: usual[call.kind]} : call,
  ]);
  return Object.fromEntries(told) as Calls;
}

export interface OnApplication {
  readonly on: 'application';
}

/**
 * A call on the application itself. No receipt of it is kept: a double click is caught while the first one runs. It is no
 * change of the records: what comes and goes, the application notes itself.
 */
export function onApplication<C extends AnyCall>(call: C): C & OnApplication {
  return {...call, on: 'application', audit: call.audit === 'change' ? null : call.audit};
}

/**
 * Why a call failed: a closed set; the screen chooses the words.
 * - invalid: the input breaks the schema or a rule; `issues` names the fields.
 * - denied: this person may not do this.   - locked: nobody is signed in, or the database is not open.
 * - conflict: what the caller saw has changed since.   - missing: no such call or no such record.
 * - storage: the disk is full, read-only or failing; `detail` is 'full' | 'read-only' | 'failing'.
 * - internal: a defect; nothing was written.
 */
export const failureCodes = ['invalid', 'denied', 'locked', 'conflict', 'missing', 'storage', 'internal'] as const;
export type FailureCode = (typeof failureCodes)[number];

export interface FieldIssue {
  /** Path into the input, e.g. `measures.0.from`. Empty: the whole. */
  readonly field: string;
  /** A key of renderer/text/problems.ts, which has the words in both languages. */
  readonly problem: string;
}

export interface Failure {
  readonly code: FailureCode;
  readonly detail?: string;
  readonly issues?: readonly FieldIssue[];
}

export type Reply<T> = {readonly ok: true; readonly value: T} | {readonly ok: false; readonly error: Failure};

/** What the client sends: JSON only. */
export interface Request {
  readonly area: string;
  readonly call: string;
  readonly input: unknown;
  /** Commands only: made by the client, once per intention of the user. */
  readonly commandId?: string;
}

export type InputOf<C> = C extends AnyCall ? z.input<C['input']> : never;
export type ParsedInputOf<C> = C extends AnyCall ? z.output<C['input']> : never;
export type OutputOf<C> = C extends AnyCall ? z.output<C['output']> : never;
export type HandlerOutputOf<C> = C extends AnyCall ? z.input<C['output']> : never;

/** The client that screens and tests use: `client.plan.save(input)`; rejects with `CallError`. */
export type Client<C extends Contract> = {
  readonly [Area in keyof C]: {
    readonly [Name in keyof C[Area]]: (
      input: InputOf<C[Area][Name]>,
      options?: {commandId?: string},
    ) => Promise<OutputOf<C[Area][Name]>>;
  };
};

export class CallError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'CallError';
    this.failure = failure;
  }
}

/**
 * Derives the client from the contract. `send` carries a request to the main side and back: IPC, HTTP, or a function call.
 * `newId` makes command ids.
 */
export function makeClient<C extends Contract>(
  contract: C,
  send: (request: Request) => Promise<Reply<unknown>>,
  newId: () => string,
): Client<C> {
  const areas = Object.entries(contract).map(([area, calls]) => [
    area,
    Object.fromEntries(
      Object.entries(calls).map(([name, call]) => [
        name,
        async (input: unknown, options: {commandId?: string} = {}) => {
          const commandId = call.kind === 'command' ? (options.commandId ?? newId()) : undefined;
          const reply = await send({area, call: name, input, ...(commandId === undefined ? {} : {commandId})});
          if (!reply.ok) throw new CallError(reply.error);
          return call.output.parse(reply.value);
        },
      ]),
    ),
  ]);
  return Object.fromEntries(areas) as Client<C>;
}
