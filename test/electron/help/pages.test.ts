import {execFileSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {languages, type Language} from '../../../domain/text.ts';
import {readPages, readTexts, resolver} from '../../../electron/help/read.ts';
import {answerIn, answeredMessages} from '../../../renderer/lib/help-answers.ts';
import {helpContents} from '../../../renderer/lib/help-contents.ts';
import type {HelpInline, HelpPage} from '../../../renderer/lib/help-page.ts';
import {helpOfPlace, helpOfScreen} from '../../../renderer/lib/help-places.ts';
import {searchHelp} from '../../../renderer/lib/help-search.ts';
import {patterns, settingsSections} from '../../../renderer/lib/paths.ts';

/** The pages of help as they are built in: whole, the same in both languages, and none that says what is no more. */

const root = resolve(import.meta.dirname, '../../..');
const pages = {} as Record<Language, HelpPage[]>;
let texts: ReadonlyMap<string, unknown>;

beforeAll(async () => {
  texts = await readTexts(root);
  for (const language of languages) pages[language] = readPages(root, language, texts);
});

/** `page` and `page#anchor`. */
function places(of: readonly HelpPage[]): string[] {
  return of.flatMap(({id, sections}) => sections.map(({anchor}) => (anchor === '' ? id : `${id}#${anchor}`)));
}

function isThere(target: string, of: readonly HelpPage[]): boolean {
  return target.startsWith('#') ? places(of).some(place => place.endsWith(target)) : places(of).includes(target);
}

test('both languages have the same pages, headings and blocks', () => {
  const shape = (of: readonly HelpPage[]): unknown =>
    of.map(({id, sections}) => ({
      id,
      sections: sections.map(({anchor, level, blocks}) => ({
        anchor,
        level,
        blocks: blocks.map(block => ('items' in block ? [block.kind, block.items.length] : block.kind)),
      })),
    }));
  expect(shape(pages.kk)).toEqual(shape(pages.ru));
  expect(new Set(places(pages.kk)).size).toBe(places(pages.kk).length);
});

test('the contents name every page once', () => {
  const named = helpContents.flatMap(group => [...group.pages]);
  expect([...named].sort()).toEqual(pages.kk.map(({id}) => id));
});

test('every screen opens a page that is there', () => {
  const screens = Object.values(patterns).map(pattern => pattern.replaceAll(/:\w+\??/gu, 'x'));
  const opened = [
    ...screens.map(helpOfPlace),
    ...settingsSections.map(section => helpOfPlace(`/settings/${section}`)),
    helpOfPlace('/settings/exchange/stick'),
    ...(['problem', 'rotating', 'locked', 'fresh'] as const).map(phase =>
      helpOfScreen({phase, setupStep: 'done'}, '/'),
    ),
  ];
  for (const target of opened)
    for (const language of languages)
      expect(pages[language]).toSatisfy(of => isThere(target, of as HelpPage[]), target);
  expect(helpOfPlace('/people/duplicates')).toBe('duplicates');
  expect(helpOfPlace('/people/some-id')).toBe('recipient-year');
  expect(helpOfPlace('/people/some-id/plans/new')).toBe('recipient-year#plan');
  expect(helpOfPlace('/settings/exchange/conflicts')).toBe('several-computers#conflicts');
});

test('every link leads somewhere', () => {
  const links = (words: readonly HelpInline[]): string[] =>
    words.flatMap(word => (typeof word === 'object' && 'to' in word ? [word.to] : []));
  for (const language of languages) {
    for (const {id, sections} of pages[language]) {
      for (const block of sections.flatMap(({blocks}) => blocks)) {
        const all = 'items' in block ? block.items.flatMap(links) : links(block.words);
        expect({id, lost: all.filter(target => !isThere(target, pages[language]))}).toEqual({id, lost: []});
      }
    }
  }
});

describe('messages', () => {
  test('each has its answer, and no answer is to what is said no more', () => {
    for (const language of languages) {
      const answers = pages[language]
        .filter(({id}) => id.startsWith('errors-'))
        .flatMap(({sections}) => sections.filter(({level}) => level === 3))
        .map(({anchor}) => anchor);
      expect([...answers].sort()).toEqual([...answeredMessages.keys()].sort());
    }
  });

  test('every text that says what went wrong is among them', () => {
    const wrong = /problem(text|words|names)?$|obstacletext$|lacknames$|heldreasontext|troubletext/iu;
    const answered = new Set<unknown>(answeredMessages.values());
    const missing = [...texts]
      .filter(([name, value]) => wrong.test(name) && typeof value === 'object' && value !== null)
      .flatMap(([name, value]) => wordsIn(value).map(([path, words]) => ({name: `${name}${path}`, words})))
      .filter(({words}) => !answered.has(words))
      // The title of such a page stands beside what is answered, and what to do beside why a change waits.
      .filter(({name}) => !/^(installationProblemText\..*\.title|heldReasonText\..*\.what)$/u.test(name));
    expect(missing.map(({name}) => name)).toEqual([]);
  });

  test('one is found in what stands on the screen', () => {
    const words = resolver(texts, 'ru')('exchangeProblemText.offline');
    expect(answerIn(`Не получилось ${words} Повторите через 5 минут.`)).toBe('#exchange-offline');
    expect(answerIn(resolver(texts, 'kk')('problemText.iin-taken'))).toBe('#iin-taken');
    expect(answerIn('Бүгін')).toBeNull();
  });
});

function wordsIn(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('kk' in value && 'ru' in value) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => wordsIn(inner, `${path}.${key}`));
}

describe('search', () => {
  const cases: readonly {typed: string; finds: string}[] = [
    {typed: 'забыт', finds: 'password#forgotten'},
    {typed: 'пароль забыт', finds: 'password#forgotten'},
    // Without Kazakh letters, on another layout, in the other language.
    {typed: 'куписоз умытылса', finds: ''},
    {typed: 'купиясоз умытылса', finds: 'password#forgotten'},
    {typed: 'aktirf', finds: 'exchange-stick#lost'},
    {typed: 'флешка потеряли', finds: 'exchange-stick#lost'},
  ];
  for (const {typed, finds} of cases) {
    test(`«${typed}»`, () => {
      const hits = searchHelp(pages.kk, pages.ru, typed, 40).map(({page, anchor}) => `${page}#${anchor}`);
      if (finds === '') expect(hits).toEqual([]);
      else expect(hits).toContain(finds);
    });
  }

  test('what is shown is in the language of the screen', () => {
    expect(searchHelp(pages.ru, pages.kk, 'пароль забыт', 1)).toEqual([
      {page: 'password', anchor: 'forgotten', title: 'Пароль забыт', pageTitle: 'Вход, пароль, ключ'},
    ]);
  });
});

test('the pages can be written out for reading on the web', () => {
  const out = mkdtempSync(join(tmpdir(), 'tirek-help-'));
  execFileSync(process.execPath, [join(root, 'electron/help/write.ts'), '--out', out]);
  for (const language of languages) {
    const files = readdirSync(join(out, language));
    expect(files.length).toBe(pages[language].length);
    for (const file of files) expect(readFileSync(join(out, language, file), 'utf8')).not.toMatch(/\{\{|\{#/u);
  }
});
