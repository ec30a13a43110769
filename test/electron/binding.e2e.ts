import {mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {bindingText} from '../../renderer/text/binding.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {furnish, openOffice, password} from '../support/office.ts';
import {approvePlan} from '../support/plans.ts';
import {pdfPages} from '../support/read-pdf.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {Walker} from '../walk/walker.ts';
import {walkedIn} from '../walk/languages.ts';

/** The year's end on the screen: choose, make one file, save it, note that it is bound. */

test.each(walkedIn('ru'))('a year is bound and marked, in %s', async language => {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-binding-'));
  const office = await openOffice('2026-02-02', {folder});
  const staff = await furnish(office, 'temporary-stay');
  await office.client.facility.linkAccount({staffId: staff.head});
  await approvePlan(office, staff);
  await office.client.facility.setSetupStep({step: 'done'});
  await office.client.session.setLanguage({language});
  office.application.close();

  const opened = await startLoopback(folder, {now: '2026-12-30T06:00:00Z'});
  try {
    const {page} = opened;
    // The page has a clock of its own beside the host's.
    await page.clock.setFixedTime('2026-12-30T06:00:00Z');
    const walker = new Walker(opened, 'home-care', language, async press => {
      const [download] = await Promise.all([page.waitForEvent('download'), press()]);
      return readFileSync(must(await download.path()));
    });
    await page.getByLabel(walker.say(signInText.password), {exact: true}).fill(password);
    await walker.press('Enter');
    await page.getByRole('main').waitFor();
    await page.evaluate(to => void (location.hash = to), paths.binding());
    const all = page.getByRole('checkbox', {name: walker.say(bindingText.selectAll)});
    await all.waitFor();
    await walker.look('binding');
    await walker.reach(all);
    await walker.press('Space');
    await walker.push(walker.button(bindingText.pile));
    const save = walker.button(bindingText.save);
    await save.waitFor();
    await walker.look('binding-made');
    const pdf = await walker.take(() => walker.push(save));
    const pages = pdfPages(pdf);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages[0]).toContain('2026');

    await walker.push(walker.button(bindingText.mark));
    const sheets = page.getByRole('textbox', {name: walker.say(bindingText.sheets)});
    await sheets.waitFor();
    expect(await sheets.inputValue()).toBe(String(pages.length));
    await walker.look('binding-mark');
    await page
      .getByRole('dialog')
      .getByRole('button', {name: walker.say(bindingText.mark), exact: true})
      .click();
    await page.getByText(walker.say(bindingText.bound('2026-12-30', pages.length))).waitFor();
    await walker.look('binding-bound');

    // The folder of one, page by page, in the preview.
    await page.getByRole('link', {name: new RegExp(`^${walker.say(bindingText.look)}`, 'u')}).click();
    await page.getByRole('figure').first().waitFor();
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
});
