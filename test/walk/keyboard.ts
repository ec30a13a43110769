import type {Locator, Page} from 'playwright-core';
import {vi} from 'vitest';
import type {Language, Text} from '../../domain/text.ts';

const mostTabs = 400;

/** Controls that are reached and used as a person without a mouse does it: Tab, arrows, Space, Enter, shortcuts. */
export class Keyboard {
  readonly page: Page;
  readonly language: Language;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.language = language;
  }

  say(words: Text): string {
    return words[this.language];
  }

  /** A field by its label. */
  field(label: Text, within: Locator | Page = this.page): Locator {
    const options = {name: this.say(label), exact: true};
    return within.getByRole('textbox', options).or(within.getByRole('combobox', options));
  }

  button(label: Text, within: Locator | Page = this.page): Locator {
    const options = {name: this.say(label), exact: true};
    return within.getByRole('button', options).or(within.getByRole('link', options));
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Goes to a control with Tab, back with Shift+Tab. Throws where no Tab leads. */
  async reach(target: Locator): Promise<void> {
    await target.waitFor({state: 'attached'});
    const way = await target.evaluate(element => {
      const {activeElement} = document;
      if (activeElement === element) return null;
      const isBefore =
        element.compareDocumentPosition(activeElement ?? document.body) & Node.DOCUMENT_POSITION_FOLLOWING;
      return isBefore && activeElement !== document.body ? 'Shift+Tab' : 'Tab';
    });
    if (way === null) return;
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      await this.press(way);
      if (await this.isIn(target)) return;
    }
    const stuck = await this.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
    throw new Error(`no Tab leads to ${target.toString()}; the keyboard is in ${stuck}`);
  }

  async isIn(target: Locator): Promise<boolean> {
    return target.evaluate(element => element === document.activeElement);
  }

  /** Presses a button or follows a link. */
  async push(target: Locator): Promise<void> {
    await this.reach(target);
    await this.press('Enter');
  }

  /** Types over what stands in the control that has the keyboard. */
  async type(words: string): Promise<void> {
    await this.press('Control+a');
    await this.page.keyboard.insertText(words);
  }

  async fill(target: Locator, words: string): Promise<void> {
    await this.reach(target);
    await this.type(words);
  }

  /** Opens a list with an arrow, goes to each of the lines that begin so, and takes it. */
  async choose(target: Locator, ...lines: readonly string[]): Promise<void> {
    await this.reach(target);
    await this.press('ArrowDown');
    const options = this.page.getByRole('option').filter({visible: true});
    await options.first().waitFor();
    for (const line of lines) {
      await this.goToLine(line);
      await this.press('Enter');
    }
    // Where several can be taken the list stays.
    if (lines.length > 1) await this.press('Escape');
    await options.first().waitFor({state: 'hidden'});
  }

  private async goToLine(line: string): Promise<void> {
    const options = this.page.getByRole('option').filter({visible: true});
    const marked = this.page.locator('[role=option][data-combobox-selected]').filter({visible: true});
    const count = await options.count();
    for (let at = 0; at <= count; at += 1) {
      const words = (await marked.count()) === 0 ? '' : await marked.first().innerText();
      if (words.trim().startsWith(line)) return;
      await this.press('ArrowDown');
    }
    throw new Error(`the list has no line «${line}»`);
  }

  /** Sets a check mark. */
  async check(target: Locator): Promise<void> {
    await this.reach(target);
    if (!(await target.isChecked())) await this.press('Space');
  }

  /** Goes to the group of a radio button, then to it with arrows. */
  async pick(group: Locator, name: string): Promise<void> {
    const wanted = group.getByRole('radio', {name, exact: true});
    await wanted.waitFor({state: 'attached'});
    if (await wanted.isChecked()) return;
    const stops = group.getByRole('radio');
    const checked = group.getByRole('radio', {checked: true});
    await this.reach((await checked.count()) > 0 ? checked : stops.first());
    if ((await checked.count()) === 0) {
      await this.press('Space');
    }
    const chosen = () =>
      stops.evaluateAll(all => all.findIndex(each => each instanceof HTMLInputElement && each.checked));
    for (let at = 0; at < (await stops.count()) && !(await wanted.isChecked()); at += 1) {
      const before = await chosen();
      await this.press('ArrowRight');
      await vi.waitUntil(async () => (await chosen()) !== before, {timeout: 10_000});
    }
    if (!(await wanted.isChecked())) throw new Error(`no arrow leads to ${wanted.toString()}`);
  }

  /** Ctrl+K: a command or a person by name. */
  async find(words: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    // What was asked before is answered and gone, and the keyboard is back where it came from.
    await dialog.waitFor({state: 'hidden'});
    await this.press('Control+k');
    await this.keyboardIsInDialog();
    await this.page.keyboard.insertText(words);
    await dialog.getByText(words, {exact: false}).first().waitFor();
    await dialog.locator('[data-action][data-selected]').first().waitFor();
    await this.keyboardIsInDialog();
    await this.press('Enter');
    await dialog.waitFor({state: 'hidden'});
  }

  private async keyboardIsInDialog(): Promise<void> {
    await this.page.waitForFunction(() => document.activeElement?.closest('[role=dialog]') instanceof HTMLElement);
  }

  /** Waits until the page or the part that one went to is there. */
  async see(words: Text | string, within: Locator | Page = this.page): Promise<void> {
    await within
      .getByText(typeof words === 'string' ? words : this.say(words))
      .first()
      .waitFor();
  }
}
