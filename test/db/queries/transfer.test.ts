import {expect, test} from 'vitest';
import {keepReceivers} from '../../../db/commands/handover.ts';
import {changeAt, historyOf} from '../../../db/history.ts';
import {knownReceivers} from '../../../db/queries/handover.ts';
import {portalEntryAuthor} from '../../../db/queries/portal.ts';
import {receivedContentOf, transferContent} from '../../../db/queries/transfer.ts';
import {testDatabase} from '../../support/test-database.ts';

test('of a hand-over that is not there nothing is said; whom the registry named last is remembered', () => {
  const connection = testDatabase();
  const db = connection.readable;
  expect([transferContent(db, 'none'), receivedContentOf(db, 'none'), portalEntryAuthor(db, 'none')]).toEqual([
    null,
    null,
    null,
  ]);
  expect(knownReceivers(db)).toEqual([]);
  const facility = '6d0c9d1e-0f5a-4c1c-8f0a-2b8a1f6a4f11';
  const known = [{facility, nameKk: 'Үміт үйі', nameRu: 'Дом «Үміт»', nodes: []}];
  connection.transact(each => keepReceivers(each, known), {accountId: null});
  expect(knownReceivers(db)).toEqual(known);
  expect(historyOf(db, ['none'], {before: null, limit: 9})).toEqual({changes: [], more: false});
  expect(changeAt(db, 999)).toBeUndefined();
});
