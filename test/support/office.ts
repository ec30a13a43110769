import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';
import {contract} from '../../electron/contract/contract.ts';
import {
  CallError,
  makeClient,
  type Client,
  type Failure,
  type Reply,
  type Request,
  type Topic,
} from '../../electron/contract/kernel.ts';
import {handlers} from '../../electron/handlers/handlers.ts';
import {Application, type ApplicationOptions} from '../../electron/host/application.ts';
import type {Step} from '../../electron/host/atomic-file.ts';
import {makeDispatcher} from '../../electron/host/dispatch.ts';
import {Exchange} from '../../electron/host/exchange.ts';
import type {ExchangeDelays} from '../../electron/host/exchange-timer.ts';
import type {Platform} from '../../electron/handlers/platform.ts';
import {bindPages} from '../../electron/pdf/bind-pages.ts';
import type {PdfRenderer} from '../../electron/pdf/renderer.ts';
import type {PrintDefinition} from '../../templates/print/definition.ts';
import type {OrganisationType, SignatoryRole} from '../../domain/vocabulary.ts';

export type OfficeClient = Client<typeof contract>;

/** A fresh installation with the real dispatcher, its own folder and a clock that the test moves. */
export interface Office {
  readonly client: OfficeClient;
  readonly application: Application;
  readonly exchange: Exchange;
  readonly folder: string;
  /** Every call that was answered with success, `area.call`. */
  readonly made: Set<string>;
  /** What was sent to be printed, in order: the printing itself has tests of its own. */
  readonly printed: PrintDefinition[];
  /** Noon of this day, from now on. */
  readonly at: (day: string) => void;
  readonly send: (request: Request) => Promise<Reply<unknown>>;
}

export const password = 'ұзын құпия сөйлем';

export interface OfficeOptions {
  /** Where the data lies; by default a fresh temporary folder. */
  readonly folder?: string;
  /** What the host does when it is asked to save a file. */
  readonly saveFile?: Platform['saveFile'];
  /** What prints; by default nothing does, and what would be printed is gathered in `printed`. */
  readonly pdf?: PdfRenderer;
  /** False: nobody has an account yet. */
  readonly account?: boolean;
  /** Called before each step that a loss of power could part from the next. */
  readonly step?: Step;
  /** When an exchange begins by itself; by default never. */
  readonly delays?: ExchangeDelays;
  readonly publish?: (topics: readonly Topic[]) => void;
  /** Version of the program, and how another one is put in its place. */
  readonly program?: string;
  readonly updating?: ApplicationOptions['updating'];
  /** True: the folder stays when the test has ended. */
  readonly keepFolder?: boolean;
}

/** Never the same twice: an application that was started anew still knows the commands of before. */
let ids = 0;

/** Milliseconds: longer than any test. */
const never: ExchangeDelays = {afterChange: 2_000_000_000, between: 2_000_000_000};

export async function openOffice(day = '2026-01-05', options: OfficeOptions = {}): Promise<Office> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'tirek-office-'));
  let now = new Date(`${day}T12:00:00`);
  const clock = (): Date => now;
  const publish = options.publish ?? (() => undefined);
  const backupDelays = {afterSignIn: never.between, between: never.between};
  const {program = '0', updating, step = () => undefined} = options;
  const application = new Application({folder, clock, publish, backupDelays, step, program, updating});
  const exchange = new Exchange({application, clock, program: '0', publish, delays: options.delays ?? never});
  onTestFinished(async () => {
    await exchange.end();
    await application.backups.leaving();
    application.close();
    if (options.keepFolder !== true) rmSync(folder, {recursive: true, force: true});
  });
  const printed: PrintDefinition[] = [];
  const pdf: PdfRenderer = {
    render(definition) {
      printed.push(definition);
      return Promise.resolve(new TextEncoder().encode(JSON.stringify(definition)));
    },
    bind: binding => bindPages(binding),
    close: () => Promise.resolve(),
  };
  const dispatch = makeDispatcher({
    contract,
    handlers,
    application,
    exchange,
    pdf: options.pdf ?? pdf,
    platform: {
      host: 'loopback',
      version: '0',
      saveFile: options.saveFile ?? (() => Promise.resolve({saved: true})),
      openFile: () => Promise.resolve(undefined),
      chooseFolder: () => Promise.resolve(undefined),
      findSticks: () => Promise.resolve([]),
      notify: () => undefined,
    },
    clock,
    publish,
  });
  const made = new Set<string>();
  async function send(request: Request): Promise<Reply<unknown>> {
    const reply = await dispatch(structuredClone(request));
    if (reply.ok) made.add(`${request.area}.${request.call}`);
    return reply;
  }
  const client = makeClient(contract, send, () => `command-${(ids += 1)}`);
  if (options.account !== false) await client.session.createAccount({name: 'Басшы', password});
  return {
    client,
    application,
    exchange,
    folder,
    made,
    printed,
    at(next) {
      now = new Date(`${next}T12:00:00`);
    },
    send,
  };
}

