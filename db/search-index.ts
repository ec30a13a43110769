import type {Database} from 'better-sqlite3';
import {must} from '../domain/assert.ts';
import {fold} from '../domain/search-key.ts';
import type {WritableDb} from './connection.ts';
import type {Trigger} from './triggers.ts';

/**
 * What the search of people looks in. Derived from `recipient` and `personal_file` by triggers, in the transaction of
 * the change; never logged, never exchanged, made anew when its shape or the folding of letters changes.
 *
 *   search_entry    one row a person: the folded name, the folded file number, digits of IIN and phone; of a person who
 *                   was merged into another none
 *   search_word     FTS5: beginnings of words, from one letter on; and the day of birth, as one word that nobody types
 *   search_part     FTS5: any three letters in a row, so parts from inside a word
 */

/** Digits as people look for them: of a phone, the ten of the national number, however the eleventh was written. */
function digitsOf(text: string): string {
  const digits = text.replaceAll(/\D/g, '');
  return /^[78]\d{10}$/.test(digits) ? digits.slice(1) : digits;
}

/**
 * The digits to search for, when nothing but a number was typed: as they are, and without the 8 or +7 that a phone may
 * begin with. Empty: words were typed.
 */
export function typedDigits(typed: string): string[] {
  if (!/^[\d\s()+./№-]+$/.test(typed)) return [];
  const digits = typed.replaceAll(/\D/g, '');
  return /^[78]\d{3}/.test(digits) ? [digits, digits.slice(1)] : [digits];
}

export function registerSearchFunctions(client: Database): void {
  const words = (value: unknown): string => (typeof value === 'string' ? value : '');
  client.function('tirek_fold', {deterministic: true}, text => fold(words(text)));
  client.function('tirek_numbers', {deterministic: true}, (iin, phone) =>
    `${words(iin)} ${digitsOf(words(phone))}`.trim(),
  );
}

