import {getTableColumns} from 'drizzle-orm';
import {auditAction} from '../../../domain/audit-words.ts';
import {historyTables} from '../../../domain/record-words.ts';
import {text, type Text} from '../../../domain/text.ts';
import {fullName} from '../../../domain/person.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import type {SyncedTableName} from '../../../db/history.ts';
import type {RecordRow} from '../../../db/person-records.ts';
import {accountNames, allStaff, findFacility} from '../../../db/queries/facility.ts';
import {findVolume} from '../../../db/queries/journal.ts';
import {allUnits} from '../../../db/queries/unit.ts';
import {syncedTables} from '../../../db/synced-tables.ts';
import {personCopyFormat, personCopyVersion, type CopiedFile, type PersonCopy} from '../../contract/person-copy.ts';
import type {HeldOnPerson} from './gather.ts';

/** `data.json`: as it is stored, and what that means. */
export function machineReadable(
  db: ReadableDb,
  held: HeldOnPerson,
  made: {readonly at: string; readonly by: string; readonly files: readonly CopiedFile[]},
): PersonCopy {
  const facility = findFacility(db);
  const accounts = accountNames(db);
  const nameOf = (id: string | null): string | null => (id === null ? null : (accounts.get(id) ?? null));
  return {
    format: personCopyFormat,
    version: personCopyVersion,
    madeAt: made.at,
    madeBy: made.by,
    organisation: text(facility?.nameKk ?? '', facility?.nameRu ?? ''),
    recipientIds: [...held.records.recipientIds],
    tables: [...held.records.rows].map(([name, rows]) => ({
      name,
      words: historyTables[name]?.name ?? null,
      columns: columnsOf(name),
      rows: rows.map(row => (name === 'transfer' ? withoutParts(row) : row)),
    })),
    names: namesOf(db, held),
    changes: held.changes.map(({seq, recordedAt, author, table, rowId, op, fields}) => ({
      seq,
      at: recordedAt,
      account: nameOf(author),
      table,
      rowId,
      op,
      // What a file of a hand-over held stands in its row.
      fields: fields
        .filter(({field}) => table !== 'transfer' || field !== 'content')
        .map(({field, before, after}) => ({name: field, before, after})),
    })),
    audit: held.links.map(({seq, at, accountName, kind, what, detail}) => ({
      seq,
      at,
      account: accountName,
      kind,
      what,
      words: auditAction(what),
      detail,
    })),
    drafts: held.drafts.map(({key, accountId, savedAt, values}) => ({
      form: key,
      account: nameOf(accountId),
      savedAt,
      values: JSON.parse(values),
    })),
    held: held.held.map(({receivedAt, reason, line}) => ({receivedAt, reason, change: line})),
    files: [...made.files],
  };
}

function columnsOf(name: SyncedTableName): PersonCopy['tables'][number]['columns'] {
  const fields = historyTables[name]?.fields ?? {};
  return Object.keys(getTableColumns(syncedTables[name])).map(column => ({
    name: column,
    words: fields[column]?.label ?? null,
  }));
}

/** The PDFs that a received file held lie in the ZIP as files. */
function withoutParts(row: RecordRow): RecordRow {
  const {content} = row;
  if (typeof content !== 'object' || content === null || !('parts' in content)) return row;
  const {parts: _parts, ...rest} = content;
  return {...row, content: rest};
}

function namesOf(db: ReadableDb, {records: {rows, named}}: HeldOnPerson): PersonCopy['names'] {
  const staff = new Set(named.get('staff'));
  const units = new Set(named.get('unit'));
  const accounts = new Set((rows.get('print') ?? []).map(row => row['accountId']));
  return {
    staff: allStaff(db)
      .filter(({id}) => staff.has(id))
      .map(row => ({id: row.id, name: both(fullName(row))})),
    unit: allUnits(db)
      .filter(({id}) => units.has(id))
      .map(({id, nameKk, nameRu}) => ({id, name: text(nameKk, nameRu)})),
    journal: (named.get('journal') ?? []).flatMap(id => {
      const volume = findVolume(db, id);
      return volume === undefined ? [] : [{id, name: both([volume.begunOn, volume.endedOn ?? ''].join(' – ').trim())}];
    }),
    account: [...accountNames(db)].filter(([id]) => accounts.has(id)).map(([id, name]) => ({id, name: both(name)})),
  };
}

function both(name: string): Text {
  return text(name, name);
}
