import {cpSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Locator} from 'playwright-core';
import {afterAll, expect, test} from 'vitest';
import {makeTestIin} from '../../domain/iin.ts';
import {fullName} from '../../domain/person.ts';
import type {Language} from '../../domain/text.ts';
import {placementStatusNames, recipientCategoryNames} from '../../domain/vocabulary.ts';
import {writeLanguage} from '../../electron/host/preferences.ts';
import {formText} from '../../renderer/text/form.ts';
import {journalText} from '../../renderer/text/journal.ts';
import {monitoringText} from '../../renderer/text/monitoring.ts';
import {planText} from '../../renderer/text/plan.ts';
import {todayText} from '../../renderer/text/today.ts';
import {appendix2} from '../../templates/editions/308-2022/appendix-2.ts';
import {Actions} from '../support/actions.ts';
import {admit, furnish, openOffice, password, person, type Office, type Staff} from '../support/office.ts';
import {pictures} from '../support/pictures.ts';
import {tellDiagnosis, wholeDates, wholeMeasure} from '../support/plans.ts';
import {closeUnchangedRound} from '../support/rounds.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {Walker} from '../walk/walker.ts';

/** How many actions the main tasks of a social worker take, each from Today. The bounds are what was counted: no screen gets worse. */

const people = 20;
const most = {recipient: 19, plan: 7, round: 4, rounds: 4 * people};

const admitted = '2026-02-02';
const firstRound = '2026-03-31';
const planOver = '2026-06-30';
const now = '2026-07-02T06:00:00Z';
const reason = 'Жай-күйі бұрынғыдай.';
const surnames = 'Әбенов Бөкенов Ғалиев Ділдаев Ерғалиев Жүнісов Зейнолла Ибраев Қасымов Мұратов'.split(' ');
const withOldPlan = {...person.name, surname: 'Шәріпов'};

const prepared = mkdtempSync(join(tmpdir(), 'tirek-actions-'));
const counted: {task: string; language: Language; actions: number; most: number}[] = [];

afterAll(() => {
  rmSync(prepared, {recursive: true, force: true});
  const lines = counted.map(
    ({task, language, actions, most: bound}) => `${task}, ${language}: ${actions} (≤ ${bound})`,
  );
  console.info(['Actions, each from Today:', ...lines].join('\n  '));
});

async function approvedPlan(
  office: Office,
  staff: Staff,
  {surname, to, measures}: {readonly surname: string; readonly to: string; readonly measures: number},
): Promise<string> {
  const {client} = office;
  const {recipientId} = await admit(office, admitted, {...person, name: {...person.name, surname}});
  await tellDiagnosis(client, recipientId);
  const {id} = await client.plan.create({recipientId, copyFrom: null});
  const {stamp, signatures} = await client.plan.get({id});
  const dates = {...wholeDates, periodTo: to, reviewOn: to};
  const all = Array.from({length: measures}, () => ({...wholeMeasure(staff), dateTo: to}));
  const saved = await client.plan.save({id, seen: stamp, ...dates, measures: all, signatures});
  const filled = await client.plan.markFilled({id, seen: saved.stamp, filledOn: admitted});
  await client.plan.approve({id, seen: filled.stamp, approvedOn: admitted});
  return id;
}

/** Twenty people whose second quarter is due, and one whose plan is over; entered once for all tasks. */
async function furnishOnce(): Promise<void> {
  if (readdirSync(prepared).length > 0) return;
  const office = await openOffice(admitted, {folder: prepared, keepFolder: true});
  const staff = await furnish(office, 'temporary-stay');
  const planIds: string[] = [];
  for (let index = 0; index < people; index += 1) {
    const surname = `${surnames[index % surnames.length] ?? ''}${index < surnames.length ? '' : 'а'}`;
    planIds.push(await approvedPlan(office, staff, {surname, to: '2026-12-31', measures: 1}));
  }
  await approvedPlan(office, staff, {surname: withOldPlan.surname, to: planOver, measures: 3});
  office.at(firstRound);
  for (const planId of planIds) await closeUnchangedRound(office, staff, {planId, on: firstRound, reason});
  await office.client.facility.setSetupStep({step: 'done'});
  office.application.close();
}

