import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {queueProblemWords} from '../../domain/queue-words.ts';
import {formText} from '../../renderer/text/form.ts';
import {journalText} from '../../renderer/text/journal.ts';
import {portalText} from '../../renderer/text/portal.ts';
import {queueText} from '../../renderer/text/queue.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {Walker} from '../walk/walker.ts';

/** The queue and the portal's sheet in a real browser: a place offered, postponed too far and rightly, a row marked. */

const now = '2026-06-01T12:00:00Z';

test('a place is offered and postponed; rows are typed into the portal, and a change is listed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-queue-'));
  const opened = await startLoopback(folder, {now});
  onTestFinished(async () => {
    await opened.close();
    rmSync(folder, {recursive: true, force: true});
  });
  const {page} = opened;
  await page.clock.setFixedTime(now);
  const walker = new Walker(opened, 'semi-stationary', 'ru', async press => {
    const [download] = await Promise.all([page.waitForEvent('download'), press()]);
    return readFileSync(must(await download.path()));
  });
  const call = async (area: string, name: string, input: unknown): Promise<unknown> =>
    page.evaluate(
      async ([path, body]) => {
        const headers = {'content-type': 'application/json'};
        const response = await fetch(String(path), {method: 'POST', headers, body: String(body)});
        const reply = (await response.json()) as {ok: boolean; value: unknown};
        if (!reply.ok) throw new Error(JSON.stringify(reply));
        return reply.value;
      },
      [`/call/${area}/${name}`, JSON.stringify({input, commandId: crypto.randomUUID()})],
    );
  await call('session', 'setLanguage', {language: 'ru'});
  await call('session', 'createAccount', {name: 'Басшы', password: 'ұзын құпия сөйлем'});
  const facility = {name: {kk: 'Үміт', ru: 'Умит'}, place: {kk: 'Қарағанды', ru: 'Караганда'}, headStaffId: null};
  await call('facility', 'save', {seen: null, type: 'semi-stationary', ...facility});
  await call('facility', 'setSetupStep', {step: 'done'});
  for (const [surname, day, programmeTo] of [
    ['Оспанова', '2026-01-12', '2026-05-01'],
    ['Әбдіғаппарұлы', '2026-01-15', '2027-02-01'],
  ]) {
    const person = {
      name: {surname, firstName: 'Әлия', patronymic: 'Һасенғалиқызы'},
      bornOn: '1951-04-17',
      sex: 'female',
      iin: null,
      iinOverrideReason: null,
      category: 'elderly',
      address: 'Қарағанды, Абай көшесі, 1',
      phone: '+7 701 000 00 01',
      programmeFrom: null,
      programmeTo,
    };
    const event = {kind: 'queued', happenedOn: day, orderNumber: null, reason: null, destination: null};
    await call('journal', 'enter', {journalId: null, recipientId: null, person, event});
  }
  await page.evaluate(to => void (location.hash = to), paths.queue());
  await page.reload();

  const row = (surname: string) => page.getByRole('row', {name: new RegExp(surname, 'u')});
  const shot = async (name: string): Promise<void> => {
    if (process.env['SHOTS'] !== undefined) await page.screenshot({path: join(process.env['SHOTS'], `${name}.png`)});
  };
  await row('Оспанова').waitFor();
  await walker.look('queue');
  await shot('queue');
  const dialog = page.getByRole('dialog');
  await row('Оспанова').getByRole('button').first().click();
  await walker.field(journalText.until.called, dialog).fill('10.06.2026');
  await shot('queue-call');
  await walker.button(formText.save, dialog).click();
  await dialog.waitFor({state: 'hidden'});
  await row('Оспанова').getByText(walker.say(queueText.states.called)).waitFor();

  await row('Оспанова').getByRole('button').last().click();
  await page.getByRole('menuitem', {name: walker.say(journalText.actions.postponed)}).click();
  await walker.field(journalText.until.postponed, dialog).fill('21.06.2026');
  await walker.button(formText.save, dialog).click();
  await dialog.getByText(walker.say(queueProblemWords['postponed-too-far'])).first().waitFor();
  await shot('queue-postpone');
  await walker.field(journalText.until.postponed, dialog).fill('20.06.2026');
  await walker.button(formText.save, dialog).click();
  await dialog.waitFor({state: 'hidden'});
  await row('Оспанова').getByText('20.06.2026').waitFor();
  await shot('queue-called');

  await walker.button(portalText.short).click();
  await row('Әбдіғаппарұлы').waitFor();
  await page.getByRole('checkbox', {name: walker.say(portalText.chooseAll)}).check();
  await walker.look('portal');
  await shot('portal');
  await walker.button(portalText.mark(2)).click();
  await dialog.getByRole('button', {name: walker.say(portalText.markTitle)}).click();
  await page.getByText(walker.say(portalText.empty['not-entered'])).waitFor();

  const people = (await call('recipient', 'search', {text: 'Оспанова', limit: 1})) as {recipientId: string}[];
  const card = (await call('recipient', 'get', {id: must(people[0]).recipientId})) as Record<string, unknown>;
  const {stamp, placements: _p, events: _e, fileNumber: _f, plans: _pl, ...facts} = card;
  await call('recipient', 'save', {...facts, seen: stamp, address: 'Арал қаласы, 5'});
  await page.reload();
  await page.getByText(walker.say(portalText.filters.changed)).click();
  await page.getByText(walker.say(portalText.before('Қарағанды, Абай көшесі, 1'))).waitFor();
  await walker.look('portal-changed');
  await shot('portal-changed');
  // Arrows go from cell to cell; what would be copied is the words alone.
  await page.locator('[data-cell="0:4"]').focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => String(getSelection()))).toBe('Арал қаласы, 5');
  const file = await walker.take(() => walker.button(portalText.exportCsv).click());
  expect(new TextDecoder().decode(file)).toContain("Арал қаласы, 5;'+7 701");
  expect(opened.errors).toEqual([]);
});
