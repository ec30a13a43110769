import type {ReadableDb} from '../../../db/connection.ts';
import {historyOf, type RowChange} from '../../../db/history.ts';
import {draftsNaming, heldChangesOf, recordsOfPerson, type PersonRecords} from '../../../db/person-records.ts';
import {findLinks, type FoundLink} from '../../../db/queries/audit.ts';
import {recordsOf, type RecipientRow} from '../../../db/queries/recipient.ts';

/** All that this PC holds on a person, of one moment. */
export interface HeldOnPerson {
  readonly person: RecipientRow;
  readonly records: PersonRecords;
  /** The newest first, as all that follows. */
  readonly changes: readonly RowChange[];
  readonly links: readonly FoundLink[];
  readonly drafts: ReturnType<typeof draftsNaming>;
  readonly held: ReturnType<typeof heldChangesOf>;
}

/** More than one person can have. */
const all = Number.MAX_SAFE_INTEGER - 1;

const noFilter = {since: null, until: null, accountId: null, kind: null} as const;

/** `person`: whoever is kept. */
export function gatherPerson(db: ReadableDb, person: RecipientRow): HeldOnPerson {
  const records = recordsOfPerson(db, person.id);
  const present = [...records.rows.values()].flatMap(rows => rows.map(({id}) => id));
  // Of what was taken out only the history knows.
  const ids = [...new Set([...present, ...recordsOf(db, person.id)])];
  return {
    person,
    records,
    changes: historyOf(db, ids, {before: null, limit: all}).changes,
    links: records.recipientIds
      .flatMap(recipientId => findLinks(db, {...noFilter, recipientId}, {before: null, limit: all}))
      .toSorted((a, b) => b.seq - a.seq),
    drafts: draftsNaming(db, ids),
    held: heldChangesOf(db, ids),
  };
}
