import Sqlite from 'better-sqlite3';
import {describe, expect, onTestFinished, test} from 'vitest';
import {migrate} from '../../../db/migrate.ts';
import {migrations} from '../../../db/migrations/list.ts';

/** A database of the version before, with an issued paper that was printed, brought to this one. */
function migrated(): Sqlite.Database {
  const client = new Sqlite(':memory:');
  onTestFinished(() => void client.close());
  migrate(client, migrations, () => 0, 5);
  client.exec(`
    INSERT INTO paper (id, form, edition_id, edition_shape, subject_id, revision, legal_date, frozen_at, "values")
      VALUES ('p', 'appendix-4', '308-2022/appendix-4', 'x', 's', 1, '2026-01-05', '2026-01-05T06:00:00.000Z', '{"a":1}');
    INSERT INTO print (id, paper_id, form, language, how, state, printed_at, account_id)
      VALUES ('r', 'p', 'appendix-4', 'kk', 'printed', 'frozen', '2026-01-05T06:00:00.000Z', 'a');
    INSERT INTO reference (id, version, sha256, size) VALUES ('k', 1, 'ff', 10);
  `);
  migrate(client, migrations, () => 0, 6);
  return client;
}

describe('reference data', () => {
  test('an issued paper is as it was, with the labels of its edition, and the log grows by nothing (rule 14)', () => {
    const client = migrated();
    expect(client.prepare('SELECT id, "values", labels FROM paper').all()).toEqual([
      {id: 'p', values: '{"a":1}', labels: null},
    ]);
    expect(client.prepare('SELECT paper_id FROM print').pluck().all()).toEqual(['p']);
    expect(client.prepare('SELECT version, kind, published_at, content, seal FROM reference').all()).toEqual([
      {version: 1, kind: null, published_at: null, content: null, seal: null},
    ]);
    expect(client.prepare('SELECT count(*) FROM change').pluck().get()).toBe(0);
  });

  interface Case {
    readonly what: string;
    readonly sql: string;
    readonly refusal: string;
  }
  const cases: readonly Case[] = [
    {what: 'a day instead of an instant', sql: "UPDATE reference SET published_at = '2026-01-05'", refusal: 'reference_published_at'},
    {what: 'a content that is no JSON', sql: "UPDATE reference SET content = 'words'", refusal: 'reference_content'},
    {what: 'labels that are no JSON', sql: "UPDATE paper SET labels = 'words'", refusal: 'paper_labels'},
  ];
  test.each(cases)('refuses $what', ({sql, refusal}) => {
    expect(() => migrated().exec(sql)).toThrow(refusal);
  });
});
