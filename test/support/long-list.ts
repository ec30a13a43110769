import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {must} from '../../domain/assert.ts';
import type {Language} from '../../domain/text.ts';
import {placementStatusNames} from '../../domain/vocabulary.ts';
import {Application} from '../../electron/host/application.ts';
import {dayOf} from '../../electron/host/clock.ts';
import {journalText} from '../../renderer/text/journal.ts';
import {searchText} from '../../renderer/text/search.ts';
import {benchPassword, fill} from '../bench/application.ts';
import {furnish} from '../bench/start.ts';
import {framesDuring, type Frames} from './frames.ts';
import {letPass} from './time.ts';

/** A folder with so many invented people, of whom all receive services, and one account. */
export async function folderWithPeople(people: number, language: Language): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-long-list-'));
  const application = new Application({folder, clock: () => new Date()});
  await application.createAccount('Әлия', benchPassword);
  application.setLanguage(language);
  const {connection} = must(application.session());
  furnish(connection, 4, dayOf(new Date()));
  fill(connection, people, {from: 4, journalId: 'journal'});
  application.close();
  return folder;
}

export interface ListFrames {
  readonly scrolled: Frames;
  readonly jumped: Frames;
  readonly filtered: Frames;
  readonly typed: Frames;
}

/** Scrolls the list by the wheel, jumps to its ends, filters it, and searches letter by letter. */
export async function useLongList(page: Page, language: Language, people: number): Promise<ListFrames> {
  const say = (words: {kk: string; ru: string}): string => words[language];
  const region = page.getByRole('region', {name: say(searchText.title), exact: true});
  await region.locator('[data-line]').first().waitFor();
  await region.hover();
  const scrolled = await framesDuring(page, async () => {
    for (let step = 0; step < 60; step += 1) {
      await page.mouse.wheel(0, 400 + step * 50);
      await letPass(16, 'a hand turns the wheel once in a frame');
    }
  });
  const jumped = await framesDuring(page, async () => {
    await region.focus();
    for (const [key, place] of [
      ['End', people],
      ['Home', 1],
      ['End', people],
    ] as const) {
      await page.keyboard.press(key);
      await region.locator(`li[aria-posinset="${place}"] [data-line]`).waitFor();
    }
  });
  const filtered = await framesDuring(page, async () => {
    for (const name of [placementStatusNames.receiving, journalText.all]) {
      await page.getByRole('combobox', {name: say(journalText.filter)}).selectOption(say(name));
      await region.locator('[data-line]').first().waitFor();
    }
  });
  const typed = await framesDuring(page, async () => {
    const field = page.getByRole('searchbox', {name: say(searchText.label)});
    await field.pressSequentially('сәтпай', {delay: 60});
    await page.getByRole('status').filter({hasText: /\d/}).waitFor();
  });
  return {scrolled, jumped, filtered, typed};
}
