import {fold, wrongLayout} from '../domain/search-key.ts';
import type {ReadableDb} from './connection.ts';
import type {RecipientCard} from './queries/recipient.ts';
import {typedDigits} from './search-index.ts';

/** A person found. A lower rank fits better: file number, beginning of the name, beginnings of words, parts of words. */
export interface SearchHit {
  readonly recipientId: string;
  /** What a list shows, as the triggers of the search write it. */
  readonly card: string;
  readonly rank: number;
}

/** From so many letters on, a part from inside a word is looked for. */
const shortestPart = 3;
/** Of more people than this who fit equally, the newest are shown; within them by name. */
const consideredAtOnce = 200;

/** Sorts after every letter: text + lastLetter is above every text that begins so. */
const lastLetter = '\u{10ffff}';

interface Found {
  id: number;
  recipientId: string;
  card: string;
}

const entry = 'SELECT e.id, e.recipient_id AS recipientId, e.card FROM search_entry e';
const byFileNumber = `${entry} WHERE e.file_number = ? LIMIT ?`;
const byBeginning = `${entry} WHERE e.name >= ? AND e.name < ? ORDER BY e.name LIMIT ?`;
const byWords = `SELECT e.id, e.recipient_id AS recipientId, e.card
  FROM (SELECT rowid FROM search_word WHERE search_word MATCH ? ORDER BY rowid DESC LIMIT ${consideredAtOnce}) AS w
  CROSS JOIN search_entry e ON e.id = w.rowid ORDER BY e.name LIMIT ?`;

/**
 * The index says who has all of some three letters in a row, anywhere; the entry itself, whether the parts of words
 * and, for each word too short for a part, the beginnings (a blank before them) are in it.
 */
function byParts(inText: number): string {
  const text = "(' ' || e.name || ' ' || e.numbers || ' ' || e.file_number)";
  return `SELECT e.id, e.recipient_id AS recipientId, e.card FROM search_part p CROSS JOIN search_entry e ON e.id = p.rowid
    WHERE search_part MATCH ? ${`AND instr(${text}, ?) > 0 `.repeat(inText)} ORDER BY p.rowid DESC LIMIT ?`;
}

/** By code points, as the index counts letters. */
function trigrams(part: string): string[] {
  const letters = Array.from(part);
  return letters.slice(shortestPart - 1).map((_, index) => letters.slice(index, index + shortestPart).join(''));
}

/** One try: the tiers in order, until there are enough. */
function find(db: ReadableDb, text: string, limit: number): SearchHit[] {
  const folded = fold(text);
  if (folded === '') return [];
  const hits = new Map<number, SearchHit>();
  const add = (rank: number, rows: readonly Found[]) => {
    for (const {id, recipientId, card} of rows) {
      if (hits.size < limit && !hits.has(id)) hits.set(id, {recipientId, card, rank});
    }
  };

  add(0, db.prepare<Found>(byFileNumber).all(folded, limit));
  add(1, db.prepare<Found>(byBeginning).all(folded, folded + lastLetter, limit));
  const readings = [...new Set([folded, ...typedDigits(text)])].map(each => [...new Set(each.split(' '))]);
  for (const words of readings) {
    if (hits.size >= limit) break;
    add(2, db.prepare<Found>(byWords).all(words.map(word => `"${word}"*`).join(' '), limit));
  }
  for (const words of readings) {
    const inRow = [...new Set(words.flatMap(trigrams))];
    if (hits.size >= limit || inRow.length === 0) continue;
    const inText = words.map(word => (trigrams(word).length === 0 ? ` ${word}` : word));
    const match = inRow.map(letters => `"${letters}"`).join(' ');
    add(3, db.prepare<Found>(byParts(inText.length)).all(match, ...inText, limit));
  }
  return [...hits.values()];
}

/**
 * People by what somebody types: any part of a name, words in any order, folded letters, file number, IIN, phone.
 * When nothing fits, once more as if the keyboard had stood on the other layout. Best first; an empty text finds nobody.
 */
export function searchRecipients(db: ReadableDb, text: string, limit: number): SearchHit[] {
  const hits = find(db, text, limit);
  if (hits.length > 0) return hits;
  for (const meant of wrongLayout(text)) {
    const others = find(db, meant, limit);
    if (others.length > 0) return others;
  }
  return [];
}

/** What a list shows of one who was found. */
export function cardOfHit({recipientId, card}: SearchHit): RecipientCard {
  const [surname, firstName, patronymic, bornOn, status, fileNumber] = JSON.parse(card) as CardFields;
  return {recipientId, surname, firstName, patronymic, bornOn, status, fileNumber};
}

/** As the triggers of the search write a card. */
type CardFields = [
  surname: string,
  firstName: string,
  patronymic: string | null,
  bornOn: string | null,
  status: RecipientCard['status'],
  fileNumber: string | null,
];
