import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import type {BackupState} from '../../electron/contract/backup.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {backupText} from '../../renderer/text/backup.ts';
import {rotationProblemText, rotationText} from '../../renderer/text/rotation.ts';
import {settingsText} from '../../renderer/text/settings.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {Killable, who} from '../support/killable.ts';
import {pictures} from '../support/pictures.ts';
import {walkedIn} from '../walk/languages.ts';

/** The head changes the key of the database, also where somebody has written into the keyring. */

const colleague = {name: 'Маман Дана', password: 'тағы бір құпия', role: 'worker', staffId: null};

async function furnish(desk: Killable): Promise<void> {
  await desk.call('session', 'setLanguage', {language: desk.language});
  await desk.call('session', 'createAccount', who);
  const name = {kk: '«Үміт» орталығы', ru: 'Центр «Үміт»'};
  const place = {kk: 'Қарағанды', ru: 'Караганда'};
  await desk.call('facility', 'save', {seen: null, type: 'stationary', name, place, headStaffId: null});
  await desk.call('session', 'makeRecoveryKey', {});
  await desk.call('session', 'confirmRecoveryKey', {});
  await desk.call('session', 'addAccount', colleague);
  await desk.call('facility', 'setSetupStep', {step: 'done'});
}

async function openKeys(desk: Killable): Promise<void> {
  await desk.page.evaluate(
    path => {
      location.hash = path;
      location.reload();
    },
    `#${paths.settings('accounts')}`,
  );
  await desk.heading(rotationText.title).waitFor();
}

test.each(walkedIn('ru'))('%s', async language => {
  const desk = await Killable.start(language);
  const shoot = pictures(desk.page, `keys-${language}`);
  const dialog = desk.page.getByRole('dialog');
  const typed = dialog.getByLabel(desk.say(signInText.password), {exact: true});
  await furnish(desk);
  // Unit tests stretch passwords at a lower cost: what the built program does is seen here.
  const written = readFileSync(join(desk.folder, 'keyring.json'), 'utf8');
  expect(written.match(/"memoryKib":\s*65536,\s*"passes":\s*3,\s*"lanes":\s*1/g)).toHaveLength(2);
  await openKeys(desk);
  await desk.heading(rotationText.title).scrollIntoViewIfNeeded();
  await shoot('settings');
  await desk.button(rotationText.run).click();
  await typed.fill('қате құпия сөйлем');
  await shoot('dialog');
  await dialog.getByRole('button', {name: desk.say(rotationText.run)}).click();
  await dialog.getByText(desk.say(settingsText.wrongCurrent)).waitFor();
  await typed.fill(who.password);
  await dialog.getByRole('button', {name: desk.say(rotationText.run)}).click();
  // So few records may be written anew before the page has asked what goes on: `going` is then a picture of the end.
  await desk
    .heading(rotationText.goingTitle)
    .or(desk.page.getByText(desk.say(rotationText.done)))
    .first()
    .waitFor();
  await shoot('going');
  await desk.see(rotationText.done);
  await desk.heading(rotationText.title).waitFor();
  expect(await desk.call('session', 'state', {})).toMatchObject({phase: 'open', account: {name: who.name}});
  const made = async (): Promise<number> => {
    const state = (await desk.call('backup', 'state', {})) as BackupState;
    return state.running === null ? state.first.backups.length : 0;
  };
  await expect.poll(made, {timeout: 30_000}).toBeGreaterThan(0);
  await desk.go(paths.settings('backup'));
  await desk.button(backupText.check).first().click();
  await desk.see(backupText.checked);
  await desk.lock();
  expect(await desk.call('session', 'signIn', {name: colleague.name, password: colleague.password})).toEqual({
    result: 'ok',
  });
  expect(desk.browser.errors).toEqual([]);

  await desk.kill();
  for (const name of ['keyring.json', 'keyring.copy.json']) {
    const file = join(desk.folder, name);
    const ring = JSON.parse(readFileSync(file, 'utf8')) as {accounts: {name: string}[]};
    const accounts = ring.accounts.map(each => (each.name === colleague.name ? {...each, name: 'Бөтен'} : each));
    writeFileSync(file, JSON.stringify({...ring, accounts}));
  }
  await desk.kill();
  await desk.call('session', 'signIn', who);
  await openKeys(desk);
  await desk.see(rotationProblemText('altered-keys'));
  await desk.button(rotationText.run).click();
  await typed.fill(who.password);
  await shoot('altered');
  await dialog.getByRole('button', {name: desk.say(rotationText.runAlone)}).click();
  await desk.see(rotationText.doneWithout(colleague.name));
  await desk.heading(rotationText.title).waitFor();
  await desk.see(settingsText.recoveryNotHeld);
  await desk.see(rotationText.lacking(colleague.name));
  await shoot('alone');
  expect(await desk.call('session', 'keys', {})).toEqual({
    isAltered: false,
    older: [],
    lacking: [colleague.name],
    recovery: 'none',
  });
});
