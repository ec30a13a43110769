import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {formatDate} from '../../domain/dates.ts';
import {makeTestIin} from '../../domain/iin.ts';
import {starterMeasures} from '../../domain/phrases/starter-measures.ts';
import {serviceTypeNames, sexNames} from '../../domain/vocabulary.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {formText} from '../../renderer/text/form.ts';
import {groupText} from '../../renderer/text/group-measure.ts';
import {monitoringText} from '../../renderer/text/monitoring.ts';
import {phraseText} from '../../renderer/text/phrase.ts';
import {planText} from '../../renderer/text/plan.ts';
import {todayText} from '../../renderer/text/today.ts';
import {appendix4} from '../../templates/editions/308-2022/appendix-4.ts';
import {Actions} from '../support/actions.ts';
import {admit, furnish, openOffice, password, person} from '../support/office.ts';
import {pictures} from '../support/pictures.ts';
import {approvePlan} from '../support/plans.ts';
import {closeUnchangedRound} from '../support/rounds.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {Walker} from '../walk/walker.ts';
import {walkedIn} from '../walk/languages.ts';

/** Typing less: a quarter without change, phrases in a plan, one measure for many, what an IIN says. */

const now = '2026-07-02T06:00:00Z';
const first = '2026-03-31';
const reason = 'Жай-күйі бұрынғыдай.';
const measureLabel = appendix4.fields.services.fields.measures.fields.text.label;

test.each(walkedIn('ru'))('what need not be typed, in %s', async language => {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-typing-'));
  const office = await openOffice(first, {folder});
  const staff = await furnish(office, 'temporary-stay');
  const approved = await approvePlan(office, staff);
  await closeUnchangedRound(office, staff, {planId: approved.planId, on: first, reason});
  const other = {...person, name: {...person.name, surname: 'Дәулет'}, bornOn: null};
  const {recipientId} = await admit(office, '2026-02-02', other);
  const {id: planId} = await office.client.plan.create({recipientId, copyFrom: null});
  await office.client.facility.setSetupStep({step: 'done'});
  await office.client.session.setLanguage({language});
  office.application.close();

  const opened = await startLoopback(folder, {now});
  try {
    const {page} = opened;
    await page.clock.install({time: now});
    const walker = new Walker(opened, 'temporary-stay', language, () => Promise.reject(new Error('nothing is saved')));
    const shoot = pictures(page, `typing-${language}`);
    const go = (path: string) => page.evaluate(to => void (location.hash = to), path);
    await page.locator('form input[type="password"]').fill(password);
    await walker.press('Enter');
    await page.getByRole('navigation').waitFor();

    // A quarter without change, from Today to the journal.
    const actions = new Actions(page);
    const due = page.locator('[data-line]').filter({hasText: walker.say(todayText.kinds['monitoring-due'])});
    await actions.click(due.first());
    const begin = walker.button(monitoringText.begin);
    await begin.waitFor();
    await expect.poll(() => walker.isIn(begin)).toBe(true);
    await actions.press('Enter');
    await walker.button(monitoringText.allAsLast).waitFor();
    await walker.see({kk: reason, ru: reason}, page.locator('.round-row').nth(7));
    await shoot('round-beside-last');
    await walker.look('round-beside-last');
    await actions.press('Alt+Shift+Enter');
    await walker.see(monitoringText.progress(8, 8));
    await shoot('round-as-last');
    await actions.click(walker.button(monitoringText.close));
    await page.getByRole('dialog').waitFor();
    await actions.press('Enter');
    await walker.see(monitoringText.closedDone);
    console.log(`a quarterly round without change, from Today to the journal: ${actions.count} actions (${language})`);
    expect(actions.count).toBeLessThanOrEqual(5);
    expect(await page.getByText(reason).count()).toBeGreaterThanOrEqual(8);

    // A phrase is offered while one types a part of it, and taken; all are shown by Ctrl+Space.
    await go(paths.plan(recipientId, planId));
    await walker.button(planText.addMeasureTo(serviceTypeNames.everyday)).click();
    const measure = walker.field(measureLabel);
    const bathing = walker.say(must(starterMeasures.everyday['bathing']));
    await measure.pressSequentially(bathing.slice(2, 8).toLowerCase());
    const offered = page.getByRole('listbox', {name: walker.say(phraseText.offered)}).getByRole('option');
    await expect.poll(() => offered.allInnerTexts()).toEqual([bathing]);
    // Nothing is chosen yet: the keys are those of the text.
    await walker.press('Escape');
    await expect.poll(() => offered.count()).toBe(0);
    await walker.press('Control+Space');
    await expect.poll(() => measure.getAttribute('aria-activedescendant')).not.toBe(null);
    await shoot('phrases');
    await walker.look('phrases');
    await walker.press('Tab');
    await expect.poll(() => measure.inputValue()).toBe(bathing);
    await measure.fill('Көктемгі бақта серуендеу');
    await walker.press('Control+Space');
    await page.getByRole('option', {name: walker.say(phraseText.keep('Көктемгі бақта серуендеу'))}).click();
    await walker.see(phraseText.kept);
    await measure.pressSequentially('.');

    // The same measure for others: who can have it is seen first, and it is taken back.
    await page.getByRole('button', {name: new RegExp(walker.say(groupText.share), 'u')}).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox').last().check();
    await shoot('group');
    await walker.look('group');
    await walker.button(groupText.add(1), dialog).click();
    await walker.see(groupText.added(1, 1));
    await walker.button(groupText.takeBack, dialog).click();
    await walker.see(groupText.takenBack(1, 0));
    await dialog
      .getByRole('button', {name: walker.say(formText.close), exact: true})
      .last()
      .click();

    await go(paths.settings('phrases'));
    await page.getByRole('row').filter({hasText: 'Көктемгі бақта серуендеу'}).waitFor();
    await shoot('settings');
    await walker.look('settings-phrases');

    // What the IIN says is put where nothing is, by one key, and never over what is there.
    await go(paths.newEntry());
    const iin = makeTestIin('1958-05-09', 'male', 7);
    const born = page.locator('[name="person.bornOn"]');
    await page.locator('[name="person.iin"]').fill(iin);
    await walker.see(formText.iinOffers([formText.iinBorn('09.05.1858'), formText.iinSex(sexNames.male)]));
    expect(await born.inputValue()).toBe('');
    await shoot('iin');
    await page.locator('[name="person.iin"]').press('Alt+Enter');
    await expect.poll(() => born.inputValue()).toBe(formatDate('1858-05-09'));
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
});
