import {draftsOf, dropDraft, findDraft, keepDraft} from '../../db/drafts.ts';
import {draftValues, type draftCalls} from '../contract/draft.ts';
import type {AreaHandlers} from './context.ts';

export const draftHandlers: AreaHandlers<typeof draftCalls> = {
  get({db, account}, {key}) {
    const draft = findDraft(db, account.id, key);
    if (draft === undefined) return null;
    return {values: draftValues.parse(draft.values), base: draft.base, savedAt: draft.savedAt};
  },

  list({db, account}) {
    return draftsOf(db, account.id);
  },

  save({db, account, now}, {key, values, base}) {
    keepDraft(db, {accountId: account.id, key, values, base, savedAt: now});
    return {savedAt: now};
  },

  drop({db, account}, {key}) {
    dropDraft(db, account.id, key);
    return {};
  },
};
