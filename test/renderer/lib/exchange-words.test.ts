import {describe, expect, test} from 'vitest';
import type {ExchangeOutcome, ExchangeStateView} from '../../../electron/contract/exchange.ts';
import {
  addressTyped,
  exchangeLineOf,
  isTrouble,
  outcomeWords,
  whenWords,
} from '../../../renderer/lib/exchange-words.ts';
import {exchangeProblemText} from '../../../renderer/text/exchange-problems.ts';
import {exchangeText} from '../../../renderer/text/exchange.ts';
import {noTally, outcome} from '../../screens/made-exchange.ts';

const registry: ExchangeStateView['partners'][number] = {
  id: '0123456789abcdef',
  kind: 'registry',
  name: 'Тізілім',
  fingerprint: 'ABCD-EFGH-JKMN-PQRS',
  url: 'https://tizilim.kz',
  state: 'active',
  lastExchangeAt: null,
  counts: {saved: 0, sent: 0, confirmed: 7, refused: 0},
};

function state(more: Partial<ExchangeStateView>): ExchangeStateView {
  return {
    fingerprint: null,
    partners: [registry],
    counts: registry.counts,
    running: null,
    last: null,
    request: null,
    quarantined: 0,
    conflicts: 0,
    copied: false,
    sticks: [],
    canChooseFolder: false,
    automatic: true,
    loadBegun: false,
    ...more,
  };
}

describe('exchangeLineOf', () => {
  const running = {lane: 'network', phase: 'sending', automatic: false, tally: noTally} as const;
  const open = {saved: 5, sent: 6, confirmed: 100, refused: 0};
  const cases: readonly [what: string, Partial<ExchangeStateView>, kk: string | null, tone?: string][] = [
    ['nobody to exchange with', {partners: [], counts: null}, null],
    ['all confirmed', {}, 'Барлығы расталды', 'good'],
    ['waiting and sent', {counts: open}, 'Расталмаған: 11', 'wait'],
    // Never told as done.
    ['refused alone', {counts: {...open, saved: 0, sent: 0, refused: 1}}, 'Расталмаған: 1', 'late'],
    ['running', {counts: open, running}, 'Алмасу жүріп жатыр…', 'calm'],
    [
      'asked to be taken in',
      {partners: [], counts: null, request: {name: 'ДК', askedAt: '', writtenAt: null}},
      'Тізілім жауабы күтілуде',
      'wait',
    ],
    ['copied', {copied: true, running}, 'Алмасу тоқтатылды', 'late'],
  ];
  test.each(cases)('%s', (_, given, kk, tone) => {
    const line = exchangeLineOf(state(given));
    expect([line?.words.kk ?? null, line?.tone]).toEqual([kk, tone]);
  });
});

describe('whenWords', () => {
  // Noon, so that the day is the same wherever the test runs.
  const now = '2026-03-05T12:30:00';
  const cases: readonly [instant: string, kk: string, ru: string][] = [
    ['2026-03-05T09:05:00', 'бүгін, 09:05', 'сегодня, 09:05'],
    ['2026-03-04T23:59:00', 'кеше, 23:59', 'вчера, 23:59'],
    ['2026-03-02T10:00:00', '3 күн бұрын, 02.03.2026', '3 дня назад, 02.03.2026'],
    ['2025-03-05T10:00:00', '365 күн бұрын, 05.03.2025', '365 дней назад, 05.03.2025'],
    // A clock that was ahead once.
    ['2026-03-09T10:00:00', '09.03.2026', '09.03.2026'],
  ];
  test.each(cases)('%s', (instant, kk, ru) => {
    expect(whenWords(instant, now)).toEqual({kk, ru});
  });
});

describe('outcomeWords', () => {
  const tally = {...noTally, sent: 12, integrated: 1};
  const cases: readonly [what: string, Partial<ExchangeOutcome>, ru: string][] = [
    ['nothing new', {}, 'Обмен по сети завершен. Нового ничего не было.'],
    ['both ways', {tally}, 'Обмен по сети завершен. Отправлено: 12 изменений, получено: 1 изменение.'],
    [
      'a stick to carry on',
      {lane: 'stick', tally},
      'Обмен через флешку завершен, ее можно вынуть. Записано для других: 12 изменений, получено: 1 изменение.',
    ],
    [
      'asked to wait',
      {problem: 'too-often', retryAfter: 61},
      `${exchangeProblemText['too-often'].ru} Повторите через 2 минуты.`,
    ],
  ];
  test.each(cases)('%s', (_, given, ru) => {
    expect(outcomeWords(outcome(given)).ru).toBe(ru);
  });

  test('one that nobody asked for and that found no network is no trouble', () => {
    expect(isTrouble({problem: 'offline', automatic: true})).toBe(false);
    expect(isTrouble({problem: 'offline', automatic: false})).toBe(true);
    expect(isTrouble({problem: 'copied', automatic: true})).toBe(true);
    expect(isTrouble({problem: null, automatic: false})).toBe(false);
  });
});

test.each([
  [15, '15 минут', 'спешат'],
  [-180, '3 часа', 'отстают'],
  [525_600, '365 дней', 'спешат'],
])('a clock %d minutes off', (minutes, ru, how) => {
  expect(exchangeText.clock(minutes).ru).toContain(`${how} на ${ru}.`);
});

test.each([
  ['reestr.kz', 'https://reestr.kz'],
  ['https://reestr.kz/', 'https://reestr.kz/'],
  // Told by its own words, not made into another.
  ['http://reestr.kz', 'http://reestr.kz'],
  ['127.0.0.1:8443', 'https://127.0.0.1:8443'],
])('the address %s', (typed, address) => {
  expect(addressTyped(typed)).toBe(address);
});
