import {createHash} from 'node:crypto';
import {must} from '../../domain/assert.ts';
import {formatDate, type IsoDate} from '../../domain/dates.ts';
import {shortName} from '../../domain/person.ts';
import {languages, text, type Language, type Text} from '../../domain/text.ts';
import {removePortalEntries, writePortalEntry} from '../../db/commands/queue.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {accountNames, findStaff} from '../../db/queries/facility.ts';
import {
  findPlacement,
  findPlacementState,
  journalEntries,
  newestVolume,
  placementsOf,
  type JournalEntry,
} from '../../db/queries/journal.ts';
import {portalEntriesOf, portalEntryAuthor, type PortalEntryRow} from '../../db/queries/portal.ts';
import {appendix2} from '../../templates/editions/308-2022/appendix-2.ts';
import {journalSheet, ownJournalSheet, type JournalSheet} from '../../templates/sheets/journal.ts';
import {encodeBytes} from '../contract/bytes.ts';
import {
  portalFilters,
  type PortalFilter,
  type PortalRow,
  type PortalState,
  type portalCalls,
} from '../contract/portal.ts';
import {csv} from '../excel/csv.ts';
import {workbook} from '../excel/workbook.ts';
import type {AreaHandlers} from './context.ts';
import {correctedEdition} from './corrected-edition.ts';
import {journalRowOn} from './gather/journal-paper.ts';
import {orMissing, refusal, refuseChanged, refuseIf} from './refusals.ts';

export const portalHandlers: AreaHandlers<typeof portalCalls> = {
  sheet({db, today}, {journalId, language, filter, offset, limit}) {
    const rows = rowsOf(db, journalId, language, today);
    const shown = rows.filter(row => passes[filter](row.state));
    const counts = portalFilters.map(each => [each, rows.filter(row => passes[each](row.state)).length]);
    return {
      rows: shown.slice(offset, offset + limit).map(row => rowView(db, row)),
      total: shown.length,
      counts: Object.fromEntries(counts) as Record<PortalFilter, number>,
    };
  },

  markEntered({db, account, today}, {language, enteredOn, rows}) {
    refuseIf(enteredOn > today && refusal('enteredOn', 'date-in-future'));
    for (const {placementId, seen} of rows) {
      const entry = entryOf(db, placementId);
      refuseChanged(seen, digestOf(cellsOf(ownJournalSheet, entry, language, today)));
      // The age is told as it was on the day.
      const columns = cellsOf(ownJournalSheet, entry, language, enteredOn);
      writePortalEntry(db, {id: placementId, enteredOn, staffId: account.staffId, columns});
    }
    return {};
  },

  unmarkEntered({db}, {placementIds}) {
    for (const placementId of placementIds) orMissing(findPlacement(db, placementId));
    removePortalEntries(db, placementIds);
    return {};
  },

  async exportSheet({db, today}, {journalId, language, filter, format}) {
    const rows = rowsOf(db, journalId, language, today)
      .filter(row => passes[filter](row.state))
      .map(row => rowView(db, row));
    const say = (words: Text): string => words[language];
    const {heads} = shownSheet(db);
    const head = [...heads, words.enteredOn, words.enteredBy].map(say);
    const name = `${say(words.title)} - ${formatDate(today)}.${format}`;
    if (format === 'csv') {
      const lines = rows.map(row => [
        ...row.columns,
        row.enteredOn === null ? '' : formatDate(row.enteredOn),
        row.enteredBy ?? '',
      ]);
      return {file: encodeBytes(csv([head, ...lines])), fileName: name};
    }
    const changes = rows.flatMap(row =>
      row.changes.map(({column, before, now}) => [
        row.rowNumber,
        must(row.columns[nameColumn]),
        say(must(heads[column])),
        before,
        now,
      ]),
    );
    const file = await workbook([
      {
        name: say(words.title),
        head,
        rows: rows.map(row => [
          row.rowNumber,
          ...row.columns.slice(1),
          row.enteredOn === null ? null : {day: row.enteredOn},
          row.enteredBy,
        ]),
        widths: [6, 14, 30, 12, 10, 30, 18, 24, 18, 18, 18, 24, 18, 24, 14, 20],
      },
      {
        name: say(words.changes),
        head: [say(must(heads[0])), say(must(heads[nameColumn])), ...[words.column, words.before, words.now].map(say)],
        rows: changes,
        widths: [6, 30, 36, 36, 36],
      },
    ]);
    return {file: encodeBytes(file), fileName: name};
  },
};

const nameColumn = 2;

