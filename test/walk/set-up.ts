import {expect} from 'vitest';
import {signatoryRoleNames} from '../../domain/record-value-words.ts';
import {languages} from '../../domain/text.ts';
import {fullName} from '../../domain/person.ts';
import {organisationTypeNames, serviceTypeNames} from '../../domain/vocabulary.ts';
import {must} from '../../domain/assert.ts';
import type {PersonName} from '../../domain/person.ts';
import type {Locator} from 'playwright-core';
import {commonText} from '../../renderer/text/common.ts';
import {formText} from '../../renderer/text/form.ts';
import {passwordText} from '../../renderer/text/password.ts';
import {setupText} from '../../renderer/text/setup.ts';
import {staffText} from '../../renderer/text/staff.ts';
import {todayText} from '../../renderer/text/today.ts';
import {head, organisation, password, staffOf} from './facts.ts';
import type {Walker} from './walker.ts';

/** The first run, from the choice of the language to Today. */
export async function setUp(walker: Walker): Promise<void> {
  await chooseLanguage(walker);
  await makeAccount(walker);
  await describeOrganisation(walker);
  await enterStaff(walker);
  await keepRecoveryKey(walker);
  await heading(walker, walker.say(setupText.stepNames.numbering)).waitFor();
  await walker.look('setup-numbering');
  await walker.push(walker.button(setupText.finish));
  await walker.see(todayText.emptyTitle);
  await walker.look('today-empty');
}

async function chooseLanguage(walker: Walker): Promise<void> {
  const {page, language} = walker;
  const [title] = languages.map(each => setupText.chooseLanguage[each]);
  await page.getByRole('heading', {name: must(title)}).waitFor();
  await walker.look('setup-language');
  const name = {kk: commonText.kazakh.kk, ru: commonText.russian.ru}[language];
  await walker.push(page.getByRole('button', {name, exact: true}));
}

async function makeAccount(walker: Walker): Promise<void> {
  await heading(walker, walker.say(setupText.stepNames.account)).waitFor();
  await walker.look('setup-account');
  await walker.fill(walker.field(setupText.accountName), fullName(head));
  await walker.press('Enter');
  await walker.type(password);
  await walker.fill(walker.field(passwordText.repeat), password);
  await walker.press('Control+Enter');
}

async function describeOrganisation(walker: Walker): Promise<void> {
  await heading(walker, walker.say(setupText.stepNames.start)).waitFor();
  await walker.look('setup-start');
  await walker.press('Enter');
  await heading(walker, walker.say(setupText.stepNames.organisation)).waitFor();
  await walker.look('setup-organisation');
  const type = walker.say(organisationTypeNames[walker.organisationType]);
  const types = walker.page.getByRole('radiogroup', {name: walker.say(setupText.stepNames.organisation)});
  const wanted = types.getByRole('radio', {name: new RegExp(type, 'iu')}).first();
  await walker.reach(types.getByRole('radio').first());
  for (let at = 0; at < 4 && !(await walker.isIn(wanted)); at += 1) await walker.press('ArrowDown');
  if (!(await wanted.isChecked())) await walker.press('Space');
  await walker.press('Control+Enter');

  await heading(walker, walker.say(setupText.stepNames.names)).waitFor();
  await walker.look('setup-names');
  await walker.fill(walker.field(setupText.nameKk), organisation.name.kk);
  await walker.press('Enter');
  await walker.type(organisation.name.ru);
  await walker.press('Enter');
  await walker.type(organisation.place.kk);
  await walker.press('Enter');
  await walker.type(organisation.place.ru);
  await walker.press('Control+Enter');

  await heading(walker, walker.say(setupText.stepNames.head)).waitFor();
  await walker.look('setup-head');
  await typeName(walker, head);
  await walker.press('Control+Enter');
}

async function enterStaff(walker: Walker): Promise<void> {
  await heading(walker, walker.say(setupText.stepNames.staff)).waitFor();
  await walker.look('setup-staff');
  let entered = 0;
  for (const {role, name, services} of staffOf(walker.organisationType)) {
    await typeName(walker, name);
    await walker.choose(walker.field(staffText.role), walker.say(signatoryRoleNames[role]));
    const lines = services.map(service => walker.say(serviceTypeNames[service]));
    await walker.choose(walker.field(staffText.services), ...lines);
    await walker.press('Control+Enter');
    entered += 1;
    await walker.see(setupText.staffSoFar(entered));
    // A fresh form takes the keyboard.
    await expect.poll(() => walker.isIn(walker.field(formText.surname))).toBe(true);
  }
  await walker.push(walker.button(commonText.next));
}

async function keepRecoveryKey(walker: Walker): Promise<void> {
  const {page} = walker;
  await heading(walker, walker.say(setupText.stepNames['recovery-key'])).waitFor();
  await walker.push(walker.button(setupText.showKey));
  const groups = page.getByRole('list', {name: walker.say(setupText.recoveryKey)}).getByRole('listitem');
  await groups.first().waitFor();
  await walker.look('setup-recovery-key');
  // The number of a group stands before it, for the eye.
  const key = (await groups.allInnerTexts()).map((words, index) =>
    words
      .trim()
      .slice(String(index + 1).length)
      .trim(),
  );
  for (const [index, group] of key.entries()) {
    const asked = walker.field(setupText.group(index + 1));
    if ((await asked.count()) > 0) await walker.fill(asked, group);
  }
  await walker.press('Enter');
}

/** Surname, first name, patronymic, from the first of them on with Enter. */
export async function typeName(walker: Walker, name: PersonName, within?: Locator): Promise<void> {
  await walker.fill(walker.field(formText.surname, within), name.surname);
  await walker.press('Enter');
  await walker.type(name.firstName);
  await walker.press('Enter');
  await walker.type(name.patronymic ?? '');
}

function heading(walker: Walker, name: string): Locator {
  return walker.page.getByRole('heading', {level: 1, name, exact: true});
}
