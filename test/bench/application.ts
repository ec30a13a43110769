import {idFor} from './id-for.ts';
import {randomUUID} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {assert, must} from '../../domain/assert.ts';
import type {Connection, WritableDb} from '../../db/connection.ts';
import {area, makeClient, type Client} from '../../electron/contract/kernel.ts';
import {journalCalls} from '../../electron/contract/journal.ts';
import {recipientCalls} from '../../electron/contract/recipient.ts';
import {todayCalls} from '../../electron/contract/today.ts';
import {journalHandlers} from '../../electron/handlers/journal.ts';
import {recipientHandlers} from '../../electron/handlers/recipient.ts';
import {todayHandlers} from '../../electron/handlers/today.ts';
import {Application} from '../../electron/host/application.ts';
import {makeDispatcher, type DispatcherOptions} from '../../electron/host/dispatch.ts';
import {inventPerson} from './people.ts';

/** The parts of the contract that these figures need; the way of a request is the same for every part. */
const contract = {
  recipient: area({query: 'records', command: 'person'}, recipientCalls),
  journal: area({query: 'records', command: 'person'}, journalCalls),
  today: area({query: 'records', command: 'nobody'}, todayCalls),
};

/** An open installation with its contract, in a folder of its own: everything but the wire and the window. */
export interface BenchApplication {
  readonly client: Client<typeof contract>;
  /** Of the session that is open. */
  connection(): Connection;
  readonly folder: string;
  /** Locks, and signs in again: what the product does between two working days. */
  restart(): Promise<void>;
  close(): void;
}

const accountName = 'Әлия';
export const benchPassword = 'жеті қазына, бір ат';

/** No print is made in these figures: one that is asked for fails. */
const noPdf = {} as DispatcherOptions<typeof contract>['pdf'];

export async function openBenchApplication(): Promise<BenchApplication> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-bench-'));
  const clock = () => new Date();
  const application = new Application({folder, clock});
  await application.createAccount(accountName, benchPassword);
  const dispatch = makeDispatcher({
    contract,
    handlers: {recipient: recipientHandlers, journal: journalHandlers, today: todayHandlers},
    application,
    pdf: noPdf,
    platform: {
      host: 'loopback',
      version: '0',
      saveFile: () => Promise.resolve({saved: false}),
      openFile: () => Promise.resolve(undefined),
      chooseFolder: () => Promise.resolve(undefined),
      findSticks: () => Promise.resolve([]),
      notify: () => undefined,
    },
    clock,
    publish: () => undefined,
  });
  const client = makeClient(contract, dispatch, randomUUID);
  return {
    client,
    connection: () => must(application.session()).connection,
    folder,
    async restart() {
      await application.lock();
      const {result} = await application.signIn(accountName, benchPassword);
      assert(result === 'ok', 'signed in again');
    },
    close() {
      application.close();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

interface Filling {
  /** How many are there already. */
  readonly from?: number;
  readonly journalId?: string;
  /** The day of admission: with it one of three has no file. */
  readonly placed?: (index: number) => string;
}

type Row = Readonly<Record<string, string | number | null>>;

/** Writes rows below the commands, by the names that the columns have in SQL. */
export function insertInto(db: WritableDb): (table: string, row: Row) => void {
  return (table, row) => {
    const columns = Object.keys(row);
    const places = columns.map(() => '?').join(', ');
    db.execute(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`, ...Object.values(row));
  };
}

/** People with a personal file and a row of the journal, written below the commands, with all that triggers add, until there are `count`. */
export function fill(
  connection: Connection,
  count: number,
  {from: first = 0, journalId = randomUUID(), placed}: Filling = {},
): void {
  const rowsPerTransaction = 5_000;
  for (let from = first; from < count; from += rowsPerTransaction) {
    connection.transact(
      db => {
        const put = insertInto(db);
        if (from === 0) put('journal', {id: journalId, begun_on: '2020-01-01'});
        for (let index = from; index < Math.min(count, from + rowsPerTransaction); index += 1) {
          const {firstName, bornOn, ...person} = inventPerson(index);
          const day = placed?.(index) ?? '2026-01-05';
          put('recipient', {...person, first_name: firstName, born_on: bornOn ?? null});
          if (placed === undefined || index % 3 > 0) {
            put('personal_file', {
              id: randomUUID(),
              recipient_id: person.id,
              number: String(index + 1),
              number_value: index + 1,
              opened_on: day,
              place_kk: 'Орал',
              place_ru: 'Уральск',
            });
          }
          const row = {recipient_id: person.id, journal_id: journalId, row_number: index + 1};
          const placementId = idFor('placement', index);
          put('placement', {id: placementId, ...row});
          put('placement_event', {
            id: idFor('event', index),
            placement_id: placementId,
            kind: 'admitted',
            happened_on: day,
            order_number: '1-ж',
            position: 0,
          });
          put('placement_state', {
            placement_id: placementId,
            ...row,
            status: 'receiving',
            since: day,
            admitted_on: day,
            returned: 0,
            current: 1,
            name_key: person.surname,
          });
        }
      },
      {accountId: null},
    );
  }
}
