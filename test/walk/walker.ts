import {mkdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';
import type {AxeResults} from 'axe-core';
import {expect} from 'vitest';
import type {Language} from '../../domain/text.ts';
import type {OrganisationType} from '../../domain/vocabulary.ts';
import type {Opened} from '../support/opened.ts';
import {Keyboard} from './keyboard.ts';

const root = resolve(import.meta.dirname, '..', '..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The screens that axe has gone over in this run, by what stands on them. */
const examined = new Set<string>();

/** Presses what saves a file and answers its bytes: a download, or what a dialog was told. */
export type Take = (press: () => Promise<void>) => Promise<Uint8Array>;

/** One person who walks through a year with the keyboard. */
export class Walker extends Keyboard {
  readonly organisationType: OrganisationType;
  readonly take: Take;
  readonly host: Opened['host'];
  #looks = 0;

  constructor(opened: Opened, type: OrganisationType, language: Language, take: Take) {
    super(opened.page, language);
    this.organisationType = type;
    this.take = take;
    this.host = opened.host;
    opened.page.setDefaultTimeout(20_000);
  }

  /**
   * Looks at a screen: nobody may be shut out of it (axe, WCAG 2.2 A and AA, serious and critical).
   * A screen with the same words on the same parts is looked at once. With SCREENS=1 its picture goes to out/screens.
   */
  async look(name: string): Promise<void> {
    this.#looks += 1;
    if (process.env['SCREENS'] !== undefined) {
      const {DESKTOP_OUT: writable = join(root, 'out')} = process.env;
      const folder = join(writable, 'screens', `${this.host}-${this.organisationType}-${this.language}`);
      mkdirSync(folder, {recursive: true});
      const number = String(this.#looks).padStart(2, '0');
      await this.page.screenshot({path: join(folder, `${number}-${name}.png`)});
    }
    const screen = `${this.language} ${name} ${await this.page.evaluate(labels)}`;
    if (examined.has(screen)) return;
    examined.add(screen);
    if (!(await this.page.evaluate(() => 'axe' in globalThis))) await this.page.evaluate(axe);
    const looking = this.page.evaluate(async () => {
      // What comes and goes is looked at when it has come: a change is drawn, and what it set in motion has ended. A window
      // that is covered draws nothing, and what stays as it ended is in motion for ever: neither is waited for.
      const soon = (what: Promise<unknown>) => Promise.race([what, new Promise(done => setTimeout(done, 500))]);
      const drawn = () =>
        soon(new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))));
      const moving = () => document.getAnimations().filter(({playState}) => playState === 'running');
      await drawn();
      for (let rounds = 0, running = moving(); running.length > 0 && rounds < 6; rounds += 1, running = moving()) {
        await soon(Promise.all(running.map(each => each.finished.catch(() => undefined))));
        await drawn();
      }
      const results = await (globalThis as unknown as {axe: {run(options: object): Promise<AxeResults>}}).axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        resultTypes: ['violations'],
        // The bar that stays at the bottom covers what is to be scrolled, and axe takes that for small targets.
        rules: {'target-size': {enabled: false}},
      });
      // What lies half under a bar that stays in place is uncovered by scrolling; it is not too small.
      const isCovered = (check: {data: unknown}) => /obscured/i.test(JSON.stringify(check.data ?? ''));
      return results.violations
        .filter(({impact}) => impact === 'serious' || impact === 'critical')
        .map(({id, nodes}) => ({id, nodes: nodes.filter(({any}) => id !== 'target-size' || !any.some(isCovered))}))
        .filter(({nodes}) => nodes.length > 0)
        .map(({id, nodes}) => `${id}: ${nodes.map(node => `${node.target.join(' ')} ${node.html}`).join('; ')}`);
    });
    const violations = await within(120_000, `looking at ${screen.slice(0, 80)}`, looking);
    expect(violations, `${name}, ${this.language}`).toEqual([]);
  }
}

/** What a page is asked has no limit of its own: a window that does not answer is to be named, not waited for. */
async function within<Result>(milliseconds: number, what: string, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: no answer in ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What is the same on a screen whoever it is about; runs in the page. */
function labels(): string {
  const parts = document.querySelectorAll('h2, h3, legend, label, th, button, a, [role=status], [role=alert]');
  return [...parts].map(each => `${each.tagName} ${each.textContent}`).join('\n');
}
