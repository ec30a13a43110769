import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {expectNoTraces, placeOfWalk} from './finder.ts';
import {walkTheYear} from './walk.ts';
import {Walker} from './walker.ts';
import {yearsOn} from './years.ts';

describe('the year of one recipient, by keyboard, in a browser', () => {
  test.each(yearsOn('loopback'))('$type, $language', {timeout: 600_000}, async ({type, language}) => {
    const place = placeOfWalk();
    const opened = await startLoopback(place.data, {asPeopleHave: true});
    try {
      const walker = new Walker(opened, type, language, async press => {
        const [download] = await Promise.all([opened.page.waitForEvent('download'), press()]);
        return readFileSync(must(await download.path()));
      });
      await walkTheYear(walker);
      expect(opened.errors).toEqual([]);
      expectNoTraces(place, type);
    } finally {
      await opened.close();
    }
    expectNoTraces(place, type);
  });
});
