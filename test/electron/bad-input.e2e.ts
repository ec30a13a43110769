import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {commonText} from '../../renderer/text/common.ts';
import {formText} from '../../renderer/text/form.ts';
import {journalText} from '../../renderer/text/journal.ts';
import {problemText} from '../../renderer/text/problems.ts';
import {setupText} from '../../renderer/text/setup.ts';
import {installationProblemText, signInText} from '../../renderer/text/sign-in.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {Killable, who} from '../support/killable.ts';
import {walkedIn} from '../walk/languages.ts';

/** What only the screen can show of bad input: the words beside the field, the keyboard in it, nothing that overflows. */

test('a file in place of the data folder: said, and looked at again once it is gone', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'tirek-bad-')), 'data');
  writeFileSync(folder, 'not a folder');
  const desk = await Killable.start('kk', folder);
  const {title, what} = installationProblemText['not-a-folder'];
  await desk.heading(title).waitFor();
  await desk.see(what);
  await desk.button(signInText.lookAgain).click();
  await desk.heading(title).waitFor();
  rmSync(folder);
  await desk.button(signInText.lookAgain).click();
  await desk.page.getByRole('button', {name: commonText.kazakh.kk, exact: true}).click();
  await desk.heading(setupText.stepNames.account).waitFor();
});

const longName = `<img src=x onerror="window.alert(1)">${'Ұ'.repeat(263)}`;

async function office(language: 'kk' | 'ru'): Promise<Killable> {
  const desk = await Killable.start(language);
  await desk.call('session', 'setLanguage', {language});
  await desk.call('session', 'createAccount', who);
  await desk.call('facility', 'save', {
    seen: null,
    type: 'stationary',
    name: {kk: 'Үміт', ru: 'Умит'},
    place: {kk: 'Қарағанды', ru: 'Караганда'},
    headStaffId: null,
  });
  await desk.call('facility', 'setSetupStep', {step: 'done'});
  await desk.page.reload();
  await desk.go(paths.newEntry());
  return desk;
}

test.each(walkedIn('kk'))('a new row of the journal says beside each field what is wrong: %s', async language => {
  const desk = await office(language);
  const input = (name: string) => desk.page.locator(`[name="${name}"]`);
  const wrong = desk.page.getByText(desk.say(problemText['not-a-date']));
  for (const day of ['31.02.2020', '29.02.2023', '00.00.2020', '05.01.26', '5 қаңтар', '1.13.1990']) {
    await input('person.bornOn').fill(day);
    await input('person.name.surname').focus();
    await wrong.first().waitFor();
    expect(await input('person.bornOn').inputValue()).toBe(day);
  }
  await input('person.bornOn').fill('1.2.2199');
  await input('person.name.surname').fill(longName);
  await input('person.name.firstName').fill('Өркен😀');
  await input('person.address').fill('Абай көшесі 😀');
  await desk.see(formText.unprintable('😀'));
  await input('person.iin').fill('991231100011');
  await desk.see(problemText['iin-control-digit']);
  await input('event.happenedOn').fill('2.2.2026');
  const save = desk.button(journalText.entry.save);
  await save.click();
  await desk.see(problemText['unprintable-character']);
  await expect.poll(() => input('person.name.firstName').evaluate(each => each === document.activeElement)).toBe(true);
  await input('person.name.firstName').fill('Өркен');
  await save.click();
  await desk.see(problemText['date-in-future']);
  await input('person.bornOn').fill('3.2.2026');
  await save.click();
  await desk.see(problemText['event-before-birth']);
  expect(await input('person.name.surname').inputValue()).toBe(longName);
  await input('person.bornOn').fill('9.5.1958');
  await desk.field(formText.iinReason).fill('құжатта осылай');
  await save.dblclick();
  await desk.page.waitForURL(/#\/people\//u);
  const found = await desk.call('journal', 'rows', {journalId: null, statuses: [], after: null, limit: 9});
  // Two clicks, one row.
  expect(found).toMatchObject({total: 1, rows: [{name: {surname: longName}, address: 'Абай көшесі 😀'}]});

  const person = new URL(desk.page.url()).hash.slice(1);
  for (const path of [
    person,
    paths.journal(),
    paths.people(),
    paths.today(),
    `${person}/file`,
    `${person}/plans/new`,
  ]) {
    await desk.go(path);
    await desk.page.getByRole('heading', {level: 1}).waitFor();
    const overflow = await desk.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
  expect(desk.browser.errors).toEqual([]);
});
