import {expect, test} from 'vitest';
import {organisationTypeNames} from '../../domain/vocabulary.ts';
import {must} from '../../domain/assert.ts';
import {commonText} from '../../renderer/text/common.ts';
import {formText} from '../../renderer/text/form.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {joinText} from '../../renderer/text/join.ts';
import {numberingText, setupText} from '../../renderer/text/setup.ts';
import {passwordText} from '../../renderer/text/password.ts';
import {todayText} from '../../renderer/text/today.ts';
import {nobody} from '../support/office.ts';
import {Killable, who} from '../support/killable.ts';
import {walkedIn} from '../walk/languages.ts';

/** Lock, kill -9, a closed tab, the other language, another window: what was typed is there. */

test.each(walkedIn('kk'))('the first run, killed at every step, goes on where it was: %s', async language => {
  const desk = await Killable.start(language);
  const {heading, say} = {heading: desk.heading.bind(desk), say: desk.say.bind(desk)};
  const own = {kk: commonText.kazakh.kk, ru: commonText.russian.ru}[language];
  await desk.page.getByRole('button', {name: own, exact: true}).click();
  await heading(setupText.stepNames.account).waitFor();
  await desk.kill();

  // The language is not asked again.
  await heading(setupText.stepNames.account).waitFor();
  await desk.field(setupText.accountName).fill(who.name);
  await desk.page.getByLabel(say(setupText.password)).first().fill(who.password);
  await desk.page.getByLabel(say(passwordText.repeat)).fill(who.password);
  await desk.button(setupText.createAccount).click();
  const beginNew = async (): Promise<void> => {
    await heading(setupText.stepNames.start).waitFor();
    await desk.page.getByRole('button', {name: say(joinText.newTitle)}).click();
    await heading(setupText.stepNames.organisation).waitFor();
  };
  await beginNew();
  const again = async (): Promise<void> => {
    await desk.kill();
    await desk.signIn();
  };
  await again();

  // Nothing is written yet: one may still join another organisation.
  await beginNew();
  const type = desk.page.getByRole('radio', {name: new RegExp(say(organisationTypeNames['home-care']), 'iu')}).first();
  await type.click();
  await desk.button(commonText.next).click();

  await heading(setupText.stepNames.names).waitFor();
  await desk.field(setupText.nameKk).fill('«Үміт» орталығы');
  await desk.draftSaved();
  await again();
  await heading(setupText.stepNames.names).waitFor();
  expect(await desk.field(setupText.nameKk).inputValue()).toBe('«Үміт» орталығы');
  await desk.field(setupText.nameRu).fill('Центр «Үміт»');
  await desk.field(setupText.placeKk).fill('Қарағанды');
  await desk.field(setupText.placeRu).fill('Караганда');
  await desk.button(commonText.next).click();

  await heading(setupText.stepNames.head).waitFor();
  await desk.field(formText.surname).fill('Серікова');
  await desk.draftSaved();
  await again();
  await heading(setupText.stepNames.head).waitFor();
  expect(await desk.field(formText.surname).inputValue()).toBe('Серікова');
  await desk.field(formText.firstName).fill('Айгүл');
  await desk.button(commonText.next).click();

  await heading(setupText.stepNames.staff).waitFor();
  await desk.field(formText.surname).fill('Һамитова');
  await desk.draftSaved();
  await again();
  await heading(setupText.stepNames.staff).waitFor();
  expect(await desk.field(formText.surname).inputValue()).toBe('Һамитова');
  await desk.button(formText.discardTyped).click();
  await desk.button(setupText.laterStaff).click();

  await heading(setupText.stepNames['recovery-key']).waitFor();
  await desk.button(setupText.showKey).click();
  const groups = desk.page.getByRole('list', {name: say(setupText.recoveryKey)}).getByRole('listitem');
  await groups.first().waitFor();
  await again();
  // A key that nobody confirmed is made anew.
  await heading(setupText.stepNames['recovery-key']).waitFor();
  await desk.button(setupText.showKey).click();
  await groups.first().waitFor();
  const words = await groups.allInnerTexts();
  const key = words.map((group, index) =>
    group
      .trim()
      .slice(String(index + 1).length)
      .trim(),
  );
  for (const [index, group] of key.entries()) {
    const asked = desk.field(setupText.group(index + 1));
    if ((await asked.count()) > 0) await asked.fill(group);
  }
  await desk.button(setupText.confirmKey).click();

  await heading(setupText.stepNames.numbering).waitFor();
  await again();
  await heading(setupText.stepNames.numbering).waitFor();
  await desk.field(numberingText.fileStart).fill('17');
  await desk.button(setupText.finish).click();
  await desk.see(todayText.emptyTitle);
  await again();
  await desk.see(todayText.emptyTitle);
  expect(await desk.call('facility', 'numbering', {})).toMatchObject({fileStart: 17});
  expect(desk.browser.errors.filter(error => error.startsWith('exception'))).toEqual([]);
});

