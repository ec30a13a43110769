import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {expect, onTestFinished, test} from 'vitest';
import {fullName} from '../../domain/person.ts';
import type {Language} from '../../domain/text.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {duplicatesText, mergeFactNames} from '../../renderer/text/duplicates.ts';
import {formText} from '../../renderer/text/form.ts';
import {journalText} from '../../renderer/text/journal.ts';
import {recipientText} from '../../renderer/text/recipient.ts';
import {searchText} from '../../renderer/text/search.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {admit, event, furnish, nobody, openOffice, password, type Office} from '../support/office.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {Walker} from '../walk/walker.ts';
import {walkedIn} from '../walk/languages.ts';

/** A person entered twice, in a real browser, by keyboard. */

const now = '2026-03-02T06:00:00Z';
const {entry} = journalText;
const name = {surname: 'Оспанова', firstName: 'Әлия', patronymic: 'Қайратқызы'};
const again = {surname: 'Оспанова', firstName: 'Алия', patronymic: null};

/** An office with its facts, opened in the browser and signed in. */
async function walk(
  language: Language,
  fill: (office: Office) => Promise<void>,
): Promise<{walker: Walker; page: Page}> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-duplicates-'));
  const office = await openOffice('2026-02-02', {folder});
  const staff = await furnish(office, 'stationary');
  await office.client.facility.linkAccount({staffId: staff.head});
  await fill(office);
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
  await page.getByLabel(walker.say(signInText.password), {exact: true}).fill(password);
  await walker.press('Enter');
  await page.getByRole('main').waitFor();
  return {walker, page};
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(to => void (location.hash = to), path);
}

test.each(walkedIn('kk'))('found in the list, compared, merged, and taken back: %s', async language => {
  let [first, second] = ['', ''];
  const {walker, page} = await walk(language, async office => {
    const born = '1980-05-03';
    const phones = ['+7 701 000 00 01', '+7 702 000 00 02'] as const;
    first = (await admit(office, '2026-02-01', {...nobody, name, bornOn: born, phone: phones[0]})).recipientId;
    second = (
      await admit(office, '2026-02-02', {
        ...nobody,
        name: again,
        bornOn: born,
        phone: phones[1],
        address: 'Орал, Абай, 1',
      })
    ).recipientId;
    for (const recipientId of [first, second]) {
      await office.client.file.open({recipientId, openedOn: '2026-02-02', cameFrom: null});
    }
  });
  await goTo(page, paths.people());
  await walker.push(walker.button(searchText.duplicates));
  await walker.see(duplicatesText.left(1));
  await walker.look('duplicates');
  const names = [fullName(name), fullName(again)];
  const [one = '', other = ''] = first < second ? names : names.toReversed();
  await walker.push(walker.button(duplicatesText.comparePair(one, other)));
  await walker.see(duplicatesText.twoFiles);
  await walker.look('compare');
  await walker.pick(
    page.getByRole('radiogroup', {name: walker.say(duplicatesText.keep)}),
    `${walker.say(first < second ? duplicatesText.keepFirst : duplicatesText.keepSecond)}: ${fullName(name)}`,
  );
  // The phone of the entry that goes.
  const choice = walker.say(duplicatesText.choose(mergeFactNames.phone));
  await walker.pick(
    page.getByRole('row').filter({hasText: walker.say(mergeFactNames.phone)}),
    `${choice}: +7 702 000 00 02`,
  );
  await walker.push(walker.button(duplicatesText.merge));
  await walker.push(walker.button(duplicatesText.mergeYes));
  await page.getByRole('heading', {level: 1, name: fullName(name), exact: true}).waitFor();
  await walker.see(duplicatesText.openRows([1, 2]));
  await walker.look('recipient-merged');
  // The old address leads to whoever is kept.
  await goTo(page, paths.file(second));
  await page.waitForURL(url => url.hash === `#${paths.file(first)}`);
  await goTo(page, paths.recipient(second));
  await page.waitForURL(url => url.hash === `#${paths.recipient(first)}`);

  const undo = walker.button(duplicatesText.undo);
  await undo.waitFor();
  await walker.push(undo);
  await walker.push(walker.button(duplicatesText.undoYes));
  await undo.waitFor({state: 'hidden'});
  await goTo(page, paths.duplicates());
  await walker.see(duplicatesText.left(1));
  await walker.push(walker.button(duplicatesText.twoPeoplePair(one, other)));
  await walker.see(duplicatesText.dismissed(1));
  await walker.see(duplicatesText.noneTitle);
});

