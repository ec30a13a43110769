import {getTableColumns, getTableName} from 'drizzle-orm';
import {columnName} from '../../db/column-name.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {exchangeTables} from '../../db/exchange/tables.ts';
import {syncedTables} from '../../db/synced-tables.ts';
import {accountNames, findStaff} from '../../db/queries/facility.ts';
import {findRecipient} from '../../db/queries/recipient.ts';
import {allUnits} from '../../db/queries/unit.ts';
import {consentGiverNames, consentGivers} from '../../domain/consent.ts';
import {formatDate, isIsoDate} from '../../domain/dates.ts';
import {fullName} from '../../domain/person.ts';
import {phrasePlaceNames, phrasePlaces} from '../../domain/phrases/phrase.ts';
import {placementEventKinds} from '../../domain/placement.ts';
import {outOfTurnGrounds, outOfTurnNames} from '../../domain/queue-words.ts';
import {
  admissionAnswerNames,
  eventNames,
  planStatusNames,
  printLanguageNames,
  signatoryRoleNames,
  transferDirectionNames,
  transferStateNames,
} from '../../domain/record-value-words.ts';
import {accountRoleNames, accountRoles} from '../../domain/roles.ts';
import {printLanguages, text, type Text} from '../../domain/text.ts';
import {transferDirections, transferStates} from '../../domain/transfer.ts';
import {unitKindNames, unitKinds} from '../../domain/unit.ts';
import {
  admissionAnswers,
  disabilityGroupNames,
  disabilityGroups,
  measurePeriodNames,
  measurePeriods,
  organisationTypeNames,
  organisationTypes,
  planStatuses,
  positiveChangeGroupNames,
  recipientCategories,
  recipientCategoryNames,
  serviceTypeNames,
  serviceTypes,
  sexes,
  sexNames,
  signatoryRoles,
} from '../../domain/vocabulary.ts';

/** What stands in a field, as a person reads it; a value without words stays as it is stored. */

type Names = Readonly<Record<string, Text>>;

/** A column's list of values is the list of the domain itself: its words are found by it. */
const wordsOfLists: ReadonlyMap<readonly string[] | undefined, Names> = new Map<readonly string[], Names>([
  [sexes, sexNames],
  [recipientCategories, recipientCategoryNames],
  [disabilityGroups, disabilityGroupNames],
  [serviceTypes, serviceTypeNames],
  [measurePeriods, measurePeriodNames],
  [organisationTypes, organisationTypeNames],
  [unitKinds, unitKindNames],
  [accountRoles, accountRoleNames],
  [outOfTurnGrounds, outOfTurnNames],
  [placementEventKinds, eventNames],
  [planStatuses, planStatusNames],
  [signatoryRoles, signatoryRoleNames],
  [transferDirections, transferDirectionNames],
  [transferStates, transferStateNames],
  [admissionAnswers, admissionAnswerNames],
  [printLanguages, printLanguageNames],
  [consentGivers, consentGiverNames],
  [phrasePlaces, phrasePlaceNames],
]);

const yes = text('иә', 'да');
const no = text('жоқ', 'нет');
const listed: Names = {...serviceTypeNames, ...positiveChangeGroupNames};

interface Column {
  readonly property: string;
  readonly isFlag: boolean;
  readonly values: readonly string[] | undefined;
  /** The table whose row it names. */
  readonly parent: string | undefined;
}

interface Table {
  /** As in the schema: `fileDocument`. */
  readonly name: string;
  /** By their names in SQL. */
  readonly columns: ReadonlyMap<string, Column>;
}

const tables: ReadonlyMap<string, Table> = new Map(
  Object.entries(syncedTables).map(([name, table]) => {
    const sqlName = getTableName(table);
    const parents = exchangeTables.get(sqlName)?.parents ?? [];
    const columns = Object.entries(getTableColumns(table)).map(([property, column]) => {
      const sql = columnName(property);
      const parent = parents.find(each => each.column === sql)?.table;
      return [sql, {property, isFlag: column.dataType === 'boolean', values: column.enumValues, parent}] as const;
    });
    return [sqlName, {name, columns: new Map(columns)}];
  }),
);

/** The names of the schema for those of SQL; what is not known stays. */
export function schemaTable(table: string): string {
  return tables.get(table)?.name ?? table;
}

export function schemaField(table: string, field: string): string {
  return tables.get(table)?.columns.get(field)?.property ?? field;
}

/** Back again. */
export function sqlTable(name: string): string {
  return [...tables].find(([, table]) => table.name === name)?.[0] ?? name;
}

/** A value of a field; null: there is nothing. `field` by its name in SQL. */
export function shownValue(db: ReadableDb, table: string, field: string, value: unknown): Text | null {
  if (value === null || value === undefined || value === '') return null;
  const column = tables.get(table)?.columns.get(field);
  if (column?.isFlag) return value === true || value === 1 ? yes : no;
  if (Array.isArray(value)) return shownList(value);
  if (typeof value === 'object') return same(JSON.stringify(value));
  const plain = typeof value === 'string' ? value : JSON.stringify(value);
  if (column?.parent !== undefined) return shownRow(db, column.parent, plain) ?? same(plain);
  return wordsOfLists.get(column?.values)?.[plain] ?? same(isIsoDate(plain) ? formatDate(plain) : plain);
}

/** What a change wrote in all, for a row that somebody else deleted. */
export function shownPatch(db: ReadableDb, table: string, patch: Readonly<Record<string, unknown>>): Text {
  const parts = Object.entries(patch).flatMap(([field, value]) => shownValue(db, table, field, value) ?? []);
  return text(parts.map(({kk}) => kk).join('; '), parts.map(({ru}) => ru).join('; '));
}

function shownList(values: readonly unknown[]): Text {
  const words = values.map(value => {
    const plain = typeof value === 'string' ? value : JSON.stringify(value);
    return listed[plain] ?? same(plain);
  });
  return text(words.map(({kk}) => kk).join(', '), words.map(({ru}) => ru).join(', '));
}

function shownRow(db: ReadableDb, table: string, id: string): Text | undefined {
  if (table === 'unit') {
    const unit = allUnits(db).find(each => each.id === id);
    return unit && text(unit.nameKk, unit.nameRu);
  }
  const name = nameOf(db, table, id);
  return name === undefined ? undefined : same(name);
}

function nameOf(db: ReadableDb, table: string, id: string): string | undefined {
  if (table === 'account') return accountNames(db).get(id);
  const person = table === 'staff' ? findStaff(db, id) : table === 'recipient' ? findRecipient(db, id) : undefined;
  return person && fullName(person);
}

function same(words: string): Text {
  return text(words, words);
}
