import {expect, test} from 'vitest';
import {partAt} from '../../../renderer/form/typed-part.ts';

interface Case {
  /** The keyboard is where the bar stands. */
  readonly text: string;
  readonly words: string;
}
const cases: readonly Case[] = [
  {text: '|', words: ''},
  {text: 'F20|', words: 'F20'},
  {text: 'F20.0, шизо\nэпил| \nдругое', words: 'эпил '},
  {text: 'F20.0, шизо; эпил|', words: 'эпил'},
  {text: 'F2|0; эпилепсия', words: 'F20'},
  {text: 'один;|два', words: 'два'},
];
test.each(cases)('$text', ({text, words}) => {
  const caret = text.indexOf('|');
  const whole = text.replace('|', '');
  const part = partAt(whole, caret);
  expect(part.words).toBe(words);
  expect(whole.slice(part.from, part.to)).toBe(words);
});
