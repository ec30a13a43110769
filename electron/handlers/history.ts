import type {z} from 'zod';
import {may, type AccountRole} from '../../domain/roles.ts';
import type {ReadableDb} from '../../db/connection.ts';
import type {FoundHistory, RowChange} from '../../db/history.ts';
import {accountNames} from '../../db/queries/facility.ts';
import type {historyPage} from '../contract/history.ts';
import {undoingOf, type Undoer, type Undoing} from './undo/obstacles.ts';
import {readOnce} from './undo/record.ts';

/** What was found, with the names of those who did it. */
export function historyView(
  db: ReadableDb,
  {role}: Undoer,
  {changes, more}: FoundHistory,
  undoing: (change: RowChange) => Undoing = () => nothingUndone,
): z.input<typeof historyPage> {
  const names = accountNames(db);
  return {
    changes: changes.map(change => {
      const {author, stamp: _stamp, ...view} = change;
      const {now, obstacle, fields} = undoing(change);
      return {
        ...view,
        // What a file held is long, and no history tells it.
        fields: change.fields
          .filter(({field}) => (field !== 'content' || change.table !== 'transfer') && maySee(role, field))
          .map(each => ({...each, obstacle: fields.get(each.field) ?? null})),
        authorName: author === null ? null : (names.get(author) ?? null),
        undo: now && {by: now.by, id: now.id, seen: now.stamp},
        obstacle,
      };
    }),
    more,
  };
}

const nothingUndone: Undoing = {now: null, obstacle: null, fields: new Map()};

/** The same with what can be undone, and why the rest cannot: for the history of a person. */
export function undoableHistory(db: ReadableDb, account: Undoer, found: FoundHistory): z.input<typeof historyPage> {
  const read = readOnce();
  return historyView(db, account, found, change => undoingOf(db, account, change, read));
}

function maySee(role: AccountRole, field: string): boolean {
  return (field !== 'diagnosis' && field !== 'ethnicity') || may(role, field);
}
