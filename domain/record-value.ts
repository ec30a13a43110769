import {z} from 'zod';
import {consentGiverNames} from './consent.ts';
import {formatDate, isIsoDate} from './dates.ts';
import {phrasePlaceNames} from './phrases/phrase.ts';
import {outOfTurnNames} from './queue-words.ts';
import {accountRoleNames} from './roles.ts';
import type {ValueKind} from './record-words.ts';
import {
  admissionAnswerNames,
  changeNames,
  eventNames,
  formNames,
  kinshipNames,
  measuredNames,
  planStatusNames,
  printLanguageNames,
  printWayNames,
  roundStatusNames,
  signatoryRoleNames,
  transferDirectionNames,
  transferStateNames,
} from './record-value-words.ts';
import {text, type Text} from './text.ts';
import {unitKindNames} from './unit.ts';
import {
  disabilityGroupNames,
  measurePeriodNames,
  organisationTypeNames,
  positiveChangeGroupNames,
  recipientCategoryNames,
  serviceTypeNames,
  sexNames,
} from './vocabulary.ts';

/** What a value names by its id, and the words that the edition has. Undefined: nobody knows it. */
export interface Named {
  readonly staff: (id: string) => Text | undefined;
  readonly unit: (id: string) => Text | undefined;
  readonly condition: (id: string) => Text | undefined;
  readonly role: (role: string) => Text | undefined;
}

/** A stored value in words; null where there is none. */
export function valueWords(kind: ValueKind, value: unknown, named: Named): Text | null {
  if (value === null || value === undefined || value === '') return null;
  const id = typeof value === 'string' ? value : '';
  switch (kind) {
    case 'flag':
      return value === true ? yes : no;
    case 'services':
      return listed(value, serviceTypeNames);
    case 'groups':
      return listed(value, positiveChangeGroupNames);
    case 'inventory':
      return inventoryWords(value);
    case 'date':
      return typeof value === 'string' && isIsoDate(value) ? same(formatDate(value)) : null;
    case 'staff':
      return named.staff(id) ?? someone;
    case 'unit':
      return named.unit(id) ?? someUnit;
    case 'condition':
      return named.condition(id) ?? null;
    case 'role':
      return named.role(id) ?? null;
    case 'checkValue':
      return measured(value);
    case 'text':
      return same(typeof value === 'string' || typeof value === 'number' ? String(value) : '');
    default:
      return typeof value === 'string' ? (names[kind][value] ?? null) : null;
  }
}

/** What a coded value of this kind can be, by what is stored; undefined: it is no code. */
export function codesOf(kind: ValueKind): Readonly<Record<string, Text>> | undefined {
  if (kind === 'services') return serviceTypeNames;
  if (kind === 'groups') return positiveChangeGroupNames;
  return (names as Partial<Record<ValueKind, Readonly<Record<string, Text>>>>)[kind];
}

const yes = text('иә', 'да');
const no = text('жоқ', 'нет');
const someUnit = text('белгісіз бөлімше', 'неизвестное отделение');
const someone = text('белгісіз маман', 'неизвестный специалист');

type ListKind = Exclude<
  ValueKind,
  | 'flag'
  | 'services'
  | 'groups'
  | 'inventory'
  | 'date'
  | 'staff'
  | 'unit'
  | 'condition'
  | 'role'
  | 'checkValue'
  | 'text'
>;

const names: Record<ListKind, Readonly<Record<string, Text>>> = {
  service: serviceTypeNames,
  sex: sexNames,
  category: recipientCategoryNames,
  kinship: kinshipNames,
  event: eventNames,
  planStatus: planStatusNames,
  roundStatus: roundStatusNames,
  change: changeNames,
  period: measurePeriodNames,
  form: formNames,
  language: printLanguageNames,
  outOfTurn: outOfTurnNames,
  organisation: organisationTypeNames,
  account: accountRoleNames,
  signatory: signatoryRoleNames,
  direction: transferDirectionNames,
  transferState: transferStateNames,
  group: disabilityGroupNames,
  unitKind: unitKindNames,
  answer: admissionAnswerNames,
  how: printWayNames,
  consentGiver: consentGiverNames,
  phrasePlace: phrasePlaceNames,
};

/** Hours, a day, day and night, or which ground of those that the paragraph lists. */
function measured(value: unknown): Text | null {
  if (typeof value !== 'string') return null;
  if (isIsoDate(value)) return same(formatDate(value));
  if (value === 'day') return measuredNames.day;
  if (value.startsWith('night')) return measuredNames.night;
  const ground = /^ground:(\d+)$/u.exec(value)?.[1];
  return ground === undefined ? measuredNames.hours(value.replace('.', ',')) : measuredNames.ground(Number(ground) + 1);
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
