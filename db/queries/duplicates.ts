import {swapDayAndMonth, type Likened} from '../../domain/duplicates.ts';
import type {LikenedEntry} from '../../domain/duplicate-pairs.ts';
import {pairKey} from '../../domain/duplicate-pairs.ts';
import {fold} from '../../domain/search-key.ts';
import type {ReadableDb} from '../connection.ts';

const columns = 'r.id, r.surname, r.first_name AS firstName, r.patronymic, r.born_on AS bornOn, r.iin';

/** Everybody, to be compared with each other. Whoever was merged into another is nobody. */
export function likenedPeople(db: ReadableDb): LikenedEntry[] {
  return db.prepare<LikenedEntry>(`SELECT ${columns} FROM recipient r WHERE r.merged_into_id IS NULL`).all();
}

/** Of more namesakes than this the newest are looked at. */
const namesakesAtOnce = 500;

/** A number; `not merged` stands in the search by having an entry there. */
export const byIin = `SELECT ${columns} FROM recipient r WHERE r.iin = ? AND r.merged_into_id IS NULL`;

/** People with some words in the name, whoever they are. */
export const byWords = `SELECT ${columns}
  FROM (SELECT rowid FROM search_word WHERE search_word MATCH ? ORDER BY rowid DESC LIMIT ${namesakesAtOnce}) AS w
  CROSS JOIN search_entry e ON e.id = w.rowid CROSS JOIN recipient r ON r.id = e.recipient_id`;

/** People with one word in the name who were born on one of two days. */
export const byWordAndDay = `SELECT ${columns}
  FROM search_word w CROSS JOIN search_entry e ON e.id = w.rowid CROSS JOIN recipient r ON r.id = e.recipient_id
  WHERE search_word MATCH ? AND r.born_on IN (?, ?) LIMIT ${namesakesAtOnce}`;

/**
 * Who may be alike, of any number of people, by what has an index: the IIN; surname and first name, in either order; and,
 * where the birth date is known, each part of the name with it. So that a slip of the pen hides nobody, two of the parts,
 * or one part and the date, must be right.
 */
export function likeCandidates(db: ReadableDb, {surname, firstName, patronymic, bornOn, iin}: Likened): LikenedEntry[] {
  const found = new Map<string, LikenedEntry>();
  const add = (rows: readonly LikenedEntry[]) => rows.forEach(row => found.set(row.id, row));
  if (iin !== null) add(db.prepare<LikenedEntry>(byIin).all(iin));
  const [surnameWords, firstWords, fatherWords] = [surname, firstName, patronymic ?? ''].map(wordsOf);
  const both = [...(surnameWords ?? []), ...(firstWords ?? [])];
  if (both.length > 1) add(db.prepare<LikenedEntry>(byWords).all(allOf(both)));
  if (bornOn !== null) {
    for (const words of [surnameWords, firstWords, fatherWords]) {
      if (words === undefined || words.length === 0) continue;
      add(db.prepare<LikenedEntry>(byWordAndDay).all(allOf(words), bornOn, swapDayAndMonth(bornOn)));
    }
  }
  return [...found.values()];
}

function wordsOf(part: string): string[] {
  return fold(part)
    .split(' ')
    .filter(word => word !== '');
}

function allOf(words: readonly string[]): string {
  return [...new Set(words)].map(word => `"${word}"`).join(' ');
}

/**
 * Pairs of which somebody has said that they are two people: a setting for each, so that two computers that say so of
 * different pairs do not contradict each other. The id is the beginning and the two ids, the smaller first.
 */
const notTheSame = 'not-the-same/';

export function notTheSameSetting(one: string, other: string): string {
  return notTheSame + pairKey(one, other);
}

/** As `pairKey` has them. */
export function pairsNotTheSame(db: ReadableDb): ReadonlySet<string> {
  const rows = db
    .prepare<{id: string}>('SELECT id FROM setting WHERE id >= ? AND id < ?')
    .all(notTheSame, `${notTheSame}\u{10ffff}`);
  return new Set(rows.map(({id}) => id.slice(notTheSame.length)));
}

/** Grows with every change: what was worked out at one number holds as long as it stands. */
export function lastChange(db: ReadableDb): number {
  return db.prepare<{last: number | null}>('SELECT max(seq) AS last FROM change').get()?.last ?? 0;
}
