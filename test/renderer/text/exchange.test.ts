import {expect, test} from 'vitest';
import {languages, type Text} from '../../../domain/text.ts';
import {connectText} from '../../../renderer/text/connect.ts';
import {conflictText, heldText} from '../../../renderer/text/exchange-held.ts';
import {exchangeProblemText, heldReasonText} from '../../../renderer/text/exchange-problems.ts';
import {exchangeLine, exchangeText, stepNames, stepWhat} from '../../../renderer/text/exchange.ts';
import {joinText} from '../../../renderer/text/join.ts';

/** Every pair of a file of texts, by where it stands; those that are made with a value are tried where they are used. */
function pairs(of: object, at = ''): [at: string, words: Text][] {
  return Object.entries(of).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null) return [];
    return 'kk' in value ? [[`${at}${key}`, value as Text]] : pairs(value, `${at}${key}.`);
  });
}

const all = pairs({
  connectText,
  conflictText,
  heldText,
  exchangeProblemText,
  heldReasonText,
  exchangeLine,
  exchangeText,
  stepNames,
  stepWhat,
  joinText,
});

test('the two languages do not stand in each other', () => {
  // What is the same in both: a name of its own.
  const same = new Set(['Карантин', 'Например: E:\\']);
  const mixed = all.filter(
    ([, {kk, ru}]) =>
      (kk === ru && !same.has(ru)) || /[әғқңөұүһі]/iu.test(ru.replaceAll('Тірек', '')) || /[ёъ]/iu.test(kk),
  );
  expect(mixed).toEqual([]);
});

test('no word of the machine, and none of another language', () => {
  const jargon =
    /(?<!:\/\/[\w.]*)\b(?!Tirek|SHA-256|https?|example|kz|tizilim|reestr|E\b)[a-z]{2,}|синхрон|сервис|протокол|пакет|база данных/iu;
  const found = all.flatMap(([at, words]) =>
    languages.filter(language => jargon.test(words[language])).map(language => `${at}: ${words[language]}`),
  );
  expect(found).toEqual([]);
});

test('every problem says what happened and then what to do', () => {
  for (const [at, words] of pairs(exchangeProblemText)) {
    for (const language of languages) {
      expect(words[language].match(/[.:;!?](\s|$)/gu)?.length ?? 0, `${at}, ${language}`).toBeGreaterThanOrEqual(2);
    }
  }
});
