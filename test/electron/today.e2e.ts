import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {fullName} from '../../domain/person.ts';
import {historyTables} from '../../domain/record-words.ts';
import {must} from '../../domain/assert.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {historyText} from '../../renderer/text/changes.ts';
import {planText} from '../../renderer/text/plan.ts';
import {recipientText} from '../../renderer/text/recipient.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {todayText} from '../../renderer/text/today.ts';
import {admit, furnish, openOffice, password, person} from '../support/office.ts';
import {pictures} from '../support/pictures.ts';
import {cardOf, fillPlan} from '../support/plans.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {Walker} from '../walk/walker.ts';
import {walkedIn} from '../walk/languages.ts';

/** The day of the head, in a real browser, by keyboard: to the very field, one click on a line, and a value brought back. */

const now = '2026-03-02T06:00:00Z';
const newcomer = {surname: 'Жаңабай', firstName: 'Айгүл', patronymic: null};

test.each(walkedIn('kk'))('today, and a person with what is due: %s', async language => {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-today-'));
  const office = await openOffice('2026-02-02', {folder});
  const {client} = office;
  const staff = await furnish(office, 'stationary');
  await client.facility.linkAccount({staffId: staff.head});
  const {recipientId} = await fillPlan(office, staff);
  await client.file.open({recipientId, openedOn: '2026-02-02', cameFrom: null});
  await client.recipient.save({...(await cardOf(client, recipientId)), phone: '+7 702 000 00 02'});
  const second = await admit(office, '2026-02-02', {...person, name: newcomer});
  await client.plan.create({recipientId: second.recipientId, copyFrom: null});
  await client.facility.setSetupStep({step: 'done'});
  await client.session.setLanguage({language});
  office.application.close();
  const opened = await startLoopback(folder, {now});
  onTestFinished(async () => {
    await opened.close();
    rmSync(folder, {recursive: true, force: true});
  });
  const {page} = opened;
  await page.clock.setFixedTime(now);
  const walker = new Walker(opened, 'stationary', language, () => Promise.reject(new Error('nothing is saved here')));
  const shoot = pictures(page, `today-${language}`);
  await page.getByLabel(walker.say(signInText.password), {exact: true}).fill(password);
  await walker.press('Enter');
  const mine = page.getByRole('region', {name: new RegExp(walker.say(todayText.waitsForMe), 'u')});
  await mine.waitFor();
  await walker.look('today');
  await shoot('today');

  // A signature on the line, and taken back: the line goes and comes.
  const signing = mine.getByRole('button', {name: new RegExp(`^${walker.say(todayText.signed)}`, 'u')});
  await walker.push(signing);
  await signing.waitFor({state: 'detached'});
  await walker.push(page.getByRole('button', {name: walker.say(todayText.takeBack), exact: true}));
  await signing.waitFor();

  // The approval cannot be taken back: it asks, and the line goes.
  await walker.push(mine.getByRole('button', {name: walker.say(planText.approve), exact: true}));
  await walker.push(page.getByRole('dialog').getByRole('button', {name: walker.say(planText.approve), exact: true}));
  await mine.getByText(walker.say(todayText.kinds['plan-approve'])).waitFor({state: 'detached'});

  // The line of an empty plan opens the first field that lacks.
  const fill = new RegExp(`${fullName(newcomer)}.*${walker.say(todayText.kinds['plan-fill'])}`, 'u');
  await walker.push(page.getByRole('link', {name: fill}));
  const here = () =>
    page.evaluate(() => `${document.activeElement?.getAttribute('name')} ${document.activeElement?.id}`);
  await expect.poll(here, {timeout: 10_000}).toMatch(/^periodFrom /u);

  // By person, and so it stays.
  await page.evaluate(to => void (location.hash = to), paths.today());
  await page.getByText(walker.say(todayText.byPerson), {exact: true}).click();
  await page.getByRole('heading', {level: 2, name: fullName(newcomer), exact: true}).waitFor();
  await walker.look('today-people');
  await page.evaluate(to => void (location.hash = to), paths.people());
  await page.evaluate(to => void (location.hash = to), paths.today());
  await page.getByRole('heading', {level: 2, name: fullName(newcomer), exact: true}).waitFor();

  // The person: what is due, the plan beside the journal, and the former telephone number back from the history.
  await page.evaluate(to => void (location.hash = to), paths.recipient(recipientId));
  await page.getByRole('region', {name: walker.say(recipientText.planAndJournal)}).waitFor();
  await walker.look('recipient-due');
  await shoot('recipient');
  await page.getByRole('tab', {name: walker.say(recipientText.history)}).click();
  const phone = must(must(historyTables['recipient']).fields['phone']).label;
  const back = page.getByRole('button', {name: walker.say(historyText.undoField(phone)), exact: true});
  await back.first().waitFor();
  await walker.look('history-undo');
  await shoot('history');
  await walker.push(back.first());
  await page.getByText(walker.say(historyText.undone)).waitFor();
  await page.getByRole('tab', {name: walker.say(recipientText.person)}).click();
  expect(await page.locator('input[name=phone]').inputValue()).toBe(person.phone);
});
