import {assert} from './assert.ts';
import {text, type Text} from './text.ts';

/** The forms a Russian noun takes after a number: один лист, два листа, пять листов. */
export interface RussianNoun {
  one: string;
  few: string;
  many: string;
}

/** A noun to be counted. A Kazakh noun keeps its singular after a number: бес парақ. */
export interface CountedNoun {
  kk: string;
  ru: RussianNoun;
}

/** Which form a Russian noun takes after a whole number from 0 on. */
export function russianPlural(count: number): keyof RussianNoun {
  assert(Number.isInteger(count) && count >= 0, 'things are counted by whole numbers');
  const [units, tens] = [count % 10, count % 100];
  if (units === 1 && tens !== 11) return 'one';
  return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? 'few' : 'many';
}

/** «5 парақ», «5 листов». */
export function counted(count: number, noun: CountedNoun): Text {
  return text(`${count} ${noun.kk}`, `${count} ${noun.ru[russianPlural(count)]}`);
}