/** Why a call failed; an error that is no failure of a call goes on. */
export async function failureOf(call: Promise<unknown>): Promise<Failure> {
  try {
    await call;
  } catch (error) {
    if (error instanceof CallError) return error.failure;
    throw error;
  }
  throw new Error('the call was answered');
}

export type Staff = Readonly<Record<'head' | SignatoryRole, string>>;

/** Names the organisation and its people: the head and one person for each line of the forms. */
export async function furnish({client}: Office, type: OrganisationType): Promise<Staff> {
  await client.facility.save({
    seen: null,
    type,
    name: {kk: '«Тірек» орталығы', ru: 'Центр «Тирек»'},
    place: {kk: 'Қызылорда қаласы', ru: 'город Кызылорда'},
    headStaffId: null,
  });
  const people = [
    ['head', null, 'Қасымжанова'],
    ['social-work-specialist', 'social-work-specialist', 'Жүнісова'],
    ['psychologist', 'psychologist', 'Иванова'],
    ['medical', 'medical', 'Үсенов'],
    ['specialist', 'specialist', 'Һамитова'],
    ['consultant', 'consultant', 'Өтеғали'],
  ] as const;
  const ids: Record<string, string> = {};
  for (const [key, signatoryRole, surname] of people) {
    const saved = await client.facility.saveStaff({
      id: null,
      seen: null,
      name: {surname, firstName: 'Әсел', patronymic: null},
      position: {kk: 'маман', ru: 'специалист'},
      signatoryRole,
      serviceTypes: [],
      startedOn: null,
      leftOn: null,
      isHead: key === 'head',
    });
    ids[key] = saved.id;
  }
  return ids as Staff;
}

export const nobody = {
  bornOn: null,
  sex: null,
  iin: null,
  iinOverrideReason: null,
  category: null,
  address: null,
  phone: null,
  programmeFrom: null,
  programmeTo: null,
} as const;

export const person = {
  ...nobody,
  name: {surname: 'Әбдіғаппарұлы', firstName: 'Өркен', patronymic: 'Һасенғалиұлы'},
  bornOn: '1958-05-09',
  sex: 'male',
  category: 'disabled-group-1-2',
  address: 'Қызылорда, Абай көшесі, 1',
  phone: '+7 701 000 00 01',
} as const;

type EventKind =
  | 'queued'
  | 'called'
  | 'postponed'
  | 'no-show'
  | 'admitted'
  | 'readmitted'
  | 'left'
  | 'came-back'
  | 'transferred'
  | 'discharged'
  | 'withdrawn';

export function event(
  kind: EventKind,
  happenedOn: string,
  orderNumber: string | null = '1-ж',
  until: string | null = null,
) {
  return {kind, happenedOn, orderNumber, reason: null, destination: null, until};
}

export async function admit({client}: Office, on: string, who: typeof person | Record<string, unknown> = person) {
  return client.journal.enter({
    journalId: null,
    recipientId: null,
    person: who as typeof person,
    event: event('admitted', on),
  });
}

export const noMeasure = {
  text: '',
  volume: null,
  period: null,
  dateFrom: null,
  dateTo: null,
  staffId: null,
  assignedOn: null,
} as const;