const tablesSql = [
  `CREATE TABLE search_entry (
    id INTEGER PRIMARY KEY,
    recipient_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    numbers TEXT NOT NULL,
    file_number TEXT NOT NULL,
    born TEXT NOT NULL,
    -- JSON: surname, first name, patronymic, day of birth, status, file number.
    card TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX search_entry_name ON search_entry (name)',
  'CREATE INDEX search_entry_file ON search_entry (file_number)',
  // Only "does it occur": no positions (detail), no second copy of the text (content). A beginning that has an index of
  // its own (prefix) is read until there are enough; of a longer one, everybody is gathered first.
  `CREATE VIRTUAL TABLE search_word USING fts5(
    text, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6',
    tokenize = 'unicode61 remove_diacritics 0'
  )`,
  // Whether the letters stand in a row is seen in the entry itself: positions would make the index three times as large.
  `CREATE VIRTUAL TABLE search_part USING fts5(
    text, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1'
  )`,
  // From two of like size on they are merged (tidySearch).
  "INSERT INTO search_word (search_word, rank) VALUES ('usermerge', 2)",
  "INSERT INTO search_part (search_part, rank) VALUES ('usermerge', 2)",
];

const nameOf = (row: string): string =>
  `tirek_fold(${row}.surname || ' ' || ${row}.first_name || ' ' || coalesce(${row}.patronymic, ''))`;
/** With the numbers of the files that stayed with other entries of the same person: they stand on paper folders. */
const numbersOf = (row: string): string => `tirek_numbers(${row}.iin, ${row}.phone) || coalesce((
  SELECT ' ' || group_concat(tirek_fold(f.number), ' ')
  FROM recipient_merge g JOIN personal_file f ON f.recipient_id = g.merged_id
  WHERE g.kept_id = ${row}.id AND g.undone_on IS NULL), '')`;
const fileNumberOf = (recipientId: string): string =>
  `coalesce((SELECT tirek_fold(number) FROM personal_file WHERE recipient_id = ${recipientId}), '')`;

/** A word of the private use area before the digits: nothing that is typed begins so, so no search for a number meets it. */
const bornMark = '\u{e000}';
const bornOf = (row: string): string =>
  `iif(${row}.born_on IS NULL, '', char(${must(bornMark.codePointAt(0))}) || replace(${row}.born_on, '-', ''))`;

/** The word by which those born on a day are found in `search_word`. */
export function bornWord(day: string): string {
  return bornMark + day.replaceAll('-', '');
}

const indexes = ['search_word', 'search_part'] as const;
const text = (row: string): string => `${row}.name || ' ' || ${row}.numbers || ' ' || ${row}.file_number`;
const texts = {search_word: (row: string) => `${text(row)} || ' ' || ${row}.born`, search_part: text};
const addToIndexes = indexes
  .map(table => `INSERT INTO ${table} (rowid, text) VALUES (NEW.id, ${texts[table]('NEW')});`)
  .join(' ');
const takeFromIndexes = indexes.map(table => `DELETE FROM ${table} WHERE rowid = OLD.id;`).join(' ');

const cardOf = (recipientId: string): string =>
  `(SELECT json_array(r.surname, r.first_name, r.patronymic, r.born_on, s.status, f.number) FROM recipient r
    LEFT JOIN placement_state s ON s.recipient_id = r.id AND s.current
    LEFT JOIN personal_file f ON f.recipient_id = r.id
    WHERE r.id = ${recipientId})`;

function showAnew(recipientId: string): string {
  return `UPDATE search_entry SET card = ${cardOf(recipientId)} WHERE recipient_id = ${recipientId};`;
}

function renumber(recipientId: string): string {
  return `UPDATE search_entry SET file_number = ${fileNumberOf(recipientId)}, card = ${cardOf(recipientId)}
    WHERE recipient_id = ${recipientId};`;
}

const insertEntry = `INSERT INTO search_entry (recipient_id, name, numbers, file_number, born, card)
      VALUES (NEW.id, ${nameOf('NEW')}, ${numbersOf('NEW')}, ${fileNumberOf('NEW.id')}, ${bornOf('NEW')}, ${cardOf('NEW.id')});`;

/** Whoever is kept is found by what was merged. */
const renumberKept = `UPDATE search_entry SET numbers = (SELECT ${numbersOf('r')} FROM recipient r WHERE r.id = NEW.kept_id)
    WHERE recipient_id = NEW.kept_id;`;

export const searchTriggers: readonly Trigger[] = Object.entries({
  search_recipient_insert: `AFTER INSERT ON recipient WHEN NEW.merged_into_id IS NULL BEGIN
    ${insertEntry}
  END`,
  search_recipient_update: `AFTER UPDATE OF surname, first_name, patronymic, iin, phone, born_on ON recipient
  WHEN (NEW.surname, NEW.first_name, NEW.patronymic, NEW.iin, NEW.phone, NEW.born_on)
    IS NOT (OLD.surname, OLD.first_name, OLD.patronymic, OLD.iin, OLD.phone, OLD.born_on) BEGIN
    UPDATE search_entry SET name = ${nameOf('NEW')}, numbers = ${numbersOf('NEW')}, born = ${bornOf('NEW')},
      card = ${cardOf('NEW.id')} WHERE recipient_id = NEW.id;
  END`,
  search_recipient_delete: `AFTER DELETE ON recipient BEGIN
    DELETE FROM search_entry WHERE recipient_id = OLD.id;
  END`,
  search_recipient_merge: `AFTER UPDATE OF merged_into_id ON recipient
  WHEN OLD.merged_into_id IS NULL AND NEW.merged_into_id IS NOT NULL BEGIN
    DELETE FROM search_entry WHERE recipient_id = NEW.id;
  END`,
  search_recipient_unmerge: `AFTER UPDATE OF merged_into_id ON recipient
  WHEN OLD.merged_into_id IS NOT NULL AND NEW.merged_into_id IS NULL BEGIN
    ${insertEntry}
  END`,
  search_merge_insert: `AFTER INSERT ON recipient_merge BEGIN ${renumberKept} END`,
  search_merge_update: `AFTER UPDATE OF undone_on ON recipient_merge BEGIN ${renumberKept} END`,
  search_file_insert: `AFTER INSERT ON personal_file BEGIN ${renumber('NEW.recipient_id')} END`,
  search_file_update: `AFTER UPDATE OF number, recipient_id ON personal_file BEGIN
    ${renumber('OLD.recipient_id')} ${renumber('NEW.recipient_id')}
  END`,
  search_file_delete: `AFTER DELETE ON personal_file BEGIN ${renumber('OLD.recipient_id')} END`,
  search_state_insert: `AFTER INSERT ON placement_state WHEN NEW.current BEGIN ${showAnew('NEW.recipient_id')} END`,
  search_state_update: `AFTER UPDATE ON placement_state WHEN NEW.current OR OLD.current BEGIN
    ${showAnew('OLD.recipient_id')} ${showAnew('NEW.recipient_id')}
  END`,
  search_state_delete: `AFTER DELETE ON placement_state WHEN OLD.current BEGIN ${showAnew('OLD.recipient_id')} END`,
  search_entry_insert: `AFTER INSERT ON search_entry BEGIN ${addToIndexes} END`,
  search_entry_update: `AFTER UPDATE ON search_entry
  WHEN (NEW.name, NEW.numbers, NEW.file_number, NEW.born)
    IS NOT (OLD.name, OLD.numbers, OLD.file_number, OLD.born) BEGIN
    ${takeFromIndexes} ${addToIndexes}
  END`,
  search_entry_delete: `AFTER DELETE ON search_entry BEGIN ${takeFromIndexes} END`,
}).map(([name, rest]) => ({name, sql: `CREATE TRIGGER ${name} ${rest}`}));

/** Changes with the tables' shape and with how letters are folded: what was folded otherwise is not found. */
export function searchIndexVersion(): string {
  const letters = Array.from({length: 0x250 + 0x100}, (_, index) =>
    String.fromCodePoint(index < 0x250 ? index + 0x20 : index - 0x250 + 0x400),
  );
  return JSON.stringify([tablesSql, searchTriggers, letters.map(fold)]);
}

/** Fills the empty search from the facts, without its triggers: each index in one go. */
export function fillSearchIndex(db: WritableDb): void {
  db.execute(
    `INSERT INTO search_entry (recipient_id, name, numbers, file_number, born, card)
      SELECT id, ${nameOf('recipient')}, ${numbersOf('recipient')}, ${fileNumberOf('recipient.id')},
        ${bornOf('recipient')}, ${cardOf('recipient.id')}
      FROM recipient
      WHERE merged_into_id IS NULL`,
  );
  for (const index of indexes) {
    db.execute(`INSERT INTO ${index} (rowid, text) SELECT id, ${texts[index]('e')} FROM search_entry e`);
    db.execute(`INSERT INTO ${index} (${index}) VALUES ('optimize')`);
  }
}

/** Merges each index into one segment: what was taken out of it is then nowhere in it. */
export function optimizeSearch(client: Database): void {
  for (const index of indexes) client.exec(`INSERT INTO ${index} (${index}) VALUES ('optimize')`);
}

/** Every change adds a segment, and each search looks into all of them. So many are left alone. */
const segmentsKept = 4;
const tidyForMilliseconds = 250;
/** Written at once before the time is looked at. */
const pagesPerStep = 16;

/**
 * Merges the segments of the search where there are many, within a quarter of a second: for when the database is
 * closed. What is left over is merged the next time.
 */
export function tidySearch(client: Database): void {
  const until = performance.now() + tidyForMilliseconds;
  const written = client.prepare<[], number>('SELECT total_changes()').pluck();
  const scattered = (index: string): boolean => {
    const segments = client.prepare<[], number>(`SELECT count(DISTINCT segid) FROM ${index}_idx`).pluck();
    return must(segments.get()) > segmentsKept;
  };
  const merge = (index: string, pages: number): void => {
    const step = client.prepare(`INSERT INTO ${index} (${index}, rank) VALUES ('merge', ${pages})`);
    let before: number;
    do {
      before = must(written.get());
      step.run();
      // One change is the command itself: less than two, and there was nothing to merge.
    } while (must(written.get()) - before >= 2 && performance.now() < until);
  };
  const untidy = indexes.filter(scattered);
  if (untidy.length === 0) return;
  client
    .transaction(() => {
      // First those of like size among themselves, then, when that leaves too many, all into one.
      for (const index of untidy) merge(index, pagesPerStep);
      for (const index of untidy.filter(scattered)) merge(index, -pagesPerStep);
    })
    .immediate();
}

/** Makes the tables of the search anew, empty. */
export function makeSearchTables(client: Database): void {
  for (const table of ['search_word', 'search_part', 'search_entry']) client.exec(`DROP TABLE IF EXISTS ${table}`);
  for (const sql of tablesSql) client.exec(sql);
}
