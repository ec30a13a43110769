import type {Locator, Page} from 'playwright-core';
import {vi} from 'vitest';
import {must} from '../../domain/assert.ts';
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
    await Promise.all(this.#strokes(key));
  }

  /**
   * The keys of a chord down in order and up again. They are sent one after another without waiting for what each does,
   * as fingers do it.
   */
  #strokes(chord: string, times = 1): Promise<void>[] {
    const {keyboard} = this.page;
    const keys = chord.split('+');
    const last = must(keys.at(-1));
    const held = Array.from({length: times - 1}, () => keyboard.down(last));
    return [...keys.map(key => keyboard.down(key)), ...held, ...keys.toReversed().map(key => keyboard.up(key))];
  }

  /** Goes to a control with Tab, back with Shift+Tab. Throws where no Tab leads. */
  async reach(target: Locator): Promise<void> {
    const {way, stops} = await target.evaluate(countStops);
    if (stops === 0) return;
    // So many at once, as with the key held down; where the count was wrong, one by one from there.
    await Promise.all(this.#strokes(way, stops));
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      if (await this.isIn(target)) return;
      await this.press(way);
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
    await Promise.all([...this.#strokes('Control+a'), this.page.keyboard.insertText(words)]);
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
    const linesDown = () =>
      options.evaluateAll((all, wanted) => {
        const marked = all.findIndex(each => each.hasAttribute('data-combobox-selected'));
        const at = all.findIndex(each => each instanceof HTMLElement && each.innerText.trim().startsWith(wanted));
        // Past the last line the mark is on the first again.
        return at === -1 ? null : at - marked + (at < marked ? all.length : 0);
      }, line);
    for (let tries = 0; tries < 10; tries += 1) {
      const down = await linesDown();
      if (down === null) throw new Error(`the list has no line «${line}»`);
      if (down === 0) return;
      await Promise.all(this.#strokes('ArrowDown', tries === 0 ? down : 1));
    }
    throw new Error(`no arrow leads to the line «${line}»`);
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

  /** Ctrl+K: a command or a person by name, in one breath: nothing is waited for between the keys. */
  async find(words: string): Promise<void> {
    const opening = this.#strokes('Control+k');
    const typing = this.page.keyboard.insertText(words);
    await Promise.all([...opening, typing, ...this.#strokes('Enter')]);
    await this.page.getByRole('dialog').waitFor({state: 'hidden'});
  }

  /** Waits until the page or the part that one went to is there. */
  async see(words: Text | string, within: Locator | Page = this.page): Promise<void> {
    await within
      .getByText(typeof words === 'string' ? words : this.say(words))
      .first()
      .waitFor();
  }
}

/** How many stops of the Tab key lie between the keyboard and the element, and in which direction; runs in the page. */
function countStops(element: Element): {way: 'Tab' | 'Shift+Tab'; stops: number} {
  const {activeElement, body} = document;
  if (activeElement === element) return {way: 'Tab', stops: 0};
  const from = activeElement ?? body;
  const isBefore = from !== body && (element.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const within = element.closest('[role=dialog]') ?? document;
  const stops = [
    ...within.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex]'),
  ].filter(each => {
    if (each.tabIndex < 0 || each.matches(':disabled') || !each.checkVisibility({visibilityProperty: true}))
      return false;
    // A group of radio buttons is one stop: at the chosen one.
    if (!(each instanceof HTMLInputElement) || each.type !== 'radio' || each.checked || each === element) return true;
    const group = [
      ...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(each.name)}"]`),
    ];
    return !group.some(other => other.checked) && group[0] === each;
  });
  const [first, last] = isBefore ? [element, from] : [from, element];
  const between = stops.filter(
    each =>
      each !== first &&
      each !== last &&
      (from === body || (first.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0) &&
      (last.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING) !== 0,
  );
  return {way: isBefore ? 'Shift+Tab' : 'Tab', stops: between.length + 1};
}
