import {compareKazakh} from '../../../domain/collation.ts';
import {mostMatters} from '../../../domain/matters.ts';
import {matterNames, matterStateNames} from '../../../domain/matter-words.ts';
import {fullName} from '../../../domain/person.ts';
import {queueStateNames} from '../../../domain/queue-words.ts';
import {historyTables, type HistoryField} from '../../../domain/record-words.ts';
import {may} from '../../../domain/roles.ts';
import {text, type Text} from '../../../domain/text.ts';
import {placementStatusNames, recipientCategoryNames} from '../../../domain/vocabulary.ts';
import {must} from '../../../domain/assert.ts';
import {allStaff, findFacility} from '../../../db/queries/facility.ts';
import {partOfPeople} from '../../../db/queries/people.ts';
import {peopleRows} from '../../../db/queries/people-rows.ts';
import {matterRows, matterRowsOf} from '../../../db/queries/today.ts';
import {searchRecipients} from '../../../db/search.ts';
import type {WantedList} from '../../contract/exporting.ts';
import type {TodayItem} from '../../contract/today.ts';
import type {WorkbookCell} from '../../excel/workbook.ts';
import type {QueryContext} from '../context.ts';
import type {Wording} from '../person-copy/readable.ts';
import {queuePlaces} from '../queue.ts';
import {partOf} from '../today.ts';
import {itemsOf} from '../today-item.ts';
import {signaturesFor} from '../today-signatures.ts';
import {cellOf, dayCell} from './cell.ts';

/** Each list as its screen shows it, with what the screen has no room for. */

export type ListContext = Pick<QueryContext, 'db' | 'today' | 'account'>;

export interface Column<Row> {
  readonly head: Text;
  readonly width?: number;
  readonly cell: (row: Row, wording: Wording) => WorkbookCell;
}

