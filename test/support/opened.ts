import type {Page} from 'playwright-core';

/** An application that a test has opened: the same for both hosts, so that one walk runs on both. */
export interface Opened {
  readonly host: 'desktop' | 'loopback';
  readonly page: Page;
  /** What went wrong in the page so far: exceptions, console errors, refused by the content security policy. */
  readonly errors: readonly string[];
  /** Ends it as a person does, by closing; the data folder is free afterwards. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** An instant: the clock begins there. By default the real one. */
  readonly now?: string;
  /** As when nobody names a port; by default any that is free. Loopback alone. */
  readonly usualPort?: boolean;
  /**
   * In the browser that people have, with all that moves in it. By default in one without a window's furniture, where the
   * machine has one, and for somebody who wants nothing to move: both look at the same pages, and it is less work. Loopback alone.
   */
  readonly asPeopleHave?: boolean;
}

/** Collects what a page complains about. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(`exception: ${error.stack ?? error.message}`));
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', request => {
    const reason = request.failure()?.errorText ?? '';
    // What a page that is left had still asked for ends with it.
    if (reason !== 'net::ERR_ABORTED') errors.push(`request: ${request.url()} ${reason}`);
  });
  return errors;
}

/** The environment of a host under test. */
export function hostEnvironment({now}: OpenOptions): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {...Object.fromEntries(inherited), ...(now === undefined ? {} : {TIREK_NOW: now})};
}
