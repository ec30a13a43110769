import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {paths} from '../../renderer/lib/paths.ts';
import {backupText, restoreHereText} from '../../renderer/text/backup.ts';
import {commonText} from '../../renderer/text/common.ts';
import {exchangeText} from '../../renderer/text/exchange.ts';
import {setupText} from '../../renderer/text/setup.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {Killable, who} from '../support/killable.ts';
import {walkedIn} from '../walk/languages.ts';

/** A backup by hand onto a stick, back to it, and onto a new PC with the recovery key alone; as people click. */

async function furnished(desk: Killable): Promise<string> {
  await desk.call('session', 'setLanguage', {language: desk.language});
  await desk.call('session', 'createAccount', who);
  const name = {kk: '«Үміт» орталығы', ru: 'Центр «Үміт»'};
  const place = {kk: 'Қарағанды', ru: 'Караганда'};
  await desk.call('facility', 'save', {seen: null, type: 'stationary', name, place, headStaffId: null});
  const {key} = (await desk.call('session', 'makeRecoveryKey', {})) as {key: string};
  await desk.call('session', 'confirmRecoveryKey', {});
  await desk.call('facility', 'setSetupStep', {step: 'done'});
  return key;
}

test.each(walkedIn('ru'))('%s', async language => {
  const stick = mkdtempSync(join(tmpdir(), 'tirek-stick-'));
  onTestFinished(() => rmSync(stick, {recursive: true, force: true}));
  const desk = await Killable.start(language);
  const key = await furnished(desk);
  await desk.page.evaluate(
    path => {
      location.hash = path;
      location.reload();
    },
    `#${paths.settings('backup')}`,
  );
  await desk.heading(backupText.title).waitFor();
  await desk.see(backupText.noSecond);
  await desk.button(backupText.chooseSecond).click();
  const other = desk.page.getByRole('radio', {name: desk.say(exchangeText.otherFolder)});
  if ((await other.count()) > 0) await other.click();
  await desk.page.getByRole('textbox', {name: desk.say(exchangeText.folder)}).fill(stick);
  await desk.button(backupText.choose).click();
  await desk.heading(backupText.second).waitFor();
  await desk.button(backupText.make).click();
  await desk.see(backupText.made);
  await desk.button(backupText.check).first().click();
  await desk.see(backupText.checked);

  await desk.button(backupText.restore).first().click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByLabel(desk.say(signInText.password), {exact: true}).fill(who.password);
  await dialog.getByRole('button', {name: desk.say(backupText.restore)}).click();
  await desk.page.getByRole('button', {name: desk.say(signInText.enter), exact: true}).waitFor();
  await desk.page.getByLabel(desk.say(signInText.password), {exact: true}).fill(who.password);
  await desk.page.getByRole('button', {name: desk.say(signInText.enter), exact: true}).click();
  await desk.heading(backupText.title).waitFor();
  expect(desk.browser.errors).toEqual([]);

  const fresh = await Killable.start(language);
  await fresh.call('session', 'setLanguage', {language});
  await fresh.page.reload();
  await fresh.heading(setupText.stepNames.account).waitFor();
  await fresh.button(restoreHereText.begin).click();
  await fresh.see(restoreHereText.none);
  await fresh.button(restoreHereText.lookElsewhere).click();
  const otherHere = fresh.page.getByRole('radio', {name: fresh.say(exchangeText.otherFolder)});
  if ((await otherHere.count()) > 0) await otherHere.click();
  await fresh.page.getByRole('textbox', {name: fresh.say(exchangeText.folder)}).fill(stick);
  await fresh.button(backupText.choose).click();
  await fresh.page
    .getByRole('radio', {name: /^\d\d\.\d\d\.\d{4}/})
    .first()
    .click();
  await fresh.see(restoreHereText.another);
  await fresh.field(signInText.recoveryKey).fill(key);
  await fresh.page.getByLabel(fresh.say(signInText.newPassword), {exact: true}).fill('мүлдем жаңа құпия сөйлем');
  await fresh.button(restoreHereText.run).click();
  await fresh.page.getByText(who.name).first().waitFor();
  expect(await fresh.call('session', 'state', {})).toMatchObject({phase: 'open', setupStep: 'done'});
  await fresh.see(commonText.productName);
  expect(fresh.browser.errors).toEqual([]);
});
