import type {Attachments} from '../../db/attachments/attachments.ts';
import type {ReadableDb, WritableDb} from '../../db/connection.ts';
import type {AccountRole} from '../../domain/roles.ts';
import type {
  AnyCall,
  Contract,
  Failure,
  FailureCode,
  FieldIssue,
  HandlerOutputOf,
  OnApplication,
  ParsedInputOf,
} from '../contract/kernel.ts';
import type {ApplicationPort} from './application.ts';
import type {ExchangePort} from './exchange-port.ts';
import type {PdfRenderer} from '../pdf/renderer.ts';
import type {Sealer} from '../transfer/sealer.ts';
import type {TableReader} from '../excel/read/table-reader.ts';
import type {Jobs} from './jobs.ts';
import type {MadePapers} from './made-papers.ts';
import type {Platform} from './platform.ts';

/** Who is signed in. `staffId` is null until set-up has linked the account to a member of staff. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly staffId: string | null;
}

interface Context {
  readonly account: Account;
  /** The instant of the request, UTC ISO with Z. */
  readonly now: string;
  /** The day of the request where the person sits, `YYYY-MM-DD`. */
  readonly today: string;
  /** The bytes of scans and pictures; not part of a command's transaction, but what it leaves over is cleared away. */
  readonly attachments: Attachments;
}

/** A query may be slow (a print): it may wait, and it cannot write. */
export interface QueryContext extends Context {
  readonly db: ReadableDb;
  readonly pdf: PdfRenderer;
  readonly sealer: Sealer;
  readonly platform: Platform;
  readonly jobs: Omit<Jobs, 'startWriting'>;
  readonly tables: TableReader;
  readonly made: MadePapers;
  readonly exchange: Pick<ExchangePort, 'running' | 'last'>;
}

/** A command is one IMMEDIATE transaction, from its first statement to its last: so its handler is synchronous. */
export interface CommandContext extends Context {
  readonly db: WritableDb;
  /** What long work has made in this session: it may be what a command writes down. What takes long to write is work itself. */
  readonly jobs: Pick<Jobs, 'result' | 'startWriting'>;
}

/** A call on the application itself: it works before there is a database, opens and closes it, or goes out. */
export interface ApplicationContext {
  readonly application: ApplicationPort;
  readonly exchange: ExchangePort;
  readonly platform: Platform;
}

type Handler<Call extends AnyCall> = Call extends OnApplication
  ? (context: ApplicationContext, input: ParsedInputOf<Call>) => HandlerOutputOf<Call> | Promise<HandlerOutputOf<Call>>
  : Call['kind'] extends 'query'
    ? (context: QueryContext, input: ParsedInputOf<Call>) => HandlerOutputOf<Call> | Promise<HandlerOutputOf<Call>>
    : (context: CommandContext, input: ParsedInputOf<Call>) => HandlerOutputOf<Call>;

/** One area's handlers: `export const planHandlers: AreaHandlers<typeof planCalls> = {...}`. */
export type AreaHandlers<Calls extends Readonly<Record<string, AnyCall>>> = {
  readonly [Name in keyof Calls]: Handler<Calls[Name]>;
};

/** A handler for each call of the contract: one that is missing, or writes in a query, does not compile. */
export type Handlers<C extends Contract> = {
  readonly [Area in keyof C]: AreaHandlers<C[Area]>;
};

/** What a handler throws to answer with a failure; the transaction of a command is rolled back. */
export class CallFailure extends Error {
  readonly failure: Failure;

  constructor(code: FailureCode, more: Omit<Failure, 'code'> = {}) {
    super(code);
    this.name = 'CallFailure';
    this.failure = {code, ...more};
  }
}

/** A rule is broken: names the fields and the keys of their words in renderer/text/problems.ts. */
export function invalid(...issues: readonly FieldIssue[]): CallFailure {
  return new CallFailure('invalid', {issues});
}
