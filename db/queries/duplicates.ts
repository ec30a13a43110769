import {swapDayAndMonth, type Likened} from '../../domain/duplicates.ts';
import {pairKey, type LikenedEntry} from '../../domain/duplicate-pairs.ts';
import {fold} from '../../domain/search-key.ts';
import type {ReadableDb} from '../connection.ts';
import {bornWord} from '../search-index.ts';

const columns = 'r.id, r.surname, r.first_name AS firstName, r.patronymic, r.born_on AS bornOn, r.iin';

/** Everybody, to be compared with each other. Whoever was merged into another is nobody. */
export function likenedPeople(db: ReadableDb): LikenedEntry[] {
  return db.prepare<LikenedEntry>(`SELECT ${columns} FROM recipient r WHERE r.merged_into_id IS NULL`).all();
}

/** Of more who have the same in common the newest are looked at. */
const namesakesAtOnce = 500;

/** By the number. Who was merged has no entry in the search, so that the other ways need not ask. */
export const byIin = `SELECT ${columns} FROM recipient r WHERE r.iin = ? AND r.merged_into_id IS NULL`;

/** People by words of the search, the newest. */
export const byWords = `SELECT ${columns}
  FROM (SELECT rowid FROM search_word WHERE search_word MATCH ? ORDER BY rowid DESC LIMIT ${namesakesAtOnce}) AS w
  CROSS JOIN search_entry e ON e.id = w.rowid CROSS JOIN recipient r ON r.id = e.recipient_id`;

/**
 * Who may be alike, of any number of people, by what has an index: the IIN; surname and first name, in either order; the
 * birth date, with day and month in either order. So a slip of the pen hides nobody: two of the parts, or the date, must
 * be right. Where more were born on a day than are looked at, each part of the name is asked with it.
 */
export function likeCandidates(db: ReadableDb, {surname, firstName, patronymic, bornOn, iin}: Likened): LikenedEntry[] {
  const found = new Map<string, LikenedEntry>();
  const add = (rows: readonly LikenedEntry[]) => rows.forEach(row => found.set(row.id, row));
  const matching = (match: string) => db.prepare<LikenedEntry>(byWords).all(match);
  if (iin !== null) add(db.prepare<LikenedEntry>(byIin).all(iin));
  const parts = [surname, firstName, patronymic ?? ''].map(wordsOf);
  const both = parts.slice(0, 2).flat();
  if (both.length > 1) add(matching(allOf(both)));
  if (bornOn !== null) {
    const days = `("${bornWord(bornOn)}" OR "${bornWord(swapDayAndMonth(bornOn))}")`;
    const born = matching(days);
    add(born);
    if (born.length === namesakesAtOnce) {
      for (const words of parts.filter(each => each.length > 0)) add(matching(`${allOf(words)} AND ${days}`));
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
  return [...new Set(words)].map(word => `"${word}"`).join(' AND ');
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

/** Grows with every change of a person: what was worked out of all people at one number holds as long as it stands. */
export function lastChangeOfPeople(db: ReadableDb): number {
  const last = "SELECT seq FROM change WHERE table_name = 'recipient' ORDER BY seq DESC LIMIT 1";
  return db.prepare<{seq: number}>(last).get()?.seq ?? 0;
}
