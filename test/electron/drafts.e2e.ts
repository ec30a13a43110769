import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';

import {writeLanguage} from '../../electron/host/preferences.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {commonText} from '../../renderer/text/common.ts';
import {fileText} from '../../renderer/text/file.ts';
import {formText} from '../../renderer/text/form.ts';
import {groupText} from '../../renderer/text/group-measure.ts';
import {helpText} from '../../renderer/text/help.ts';
import {troubleText} from '../../renderer/text/trouble.ts';
import {admit, furnish, openOffice} from '../support/office.ts';
import {pictures} from '../support/pictures.ts';
import {approvePlan} from '../support/plans.ts';
import {Killable} from '../support/killable.ts';
import {walkedIn} from '../walk/languages.ts';

/** What is typed in a plan, a quarterly round and a file outlives the other language, a lock and a power cut; what somebody else saves meanwhile is shown first. */

const prepared = mkdtempSync(join(tmpdir(), 'tirek-drafts-'));

interface Form {
  readonly what: string;
  readonly path: string;
  /** The field that is typed into, and what nobody else would write there. */
  readonly name: string;
  readonly typed: string;
  /** What somebody else saves meanwhile, and the field where it stands. */
  readonly area: 'plan' | 'monitoring' | 'file';
  readonly asked: Readonly<Record<string, string>>;
  readonly others: {readonly name: string; readonly value: string; readonly shown: string};
}

let forms: readonly Form[] = [];

/** Entered once for both languages. */
async function furnishOnce(): Promise<void> {
  if (forms.length > 0) return;
  const office = await openOffice('2026-02-02', {folder: prepared, keepFolder: true});
  const {client} = office;
  const staff = await furnish(office, 'stationary');
  const {recipientId, planId} = await approvePlan(office, staff);
  await client.file.open({recipientId, openedOn: '2026-02-02', cameFrom: null});
  const round = await client.monitoring.start({planId});
  const other = await admit(office, '2026-02-02');
  const draft = await client.plan.create({recipientId: other.recipientId, copyFrom: null});
  await client.facility.setSetupStep({step: 'done'});
  office.application.close();
  forms = [
    {
      what: 'plan',
      path: paths.plan(other.recipientId, draft.id),
      name: 'reviewOn',
      typed: '31.02.2026',
      area: 'plan',
      asked: {id: draft.id},
      others: {name: 'periodTo', value: '2026-11-30', shown: '30.11.2026'},
    },
    {
      what: 'round',
      path: paths.round(recipientId, planId, round.id),
      name: 'monitoredOn',
      typed: 'ертең',
      area: 'monitoring',
      asked: {id: round.id},
      others: {name: 'observedTo', value: '2026-03-30', shown: '30.03.2026'},
    },
    {
      what: 'file',
      path: paths.file(recipientId),
      name: 'cameFrom',
      typed: '«Үміт» <b>орталығы</b>',
      area: 'file',
      asked: {recipientId},
      others: {name: 'signedOn', value: '2026-02-03', shown: '03.02.2026'},
    },
  ];
}

afterAll(() => rmSync(prepared, {recursive: true, force: true}));

