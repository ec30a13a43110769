import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {paths} from '../../renderer/lib/paths.ts';
import {erasureObstacleText, erasureText} from '../../renderer/text/erasure.ts';
import {formText} from '../../renderer/text/form.ts';
import {recipientText} from '../../renderer/text/recipient.ts';
import {settingsText} from '../../renderer/text/settings.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {event, furnish, nobody, openOffice, password} from '../support/office.ts';
import {pictures} from '../support/pictures.ts';
import {approvePlan} from '../support/plans.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {Walker} from '../walk/walker.ts';
import {walkedIn} from '../walk/languages.ts';

const now = '2026-03-02T06:00:00Z';

test.each(walkedIn('ru'))('the head erases a person entered by mistake, and nobody else, in %s', async language => {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-erasure-'));
  const office = await openOffice('2026-02-02', {folder});
  const staff = await furnish(office, 'stationary');
  await office.client.facility.linkAccount({staffId: staff.head});
  const {recipientId} = await office.client.journal.enter({
    journalId: null,
    recipientId: null,
    person: {...nobody, name: {surname: 'Жоғалбекова', firstName: 'Әлия', patronymic: null}},
    event: event('queued', '2026-01-10', null),
  });
  const served = await approvePlan(office, staff);
  await office.client.facility.setSetupStep({step: 'done'});
  await office.client.session.setLanguage({language});
  office.application.close();
  const opened = await startLoopback(folder, {now});
  onTestFinished(async () => {
    await opened.close();
    rmSync(folder, {recursive: true, force: true});
  });
  const {page} = opened;
  await page.clock.setFixedTime(now);
  const walker = new Walker(opened, 'stationary', language, () => Promise.reject(new Error('nothing is saved here')));
  const shoot = pictures(page, `erasure-${language}`);
  const say = walker.say.bind(walker);
  await page.getByLabel(say(signInText.password), {exact: true}).fill(password);
  await walker.press('Enter');
  await page.getByRole('main').waitFor();

  const openDialog = async (id: string): Promise<void> => {
    await page.evaluate(to => void (location.hash = to), paths.recipient(id));
    await page.getByRole('tab', {name: say(recipientText.person), exact: true}).click();
    await page.getByRole('button', {name: say(erasureText.open), exact: true}).click();
    await page.getByRole('dialog').waitFor();
  };

  await openDialog(served.recipientId);
  await page.getByText(say(erasureObstacleText['plan-approved'])).waitFor();
  expect(await page.getByRole('button', {name: say(erasureText.erase), exact: true}).count()).toBe(0);
  await shoot('refused');
  await walker.look('erasure-refused');
  await page
    .getByRole('button', {name: say(formText.close), exact: true})
    .last()
    .click();

  await openDialog(recipientId);
  await page.getByText(say(erasureText.everywhere)).waitFor();
  await page.getByLabel(say(signInText.password), {exact: true}).fill('басқа құпия сөйлем');
  await page.getByRole('button', {name: say(erasureText.erase), exact: true}).click();
  await page.getByText(say(settingsText.wrongCurrent)).waitFor();
  await shoot('dialog');
  await walker.look('erasure-dialog');
  await page.getByLabel(say(signInText.password), {exact: true}).fill(password);
  await page.getByRole('button', {name: say(erasureText.erase), exact: true}).click();
  await page.getByRole('heading', {name: say(erasureText.erasedTitle)}).waitFor();
  expect(await page.getByRole('main').textContent()).not.toContain('Жоғалбекова');
  await page.getByText('02.03.2026').waitFor();
  await shoot('done');
  await walker.look('erasure-done');
});
