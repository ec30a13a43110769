import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {walkTheYear} from './walk.ts';
import {Walker} from './walker.ts';

const walks = [
  {type: 'home-care', language: 'kk'},
  {type: 'stationary', language: 'ru'},
  {type: 'temporary-stay', language: 'kk'},
  {type: 'semi-stationary', language: 'ru'},
] as const;

/** Each takes minutes on an old machine: one by default, `WALKS=all` walks them all. */
const wanted = process.env['WALKS'] === 'all' ? walks : walks.filter(({type}) => type === 'semi-stationary');

describe('the year of one recipient, by keyboard', () => {
  test.each(wanted)('$type, $language', {timeout: 300_000, retry: 2}, async ({type, language}) => {
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
