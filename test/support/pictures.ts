import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import type {Page} from 'playwright-core';

/** Takes whole pages in two sizes, light and dark, into the folder that SHOTS names; without it, nothing. */
export function pictures(page: Page, prefix: string): (name: string) => Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder === undefined) return () => Promise.resolve();
  mkdirSync(folder, {recursive: true});
  return async name => {
    for (const [width, height, colorScheme] of [
      [1366, 768, 'light'],
      [1024, 700, 'dark'],
    ] as const) {
      await page.setViewportSize({width, height});
      await page.emulateMedia({colorScheme});
      await page.screenshot({path: join(folder, `${prefix}-${name}-${width}.png`), fullPage: true});
    }
    await page.setViewportSize({width: 1366, height: 768});
    await page.emulateMedia({colorScheme: 'light'});
  };
}
