import {existsSync, mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {readPages, readTexts} from '../../electron/help/read.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {formText} from '../../renderer/text/form.ts';
import {helpText} from '../../renderer/text/help.ts';
import {problemText} from '../../renderer/text/problems.ts';
import {recipientText} from '../../renderer/text/recipient.ts';
import {searchText} from '../../renderer/text/search.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {tourText} from '../../renderer/text/tour.ts';
import {furnish, openOffice, password} from '../support/office.ts';
import {pictures} from '../support/pictures.ts';
import {fillPlan} from '../support/plans.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {Walker} from '../walk/walker.ts';
import {walkedIn} from '../walk/languages.ts';

/** Help beside the work: at the door, of a screen, to a message, found by a word; nothing typed is lost by it. */

const now = '2026-02-02T06:00:00Z';
const root = join(import.meta.dirname, '../..');

test.each(walkedIn('kk'))('help beside the work, in %s', async language => {
  const pages = readPages(root, language, await readTexts(root));
  const titleOf = (id: string, anchor = ''): string => {
    const page = pages.find(each => each.id === id);
    const section = page?.sections.find(each => each.anchor === anchor);
    return (anchor === '' ? page?.title : section?.title) ?? 'no such heading';
  };
  const folder = mkdtempSync(join(tmpdir(), 'tirek-help-'));
  const office = await openOffice('2026-02-02', {folder});
  const {recipientId} = await fillPlan(office, await furnish(office, 'stationary'));
  await office.client.facility.setSetupStep({step: 'done'});
  await office.client.session.setLanguage({language});
  office.application.close();

  const opened = await startLoopback(folder, {now});
  try {
    const {page} = opened;
    const walker = new Walker(opened, 'stationary', language, () => Promise.reject(new Error('nothing is saved')));
    const shoot = pictures(page, `help-${language}`);
    const panel = page.getByRole('complementary', {name: walker.say(helpText.title)});
    const heading = (id: string, anchor = '') => panel.getByRole('heading', {name: titleOf(id, anchor), exact: true});
    const focused = () => page.evaluate(() => document.activeElement?.textContent);

    // At the door, with half a password typed.
    const secret = page.getByLabel(walker.say(signInText.password), {exact: true});
    await secret.fill(password.slice(0, 4));
    await walker.press('F1');
    await heading('password').waitFor();
    expect(await focused()).toBe(titleOf('password'));
    await walker.look('help-door');
    await shoot('door');
    await walker.press('Escape');
    await panel.waitFor({state: 'hidden'});
    expect(await secret.inputValue()).toBe(password.slice(0, 4));
    await page.keyboard.type(password.slice(4));
    await walker.press('Enter');
    await page.getByRole('navigation').waitFor();

    // Beside a form: what is typed stays, and so does the keyboard.
    await page.evaluate(to => void (location.hash = to), paths.recipient(recipientId));
    await page.getByRole('tab', {name: walker.say(recipientText.person)}).click();
    const iin = page.getByLabel(walker.say(formText.iin), {exact: true});
    await iin.fill('12345');
    await walker.press('F1');
    await heading('recipient-year').waitFor();
    await walker.look('help-screen');
    await shoot('screen');
    await walker.press('F1');
    await panel.waitFor({state: 'hidden'});
    expect(await iin.inputValue()).toBe('12345');

    // A message at the field is answered before the screen is.
    await walker.press('Control+s');
    await page.getByText(walker.say(problemText['iin-shape'])).waitFor();
    await iin.focus();
    await walker.press('F1');
    await panel.locator('[data-asked]').waitFor();
    expect(await panel.locator('[data-asked]').textContent()).toBe(walker.say(problemText['iin-shape']));
    await shoot('answer');

    // Found by a word without Kazakh letters, and the way back.
    const search = panel.getByRole('searchbox');
    await search.fill(language === 'kk' ? 'купиясоз умытылса' : 'пароль забыт');
    await panel.getByRole('button', {name: titleOf('password', 'forgotten'), exact: true}).waitFor();
    await shoot('search');
    await panel.getByRole('button', {name: titleOf('password', 'forgotten'), exact: true}).click();
    await heading('password', 'forgotten').waitFor();
    await panel.getByRole('button', {name: walker.say(helpText.contents)}).click();
    await panel.getByRole('button', {name: titleOf('exchange-stick'), exact: true}).waitFor();
    await walker.look('help-contents');
    await shoot('contents');
    await walker.press('Escape');
    expect(await iin.inputValue()).toBe('12345');

    // Beside a dialog, which stays open.
    await page.evaluate(to => void (location.hash = to), paths.settings('staff'));
    await page.locator('table').getByRole('button').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await walker.press('F1');
    await heading('settings', 'staff').waitFor();
    await shoot('dialog');
    await panel.getByRole('button', {name: walker.say(helpText.contents)}).click();
    await walker.press('Escape');
    await panel.waitFor({state: 'hidden'});
    expect(await dialog.isVisible()).toBe(true);
    await walker.press('Escape');
    await dialog.waitFor({state: 'hidden'});

    // From the palette.
    await walker.press('Control+k');
    await page.keyboard.type(titleOf('errors-exchange', 'exchange-offline').slice(0, 20));
    await page.getByText(titleOf('errors-exchange', 'exchange-offline'), {exact: true}).waitFor();
    await shoot('palette');
    await page.keyboard.press('Escape');
    await walker.press('Control+k');
    await page.keyboard.type(walker.say(searchText.commandNames.help));
    await walker.press('Enter');
    await heading('settings', 'staff').waitFor();
    await walker.press('Escape');

    // A look around in what is invented, from the door and back to it.
    await walker.press('Control+l');
    await secret.waitFor();
    await shoot('locked');
    await walker.push(walker.button(tourText.begin));
    await page.getByText(walker.say(tourText.on)).waitFor();
    await page.evaluate(to => void (location.hash = to), paths.journal());
    await page.getByRole('row').nth(3).waitFor();
    await walker.look('tour');
    await shoot('tour');
    expect(existsSync(join(folder, 'window', 'tour'))).toBe(true);
    await walker.push(walker.button(tourText.end));
    await secret.waitFor();
    expect(existsSync(join(folder, 'window', 'tour'))).toBe(false);
    expect(await page.getByLabel(walker.say(signInText.who)).locator('option').allTextContents()).toEqual(['Басшы']);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
});
