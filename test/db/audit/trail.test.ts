import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {verifyAudit} from '../../../db/audit/verify.ts';
import type {Connection, ReadableDb} from '../../../db/connection.ts';
import {writeSetting} from '../../../db/settings.ts';
import {rawClient, temporaryFolder, testDatabase} from '../../support/test-database.ts';

const account = {accountId: 'account-1'};

interface Line {
  seq: number;
  account: string | null;
  kind: string;
  what: string;
  firstChange: number | null;
  lastChange: number;
}

function linksIn(db: ReadableDb): Line[] {
  return db
    .prepare<Line>(
      'SELECT seq, account, kind, what, first_change AS firstChange, last_change AS lastChange FROM audit ORDER BY seq',
    )
    .all();
}

/** A command that is noted, one that nobody noted, a look without a change, and a page of the exchange. */
function work(connection: Connection): void {
  connection.transact((db, note) => {
    writeSetting(db, 'first', 'а');
    writeSetting(db, 'second', 'б');
    note({kind: 'change', what: 'plan.save', subject: {table: 'plan', id: 'p'}, recipientId: 'r', detail: {rows: 2}});
  }, account);
  connection.transact(db => writeSetting(db, 'first', 'в'), account);
  connection.transact((_, note) => note({kind: 'view', what: 'plan.get'}), account);
  connection.integrate(log => writeSetting(log.db, 'second', 'г'));
}

describe('the chain of a database', () => {
  test('begins with it and covers every change, noted or not', () => {
    const connection = testDatabase();
    work(connection);
    expect(linksIn(connection.readable)).toEqual([
      {seq: 1, account: null, kind: 'program', what: 'audit.begin', firstChange: null, lastChange: 0},
      {seq: 2, account: 'account-1', kind: 'change', what: 'plan.save', firstChange: 1, lastChange: 2},
      {seq: 3, account: 'account-1', kind: 'program', what: 'audit.written', firstChange: 3, lastChange: 3},
      {seq: 4, account: 'account-1', kind: 'view', what: 'plan.get', firstChange: null, lastChange: 3},
      {seq: 5, account: null, kind: 'exchange', what: 'audit.integrated', firstChange: 4, lastChange: 4},
    ]);
  });

  test('holds, also after it was opened again, and goes on', async () => {
    const file = join(temporaryFolder(), 'tirek.db');
    const first = testDatabase({file});
    work(first);
    first.close();
    const second = testDatabase({file});
    work(second);
    const verified = await verifyAudit(second.readable);
    expect(verified).toMatchObject({links: 9, broken: null, end: {seq: 9}});
    expect(verified.firstAt).toBe(verified.lastAt);
  });

  test('covers with its first link what stood in the log before there was an audit', async () => {
    const file = join(temporaryFolder(), 'tirek.db');
    const first = testDatabase({file});
    first.transact(db => {
      for (let index = 0; index < 2_345; index += 1) writeSetting(db, `setting ${index}`, index);
    }, account);
    first.close();
    const raw = rawClient(file);
    raw.exec("DROP TRIGGER keep_audit_delete; DELETE FROM audit; DELETE FROM sqlite_sequence WHERE name = 'audit'");
    raw.close();
    const {readable} = testDatabase({file});
    expect(linksIn(readable)).toMatchObject([{seq: 1, what: 'audit.begin', firstChange: 1, lastChange: 2_345}]);
    expect(await verifyAudit(readable)).toMatchObject({links: 1, broken: null});
  });

  test('bears nothing of a transaction that was rolled back', async () => {
    const connection = testDatabase();
    const failing = () =>
      connection.transact((db, note) => {
        writeSetting(db, 'first', 'а');
        note({kind: 'change', what: 'plan.save'});
        throw new Error('no');
      }, account);
    expect(failing).toThrow('no');
    work(connection);
    expect(linksIn(connection.readable)).toHaveLength(5);
    expect(await verifyAudit(connection.readable)).toMatchObject({broken: null});
  });

  test.each([
    "UPDATE audit SET what = 'x'",
    'DELETE FROM audit',
    "INSERT INTO audit (at, kind, what, detail, last_change, previous, hash) VALUES ('', 'view', '', '{}', 0, '', '')",
  ])('cannot be written by whoever has a connection: %s', sql => {
    const connection = testDatabase();
    work(connection);
    expect(() => connection.transact(db => db.execute(sql), account)).toThrow('nobody the audit');
    // And where the exchange may write the log, its rows stay all the same.
    if (!sql.startsWith('INSERT')) {
      expect(() => connection.integrate(log => log.run(sql))).toThrow('the audit only grows');
    }
  });
});

interface Case {
  readonly how: string;
  readonly sql: string;
  readonly broken: {readonly seq: number; readonly problem: string};
}

const cases: readonly Case[] = [
  {
    how: 'a link says something else',
    sql: "UPDATE audit SET account = 'x' WHERE seq = 4",
    broken: {seq: 4, problem: 'altered'},
  },
  {how: 'a link is gone', sql: 'DELETE FROM audit WHERE seq = 3', broken: {seq: 3, problem: 'missing'}},
  {how: 'the last link is gone', sql: 'DELETE FROM audit WHERE seq = 5', broken: {seq: 5, problem: 'cut-off'}},
  {how: 'the first link is gone', sql: 'DELETE FROM audit WHERE seq = 1', broken: {seq: 1, problem: 'missing'}},
  {
    how: 'a link was put before the first',
    sql: 'UPDATE audit SET seq = -1 WHERE seq = 4',
    broken: {seq: 1, problem: 'missing'},
  },
  {
    how: 'a change of the log says something else',
    sql: "UPDATE change SET author = 'x' WHERE seq = 2",
    broken: {seq: 2, problem: 'changes'},
  },
  {how: 'a change of the log is gone', sql: 'DELETE FROM change WHERE seq = 3', broken: {seq: 3, problem: 'changes'}},
  {
    how: 'a change was put behind the last',
    sql: "INSERT INTO change (table_name, row_id, op, patch, recorded_at, stamp, origin) SELECT table_name, row_id, op, patch, recorded_at, stamp || 'x', origin FROM change WHERE seq = 1",
    broken: {seq: 5, problem: 'uncovered'},
  },
];

test.each(cases)('whoever has the key and the file is found out: $how', async ({sql, broken}) => {
  const file = join(temporaryFolder(), 'tirek.db');
  const connection = testDatabase({file});
  work(connection);
  connection.close();
  const raw = rawClient(file);
  for (const trigger of ['audit_update', 'audit_delete', 'change_update', 'change_delete']) {
    raw.exec(`DROP TRIGGER keep_${trigger}`);
  }
  raw.exec(sql);
  raw.close();
  expect(await verifyAudit(testDatabase({file}).readable)).toMatchObject({broken});
});