/** Signed in, on Today. */
async function onToday(language: Language, task: (walker: Walker, actions: Actions) => Promise<void>): Promise<void> {
  await furnishOnce();
  const folder = mkdtempSync(join(tmpdir(), 'tirek-actions-'));
  cpSync(prepared, folder, {recursive: true});
  writeLanguage(folder, language);
  const opened = await startLoopback(folder, {now});
  try {
    const {page} = opened;
    await page.clock.install({time: now});
    const walker = new Walker(opened, 'temporary-stay', language, () => Promise.reject(new Error('nothing is saved')));
    await page.locator('form input[type="password"]').fill(password);
    await walker.press('Enter');
    await page.getByRole('navigation').waitFor();
    await page.locator('[data-line]').first().waitFor();
    await task(walker, new Actions(page));
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

/** As a person waits before typing: until the keyboard is there. */
async function keyboardIn(walker: Walker, target: Locator): Promise<void> {
  await target.waitFor();
  await expect.poll(() => walker.isIn(target), {timeout: 10_000}).toBe(true);
}

function record(task: string, {language}: Walker, actions: number, bound: number): void {
  counted.push({task, language, actions, most: bound});
  expect(actions, task).toBeLessThanOrEqual(bound);
}

test('a new recipient with the admission', async () => {
  await onToday('kk', async (walker, actions) => {
    const {page} = walker;
    const {fields} = appendix2.fields.rows;
    const name = {surname: 'Төлегенов', firstName: 'Қайрат', patronymic: 'Өмірұлы'};
    await actions.click(walker.button(journalText.newEntry));
    await keyboardIn(walker, walker.field(formText.surname));
    await actions.type(name.surname);
    await actions.press('Enter');
    await actions.type(name.firstName);
    await actions.press('Enter');
    await actions.type(name.patronymic);
    const iin = page.locator('[name="person.iin"]');
    await actions.click(iin);
    await actions.type(makeTestIin('1958-05-09', 'male', 7));
    await actions.press('Alt+Enter');
    await expect.poll(() => page.locator('[name="person.sex"]').inputValue(), {timeout: 10_000}).not.toBe('');
    await actions.click(walker.field(fields.phone.label));
    await actions.type('+7 701 000 00 02');
    await actions.press('Enter');
    await actions.type('Қызылорда, Абай көшесі, 2');
    await actions.click(walker.field(journalText.entry.category));
    await actions.click(page.getByRole('option', {name: walker.say(recipientCategoryNames['disabled-group-1-2'])}));
    await actions.click(page.getByRole('radio', {name: walker.say(journalText.entry.admit)}));
    await actions.click(walker.field(journalText.orderNumber));
    await actions.type('12-ж');
    await actions.press('Control+Enter');
    await page.getByRole('heading', {level: 1, name: fullName(name)}).waitFor();
    await walker.see(placementStatusNames.receiving);
    record('a new recipient with the admission', walker, actions.count, most.recipient);
  });
});

test('a new plan from the last one, ready for approval', async () => {
  await onToday('ru', async (walker, actions) => {
    const {page} = walker;
    const shoot = pictures(page, 'actions-plan');
    const due = page.locator('[data-line]').filter({hasText: walker.say(todayText.kinds['plan-draw-up'])});
    await actions.click(due.filter({hasText: fullName(withOldPlan)}));
    const copy = page.getByRole('button', {name: new RegExp(walker.say(planText.createCopy), 'u')});
    await keyboardIn(walker, copy);
    await actions.press('Enter');
    await keyboardIn(walker, page.locator('[name="periodFrom"]'));
    await actions.type('03.07.2026');
    await actions.click(walker.button(planText.yearFrom));
    await shoot('before');
    await actions.click(walker.button(planText.toAllMeasures));
    await shoot('dated');
    await walker.look('plan-dated');
    await actions.click(walker.button(planText.markFilled));
    await page.getByRole('dialog').waitFor();
    await actions.press('Enter');
    await page.getByRole('dialog').waitFor({state: 'hidden'});
    await walker.see(planText.noIssues);
    record('a new plan from the last one, ready for approval', walker, actions.count, most.plan);
  });
});

test('the quarterly round of twenty people, one after another', async () => {
  await onToday('kk', async (walker, actions) => {
    const {page} = walker;
    const shoot = pictures(page, 'actions-round');
    const begin = `${walker.say(todayText.start)}: ${walker.say(todayText.kinds['monitoring-due'])}`;
    await actions.click(page.getByRole('button', {name: new RegExp(`^${begin}`, 'u')}).first());
    let before = 0;
    let worst = 0;
    for (let left = people - 1; left >= 0; left -= 1) {
      await walker.see(monitoringText.progress(0, 8));
      await walker.button(monitoringText.allAsLast).waitFor();
      await actions.press('Alt+Shift+Enter');
      await walker.see(monitoringText.progress(8, 8));
      await actions.click(walker.button(monitoringText.close));
      await page.getByRole('dialog').waitFor();
      await actions.press('Enter');
      await walker.see(left === 0 ? monitoringText.noneLeft : monitoringText.left(left, false));
      if (left === people - 1 || left === 0) {
        await shoot(`next-${left}`);
      }
      if (left === people - 1) await walker.look('round-next');
      worst = Math.max(worst, actions.count - before);
      before = actions.count;
      // The keyboard is on the way to the next person; by its key one gets there from anywhere.
      const next = page.getByRole('button', {name: new RegExp(`^${walker.say(monitoringText.next(''))}`, 'u')});
      if (left === 0) break;
      await keyboardIn(walker, next);
      await actions.press(left % 2 === 0 ? 'Enter' : 'Alt+n');
    }
    record('a quarterly round without change, one person', walker, worst, most.round);
    record('a quarterly round without change, twenty people', walker, actions.count, most.rounds);
  });
});
