import {randomUUID} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {must} from '../../domain/assert.ts';
import type {Connection} from '../../db/connection.ts';
import {makeClient, type Client} from '../../electron/contract/kernel.ts';
import {recipientCalls} from '../../electron/contract/recipient.ts';
import {recipientHandlers} from '../../electron/handlers/recipient.ts';
import {Application} from '../../electron/host/application.ts';
import {makeDispatcher, type DispatcherOptions} from '../../electron/host/dispatch.ts';
import {inventPerson} from './people.ts';

/** The part of the contract that these figures need; the way of a request is the same for every part. */
const contract = {recipient: recipientCalls};

/** An open installation with its contract, in a folder of its own: everything but the wire and the window. */
export interface BenchApplication {
  readonly client: Client<typeof contract>;
  readonly connection: Connection;
  readonly folder: string;
  close(): void;
}

export const benchPassword = 'жеті қазына, бір ат';

/** No print is made in these figures: one that is asked for fails. */
const noPdf = {} as DispatcherOptions<typeof contract>['pdf'];

export async function openBenchApplication(): Promise<BenchApplication> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-bench-'));
  const clock = () => new Date();
  const application = new Application({folder, clock});
  await application.createAccount('Әлия', benchPassword);
  const dispatch = makeDispatcher({
    contract,
    handlers: {recipient: recipientHandlers},
    application,
    pdf: noPdf,
    platform: {
      host: 'loopback',
      version: '0',
      saveFile: () => Promise.resolve({saved: false}),
      openFile: () => Promise.resolve(undefined),
      notify: () => undefined,
    },
    clock,
    publish: () => undefined,
  });
  const client = makeClient(contract, dispatch, randomUUID);
  return {
    client,
    connection: must(application.session()).connection,
    folder,
    close() {
      application.close();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

/** People with a personal file and a status, written below the commands, with all that triggers add. */
export function fill(connection: Connection, count: number): void {
  const rowsPerTransaction = 5_000;
  const journalId = randomUUID();
  const insert = (table: string, row: object) =>
    `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
      .map(() => '?')
      .join(', ')})`;
  const day = '2026-01-05';
  for (let from = 0; from < count; from += rowsPerTransaction) {
    connection.transact(
      db => {
        const put = (table: string, row: Record<string, string | number | null>) =>
          db.execute(insert(table, row), ...Object.values(row));
        for (let index = from; index < Math.min(count, from + rowsPerTransaction); index += 1) {
          const {firstName, bornOn, ...person} = inventPerson(index);
          put('recipient', {...person, first_name: firstName, born_on: bornOn ?? null});
          put('personal_file', {
            id: randomUUID(),
            recipient_id: person.id,
            number: String(index + 1),
            number_value: index + 1,
            opened_on: day,
            place_kk: 'Орал',
            place_ru: 'Уральск',
          });
          put('placement_state', {
            placement_id: randomUUID(),
            recipient_id: person.id,
            journal_id: journalId,
            row_number: index + 1,
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
