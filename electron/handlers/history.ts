import type {z} from 'zod';
import type {ReadableDb} from '../../db/connection.ts';
import type {FoundHistory} from '../../db/history.ts';
import {accountNames} from '../../db/queries/facility.ts';
import type {historyPage} from '../contract/history.ts';

/** What was found, with the names of those who did it. */
export function historyView(db: ReadableDb, {changes, more}: FoundHistory): z.input<typeof historyPage> {
  const names = accountNames(db);
  return {
    changes: changes.map(({author, stamp: _stamp, ...change}) => ({
      ...change,
      // What a file held is long, and no history tells it.
      fields: change.fields.filter(({field}) => field !== 'content' || change.table !== 'transfer'),
      authorName: author === null ? null : (names.get(author) ?? null),
    })),
    more,
  };
}
