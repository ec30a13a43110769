import type {Database} from 'better-sqlite3';
import {existsSync, readdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {openClient} from '../../../../db/client.ts';
import {migrate, pendingMigrations} from '../../../../db/migrate.ts';
import {migrations} from '../../../../db/migrations/list.ts';
import {must} from '../../../../domain/assert.ts';
import {writeUpdateMemory} from '../../../../electron/host/update/memory.ts';
import {admitAnother, backupsOf} from '../../../support/backups.ts';
import {firstNode, writeFirstYear} from '../../../support/first-version.ts';
import {openOffice, password, type Office} from '../../../support/office.ts';
import {installedProgram} from '../../../support/updates.ts';

/** From the first version of the database that ever was, with a year of data, to this one; back by the backup; and forward again. */

const recipients = 40;
const first = migrations.slice(0, 1);

/** Everything that stands in a database, table by table. */
function dump(client: Database): Record<string, unknown[]> {
  const tables = client
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();
  return Object.fromEntries(tables.map(name => [name, client.prepare(`SELECT * FROM "${name}"`).all()]));
}

function inDatabase<Result>(office: Office, key: Uint8Array, look: (client: Database) => Result): Result {
  const client = openClient(join(office.folder, 'tirek.db'), key, false);
  try {
    return look(client);
  } finally {
    client.close();
  }
}

async function end(office: Office): Promise<void> {
  await office.exchange.end();
  await office.application.backups.leaving();
  office.application.close();
}

test('a year of the first version comes to this one whole, goes back byte for byte, and comes again', async () => {
  const program = installedProgram('0.2.0');
  const options = {program: '0.2.0', updating: program.updating, keepFolder: true};
  const old = await openOffice('2024-01-10', options);
  const {key, ring} = must(old.application.vault());
  const copied = Uint8Array.from(key);
  await old.client.session.lock({});
  rmSync(join(old.folder, 'tirek.db'));
  const made = openClient(join(old.folder, 'tirek.db'), copied, true);
  migrate(made, migrations, () => 0, 1);
  made.transaction(() => writeFirstYear(made, must(ring.accounts[0]).id, recipients))();
  const before = dump(made);
  made.close();
  await end(old);

  // Forward: all of it is there, in the words and the counts of today.
  const newer = await openOffice('2024-01-10', {...options, folder: old.folder, account: false});
  expect(await newer.client.session.signIn({name: 'Басшы', password})).toEqual({result: 'ok'});
  await expectWhole(newer);
  const [backup] = await backupsOf(newer);
  expect(backup).toMatchObject({kind: 'migration', problem: null, whose: 'own'});
  await admitAnother(newer, '2024-01-10');
  expect(await newer.client.recipient.search({text: '', limit: 50})).toHaveLength(recipients + 1);

  // The program of then refuses such data, and says so.
  await newer.client.session.lock({});
  inDatabase(newer, copied, client => expect(() => pendingMigrations(client, first)).toThrow('newer'));
  await newer.client.session.signIn({name: 'Басшы', password});

  // Back: as if an update had brought this program.
  const {folder, name} = must(backup);
  writeUpdateMemory(newer.folder, {
    to: '0.2.0',
    from: '0.1.0',
    schema: 1,
    replacedAt: '2024-01-10T06:00:00.000Z',
    backup: {folder, name},
    isUndone: false,
  });
  const kept = {...program.updating, installer: {...program.updating.installer, keeps: () => true, back: wayBack}};
  await end(newer);
  const going = await openOffice('2024-01-11', {...options, updating: kept, folder: old.folder, account: false});
  await going.client.session.signIn({name: 'Басшы', password});
  const {previous} = await going.client.update.state({});
  expect(must(previous?.loses).changes).toBeGreaterThan(0);
  expect(await going.client.update.back({password})).toEqual({result: 'restarts'});
  await end(going);
  inDatabase(going, copied, client => {
    expect(client.pragma('integrity_check', {simple: true})).toBe('ok');
    expect(pendingMigrations(client, first)).toEqual([]);
    expect(dump(client)).toEqual(before);
  });

  // And forward once more, by the same steps.
  const again = await openOffice('2024-01-11', {...options, folder: old.folder, account: false, keepFolder: false});
  expect(await again.client.session.signIn({name: 'Басшы', password})).toEqual({result: 'ok'});
  await expectWhole(again);
  expect(existsSync(join(old.folder, 'unsettled.json'))).toBe(false);
  expect(readdirSync(old.folder).filter(each => each.startsWith('set-aside-'))).toHaveLength(1);
});

function wayBack() {
  return {handover: {how: 'restart' as const, program: '', args: [], waits: false}, undo: () => undefined};
}

async function expectWhole({client, application}: Office): Promise<void> {
  expect(application.session()?.connection.node).toBe(firstNode);
  const found = await client.recipient.search({text: '', limit: 50});
  expect(found).toHaveLength(recipients);
  expect(await client.recipient.search({text: 'абдигаппарулы7', limit: 10})).toMatchObject([{recipientId: 'r7'}]);
  const plan = await client.plan.get({id: 'plan7'});
  expect(plan).toMatchObject({status: 'approved'});
  expect(plan.measures.map(({text}) => text)).toContain('Іс-шара 3');
  expect(await client.monitoring.rounds({planId: 'plan7'})).toHaveLength(4);
  expect(await client.monitoring.get({id: 'plan7q4'})).toMatchObject({status: 'closed'});
  expect(await client.audit.verify({})).toMatchObject({broken: null});
}
