import {cpSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import type {Text} from '../../domain/text.ts';
import {writeLanguage} from '../../electron/host/preferences.ts';
import {frameText} from '../../renderer/text/frame.ts';
import {paperText} from '../../renderer/text/paper.ts';
import {printingText} from '../../renderer/text/printing.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {Actions} from '../support/actions.ts';
import {admit, furnish, openOffice, password, person} from '../support/office.ts';
import {tellDiagnosis, wholeDates, wholeMeasure} from '../support/plans.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {Walker} from '../walk/walker.ts';
import {walkedIn} from '../walk/languages.ts';

/** Twenty plans are printed: how many clicks and keys it takes from Today to the system's own print dialogue. */

const people = 20;
/** From Today: the section, everybody, print, print. */
const mostActions = 4;

const prepared = mkdtempSync(join(tmpdir(), 'tirek-printing-'));
const surnames = 'Әбенов Бөкенов Ғалиев Ділдаев Ерғалиев Жүнісов Зейнолла Ибраев Қасымов Мұратов'.split(' ');

/** Twenty people with approved plans, entered once for both languages. */
async function furnishOnce(): Promise<void> {
  if (readdirSync(prepared).length > 0) return;
  const office = await openOffice('2026-02-02', {folder: prepared, keepFolder: true});
  const {client} = office;
  const staff = await furnish(office, 'temporary-stay');
  await client.facility.linkAccount({staffId: staff.head});
  for (let index = 0; index < people; index += 1) {
    const surname = `${surnames[index % surnames.length] ?? ''}${index < surnames.length ? '' : 'а'}`;
    const {recipientId} = await admit(office, '2026-02-02', {...person, name: {...person.name, surname}});
    await tellDiagnosis(client, recipientId);
    const {id} = await client.plan.create({recipientId, copyFrom: null});
    const plan = await client.plan.get({id});
    const measures = [wholeMeasure(staff)];
    const saved = await client.plan.save({id, seen: plan.stamp, ...wholeDates, measures, signatures: plan.signatures});
    const {stamp} = await client.plan.markFilled({id, seen: saved.stamp, filledOn: '2026-02-02'});
    await client.plan.approve({id, seen: stamp, approvedOn: '2026-02-02'});
  }
  await client.facility.setSetupStep({step: 'done'});
  office.application.close();
}

afterAll(() => rmSync(prepared, {recursive: true, force: true}));

test.each(walkedIn('kk'))('twenty plans in a pile, in %s', async language => {
  await furnishOnce();
  const folder = mkdtempSync(join(tmpdir(), 'tirek-printing-'));
  cpSync(prepared, folder, {recursive: true});
  writeLanguage(folder, language);
  const opened = await startLoopback(folder, {now: '2026-02-03T06:00:00Z'});
  const {page} = opened;
  const actions = new Actions(page);
  try {
    await page.clock.setFixedTime('2026-02-03T06:00:00Z');
    await page.addInitScript(() => {
      // The dialogue is the system's: that it opens is all that can be seen from here.
      window.print = () => {
        document.documentElement.dataset['printed'] = String(document.querySelectorAll('.paper-sheets img').length);
        window.dispatchEvent(new Event('afterprint'));
      };
    });
    await page.reload();
    const say = (words: Text): string => words[language];
    const walker = new Walker(opened, 'temporary-stay', language, () => Promise.reject(new Error('nothing is saved')));
    await page.getByLabel(say(signInText.password), {exact: true}).fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('main').waitFor();

    await actions.click(page.getByRole('link', {name: say(frameText.papers), exact: true}));
    const all = page.getByRole('checkbox', {name: say(printingText.selectAll)});
    await actions.click(all);
    await page.getByText(say(printingText.chosen(people, people))).waitFor();
    await walker.look('printing');
    await actions.click(walker.button(printingText.print));
    await page.getByRole('figure').first().waitFor({timeout: 60_000});
    await actions.press('Control+p');
    await page.locator('html[data-printed]').waitFor({state: 'attached', timeout: 60_000});
    const printed = Number(await page.locator('html').getAttribute('data-printed'));
    expect(printed).toBeGreaterThanOrEqual(people);
    process.stdout.write(
      `actions for a printed pile of ${people} plans, ${language}: ${actions.count} (${printed} pages)\n`,
    );
    expect(actions.count).toBeLessThanOrEqual(mostActions);

    await page.goBack();
    await page.getByText(say(printingText.made(people, printed))).waitFor();
    await page
      .getByText(say(printingText.printedOn('2026-02-03')))
      .first()
      .waitFor();
    await walker.look('printing-made');
    await page.getByRole('link', {name: say(printingText.register), exact: true}).click();
    await page.getByText(say(printingText.total(people))).waitFor();
    await walker.look('print-register');
    await page
      .getByRole('link', {name: new RegExp(`^${say({kk: 'Жеке жоспар', ru: 'Индивидуальный план'})}`, 'u')})
      .first()
      .click();
    await page.getByRole('heading', {name: say(paperText.title)}).waitFor();
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
    rmSync(folder, {recursive: true, force: true});
  }
});
