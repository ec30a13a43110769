import type {Locator, Page} from 'playwright-core';

/**
 * What a person does to get something done, counted: a click, a shortcut, or a key that is not part of what is typed, is one
 * action; what is typed into a field is one, however long.
 */
export class Actions {
  readonly #page: Page;
  #count = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  get count(): number {
    return this.#count;
  }

  async click(target: Locator): Promise<void> {
    this.#count += 1;
    await target.click();
  }

  /** A key, or a chord as `Control+p`. */
  async press(chord: string): Promise<void> {
    this.#count += 1;
    await this.#page.keyboard.press(chord);
  }

  /** Into the field that has the keyboard. */
  async type(words: string): Promise<void> {
    this.#count += 1;
    await this.#page.keyboard.insertText(words);
  }
}
