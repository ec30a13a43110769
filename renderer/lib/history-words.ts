import {z} from 'zod';
import {formatDate, isIsoDate} from '../../domain/dates.ts';
import {accountRoleNames} from '../../domain/roles.ts';
import {unitKindNames} from '../../domain/unit.ts';
import {fullName} from '../../domain/person.ts';
import type {PlacementEventKind} from '../../domain/placement.ts';
import {outOfTurnNames} from '../../domain/queue-words.ts';
import {text, type PrintLanguage, type Text} from '../../domain/text.ts';
import {
  disabilityGroupNames,
  measurePeriodNames,
  organisationTypeNames,
  positiveChangeGroupNames,
  recipientCategoryNames,
  serviceTypeNames,
  sexNames,
} from '../../domain/vocabulary.ts';
import type {StaffView} from '../../electron/contract/facility.ts';
import type {HistoryChange} from '../../electron/contract/history.ts';
import {admission} from '../../templates/editions/308-2022/admission.ts';
import {appendix4} from '../../templates/editions/308-2022/appendix-4.ts';
import {
  changeNames,
  historyTables,
  historyText,
  roundStatusNames,
  settingNames,
  type HistoryField,
  type ValueKind,
} from '../text/history.ts';
import {formNames, printLanguageNames} from '../text/paper.ts';
import {signatoryRoleNames} from '../text/staff.ts';
import {planPhaseNames} from '../text/plan.ts';
import {eventNames, kinshipNames, recipientText} from '../text/recipient.ts';
import {transferDirectionNames, transferStateNames} from '../text/transfer.ts';
import {admissionText} from '../text/admission.ts';

export interface WordedField {
  readonly label: Text;
  /** Null: there was nothing. */
  readonly before: Text | null;
  readonly after: Text | null;
}

export interface WordedChange {
  readonly key: number;
  readonly what: Text;
  readonly op: HistoryChange['op'];
  readonly fields: readonly WordedField[];
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
  for (const change of changes) {
    const worded = wordChange(change, named);
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

function wordChange(change: HistoryChange, named: Named): WordedChange | null {
  const table = historyTables[change.table];
  if (!table) return null;
  if (change.table === 'setting') return wordSetting(change);
  const fields = change.fields.flatMap(({field, before, after}) => {
    const known = table.fields[field];
    if (!known) return [];
    const worded = {
      label: known.label,
      before: wordValue(known.kind, before, named),
      after: wordValue(known.kind, after, named),
    };
    return worded.before === null && worded.after === null ? [] : [worded];
  });
  if (fields.length === 0 && change.op === 'update') return null;
  if (table.id) fields.unshift(wordId(table.id, change, named));
  return {key: change.seq, what: table.name, op: change.op, fields};
}

function wordId({label, kind}: HistoryField, {rowId, op}: HistoryChange, named: Named): WordedField {
  const value = wordValue(kind, rowId, named);
  return {label, before: op === 'delete' ? value : null, after: op === 'delete' ? null : value};
}

/** A setting is told by its name: what stands in it is read on its own page. */
function wordSetting({seq, rowId, op}: HistoryChange): WordedChange | null {
  const name = settingNames[rowId];
  return name === undefined ? null : {key: seq, what: name, op: op === 'insert' ? 'update' : op, fields: []};
}

/** A stored value in words; null where there is none. */
function wordValue(kind: ValueKind, value: unknown, {staff, units}: Named): Text | null {
  if (value === null || value === undefined || value === '') return null;
  switch (kind) {
    case 'flag':
      return value === true ? historyText.yes : historyText.no;
    case 'services':
      return listed(value, serviceTypeNames);
    case 'groups':
      return listed(value, positiveChangeGroupNames);
    case 'inventory':
      return inventoryWords(value);
    case 'date':
      return typeof value === 'string' && isIsoDate(value) ? same(formatDate(value)) : null;
    case 'staff': {
      const person = staff.find(each => each.id === value);
      return person ? same(fullName(person.name)) : historyText.someone;
    }
    case 'unit':
      return units.find(each => each.id === value)?.name ?? historyText.someUnit;
    case 'condition':
      return admission.find(item => item.id === value)?.what ?? null;
    case 'checkValue':
      return checkValue(value);
    case 'text':
      return same(typeof value === 'string' || typeof value === 'number' ? String(value) : '');
    default:
      return typeof value === 'string' ? wordOf(kind, value) : null;
  }
}

type ListKind = Exclude<
  ValueKind,
  'flag' | 'services' | 'groups' | 'inventory' | 'date' | 'staff' | 'unit' | 'condition' | 'checkValue' | 'text'
>;

const roleNames = Object.fromEntries(appendix4.signatories.map(({role, label}) => [role, label]));

const names: Record<ListKind, Readonly<Record<string, Text>>> = {
  service: serviceTypeNames,
  sex: sexNames,
  category: recipientCategoryNames,
  kinship: kinshipNames,
  event: eventNames satisfies Record<PlacementEventKind, Text>,
  planStatus: planPhaseNames,
  roundStatus: roundStatusNames,
  change: changeNames,
  period: measurePeriodNames,
  role: roleNames,
  form: formNames,
  language: printLanguageNames satisfies Record<PrintLanguage, Text>,
  outOfTurn: outOfTurnNames,
  organisation: organisationTypeNames,
  account: accountRoleNames,
  signatory: signatoryRoleNames,
  direction: transferDirectionNames,
  transferState: transferStateNames,
  group: disabilityGroupNames,
  unitKind: unitKindNames,
  answer: admissionText.states,
  how: {printed: recipientText.printed, saved: recipientText.savedAsFile},
};

function wordOf(kind: ListKind, value: string): Text | null {
  return names[kind][value] ?? null;
}

/** Hours, a day, day and night, or which ground of those that the paragraph lists. */
function checkValue(value: unknown): Text | null {
  if (typeof value !== 'string') return null;
  if (isIsoDate(value)) return same(formatDate(value));
  if (value === 'day') return admissionText.nights.day;
  if (value.startsWith('night')) return admissionText.nights.night;
  const ground = /^ground:(\d+)$/u.exec(value)?.[1];
  return ground === undefined
    ? admissionText.found.hours(value.replace('.', ','))
    : admissionText.nthGround(Number(ground) + 1);
}

function listed(value: unknown, words: Readonly<Record<string, Text>>): Text | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const known = value.flatMap(each => words[String(each)] ?? []);
  return text(known.map(({kk}) => kk).join(', '), known.map(({ru}) => ru).join(', '));
}

/** The papers by their names; their sheets are read in the hand-over itself. */
function inventoryWords(value: unknown): Text | null {
  const lines = z.array(z.object({title: z.string()})).safeParse(value);
  if (!lines.success || lines.data.length === 0) return null;
  return same(lines.data.map(({title}) => title).join('; '));
}

function same(words: string): Text {
  return text(words, words);
}
