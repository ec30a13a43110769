import {describe, expect, test} from 'vitest';
import {rowHeight} from '../../../electron/excel/row-height.ts';

describe('the height of a row', () => {
  test('of words that fit is the usual one', () => {
    expect(rowHeight(['Қызмет алушы', 5, null], [20, 10, 10])).toBeUndefined();
    expect(rowHeight([], [])).toBeUndefined();
  });

  test('is that of its longest cell, broken between words', () => {
    // 18 of 20 characters to a line.
    expect(rowHeight(['қарттар мен мүгедектігі бар', 'қысқа'], [20, 20])).toBe(2 * 15);
    expect(rowHeight(['қысқа', 'бір екі үш төрт бес алты жеті сегіз тоғыз он'], [20, 20])).toBe(3 * 15);
  });

  test('counts the lines that somebody has made, and a word that is longer than one', () => {
    expect(rowHeight(['бір\nекі\nүш'], [20])).toBe(45);
    expect(rowHeight(['әлеуметтік-экономикалық-құқықтық'], [20])).toBe(30);
  });

  test('is greater for the bold letters of a head', () => {
    expect(rowHeight(['жеке жоспар толық'], [20])).toBeUndefined();
    expect(rowHeight(['жеке жоспар толық'], [20], 'bold')).toBe(30);
  });

  test('never is more than a row can have', () => {
    expect(rowHeight(['сөз '.repeat(5_000)], [20])).toBe(409);
  });
});