const passes: Record<PortalFilter, (state: PortalState) => boolean> = {
  'not-entered': state => state === 'not-entered',
  'changed': state => state === 'changed',
  'all': () => true,
};

/** Words of the files; those of the screen stand in renderer/text/portal.ts. */
const words = {
  title: text('Портал парағы', 'Лист для портала'),
  changes: text('Өзгерістер', 'Изменения'),
  enteredOn: text('Порталға енгізілген күні', 'Дата внесения на портал'),
  enteredBy: text('Кім енгізді', 'Кто внес'),
  column: text('Баған', 'Графа'),
  before: text('Порталға енгізілгені', 'Внесено на портал'),
  now: text('Қазір', 'Сейчас'),
};

interface Row {
  readonly entry: JournalEntry;
  readonly columns: readonly string[];
  /** The same in the edition's own words. */
  readonly own: readonly string[];
  readonly entered: PortalEntryRow | undefined;
  readonly changes: PortalRow['changes'];
  readonly state: PortalState;
}

function rowsOf(db: ReadableDb, journalId: string | null, language: Language, today: IsoDate): Row[] {
  const volume = journalId ?? newestVolume(db)?.id;
  if (volume === undefined) return [];
  const entries = portalEntriesOf(db, volume);
  const sheet = shownSheet(db);
  return journalEntries(db, volume).map(entry => {
    const entered = entries.get(entry.state.placementId);
    const changes = entered === undefined ? [] : changesSince(sheet, entry, entered, language);
    const state = entered === undefined ? 'not-entered' : changes.length > 0 ? 'changed' : 'entered';
    const own = cellsOf(ownJournalSheet, entry, language, today);
    const columns = sheet === ownJournalSheet ? own : cellsOf(sheet, entry, language, today);
    return {entry, columns, own, entered, changes, state};
  });
}

/**
 * What differs from what was typed. Told for the day on which it was: nobody types a row again because a birthday has
 * passed, nor because a label was corrected: the edition's own words are compared, and what stands here now is shown as it is.
 * The row may have been typed in the other language than the one that is asked for: it is compared in its own.
 */
function changesSince(
  sheet: JournalSheet,
  entry: JournalEntry,
  {columns: typed, enteredOn}: PortalEntryRow,
  language: Language,
): PortalRow['changes'] {
  const [asked, other] = [language, ...languages.filter(each => each !== language)].map(each => {
    const cells = cellsOf(ownJournalSheet, entry, each, enteredOn);
    return {in: each, cells, same: cells.filter((cell, column) => cell === typed[column]).length};
  });
  const own = must(other).same > must(asked).same ? must(other) : must(asked);
  const shown = sheet === ownJournalSheet ? own.cells : cellsOf(sheet, entry, own.in, enteredOn);
  return own.cells.flatMap((cell, column) => {
    const before = typed[column] ?? '';
    return cell === before ? [] : [{column, before, now: must(shown[column])}];
  });
}

function rowView(
  db: ReadableDb,
  {entry: {state, person}, columns, own, entered, changes, state: portal}: Row,
): PortalRow {
  return {
    placementId: state.placementId,
    recipientId: state.recipientId,
    rowNumber: state.rowNumber,
    name: {surname: person.surname, firstName: person.firstName, patronymic: person.patronymic},
    state: portal,
    columns: [...columns],
    seen: digestOf(own),
    enteredOn: entered?.enteredOn ?? null,
    enteredBy: entered === undefined ? null : whoEntered(db, entered),
    changes,
  };
}

function whoEntered(db: ReadableDb, {id, staffId}: PortalEntryRow): string | null {
  const staff = staffId === null ? undefined : findStaff(db, staffId);
  if (staff !== undefined) return shortName(staff);
  const author = portalEntryAuthor(db, id);
  return author === null ? null : (accountNames(db).get(author) ?? null);
}

function entryOf(db: ReadableDb, placementId: string): JournalEntry {
  const {recipientId} = orMissing(findPlacementState(db, placementId));
  return must(placementsOf(db, recipientId).find(({state}) => state.placementId === placementId));
}

/** In the words of the form as they are now, with what the registry has corrected. */
function shownSheet(db: ReadableDb): JournalSheet {
  const edition = correctedEdition(db, appendix2);
  return edition === appendix2 ? ownJournalSheet : journalSheet(edition);
}

/** The 14 cells of a row; the age is told for the day. */
function cellsOf(sheet: JournalSheet, entry: JournalEntry, language: Language, on: IsoDate): string[] {
  return sheet.cells(journalRowOn(entry, on), language);
}

function digestOf(columns: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(columns)).digest('hex').slice(0, 32);
}
