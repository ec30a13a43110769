import {readFileSync} from 'node:fs';
import {unzipSync} from 'fflate';
import {expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {columnNames, rowName, tableNames} from '../../domain/statistics-words.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {commonText} from '../../renderer/text/common.ts';
import {frameText} from '../../renderer/text/frame.ts';
import {statisticsText} from '../../renderer/text/statistics.ts';
import {Walker} from '../walk/walker.ts';
import {Killable, who} from '../support/killable.ts';
import {event, nobody} from '../support/office.ts';
import {walkedIn} from '../walk/languages.ts';

/** Open the numbers, change the period, open a list, go to the person and come back; nobody is shut out. */

async function officeWithPeople(language: 'kk' | 'ru'): Promise<Killable> {
  const desk = await Killable.start(language);
  await desk.call('session', 'setLanguage', {language});
  await desk.call('session', 'createAccount', who);
  await desk.call('facility', 'save', {
    seen: null,
    type: 'temporary-stay',
    name: {kk: 'Үміт', ru: 'Умит'},
    place: {kk: 'Қарағанды', ru: 'Караганда'},
    headStaffId: null,
  });
  await desk.call('facility', 'setSetupStep', {step: 'done'});
  const enter = (surname: string, category: string, kind: 'queued' | 'admitted', on: string) =>
    desk.call('journal', 'enter', {
      journalId: null,
      recipientId: null,
      person: {
        ...nobody,
        name: {surname, firstName: 'Өркен', patronymic: null},
        category,
        sex: 'male',
        bornOn: '1950-05-09',
      },
      event: event(kind, on),
    });
  await enter('Әбдіғаппарұлы', 'elderly', 'admitted', '2025-02-03');
  await enter('Бөкенов', 'elderly', 'admitted', '2025-06-02');
  await enter('Үсенов', 'disabled-group-1-2', 'admitted', '2026-03-02');
  await enter('Фазылов', 'other', 'queued', '2025-11-10');
  await desk.page.reload();
  await desk.page.getByRole('link', {name: desk.say(frameText.reports), exact: true}).click();
  await desk.heading(statisticsText.title).waitFor();
  return desk;
}

test.each(walkedIn('ru'))('numbers, their period, their lists: %s', async language => {
  const desk = await officeWithPeople(language);
  const {page, say} = {page: desk.page, say: desk.say.bind(desk)};
  const number = (count: number) =>
    page.getByRole('button', {
      name: say(
        statisticsText.openList(tableNames.category, rowName('category', 'elderly'), columnNames.period, count),
      ),
      exact: true,
    });
  await desk.field(statisticsText.from).fill('01.01.2025');
  await desk.field(statisticsText.to).fill('31.03.2025');
  await page.keyboard.press('Enter');
  await number(1).waitFor();
  await desk.field(statisticsText.to).fill('31.12.2025');
  await page.keyboard.press('Enter');
  await number(2).waitFor();
  await page.getByRole('img', {name: say(statisticsText.chart(tableNames.occupancy))}).waitFor();

  const walker = new Walker(
    {host: 'loopback', page, errors: [], close: () => Promise.resolve()},
    'temporary-stay',
    language,
    () => Promise.reject(new Error('nothing is saved here')),
  );
  await walker.look('statistics');
  for (const scheme of ['dark', 'light'] as const) {
    await page.emulateMedia({colorScheme: scheme});
    await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor({state: 'attached'});
    await walker.look(`statistics-${scheme}`);
  }

  await number(2).click();
  const list = page.getByRole('dialog');
  await list.getByRole('link').first().waitFor();
  await walker.look('statistics-list');
  expect(await list.getByRole('link').allInnerTexts()).toEqual(['Әбдіғаппарұлы Өркен', 'Бөкенов Өркен']);
  await list.getByRole('link').nth(1).click();
  await page.getByRole('heading', {name: 'Бөкенов Өркен'}).waitFor();
  await page.goBack();
  await number(2).waitFor();

  const [download] = await Promise.all([page.waitForEvent('download'), desk.button(statisticsText.excel).click()]);
  expect(download.suggestedFilename()).toBe('Статистика 01.01.2025-31.12.2025.xlsx');
  const parts = Object.keys(unzipSync(readFileSync(must(await download.path()))));
  expect(parts.filter(name => name.startsWith('xl/charts/'))).toHaveLength(
    await page.locator('.statistics-chart').count(),
  );

  // On paper the numbers alone.
  await page.emulateMedia({media: 'print'});
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  expect(await desk.button(commonText.print).isVisible()).toBe(false);
  expect(await page.getByRole('table', {name: say(tableNames.deadlines), exact: true}).isVisible()).toBe(true);
  await page.emulateMedia({media: 'screen'});
  await page.getByRole('link', {name: say(statisticsText.norms), exact: true}).click();
  await expect.poll(() => page.url()).toContain(paths.norms());
});