test('a card that comes to resemble another says so, and leads to the comparison', async () => {
  let [first, second] = ['', ''];
  const {walker, page} = await walk('ru', async office => {
    first = (await admit(office, '2026-02-01', {...nobody, name, bornOn: '1980-05-03'})).recipientId;
    second = (await admit(office, '2026-02-01', {...nobody, name: {...again, surname: 'Ким'}, bornOn: '1980-05-03'}))
      .recipientId;
  });
  await goTo(page, paths.recipient(second));
  await page.getByRole('tab', {name: walker.say(recipientText.person)}).click();
  await walker.fill(walker.field(formText.surname), name.surname);
  const compare = page.getByRole('button', {name: `${walker.say(duplicatesText.compare)}: ${fullName(name)}`});
  await compare.waitFor();
  await walker.look('recipient-like-another');
  await walker.push(compare);
  await page.waitForURL(url => url.hash === `#${paths.compare(second, first)}`);
});

test('what one is about to choose stays where it is, whatever is answered meanwhile', async () => {
  const {walker, page} = await walk('kk', async () => undefined);
  const call = async (area: string, what: string, input: unknown): Promise<Record<string, string>> =>
    page.evaluate(
      async ([path, body]) => {
        const headers = {'content-type': 'application/json'};
        const response = await fetch(String(path), {method: 'POST', headers, body: String(body)});
        const reply = (await response.json()) as {ok: boolean; value: Record<string, string>};
        if (!reply.ok) throw new Error(JSON.stringify(reply));
        return reply.value;
      },
      [`/call/${area}/${what}`, JSON.stringify({input, commandId: crypto.randomUUID()})],
    );
  const enter = async () => {
    const {placementId} = await call('journal', 'enter', {
      journalId: null,
      recipientId: null,
      person: {...nobody, name: {...name, patronymic: null}},
      event: event('queued', '2026-02-01', null),
    });
    await call('journal', 'record', {placementId, event: event('withdrawn', '2026-02-02', null)});
  };
  const known = `${walker.say(entry.samePerson)}: ${fullName({...name, patronymic: null})}`;
  const type = async (surname: string, firstName: string) => {
    await walker.fill(walker.field(formText.surname), surname);
    await walker.press('Enter');
    await walker.type(firstName);
  };
  const typeName = async () => type(name.surname, name.firstName);
  /** That nobody is known of this name, or who is, has been answered and drawn. */
  const answered = async (act: () => Promise<void>) => {
    const answer = page.waitForResponse(
      response =>
        (response.request().postData() ?? '').includes(name.firstName) &&
        response.url().includes('/call/') &&
        !response.url().includes('/draft/'),
    );
    await act();
    await (await answer).finished();
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
  };
  await goTo(page, paths.newEntry());
  await walker.field(formText.surname).waitFor();
  await answered(typeName);
  expect(await page.getByRole('button', {name: known}).count()).toBe(0);
  await type('', '');
  // Meanwhile, at another table, somebody of this name is entered. That nobody is known of it the page remembers yet.
  await goTo(page, paths.today());
  await walker.field(formText.surname).waitFor({state: 'hidden'});
  await enter();
  await goTo(page, paths.newEntry());
  await walker.field(formText.surname).waitFor();
  await page.evaluate(label => {
    const isIt = (node: Node) =>
      node instanceof Element &&
      (node.matches(`[aria-label="${label}"]`) || node.querySelector(`[aria-label="${label}"]`) !== null);
    const counts = {gone: 0};
    new MutationObserver(changes => {
      counts.gone += changes.flatMap(change => [...change.removedNodes]).filter(isIt).length;
    }).observe(document.body, {childList: true, subtree: true});
    Object.assign(globalThis, {counts});
  }, known);
  const gone = async () => page.evaluate(() => (globalThis as unknown as {counts: {gone: number}}).counts.gone);
  await answered(typeName);
  const button = page.getByRole('button', {name: known});
  await button.waitFor();
  expect(await gone()).toBe(0);
  // With the keyboard on it another one of that name comes, and stands first in the answer.
  await walker.reach(button);
  await answered(enter);
  expect(await walker.isIn(button)).toBe(true);
  await walker.press('Enter');
  await walker.see(entry.chosen);
});
