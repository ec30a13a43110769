import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {areDerivedSuspended} from '../../../db/derived.ts';
import {furnish, openOffice, password, type Office} from '../../support/office.ts';
import {until} from '../../support/time.ts';
import {bookOf, checkTable, finished, takeBack} from '../../support/tables.ts';

/** So many people that search, states and deadlines are made anew after them instead of being kept up. */

const many = 4_100;

const book = bookOf([
  ['Тегі', 'Аты', 'Түскен күні'],
  ...Array.from({length: many}, (_, index) => [`Тегі${index}`, 'Аты', '12.01.2026']),
]);

let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'tirek-import-cut-'));
});

afterAll(() => rmSync(copy, {recursive: true, force: true}));

async function checked(office: Office): Promise<string> {
  await furnish(office, 'home-care');
  return (await checkTable(office, 'people', book)).jobId;
}

/** What search, journal and Today say of everybody who is there. */
async function whoIsThere(office: Office): Promise<Record<string, number>> {
  const {connection} = must(office.application.session());
  const count = (sql: string): number => must(connection.readable.prepare<{n: number}>(sql).get()).n;
  const [hit] = await office.client.recipient.search({text: 'тегі0 аты', limit: 5});
  await office.client.today.get({limit: 1});
  return {
    people: count('SELECT count(*) AS n FROM recipient'),
    found: count("SELECT count(*) AS n FROM search_word('тег*')"),
    receiving: count("SELECT count(*) AS n FROM placement_state WHERE status = 'receiving' AND current"),
    cards: count("SELECT count(*) AS n FROM search_entry WHERE card LIKE '%receiving%'"),
    due: count('SELECT count(DISTINCT recipient_id) AS n FROM deadline'),
    first: hit === undefined ? 0 : 1,
  };
}

const all = (people: number): Record<string, number> => ({
  people,
  found: people,
  receiving: people,
  cards: people,
  due: people,
  first: Math.min(people, 1),
});

test('a stop in the middle, a power cut and taking back leave nothing that does not agree', async () => {
  const office = await openOffice('2026-02-02');
  const jobId = await checked(office);
  const take = await office.client.importing.take({jobId, rows: 'all'});
  await until(async () => (await office.client.job.state({jobId: take.jobId})).done > 0 || undefined);
  // Between two parts: what lies on the disk is what a power cut would leave.
  const {connection} = must(office.application.session());
  expect(areDerivedSuspended(connection.readable)).toBe(true);
  cpSync(office.folder, copy, {recursive: true, filter: file => !file.endsWith('.lock')});
  await office.client.job.cancel({jobId: take.jobId});
  await finished(office, take.jobId);
  await expect.poll(() => areDerivedSuspended(connection.readable)).toBe(false);
  const [record] = await office.client.importing.list({});
  const {taken, importId} = must(record);
  expect(taken).toBeGreaterThanOrEqual(1_000);
  expect(taken).toBeLessThan(many);
  expect(await whoIsThere(office)).toEqual(all(taken));
  expect((await takeBack(office, importId)).removed).toBe(taken);
  expect(await whoIsThere(office)).toEqual(all(0));

  const after = await openOffice('2026-02-02', {folder: copy, account: false});
  await after.client.session.signIn({name: 'Басшы', password});
  const left = must((await after.client.importing.list({}))[0]);
  expect(left.taken).toBeGreaterThanOrEqual(1_000);
  expect(await whoIsThere(after)).toEqual(all(left.taken));
  expect((await takeBack(after, left.importId)).removed).toBe(left.taken);
  expect(await whoIsThere(after)).toEqual(all(0));
});
