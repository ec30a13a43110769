import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {localTermName} from '../../domain/local-terms.ts';
import {writeHolidayTable} from '../../domain/holiday-table.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {calendarText, termsText} from '../../renderer/text/calendar.ts';
import {problemText} from '../../renderer/text/problems.ts';
import {settingsText} from '../../renderer/text/settings.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {todayText} from '../../renderer/text/today.ts';
import {kzHolidays} from '../../templates/calendar/kz-holidays.ts';
import {admit, furnish, openOffice, password} from '../support/office.ts';
import {pictures} from '../support/pictures.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {Walker} from '../walk/walker.ts';
import {walkedIn} from '../walk/languages.ts';

/** The head sets a term with its source, makes a day free and takes a table from a file; Today says what has moved. */

const now = '2026-03-05T06:00:00Z';

test.each(walkedIn('kk'))('a term of the organisation moves with its calendar, in %s', async language => {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-calendar-'));
  const office = await openOffice('2026-03-02', {folder});
  const staff = await furnish(office, 'stationary');
  await office.client.facility.linkAccount({staffId: staff.head});
  await admit(office, '2026-03-02');
  await office.client.facility.setSetupStep({step: 'done'});
  await office.client.session.setLanguage({language});
  office.application.close();

  const opened = await startLoopback(folder, {now});
  try {
    const {page} = opened;
    await page.clock.setFixedTime(now);
    const walker = new Walker(opened, 'stationary', language, () => Promise.reject(new Error('nothing is saved')));
    const shoot = pictures(page, `calendar-${language}`);
    await page.getByLabel(walker.say(signInText.password), {exact: true}).fill(password);
    await walker.press('Enter');
    await page.getByRole('main').waitFor();

    // A term without its source is refused; with it, it is counted.
    await page.evaluate(to => void (location.hash = to), paths.settings('terms'));
    const term = page.getByRole('group', {name: walker.say(localTermName('plan-after-admission')), exact: true});
    await walker.fill(walker.field(termsText.length, term), '5');
    await walker.choose(walker.field(termsText.unit, term), walker.say(termsText.units['working-day']));
    await walker.press('Control+s');
    await term.getByText(walker.say(problemText['source-required'])).waitFor();
    await walker.look('terms-refused');
    await shoot('terms-refused');
    await walker.fill(walker.field(termsText.source, term), 'Ішкі тәртіп ережесі, 5-тармақ');
    await walker.press('Control+s');
    await page.getByText(walker.say(settingsText.saved)).first().waitFor();
    await walker.look('terms');
    await shoot('terms');
    await page.evaluate(to => void (location.hash = to), paths.today());
    const line = page.getByRole('link', {name: new RegExp(walker.say(todayText.kinds['plan-draw-up']), 'u')});
    await line.getByText('06.03.2026').waitFor();

    // A day off in the week of the term.
    await page.evaluate(to => void (location.hash = to), paths.settings('calendar'));
    const form = page.getByRole('form', {name: walker.say(calendarText.change)});
    await walker.push(form.getByRole('button', {name: walker.say(calendarText.change)}));
    await form.getByText(walker.say(problemText.required)).first().waitFor();
    await walker.look('calendar-refused');
    await walker.fill(walker.field(calendarText.day, form), '06.03.2026');
    await walker.fill(walker.field(calendarText.reason, form), 'Үкімет қаулысы № 7');
    await walker.push(form.getByRole('button', {name: walker.say(calendarText.change)}));
    await page.getByRole('row', {name: /Үкімет қаулысы № 7/u}).waitFor();
    await page.getByText(walker.say(calendarText.moved(1))).waitFor();
    await walker.look('calendar-edited');
    await shoot('calendar-edited');

    // A file that is no table changes nothing; a table does.
    const take = async (name: string, file: string): Promise<void> => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        walker.push(walker.button(calendarText.import)),
      ]);
      await chooser.setFiles({name, mimeType: 'application/json', buffer: Buffer.from(file)});
    };
    await take('bad.json', '{"format": 1}');
    await page.getByRole('main').getByRole('alert').waitFor();
    await walker.look('calendar-bad-file');
    await shoot('calendar-bad-file');
    const version = 'kz-2026-12';
    await take('table.json', writeHolidayTable({...kzHolidays, version}));
    await page.getByText(walker.say(calendarText.tableOwn)).waitFor();
    await walker.look('calendar-own-table');
    await shoot('calendar-own-table');

    // What has moved, from when and why.
    await page.evaluate(to => void (location.hash = to), paths.today());
    await line.getByText('10.03.2026').first().waitFor();
    await walker.look('today-moved');
    await shoot('today-moved');
    expect(must(await line.textContent())).toContain('Үкімет қаулысы № 7');
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
});
