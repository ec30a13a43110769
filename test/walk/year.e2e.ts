import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {walkTheYear} from './walk.ts';
import {Walker} from './walker.ts';
import {yearsOn} from './years.ts';

describe('the year of one recipient, by keyboard, in a browser', () => {
  test.each(yearsOn('loopback'))('$type, $language', {timeout: 600_000}, async ({type, language}) => {
    const folder = mkdtempSync(join(tmpdir(), 'tirek-walk-'));
    const opened = await startLoopback(folder);
    try {
      const walker = new Walker(opened, type, language, async press => {
        const [download] = await Promise.all([opened.page.waitForEvent('download'), press()]);
        return readFileSync(must(await download.path()));
      });
      await walkTheYear(walker);
      expect(opened.errors).toEqual([]);
    } finally {
      await opened.close();
      rmSync(folder, {recursive: true, force: true});
    }
  });
});