/** A desk past its first run, with one person. */
async function office(language: 'kk' | 'ru'): Promise<{desk: Killable; recipientId: string}> {
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
  const entered = await desk.call('journal', 'enter', {
    journalId: null,
    recipientId: null,
    person: {
      ...nobody,
      name: {surname: 'Оспанова', firstName: 'Әлия', patronymic: null},
      bornOn: '1951-04-17',
      sex: 'female',
    },
    event: {kind: 'admitted', happenedOn: '2026-02-02', orderNumber: '1', reason: null, destination: null},
  });
  await desk.page.reload();
  return {desk, recipientId: (entered as {recipientId: string}).recipientId};
}

test.each(walkedIn('ru'))('a new row of the journal, typed with a wrong date: %s', async language => {
  const {desk} = await office(language);
  await desk.go(paths.newEntry());
  const born = () => desk.page.locator('[name="person.bornOn"]');
  const expected = async (): Promise<void> => {
    await born().waitFor();
    await expect.poll(() => born().inputValue()).toBe('31.02.1950');
    expect(await desk.page.locator('[name="person.name.surname"]').inputValue()).toBe('Ұзақ  <b>ат</b>');
    expect(await desk.page.locator('[name="person.address"]').inputValue()).toBe('Абай к., 1 😀');
  };
  await desk.page.locator('[name="person.name.surname"]').fill('Ұзақ  <b>ат</b>');
  await desk.page.locator('[name="person.address"]').fill('Абай к., 1 😀');
  await born().fill('31.02.1950');

  // The other language and back: neither the words nor the values go.
  const languageNamed = (name: string) => desk.page.locator('label', {hasText: name});
  const other = language === 'kk' ? commonText.russian.kk : commonText.kazakh.ru;
  await languageNamed(other).first().click();
  await desk.page
    .getByText(formText.surname[language === 'kk' ? 'ru' : 'kk'])
    .first()
    .waitFor();
  await expected();
  const own = language === 'kk' ? commonText.kazakh.ru : commonText.russian.kk;
  await languageNamed(own).first().click();
  await desk.page.getByText(formText.surname[language]).first().waitFor();
  await expected();

  await desk.lock();
  await desk.signIn();
  await expected();

  await desk.closeTab();
  await expected();

  await desk.page.locator('[name="person.phone"]').fill('7017017070');
  await desk.draftSaved();
  await desk.kill();
  await desk.signIn();
  await desk.go(paths.newEntry());
  await expected();
  expect(await desk.page.locator('[name="person.phone"]').inputValue()).toBe('7017017070');
});

test.each(walkedIn('kk'))('two windows on one person: the second is asked, and nothing is lost: %s', async language => {
  const {desk, recipientId} = await office(language);
  const open = async (page: typeof desk.page): Promise<void> => {
    await page.evaluate(
      ([path, tab]) => {
        history.replaceState({tab}, '');
        location.hash = String(path);
      },
      [paths.recipient(recipientId), 'person'],
    );
  };
  await open(desk.page);
  const tab = (page: typeof desk.page) => page.getByRole('tab').nth(1);
  await tab(desk.page).click();
  const phone = desk.page.locator('[name="phone"]');
  await phone.fill('111');
  await desk.draftSaved();

  const second = await desk.browser.context.newPage();
  await second.goto(desk.page.url());
  const card = (await desk.call('recipient', 'get', {id: recipientId})) as Record<string, unknown>;
  const {stamp, placements: _p, events: _e, fileNumber: _f, plans: _pl, ...facts} = card;
  await desk.call('recipient', 'save', {...facts, seen: stamp, address: 'Абай көшесі, 1'});
  await desk.see(formText.movedTitle);
  expect(await phone.inputValue()).toBe('111');
  await desk.button(formText.keepMine).click();
  await desk.button(formText.save).click();
  await expect
    .poll(async () => must((await desk.call('recipient', 'get', {id: recipientId})) as {phone: string | null}).phone)
    .toBe('111');
  await second.close();
});
