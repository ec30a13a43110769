import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import type {Locator, Page} from 'playwright-core';
import type {Language, Text} from '../../domain/text.ts';

/** What was seen to be wrong without looking. */
export interface Finding {
  readonly picture: string;
  readonly what: string;
}

/** Goes through the application with a mouse, and photographs. */
export class Camera {
  readonly page: Page;
  readonly language: Language;
  readonly findings: Finding[] = [];
  taken = 0;
  readonly #folder: string;
  readonly #only: string;

  constructor(page: Page, language: Language, folder: string, only: string) {
    this.page = page;
    this.language = language;
    this.#folder = folder;
    this.#only = only;
    mkdirSync(folder, {recursive: true});
    page.setDefaultTimeout(15_000);
  }

  say(words: Text): string {
    return words[this.language];
  }

  button(words: Text, within: Locator | Page = this.page): Locator {
    const options = {name: this.say(words), exact: true};
    return within
      .getByRole('button', options)
      .or(within.getByRole('link', options))
      .or(within.getByRole('menuitem', options))
      .or(within.getByRole('tab', options))
      .first();
  }

  field(words: Text, within: Locator | Page = this.page): Locator {
    const options = {name: this.say(words), exact: true};
    return within
      .getByRole('textbox', options)
      .or(within.getByRole('combobox', options))
      .or(within.getByRole('searchbox', options))
      .first();
  }

  async press(words: Text, within?: Locator): Promise<void> {
    await this.button(words, within).click();
  }

  /** Goes to a screen by its address. */
  async visit(path: string): Promise<void> {
    await this.page.evaluate(hash => {
      location.hash = hash;
    }, path);
    await this.page.locator('#main h1').first().waitFor();
    await this.settle();
  }

  /** Chooses a line of a list. */
  async choose(words: Text, line: string): Promise<void> {
    await this.field(words).click();
    await this.page.getByRole('option', {name: line, exact: true}).filter({visible: true}).first().click();
  }

  /** Out of a dialog, and out of the one that it came from. */
  async escape(): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    for (let tries = 0; tries < 3 && (await dialog.count()) > 0; tries += 1) {
      await this.page.keyboard.press('Escape');
      await this.settle();
    }
    await dialog.waitFor({state: 'hidden'});
  }

  /** Whether a picture whose name begins so may be asked for. */
  wants(beginning: string): boolean {
    return beginning.startsWith(this.#only) || this.#only.startsWith(beginning);
  }

  /** One part of the tour; where it leads nowhere the others go on. */
  async part(name: string, tour: () => Promise<void>): Promise<void> {
    if (!this.wants(name)) return;
    try {
      await tour();
    } catch (error) {
      await this.page.screenshot({path: join(this.#folder, `${name}.lost.png`)});
      this.findings.push({picture: name, what: `not reached: ${String(error).split('\n').slice(0, 3).join(' ')}`});
    }
  }

  /** Waits until nothing is on its way any more. */
  async settle(): Promise<void> {
    await this.page.evaluate(async () => {
      // Until the answers of the main side have come and are drawn: nothing has moved in the page for a while.
      await new Promise<void>(resolve => {
        const done = (): void => {
          observer.disconnect();
          resolve();
        };
        let quiet = setTimeout(done, 400);
        const observer = new MutationObserver(() => {
          clearTimeout(quiet);
          quiet = setTimeout(done, 400);
        });
        observer.observe(document.body, {subtree: true, childList: true, characterData: true});
        setTimeout(done, 8000);
      });
      await document.fonts.ready;
      // Some go on for ever: a caret, a turning wheel.
      const ending = document.getAnimations().filter(each => each.effect?.getTiming().iterations !== Infinity);
      await Promise.all(ending.map(each => each.finished.catch(() => undefined)));
    });
  }

  /** A picture of the window; and of the whole content where the window shows only a part of it. */
  async shoot(name: string): Promise<void> {
    await this.settle();
    if (!name.startsWith(this.#only)) return;
    await this.page.screenshot({path: join(this.#folder, `${name}.png`)});
    this.taken += 1;
    for (const what of await this.page.evaluate(lookForDefects)) {
      // The same words are told once, with the first picture of them.
      if (!this.findings.some(each => each.what === what)) this.findings.push({picture: name, what});
    }
    const below = await this.page.evaluate(() => {
      const main = document.getElementById('main') ?? document.documentElement;
      return document.querySelector('[role=dialog]') ? 0 : main.scrollHeight - main.clientHeight;
    });
    const size = this.page.viewportSize();
    if (below < 8 || size === null) return;
    await this.page.setViewportSize({width: size.width, height: size.height + Math.min(below, 4000)});
    await this.page.screenshot({path: join(this.#folder, `${name}.whole.png`)});
    await this.page.setViewportSize(size);
  }
}

/** Runs in the page: what scrolls sideways, and words that are cut off. */
function lookForDefects(): string[] {
  const found: string[] = [];
  const place = (element: Element): string =>
    `<${element.tagName.toLowerCase()} class="${element.className}"> «${(element.textContent ?? '').trim().slice(0, 60)}»`;
  for (const element of [document.documentElement, ...document.querySelectorAll('#main, [role=dialog]')]) {
    if (element.scrollWidth > element.clientWidth + 1) found.push(`scrolls sideways: ${place(element)}`);
  }
  for (const element of document.querySelectorAll('body *:not(input, .mantine-Switch-track)')) {
    const {overflowX, display} = getComputedStyle(element);
    const isCut = overflowX === 'hidden' || overflowX === 'clip';
    if (!isCut || display === 'inline' || element.clientWidth <= 1 || element.children.length > 3) continue;
    if (element.scrollWidth > element.clientWidth + 1) found.push(`cut: ${place(element)}`);
  }
  for (const input of document.querySelectorAll<HTMLInputElement>('input:not([type=radio]):not([type=checkbox])')) {
    if (input.clientWidth > 1 && input.scrollWidth > input.clientWidth + 2)
      found.push(`cut in a field: «${input.value || input.placeholder}»`);
  }
  return found;
}
