import {fullName} from '../../domain/person.ts';
import {valueWords, type Named as NamedValues} from '../../domain/record-value.ts';
import {historyTables, settingNames, type HistoryField} from '../../domain/record-words.ts';
import type {Text} from '../../domain/text.ts';
import type {UndoObstacle} from '../../domain/undo.ts';
import type {StaffView} from '../../electron/contract/facility.ts';
import type {HistoryChange} from '../../electron/contract/history.ts';
import {admission} from '../../templates/editions/308-2022/admission.ts';
import {appendix4} from '../../templates/editions/308-2022/appendix-4.ts';

export interface WordedField {
  /** As in the schema; null: what the row's id says. */
  readonly field: string | null;
  readonly label: Text;
  /** Null: there was nothing. */
  readonly before: Text | null;
  readonly after: Text | null;
  /** Why it does not come back alone. */
  readonly obstacle: UndoObstacle | null;
}

export interface WordedChange {
  readonly key: number;
  readonly what: Text;
  readonly op: HistoryChange['op'];
  readonly fields: readonly WordedField[];
  readonly undo: HistoryChange['undo'];
  readonly obstacle: UndoObstacle | null;
}

/** All that one person saved at one time. */
export interface WordedSave {
  readonly key: number;
  readonly recordedAt: string;
  readonly author: string | null;
  readonly changes: readonly WordedChange[];
}

/** Whose names stand in a history by their ids. */
export interface Named {
  readonly staff: readonly Pick<StaffView, 'id' | 'name'>[];
  readonly units: readonly {readonly id: string; readonly name: Text}[];
}

/** The history as people read it: fields and values in words; what only links records is left out. */
export function wordHistory(changes: readonly HistoryChange[], named: Named): WordedSave[] {
  const saves: {key: number; recordedAt: string; author: string | null; changes: WordedChange[]}[] = [];
  const values = lookUp(named);
  for (const change of changes) {
    const worded = wordChange(change, values);
    if (worded === null) continue;
    const last = saves.at(-1);
    if (last && last.author === change.authorName && isSameTime(last.recordedAt, change.recordedAt)) {
      last.changes.push(worded);
    } else {
      saves.push({key: change.seq, recordedAt: change.recordedAt, author: change.authorName, changes: [worded]});
    }
  }
  return saves;
}

/** One press of a key may write many records: what lies within two seconds is told as one. */
function isSameTime(one: string, other: string): boolean {
  return Math.abs(Date.parse(one) - Date.parse(other)) <= 2_000;
}

function wordChange(change: HistoryChange, named: NamedValues): WordedChange | null {
  const table = historyTables[change.table];
  if (!table) return null;
  if (change.table === 'setting') return wordSetting(change);
  const fields = change.fields.flatMap(({field, before, after, obstacle}) => {
    const known = table.fields[field];
    if (!known) return [];
    const worded: WordedField = {
      field,
      label: known.label,
      before: valueWords(known.kind, before, named),
      after: valueWords(known.kind, after, named),
      obstacle,
    };
    return worded.before === null && worded.after === null ? [] : [worded];
  });
  if (fields.length === 0 && change.op === 'update') return null;
  if (table.id) fields.unshift(wordId(table.id, change, named));
  const {seq: key, op, undo, obstacle} = change;
  return {key, what: table.name, op, fields, undo, obstacle};
}

function wordId({label, kind}: HistoryField, {rowId, op}: HistoryChange, named: NamedValues): WordedField {
  const value = valueWords(kind, rowId, named);
  return {
    field: null,
    obstacle: null,
    label,
    before: op === 'delete' ? value : null,
    after: op === 'delete' ? null : value,
  };
}

/** A setting is told by its name: what stands in it is read on its own page. */
function wordSetting({seq, rowId, op}: HistoryChange): WordedChange | null {
  const name = settingNames[rowId];
  if (name === undefined) return null;
  return {key: seq, what: name, op: op === 'insert' ? 'update' : op, fields: [], undo: null, obstacle: null};
}

const conditions = new Map(admission.map(({id, what}) => [id, what]));
const roles = new Map<string, Text>(appendix4.signatories.map(({role, label}) => [role, label]));

function lookUp({staff, units}: Named): NamedValues {
  return {
    staff(id) {
      const person = staff.find(each => each.id === id);
      if (person === undefined) return undefined;
      const name = fullName(person.name);
      return {kk: name, ru: name};
    },
    unit: id => units.find(each => each.id === id)?.name,
    condition: id => conditions.get(id),
    role: role => roles.get(role),
  };
}
