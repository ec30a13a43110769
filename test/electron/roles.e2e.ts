import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {accountRoleNames} from '../../domain/roles.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {accountsText} from '../../renderer/text/accounts.ts';
import {formText} from '../../renderer/text/form.ts';
import {frameText} from '../../renderer/text/frame.ts';
import {settingsText} from '../../renderer/text/settings.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {appendix3} from '../../templates/editions/308-2022/appendix-3.ts';
import {furnish, openOffice, password} from '../support/office.ts';
import {pictures} from '../support/pictures.ts';
import {fillPlan} from '../support/plans.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {Walker} from '../walk/walker.ts';
import {walkedIn} from '../walk/languages.ts';

/** The head gives rights; each role sees its own part; a PC that nobody touches locks itself and loses nothing. */

const now = '2026-02-02T06:00:00Z';
const minute = 60_000;

test.each(walkedIn('ru'))('rights on the screen, and the lock of an idle PC, in %s', async language => {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-roles-'));
  const office = await openOffice('2026-02-02', {folder});
  const staff = await furnish(office, 'stationary');
  const {recipientId} = await fillPlan(office, staff);
  const colleague = {name: 'Тіркеуші Өркен', password: 'тағы бір құпия', staffId: null};
  await office.client.session.addAccount({...colleague, role: 'auditor'});
  await office.client.session.addAccount({...colleague, name: 'Әкімші', role: 'administrator'});
  await office.client.facility.setSetupStep({step: 'done'});
  await office.client.session.setLanguage({language});
  office.application.close();

  const opened = await startLoopback(folder, {now});
  try {
    const {page} = opened;
    await page.clock.install({time: now});
    const walker = new Walker(opened, 'stationary', language, () => Promise.reject(new Error('nothing is saved')));
    const shoot = pictures(page, `roles-${language}`);
    const enter = async (name: string, secret: string): Promise<void> => {
      await page.locator('form select').selectOption(name);
      await page.getByLabel(walker.say(signInText.password), {exact: true}).fill(secret);
      await walker.press('Enter');
      // The door is a main part too.
      await page.getByRole('navigation').waitFor();
    };
    const leave = async (): Promise<void> => {
      await walker.push(walker.button(frameText.lock));
      await page.getByLabel(walker.say(signInText.password), {exact: true}).waitFor();
    };
    const places = page.getByRole('navigation').getByRole('link');

    await enter('Басшы', password);
    await page.evaluate(to => void (location.hash = to), paths.settings('accounts'));
    const line = page.getByRole('row').filter({hasText: colleague.name});
    await line.waitFor();
    await walker.look('accounts');
    await shoot('accounts');
    await line.getByRole('button', {name: walker.say(accountsText.change)}).click();
    const dialog = page.getByRole('dialog');
    await walker.choose(walker.field(settingsText.accountRole, dialog), walker.say(accountRoleNames.registrar));
    await walker.push(walker.button(formText.save, dialog));
    await dialog.waitFor({state: 'hidden'});
    await line.getByRole('cell', {name: walker.say(accountRoleNames.registrar), exact: true}).waitFor();
    await page.getByLabel(walker.say(accountsText.idleLabel), {exact: true}).selectOption('5');
    await leave();

    // The registrar keeps the card, and sees neither diagnosis nor ethnicity.
    await enter(colleague.name, colleague.password);
    await page.evaluate(to => void (location.hash = to), paths.recipient(recipientId));
    await page.getByRole('tab').nth(1).click();
    const phone = page.locator('[name="phone"]');
    await phone.waitFor();
    expect(await page.getByLabel(walker.say(appendix3.fields.diagnosis.label)).count()).toBe(0);
    expect(await page.locator('body').innerText()).not.toContain('I топтағы мүгедектік');
    await walker.look('registrar-person');
    await shoot('registrar-person');

    // Nobody touches the PC: it says so, then it locks; what was typed is there again.
    await phone.fill('+7 701 000 00 77');
    await page.clock.fastForward(4 * minute + 5_000);
    await page.getByText(walker.say(frameText.stay)).waitFor();
    await shoot('idle');
    // Any key says that somebody is there.
    await page.keyboard.press('Shift');
    await page.getByText(walker.say(frameText.stay)).waitFor({state: 'hidden'});
    await page.clock.fastForward(3 * minute);
    await phone.waitFor();
    await page.clock.fastForward(3 * minute);
    await page.getByLabel(walker.say(signInText.password), {exact: true}).waitFor();
    await enter(colleague.name, colleague.password);
    await page.evaluate(to => void (location.hash = to), paths.recipient(recipientId));
    await page.getByRole('tab').nth(1).click();
    await expect.poll(() => phone.inputValue()).toBe('+7 701 000 00 77');
    await leave();

    // The administrator of the program sees no people at all.
    await enter('Әкімші', colleague.password);
    await page.getByRole('tab', {name: walker.say(settingsText.sections.accounts), exact: true}).waitFor();
    expect(await places.allInnerTexts()).toEqual([walker.say(frameText.settings)]);
    await walker.look('administrator');
    await shoot('administrator');
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
});
