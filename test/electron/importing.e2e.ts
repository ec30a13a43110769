import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {importFieldWords} from '../../domain/importing/kinds.ts';
import {readTables} from '../../electron/excel/read/sheets.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {importingText} from '../../renderer/text/importing.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {furnish, openOffice, password} from '../support/office.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {bookOf} from '../support/tables.ts';
import {Walker} from '../walk/walker.ts';
import {walkedIn} from '../walk/languages.ts';

/** A table of the facility's own through the screens: chosen, checked, sent back with what is wrong, taken, taken back. */

const table = [
  ['Қызмет алушылар тізімі', null, null, null],
  ['Тегі, аты, әкесінің аты', 'Туған күні', 'Жынысы', 'Бөлмесі', 'Түскен күні және бұйрықтың №'],
  ['Серікова Айгүл Маратқызы', '05.03.1961', 'әйел', 12, '12.01.2026 № 12-ж'],
  ['Иванов Пётр', '31.02.1950', 'м', 14, null],
  ['Үсенов Д.', '7 марта 1950 г.', 'м', 15, null],
];

test.each(walkedIn('ru'))('a table is checked, mended, taken and taken back, in %s', async language => {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-import-'));
  const file = join(folder, 'тізім.xls');
  writeFileSync(file, bookOf(table, 'biff8'));
  const office = await openOffice('2026-02-02', {folder});
  await furnish(office, 'home-care');
  await office.client.facility.setSetupStep({step: 'done'});
  await office.client.session.setLanguage({language});
  office.application.close();

  const opened = await startLoopback(folder, {now: '2026-02-02T06:00:00Z'});
  try {
    const {page} = opened;
    const walker = new Walker(opened, 'home-care', language, async press => {
      const [download] = await Promise.all([page.waitForEvent('download'), press()]);
      return readFileSync(must(await download.path()));
    });
    await page.getByLabel(walker.say(signInText.password), {exact: true}).fill(password);
    await walker.press('Enter');
    await page.getByRole('main').waitFor();
    await page.evaluate(to => void (location.hash = to), paths.importing('people'));
    await walker.button(importingText.choose).waitFor();
    await walker.look('import-empty');
    await page.locator('input[type=file]').setInputFiles(file);
    const check = walker.button(importingText.check);
    await check.waitFor();
    const name = page.getByRole('combobox', {name: new RegExp('^[^:]+: Тегі, аты', 'u')});
    expect(await name.inputValue()).toBe(walker.say(importFieldWords.fullName.name));
    await walker.look('import-columns');
    await walker.push(check);
    await page.getByRole('button', {name: walker.say(importingText.takeAll(2))}).waitFor();
    await walker.look('import-checked');

    // What is wrong goes back in the table itself.
    const bytes = await walker.take(() => walker.push(walker.button(importingText.saveErrors)));
    const read = readTables(new Uint8Array(bytes));
    const rows = 'sheets' in read ? must(read.sheets[0]).rows : [];
    expect(rows.map(row => row[0])).toEqual([table[1]?.[0], table[2]?.[0], table[3]?.[0], table[4]?.[0]]);
    expect(rows[2]?.[5]).toContain(walker.say(importFieldWords.bornOn.name));
    expect(rows[1]).toHaveLength(5);

    await walker.push(page.getByRole('button', {name: walker.say(importingText.takeAll(2))}));
    await page.getByText(walker.say(importingText.taken('people', 2))).waitFor();
    await walker.look('import-taken');
    await walker.push(walker.button(importingText.takeBack));
    await page
      .getByRole('dialog')
      .getByRole('button', {name: walker.say(importingText.takeBack), exact: true})
      .click();
    await page.getByText(walker.say(importingText.removed('people', 2))).waitFor();
    await walker.look('import-taken-back');
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
});
