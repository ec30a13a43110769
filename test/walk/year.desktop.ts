import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {launchDesktop} from '../support/desktop/launch-desktop.ts';
import {expectNoTraces, placeOfWalk} from './finder.ts';
import {walkTheYear} from './walk.ts';
import {Walker} from './walker.ts';
import {yearsOn} from './years.ts';

describe('the year of one recipient, by keyboard, in a real window', () => {
  test.each(yearsOn('desktop'))('$type, $language', {timeout: 600_000}, async ({type, language}) => {
    const place = placeOfWalk();
    const opened = await launchDesktop(place.data);
    let papers = 0;
    try {
      const walker = new Walker(opened, type, language, async press => {
        papers += 1;
        const path = join(place.saved, `paper-${papers}.pdf`);
        // The system's own dialog cannot be driven from here; what it would answer is put in its place.
        await opened.application.evaluate(({dialog}, filePath) => {
          dialog.showSaveDialog = () => Promise.resolve({canceled: false, filePath});
        }, path);
        await press();
        return vi.waitFor(() => wholePdf(path), {timeout: 30_000, interval: 50});
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

function wholePdf(path: string): Uint8Array {
  if (!existsSync(path)) throw new Error('not saved yet');
  const bytes = readFileSync(path);
  if (!bytes.subarray(-8).toString('latin1').includes('%%EOF')) throw new Error('not whole yet');
  return bytes;
}
