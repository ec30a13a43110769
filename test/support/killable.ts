import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Locator, Page} from 'playwright-core';
import {onTestFinished} from 'vitest';
import type {Language, Text} from '../../domain/text.ts';
import {frameText} from '../../renderer/text/frame.ts';
import {formText} from '../../renderer/text/form.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {openBrowser, runLoopback, type OpenedBrowser, type RunningLoopback} from './start-loopback.ts';

export const who = {name: 'Басшы Әйгерім', password: 'ұзын құпия сөйлем'};

/** A loopback host that a test may kill at any moment, and the browser that is left behind. */
export class Killable {
  readonly folder: string;
  readonly browser: OpenedBrowser;
  readonly language: Language;
  page: Page;
  #host: RunningLoopback;

  private constructor(folder: string, browser: OpenedBrowser, host: RunningLoopback, language: Language) {
    this.folder = folder;
    this.browser = browser;
    this.page = browser.page;
    this.language = language;
    this.#host = host;
  }

  static async start(language: Language, folder = mkdtempSync(join(tmpdir(), 'tirek-killable-'))): Promise<Killable> {
    const host = await runLoopback(folder);
    const browser = await openBrowser();
    const started = new Killable(folder, browser, host, language);
    started.page.setDefaultTimeout(20_000);
    await started.page.goto(host.url);
    onTestFinished(async () => {
      await browser.close();
      await started.#host.stop();
      rmSync(folder, {recursive: true, force: true});
    });
    return started;
  }

  say(words: Text): string {
    return words[this.language];
  }

  field(label: Text, within: Locator | Page = this.page): Locator {
    const options = {name: this.say(label), exact: true};
    return within.getByRole('textbox', options).or(within.getByRole('combobox', options));
  }

  button(label: Text): Locator {
    return this.page.getByRole('button', {name: this.say(label), exact: true});
  }

  heading(label: Text): Locator {
    return this.page.getByRole('heading', {name: this.say(label), exact: true});
  }

  see(words: Text): Promise<void> {
    return this.page.getByText(this.say(words)).first().waitFor();
  }

  /** A call beside the screen, as the screen itself would make it. */
  async call(area: string, name: string, input: unknown): Promise<unknown> {
    const reply = await this.page.evaluate(
      async ([path, body]) => {
        const headers = {'content-type': 'application/json'};
        const response = await fetch(String(path), {method: 'POST', headers, body: String(body)});
        return (await response.json()) as unknown;
      },
      [`/call/${area}/${name}`, JSON.stringify({input, commandId: crypto.randomUUID()})],
    );
    const {ok, value} = reply as {ok: boolean; value: unknown};
    if (!ok) throw new Error(JSON.stringify(reply));
    return value;
  }

  async go(path: string): Promise<void> {
    await this.page.evaluate(to => void (location.hash = to), path);
  }

  /** Until what was typed is at rest. */
  async draftSaved(): Promise<void> {
    const saved = this.say(formText.draftSaved(''));
    await this.page.getByText(saved).first().waitFor();
  }

  /** As a power cut would; then the next start, in the same browser. */
  async kill(): Promise<void> {
    this.#host.process.kill('SIGKILL');
    await once(this.#host.process, 'exit');
    this.#host = await runLoopback(this.folder);
    await this.page.goto('about:blank');
    await this.page.goto(this.#host.url);
  }

  /** The tab is closed, and the application is opened again in another one. */
  async closeTab(): Promise<void> {
    const address = this.page.url();
    const next = await this.browser.context.newPage();
    await this.page.close({runBeforeUnload: false});
    this.page = next;
    next.setDefaultTimeout(20_000);
    await next.goto(address);
  }

  async lock(): Promise<void> {
    await this.button(frameText.lock).click();
    await this.heading(signInText.title).waitFor();
  }

  async signIn(password = who.password): Promise<void> {
    await this.page.getByLabel(this.say(signInText.password), {exact: true}).fill(password);
    await this.button(signInText.enter).click();
  }
}