test.each(walkedIn('ru'))('a plan, a round and a file: %s', async language => {
  await furnishOnce();
  const folder = mkdtempSync(join(tmpdir(), 'tirek-drafts-'));
  cpSync(prepared, folder, {recursive: true});
  writeLanguage(folder, language);
  const desk = await Killable.start(language, folder);
  await desk.signIn();
  const shot = pictures(desk.page, `drafts-${language}`);
  await desk.page.getByRole('navigation').first().waitFor();
  const field = (name: string) => desk.page.locator(`[name="${name}"]`);
  const open = async (form: Form): Promise<void> => {
    await desk.go(form.path);
    await field(form.name).waitFor();
  };
  const stands = async (form: Form): Promise<void> => {
    await open(form);
    await expect.poll(() => field(form.name).inputValue()).toBe(form.typed);
  };

  for (const form of forms) {
    await open(form);
    await field(form.name).fill(form.typed);
    await desk.draftSaved();
  }
  // The other language and back, with a form open.
  const [first, second, last] = forms.map(form => () => stands(form));
  const there = language === 'kk' ? 'ru' : 'kk';
  for (const [from, to] of [
    [language, there],
    [there, language],
  ] as const) {
    const own = to === 'kk' ? commonText.kazakh : commonText.russian;
    await desk.page.locator('label', {hasText: own[from]}).first().click();
    await desk.page.getByRole('button', {name: formText.save[to], exact: true}).first().waitFor();
    await last?.();
  }
  await desk.lock();
  await desk.signIn();
  await second?.();
  await desk.kill();
  await desk.signIn();
  await desk.page.getByRole('navigation').first().waitFor();
  await first?.();

  for (const form of forms) {
    await stands(form);
    const before = (await desk.call(form.area, 'get', form.asked)) as Record<string, unknown>;
    await saveAsOther(desk, form, before);
    await desk.see(formText.movedTitle);
    // Both are seen before one is chosen.
    await desk.page.getByRole('alert').getByText(form.others.shown).waitFor();
    expect(await field(form.name).inputValue(), form.what).toBe(form.typed);
    expect(await desk.button(formText.save).isDisabled(), form.what).toBe(true);
    await shot(`moved-${form.what}`);
    if (form.what === 'file') {
      // What cannot be saved is said in passing, with the way to its answer.
      await desk.button(fileText.preview).click();
      await desk.page
        .getByRole('alert')
        .getByRole('button', {name: desk.say(helpText.whatToDo)})
        .click();
      await desk.page.locator('[data-help-panel]').getByText(desk.say(troubleText.conflict)).first().waitFor();
    }
    await desk.button(formText.takeTheirs).click();
    await expect.poll(() => field(form.others.name).inputValue()).toBe(form.others.shown);
  }
  // A measure that belongs to no plan is typed from the list of people, and then goes to whoever is chosen.
  await desk.go(paths.people());
  await desk.page.getByRole('link', {name: desk.say(groupText.open), exact: true}).click();
  await field('text').fill('Массаж');
  await desk.button(groupText.choosePeople).click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByRole('checkbox').last().check();
  await dialog.getByRole('button', {name: desk.say(groupText.add(1)), exact: true}).click();
  await dialog
    .getByText(desk.say(groupText.added(1, 0)))
    .or(dialog.getByText(desk.say(groupText.added(1, 1))))
    .waitFor();
  await dialog
    .getByRole('button', {name: desk.say(formText.close), exact: true})
    .last()
    .click();
  await looksInHighContrast(desk, [paths.today(), paths.people(), ...forms.map(({path}) => path)], shot);
  expect(desk.browser.errors.filter(error => error.startsWith('exception'))).toEqual([]);
});

/** As another window of the same program would. */
async function saveAsOther(desk: Killable, form: Form, before: Record<string, unknown>): Promise<void> {
  const fields = {
    plan: ['observedFrom', 'observedTo', 'periodFrom', 'periodTo', 'reviewOn', 'measures', 'signatures'],
    monitoring: [
      'observedFrom',
      'observedTo',
      'monitoredOn',
      'specialistId',
      'specialistSignedOn',
      'consultantId',
      'consultantSignedOn',
      'entries',
    ],
    file: ['number', 'openedOn', 'place', 'cameFrom', 'signedOn', 'sheets', 'documents'],
  }[form.area];
  const values = Object.fromEntries(fields.map(name => [name, before[name]]));
  await desk.call(form.area, 'save', {
    ...values,
    [form.others.name]: form.others.value,
    id: before['id'],
    seen: before['stamp'],
  });
}

/** With the few colours of the system: what is chosen differs from what is not, fields have a border, and the focus is seen. */
async function looksInHighContrast(
  desk: Killable,
  addresses: readonly string[],
  shot: (name: string) => Promise<void>,
): Promise<void> {
  await desk.page.emulateMedia({forcedColors: 'active'});
  for (const address of addresses) {
    await desk.go(address);
    await desk.page.locator('main h1').first().waitFor();
    await desk.page.waitForFunction(() => document.querySelector('[aria-busy=true], .mantine-Loader-root') === null);
    await desk.page.keyboard.press('Tab');
    const found = await desk.page.evaluate(() => {
      const problems: string[] = [];
      const seen = (element: Element): boolean => element.getClientRects().length > 0;
      const [here, ...others] = [...document.querySelectorAll('nav a')].toSorted(
        (a, b) => Number(b.hasAttribute('data-here')) - Number(a.hasAttribute('data-here')),
      );
      const ground = (element: Element | undefined): string =>
        element === undefined ? '' : getComputedStyle(element).backgroundColor;
      if (ground(here) === ground(others[0])) problems.push('the place where one is looks like the others');
      for (const field of document.querySelectorAll<HTMLElement>('main :is(input:not([type=hidden]), textarea)')) {
        if (!seen(field) || ['checkbox', 'radio', 'file'].includes(field.getAttribute('type') ?? '')) continue;
        const style = getComputedStyle(field);
        const hasBorder = Number.parseFloat(style.borderBottomWidth) >= 1 && style.borderBottomStyle !== 'none';
        if (!hasBorder) problems.push(`no border: ${field.getAttribute('name') ?? field.className}`);
      }
      const focused = document.activeElement;
      if (focused === null || focused === document.body) problems.push('nothing has the keyboard');
      else if (getComputedStyle(focused).outlineStyle === 'none') problems.push('no focus is seen');
      return problems;
    });
    expect(found, address).toEqual([]);
    await shot(`contrast-${addresses.indexOf(address)}`);
  }
  await desk.page.emulateMedia({forcedColors: 'none'});
}
