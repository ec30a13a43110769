import {detailWords} from '../../../domain/audit-detail-words.ts';
import {auditAction, auditKindNames, programName} from '../../../domain/audit-words.ts';
import {changedByProgram, changeOperationNames, noValue} from '../../../domain/change-words.ts';
import {fullName} from '../../../domain/person.ts';
import {valueWords, type Named} from '../../../domain/record-value.ts';
import {historyTables} from '../../../domain/record-words.ts';
import {text, type Language, type Text} from '../../../domain/text.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import type {RowChange, SyncedTableName} from '../../../db/history.ts';
import {belongsBy, type PersonRecords, type RecordRow} from '../../../db/person-records.ts';
import {accountNames, allStaff} from '../../../db/queries/facility.ts';
import {allUnits} from '../../../db/queries/unit.ts';
import {admission} from '../../../templates/editions/308-2022/admission.ts';
import {appendix4} from '../../../templates/editions/308-2022/appendix-4.ts';
import type {ListingEntry} from '../../../templates/print/listing.ts';
import {readableInstant} from '../readable-instant.ts';
import type {HeldOnPerson} from './gather.ts';

/** The copy of a person's data as it is read: facts, changes, looks. Fields as the history calls them. */

type Line = ListingEntry['lines'][number];

export interface Wording {
  readonly language: Language;
  readonly named: Named;
  readonly accounts: ReadonlyMap<string, string>;
}

export function wordingOf(db: ReadableDb, language: Language): Wording {
  const staff = new Map(allStaff(db).map(row => [row.id, fullName(row)]));
  const units = new Map(allUnits(db).map(({id, nameKk, nameRu}) => [id, text(nameKk, nameRu)]));
  const conditions = new Map(admission.map(({id, what}) => [id, what]));
  const roles = new Map<string, Text>(appendix4.signatories.map(({role, label}) => [role, label]));
  const named: Named = {
    staff(id) {
      const name = staff.get(id);
      return name === undefined ? undefined : text(name, name);
    },
    unit: id => units.get(id),
    condition: id => conditions.get(id),
    role: role => roles.get(role),
  };
  return {language, named, accounts: accountNames(db)};
}

const printedAt = text('Қашан', 'Когда');
const printedBy = text('Кім', 'Кто');

/** Every row under what it belongs to, in the order of the tables. */
export function factEntries({rows}: PersonRecords, wording: Wording): ListingEntry[] {
  const numbers = new Map<SyncedTableName, number>();
  const entries: ListingEntry[] = [];
  const shown = new Set<string>();

  function show(name: SyncedTableName, row: RecordRow, level: number): void {
    if (shown.has(`${name} ${row.id}`)) return;
    shown.add(`${name} ${row.id}`);
    const number = (numbers.get(name) ?? 0) + 1;
    numbers.set(name, number);
    const words = historyTables[name]?.name[wording.language] ?? name;
    const title = (rows.get(name)?.length ?? 0) > 1 ? `${words} ${number}` : words;
    entries.push({level, title, lines: factLines(name, row, wording)});
    for (const child of rows.keys()) {
      const links = belongsBy(child).filter(({parent}) => parent === name);
      for (const each of rows.get(child) ?? [])
        if (links.some(({property}) => each[property] === row.id)) show(child, each, level + 1);
    }
  }

  // From the person down; then what hangs on nothing that is there.
  for (const [name, found] of rows) for (const row of found) show(name, row, 0);
  return entries;
}

function factLines(name: SyncedTableName, row: RecordRow, {language, named, accounts}: Wording): Line[] {
  const lines = Object.entries(historyTables[name]?.fields ?? {}).flatMap(([field, {label, kind}]): Line[] => {
    const value = valueWords(kind, row[field], named);
    return value === null ? [] : [{label: label[language], value: value[language]}];
  });
  const {accountId, printedAt: at} = row;
  if (name !== 'print' || typeof accountId !== 'string' || typeof at !== 'string') return lines;
  return [
    ...lines,
    {label: printedAt[language], value: readableInstant(at)},
    {label: printedBy[language], value: accounts.get(accountId) ?? programName[language]},
  ];
}

const was = text('болған', 'было');

/** What a person can read of a change; what only links rows is told by the machine-readable part. */
export function changeEntries(changes: readonly RowChange[], {language, named, accounts}: Wording): ListingEntry[] {
  return changes.flatMap((change): ListingEntry[] => {
    const table = historyTables[change.table];
    const lines = change.fields.flatMap(({field, before, after}): Line[] => {
      const known = table?.fields[field];
      if (known === undefined) return [];
      const [old, now] = [before, after].map(value => valueWords(known.kind, value, named)?.[language]);
      if (old === undefined && now === undefined) return [];
      const value = now ?? noValue[language];
      return [{label: known.label[language], value: old === undefined ? value : `${value} (${was[language]}: ${old})`}];
    });
    if (lines.length === 0 && change.op === 'update') return [];
    const author = (change.author === null ? undefined : accounts.get(change.author)) ?? changedByProgram[language];
    const what = table?.name[language] ?? change.table;
    const title = `${readableInstant(change.recordedAt)}, ${author}: ${what}, ${changeOperationNames[change.op][language]}`;
    return [{level: 0, title, lines}];
  });
}

/** Who looked, printed, took out, changed. */
export function lookEntries(links: HeldOnPerson['links'], {language}: Wording): ListingEntry[] {
  return links.map(({at, accountName, kind, what, detail}) => {
    const more = detailWords(detail).map(words => words[language]);
    const said = [`${auditKindNames[kind][language]}: ${auditAction(what)[language]}`, ...more].join(', ');
    return {level: 0, title: `${readableInstant(at)}, ${accountName ?? programName[language]}. ${said}`, lines: []};
  });
}
