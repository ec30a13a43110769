import {getTableColumns} from 'drizzle-orm';
import {must} from '../../../domain/assert.ts';
import {historyTables, type HistoryField} from '../../../domain/record-words.ts';
import {may, type AccountRole} from '../../../domain/roles.ts';
import {text, type Text} from '../../../domain/text.ts';
import type {SyncedTableName} from '../../../db/history.ts';
import {syncedTables} from '../../../db/synced-tables.ts';

/** Which records everything consists of, and which of their fields: a test holds both to the schema. */

export const exportedTables = [
  'facility',
  'unit',
  'staff',
  'recipient',
  'relative',
  'consent',
  'journal',
  'placement',
  'placementEvent',
  'unitStay',
  'admissionCheck',
  'portalEntry',
  'personalFile',
  'fileDocument',
  'attachment',
  'plan',
  'measure',
  'planSignature',
  'monitoringRound',
  'monitoringEntry',
  'yearBinding',
  'transfer',
  'calendarEdit',
  'phrase',
] as const satisfies readonly SyncedTableName[];
export type ExportedTable = (typeof exportedTables)[number];

/** Accounts and what the program keeps of itself; papers as they were approved and their prints have a register of their own. */
export const leftOut = [
  'account',
  'setting',
  'recipientMerge',
  'paper',
  'print',
  'conflictChoice',
  'reference',
  'erasure',
] as const satisfies readonly SyncedTableName[];

/** What ties records together, in the machine-readable part alone. */
const linkNames: Readonly<Record<string, Text>> = {
  id: text('Жазбаның кілті', 'Ключ записи'),
  recipientId: text('Қызмет алушы, recipient жазбасының кілті', 'Получатель услуг, ключ записи recipient'),
  mergedIntoId: text(
    'Осы жазба біріктірілген қызмет алушы, recipient жазбасының кілті',
    'С кем объединена эта запись, ключ записи recipient',
  ),
  journalId: text('Журналдың томы, journal жазбасының кілті', 'Том журнала, ключ записи journal'),
  placementId: text('Журнал жолы, placement жазбасының кілті', 'Строка журнала, ключ записи placement'),
  fileId: text('Жеке іс, personalFile жазбасының кілті', 'Личное дело, ключ записи personalFile'),
  documentId: text('Жеке істің құжаты, fileDocument жазбасының кілті', 'Документ дела, ключ записи fileDocument'),
  attachmentId: text('Сканерленген құжат, attachment жазбасының кілті', 'Скан, ключ записи attachment'),
  planId: text('Жеке жоспар, plan жазбасының кілті', 'Индивидуальный план, ключ записи plan'),
  revisesId: text('Қай жоспарды түзетеді, plan жазбасының кілті', 'Какой план исправляет, ключ записи plan'),
  roundId: text('Мониторинг, monitoringRound жазбасының кілті', 'Мониторинг, ключ записи monitoringRound'),
  openedByRoundId: text(
    'Қай мониторингтен кейін түзетілді, monitoringRound жазбасының кілті',
    'После какого мониторинга исправлен, ключ записи monitoringRound',
  ),
  otherFacilityId: text('Басқа ұйымның тізілімдегі кілті', 'Ключ другой организации в реестре'),
  revision: text('Түзету нөмірі, алғашқысы 0', 'Номер исправления, у первого 0'),
  position: text('Тізімдегі орны', 'Место в списке'),
  columns: text('14 баған порталға енгізілгендей', '14 граф, как внесены на портал'),
};

export interface ExportedField {
  readonly name: string;
  readonly words: Text;
  /** Null: it ties records together. */
  readonly field: HistoryField | null;
}

/** In the order of the words, as this role sees them; what is the program's own has no words and is left out. */
export function fieldsOf(table: ExportedTable, role: AccountRole): ExportedField[] {
  const {fields, id} = must(historyTables[table]);
  const known = Object.keys(getTableColumns(syncedTables[table]));
  const links = known
    .filter(name => fields[name] === undefined && linkNames[name] !== undefined)
    .map((name): ExportedField => {
      const field = name === 'id' ? (id ?? null) : null;
      return {name, words: field?.label ?? must(linkNames[name]), field};
    });
  const told = Object.entries(fields)
    .filter(([name]) => known.includes(name))
    .filter(([name]) => (name !== 'diagnosis' && name !== 'ethnicity') || may(role, name))
    .map(([name, field]): ExportedField => ({name, words: field.label, field}));
  return [...links, ...told];
}

export function tableName(table: ExportedTable): Text {
  return must(historyTables[table]).name;
}
