import {describe, expect, test} from 'vitest';
import {draftsOf, dropDraft, findDraft, keepDraft} from '../../db/drafts.ts';
import {change} from '../../db/schema/log.ts';
import {testDatabase} from '../support/test-database.ts';

const somebody = {accountId: 'a'};
const draft = {accountId: 'a', key: 'plan/1', values: {from: '31.02.'}, base: null, savedAt: '2026-01-05T04:30:00Z'};

describe('drafts', () => {
  test('the latest is kept, each person has their own, and nothing is logged', () => {
    const connection = testDatabase();
    const later = {
      ...draft,
      values: {from: '01.03.2026', deep: [1, null]},
      base: 'stamp',
      savedAt: '2026-01-05T04:31:00Z',
    };
    connection.transact(db => {
      keepDraft(db, draft);
      keepDraft(db, {...draft, accountId: 'b'});
      keepDraft(db, later);
      keepDraft(db, {...draft, key: 'plan/2'});
    }, somebody);
    expect(findDraft(connection.readable, 'a', 'plan/1')).toEqual(later);
    expect(findDraft(connection.readable, 'b', 'plan/1')?.values).toEqual(draft.values);
    expect(draftsOf(connection.readable, 'a')).toEqual([
      {key: 'plan/1', savedAt: later.savedAt},
      {key: 'plan/2', savedAt: draft.savedAt},
    ]);
    connection.transact(db => dropDraft(db, 'a', 'plan/1'), somebody);
    expect(findDraft(connection.readable, 'a', 'plan/1')).toBeUndefined();
    expect(connection.readable.select().from(change).all()).toEqual([]);
  });
});
