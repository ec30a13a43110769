import type {z} from 'zod';
import {may, type AccountRole} from '../../domain/roles.ts';
import type {ReadableDb} from '../../db/connection.ts';
import type {FoundHistory} from '../../db/history.ts';
import {accountNames} from '../../db/queries/facility.ts';
import type {historyPage} from '../contract/history.ts';
import type {Account} from './context.ts';

/** What was found, with the names of those who did it. */
export function historyView(
  db: ReadableDb,
  {role}: Pick<Account, 'role'>,
  {changes, more}: FoundHistory,
): z.input<typeof historyPage> {
  const names = accountNames(db);
  return {
    changes: changes.map(({author, stamp: _stamp, ...change}) => ({
      ...change,
      // What a file held is long, and no history tells it.
      fields: change.fields.filter(
        ({field}) => (field !== 'content' || change.table !== 'transfer') && maySee(role, field),
      ),
      authorName: author === null ? null : (names.get(author) ?? null),
    })),
    more,
  };
}

function maySee(role: AccountRole, field: string): boolean {
  return (field !== 'diagnosis' && field !== 'ethnicity') || may(role, field);
}
