import {getTableColumns, getTableName} from 'drizzle-orm';
import type {SQLiteColumn} from 'drizzle-orm/sqlite-core';
import {must} from '../../domain/assert.ts';
import {unitKinds} from '../../domain/unit.ts';
import {columnName} from '../../db/column-name.ts';
import type {Connection, SqlValue} from '../../db/connection.ts';
import {personalTables, type PersonalTable} from '../../db/erasure/references.ts';
import {syncedTables} from '../../db/synced-tables.ts';

interface Wanted {
  readonly person: string;
  /** What stands in each text of the person. */
  readonly mark: string;
}

/**
 * A row of every synced table that belongs to somebody, made from the schema, so that a table that comes later is among
 * them: its id is the name of its table with `person` behind it.
 */
export function fillPerson(connection: Connection, wanted: Wanted): void {
  connection.transact(
    db => {
      db.execute("INSERT INTO journal (id, begun_on) VALUES ('journal', '2026-01-01') ON CONFLICT DO NOTHING");
      const unit = "INSERT INTO unit (id, kind, name_kk, name_ru) VALUES ('unit', ?, 'Б', 'О') ON CONFLICT DO NOTHING";
      db.execute(unit, must(unitKinds[0]));
      for (const table of Object.values(syncedTables)) {
        const personal = personalTables.get(getTableName(table));
        if (personal === undefined) continue;
        const values = Object.entries(getTableColumns(table)).map(([property, column]) => ({
          name: columnName(property),
          value: valueOf(personal, property, column, wanted),
        }));
        const names = values.map(({name}) => `"${name}"`).join(', ');
        db.execute(
          `INSERT INTO "${personal.table.name}" (${names}) VALUES (${values.map(() => '?').join(', ')})`,
          ...values.map(({value}) => value),
        );
      }
    },
    {accountId: 'account-1'},
  );
}

function valueOf({table}: PersonalTable, property: string, column: SQLiteColumn, {person, mark}: Wanted): SqlValue {
  const parent = table.parents.find(each => each.column === columnName(property))?.table;
  if (property === 'id') return `${parent ?? table.name}-${person}`;
  if (property === 'mergedIntoId') return null;
  if (parent === 'journal' || parent === 'unit') return parent;
  if (parent !== undefined) return personalTables.has(parent) ? `${parent}-${person}` : null;
  if (property.endsWith('Id')) return `recipient-${person}`;
  return plainValue(property, column, mark);
}

/** What a column takes follows from its list, its type and its name (db/generate/checks.ts). */
function plainValue(property: string, column: SQLiteColumn, mark: string): SqlValue {
  const [first] = column.enumValues ?? [];
  if (first !== undefined) return first;
  if (column.dataType === 'json') return JSON.stringify([mark]);
  if (column.getSQLType() === 'integer') return 1;
  if (/(On|From|To|Date)$|^since$/.test(property) && property !== 'cameFrom') return '2026-01-05';
  return property.endsWith('At') ? '2026-01-05T06:00:00.000Z' : mark;
}