export interface ListTable<Row> {
  readonly title: Text;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

/** Nobody reads more, and a PC with 4 GB is to make it. */
const mostRows = 50_000;

const person = text('Қызмет алушы', 'Получатель услуг');
const rowNumber = text('Журналдағы №', '№ в журнале');

/** A field of a stored record, under the name that the history has for it. */
function stored<Name extends string>(
  table: string,
  name: Name,
  width?: number,
): Column<Readonly<Record<Name, unknown>>> {
  const field: HistoryField = must(historyTables[table]?.fields[name]);
  const cell: Column<Readonly<Record<Name, unknown>>>['cell'] = (row, wording) => cellOf(field, row[name], wording);
  return {head: field.label, cell, ...(width === undefined ? {} : {width})};
}

const cardFields = [
  'surname',
  'firstName',
  'patronymic',
  'bornOn',
  'sex',
  'iin',
  'category',
  'disabilityGroup',
  'address',
  'phone',
  'programmeFrom',
  'programmeTo',
  'socialStatus',
  'diagnosis',
  'ethnicity',
] as const;

export function peopleTable({db, today, account}: ListContext, list: WantedList & {what: 'people'}) {
  const {status, unitId, text: typed} = list;
  const found =
    typed.trim() === ''
      ? partOfPeople(db, {status, unitId, on: today}, 0, mostRows).people
      : searchRecipients(db, typed, mostRows);
  const rows = peopleRows(
    db,
    found.map(({recipientId}) => recipientId),
    today,
  );
  type Row = (typeof rows)[number];
  const seen = cardFields.filter(name => (name !== 'diagnosis' && name !== 'ethnicity') || may(account.role, name));
  const wide = {address: 40, diagnosis: 40, socialStatus: 26} as Partial<Record<string, number>>;
  const columns: Column<Row>[] = [
    ...seen.map(name => stored('recipient', name, wide[name])),
    {
      head: text('Жай-күйі', 'Состояние'),
      cell: (row, {language}) => (row.status === null ? null : placementStatusNames[row.status][language]),
    },
    {head: rowNumber, width: 12, cell: row => row.rowNumber},
    {head: text('Кезекке қойылған күні', 'Поставлен в очередь'), cell: row => dayCell(row.queuedOn)},
    {head: text('Қабылданған күні', 'Принят'), cell: row => dayCell(row.admittedOn)},
    {head: text('Жеке істің №', '№ личного дела'), cell: row => row.fileNumber},
    {head: text('Бөлімше', 'Отделение'), cell: (row, wording) => unitCell(row.unitId, wording), width: 26},
  ];
  return {title: text('Қызмет алушылар', 'Получатели услуг'), columns, rows};
}

function unitCell(unitId: string | null, {named, language}: Wording): WorkbookCell {
  return unitId === null ? null : (named.unit(unitId)?.[language] ?? null);
}

export function staffTable({db, today}: ListContext, {withFormer}: WantedList & {what: 'staff'}) {
  const headId = findFacility(db)?.headStaffId ?? null;
  const rows = allStaff(db)
    .filter(({leftOn}) => withFormer || leftOn === null || leftOn >= today)
    .toSorted((a, b) => compareKazakh(fullName(a), fullName(b)));
  type Row = (typeof rows)[number];
  const names = Object.keys(must(historyTables['staff']).fields) as (keyof Row)[];
  const columns: Column<Row>[] = [
    ...names.map(name => stored('staff', name, name === 'positionKk' || name === 'positionRu' ? 32 : 20)),
    {
      head: text('Ұйым басшысы', 'Руководитель организации'),
      cell: (row, wording) => (row.id === headId ? cellOf({label: person, kind: 'flag'}, true, wording) : null),
    },
  ];
  return {title: text('Қызметкерлер', 'Сотрудники'), columns, rows};
}

/** The matters, then what waits for a signature; an approval stands once. */
export function todayTable({db, today, account}: ListContext, {of}: WantedList & {what: 'today'}) {
  const part = partOf(db, of);
  const {lines} = signaturesFor(db, today, account, of);
  const signed = lines.map(({item}) => item);
  const toApprove = new Set(signed.flatMap(item => approvedPlan(item) ?? []));
  const matters = part === null ? matterRows(db, today, mostRows) : matterRowsOf(db, today, mostMatters, part);
  const rows = [...itemsOf(db, matters).filter(item => !toApprove.has(approvedPlan(item) ?? '')), ...signed];
  const columns: Column<TodayItem>[] = [
    {head: text('Шұғылдығы', 'Срочность'), cell: ({state}, {language}) => matterStateNames[state][language]},
    {head: person, cell: ({name}) => fullName(name), width: 36},
    {head: text('Не істеу керек', 'Что сделать'), cell: ({kind}, {language}) => matterNames[kind][language], width: 40},
    {head: text('Мерзімі', 'Срок'), cell: ({dueOn}) => dayCell(dueOn), width: 12},
    {head: text('Ең соңғы күні', 'Крайний срок'), cell: ({latestOn}) => dayCell(latestOn), width: 12},
    {
      head: text('Кімнің қолы күтіледі', 'Чья подпись нужна'),
      cell: ({signer}) => (signer === null ? null : fullName(signer)),
      width: 30,
    },
    {head: text('Негізі', 'Основание'), cell: ({ground}, {language}) => ground?.[language] ?? null, width: 50},
    {
      head: text('Мерзімі неге жылжыды', 'Почему срок перенесен'),
      cell: ({moved}, {language}) => moved?.[language] ?? null,
      width: 30,
    },
  ];
  return {title: text('Бүгін', 'Сегодня'), columns, rows};
}

function approvedPlan({kind, target}: TodayItem): string | null {
  return kind === 'plan-approve' && target.screen === 'plan' ? target.planId : null;
}

export function queueTable({db, today}: ListContext) {
  const rows = queuePlaces(db, today);
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    {head: text('Орны', 'Место'), cell: ({place}) => place, width: 8},
    {head: person, cell: ({name}) => fullName(name), width: 36},
    {head: text('Туған күні', 'Дата рождения'), cell: ({bornOn}) => dayCell(bornOn), width: 14},
    {
      head: text('Санаты', 'Категория'),
      cell: ({category}, {language}) => (category === null ? null : recipientCategoryNames[category][language]),
      width: 36,
    },
    {head: rowNumber, cell: row => row.rowNumber, width: 12},
    {head: text('Кезекке қойылған күні', 'Поставлен в очередь'), cell: ({queuedOn}) => dayCell(queuedOn), width: 14},
    {head: text('Кезекте, күн', 'В очереди, дней'), cell: ({waitedDays}) => waitedDays, width: 12},
    {head: text('Жай-күйі', 'Состояние'), cell: ({state}, {language}) => queueStateNames[state][language]},
    {head: text('Келудің соңғы күні', 'Последний день прибытия'), cell: ({arriveBy}) => dayCell(arriveBy), width: 14},
    {
      head: text('Жеке бағдарлама аяқталатын күн', 'Индивидуальная программа по'),
      cell: ({programmeTo}) => dayCell(programmeTo),
      width: 16,
    },
    {head: text('Негізі', 'Основание'), cell: ({ground}, {language}) => ground?.[language] ?? null, width: 50},
  ];
  return {title: text('Кезек', 'Очередь'), columns, rows};
}
