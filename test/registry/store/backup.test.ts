import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Client} from 'pg';
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {commandDone, problemWords} from '../../../registry/server/problem-words.ts';
import {backup} from '../../../registry/store/backup/backup.ts';
import {runTool} from '../../../registry/store/backup/postgres-tool.ts';
import {restore} from '../../../registry/store/backup/restore.ts';
import {receive} from '../../../registry/store/receive.ts';
import {makeReply, networkBounds} from '../../../registry/store/reply.ts';
import {postgres} from '../../../registry/store/postgres.ts';
import {codeOf, StoreError} from '../../../registry/store/store-error.ts';
import {openStore, type Store} from '../../../registry/store/store.ts';
import {tables} from '../../../registry/store/tables.ts';
import {change} from '../../../registry/store/schema/log.ts';
import type {Office} from '../support/office.ts';
import {registryMain} from '../support/process.ts';
import {makeDatabase} from '../support/stores.ts';
import {openWorld, type World} from '../support/world.ts';
import {lacks} from '../../support/lacks.ts';

const folder = mkdtempSync(join(tmpdir(), 'tirek-copy-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(args: string[], url: string, path = process.env.PATH): Promise<Ended> {
  const child = spawn(process.execPath, [registryMain, ...args], {env: {PATH: path, DATABASE_URL: url}});
  const said = {stdout: '', stderr: ''};
  for (const name of ['stdout', 'stderr'] as const) child[name].on('data', bytes => (said[name] += String(bytes)));
  const [status] = (await once(child, 'close')) as [number | null];
  return {status, ...said};
}

/** So many rows in each table, as somebody whom no policy holds back from reading. */
async function counts(url: string): Promise<Record<string, number>> {
  const client = new Client(url);
  await client.connect();
  await client.query('SET ROLE tirek_backup');
  const found: Record<string, number> = {};
  for (const name of tableNames) {
    const {rows} = await client.query<{rows: string}>(`SELECT count(*) AS rows FROM "${name}"`);
    found[name] = Number(must(rows[0]).rows);
  }
  await client.end();
  return found;
}

const tableNames = Object.keys(tables).map(name => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`));

describe.skipIf(lacks.postgreSql())('a copy of PostgreSQL', () => {
  const file = join(folder, 'registry.dump');
  let world: World;
  let offices: Office[];

  beforeAll(async () => {
    world = await openWorld('PostgreSQL');
    offices = [await world.office(await world.facility('A')), await world.office(await world.facility('B'))];
    for (const office of offices) {
      for (let written = 0; written < 20; written += 1) office.write({patch: '{"surname":"Сүлейменова"}'});
      office.write({table: 'reference'});
      await world.exchange(office);
    }
  });
  afterAll(() => world.close());

  test('it is put into an empty database whole, and each facility has all again after one exchange', async () => {
    const url = must(world.url);
    const made = await run(['backup', file], url);
    expect(made).toMatchObject({status: 0, stderr: ''});
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(made.stdout).toContain(`${statSync(file).size} байт`);
    const copied = await counts(url);
    expect(copied).toMatchObject({facility: 2, node: 2, change: 40, quarantine: 2, registry: 1});

    // What is written and exchanged after that is in no copy.
    for (const office of offices) {
      for (let written = 0; written < 30; written += 1) office.write();
      await world.exchange(office);
    }
    const {url: empty, drop} = await makeDatabase();
    onTestFinished(drop);
    const put = await run(['restore', file], empty);
    expect(put).toMatchObject({status: 0, stderr: ''});
    expect(await counts(empty)).toEqual(copied);

    const store = await openStore(
      postgres(empty, () => undefined),
      Date.now,
    );
    onTestFinished(() => store.close());
    const registry = {...world.registry, store};
    for (const office of offices) {
      office.write();
      expect(await stampsOf(store, office)).toHaveLength(20);
      // One exchange is what it takes, of as many parcels as the two have to say.
      for (let parcel = 0; parcel < 3; parcel += 1) {
        const {header, changes} = office.parcel();
        const sender = {facilityId: office.facility, node: office.node};
        await receive(registry, sender, header, changes);
        office.receive(await makeReply(registry, sender, networkBounds, 'test'));
      }
      const own = office.log.filter(({table}) => table !== 'reference').map(({stamp}) => stamp);
      expect(own).toHaveLength(51);
      expect(await stampsOf(store, office)).toEqual(own.toSorted());
    }
    // The policies came along: nobody sees another's rows, and the owner sees none.
    const [ours, theirs] = offices.map(({facility}) => facility);
    const seen = await store.asFacility(must(ours), db => db.selectDistinct({id: change.facilityId}).from(change));
    expect(seen).toEqual([{id: ours}]);
    expect(theirs).not.toBe(ours);
    expect(await store.asOwner(db => db.select().from(change))).toEqual([]);
    expect(
      await store.asOfficer(db => db.select({facilityId: change.facilityId}).from(change)).catch(() => 'denied'),
    ).toBe('denied');
  });

  test('what cannot be done is refused by its reason, without a value, and leaves nothing behind', async () => {
    const url = must(world.url);
    const {url: empty, drop} = await makeDatabase();
    onTestFinished(drop);
    const refusal = async (work: Promise<unknown>): Promise<unknown> => {
      const error = await work.then(
        () => new Error('done'),
        (failed: unknown) => failed,
      );
      if (!(error instanceof StoreError)) return codeOf(error);
      expect(error.said).not.toContain('Сүлейменова');
      return error.problem;
    };
    const cut = join(folder, 'cut.dump');
    writeFileSync(cut, readFileSync(file).subarray(0, statSync(file).size - 2_000));
    const text = join(folder, 'photo.dump');
    writeFileSync(text, 'JFIF');
    expect(await refusal(backup(url, file))).toBe('file-exists');
    expect(await refusal(backup(url, join(folder, 'nowhere', 'a.dump')))).toBe('ENOENT');
    expect(await refusal(backup(empty, join(folder, 'a.dump')))).toBe('not-migrated');
    expect(await refusal(restore(url, file, Date.now))).toBe('not-empty');
    expect(await refusal(restore(empty, text, Date.now))).toBe('no-backup');
    expect(await refusal(restore(empty, cut, Date.now))).toBe('tool-failed');
    // A table that the role of the copy cannot read whole is no part of a copy that looks whole.
    await world.driver.asOwner(owner =>
      owner.script('CREATE TABLE later (id integer); ALTER TABLE later ENABLE ROW LEVEL SECURITY;'),
    );
    expect(await refusal(backup(url, join(folder, 'a.dump')))).toBe('tool-failed');
    await world.driver.asOwner(owner => owner.script('DROP TABLE later'));
    const words = await run(['backup', join(folder, 'a.dump')], url, '/nowhere');
    expect(words).toEqual({
      status: 1,
      stdout: '',
      stderr: `${problemWords['no-tool'].kk}\n${problemWords['no-tool'].ru}\npg_dump\n`,
    });
    expect(readdirSync(folder).toSorted()).toEqual(['cut.dump', 'photo.dump', 'registry.dump']);
    // All or nothing: the cut one left no table behind, and the whole one still goes in.
    await restore(empty, file, Date.now);
  });

  test('a database before this version, or behind it, is not copied', async () => {
    const {url, drop} = await makeDatabase();
    onTestFinished(drop);
    const at = async (statement: string): Promise<string> => {
      const client = new Client(url);
      await client.connect();
      await client.query(statement);
      await client.end();
      return backup(url, join(folder, 'never.dump')).then(String, (error: StoreError) => error.problem);
    };
    expect(await at('SELECT 1')).toBe('not-migrated');
    expect(await at('CREATE TABLE applied_migration (version integer)')).toBe('not-migrated');
    expect(await at('INSERT INTO applied_migration VALUES (1)')).toBe('not-migrated');
    expect(await at('INSERT INTO applied_migration VALUES (9999)')).toBe('newer');
    expect(readdirSync(folder)).not.toContain('never.dump');
  });

  test('two processes that migrate at once both come to the end', async () => {
    const {url, drop} = await makeDatabase();
    onTestFinished(drop);
    const done = {status: 0, stderr: '', stdout: `${commandDone.migrated.kk}\n${commandDone.migrated.ru}\n`};
    expect(await Promise.all([run(['migrate'], url), run(['migrate'], url)])).toEqual([done, done]);
  });
});

async function stampsOf(store: Store, office: Office): Promise<string[]> {
  const rows = await store.asFacility(office.facility, db => db.select({stamp: change.stamp}).from(change));
  return rows.map(({stamp}) => stamp).toSorted();
}

test.skipIf(lacks.linux())(
  'a password goes by the environment, where nobody else reads it, never in the command line',
  async () => {
    const tools = mkdtempSync(join(tmpdir(), 'tirek-tools-'));
    const before = process.env.PATH;
    onTestFinished(() => {
      process.env.PATH = before;
      rmSync(tools, {recursive: true, force: true});
    });
    const said = join(tools, 'said');
    writeFileSync(join(tools, 'pg_dump'), `#!/bin/sh\necho "$PGPASSWORD $*" > '${said}'\n`, {mode: 0o755});
    process.env.PATH = `${tools}:${before}`;
    await runTool('pg_dump', ['--version'], {url: 'postgres://tirek:p%40ss@db.example/tirek'});
    expect(readFileSync(said, 'utf8')).toBe(
      'p@ss --version --no-password --dbname postgres://tirek@db.example/tirek\n',
    );
  },
);
