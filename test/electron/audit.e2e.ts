import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {auditAction, auditKindNames} from '../../domain/audit-words.ts';
import {must} from '../../domain/assert.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {auditText} from '../../renderer/text/audit.ts';
import {Walker} from '../walk/walker.ts';
import {Killable, who} from '../support/killable.ts';
import {event, nobody} from '../support/office.ts';
import {walkedIn} from '../walk/languages.ts';

/** Look through the audit, filter it, verify it, print its end; what was looked at stands in it. */

test.each(walkedIn('kk'))('the audit on the screen: %s', async language => {
  const desk = await Killable.start(language);
  const {page} = desk;
  const say = desk.say.bind(desk);
  await desk.call('session', 'setLanguage', {language});
  await desk.call('session', 'createAccount', who);
  await desk.call('facility', 'save', {
    seen: null,
    type: 'temporary-stay',
    name: {kk: 'Үміт', ru: 'Умит'},
    place: {kk: 'Қарағанды', ru: 'Караганда'},
    headStaffId: null,
  });
  await desk.call('facility', 'setSetupStep', {step: 'done'});
  const {recipientId} = (await desk.call('journal', 'enter', {
    journalId: null,
    recipientId: null,
    person: {...nobody, name: {surname: 'Әбдіғаппарұлы', firstName: 'Өркен', patronymic: null}},
    event: event('admitted', '2026-02-03'),
  })) as {recipientId: string};
  await page.reload();
  await desk.go(paths.recipient(recipientId));
  await page.getByRole('heading', {name: 'Әбдіғаппарұлы Өркен'}).first().waitFor();

  await desk.go(paths.settings('audit'));
  const rows = page.getByRole('table', {name: say(auditText.list)}).getByRole('row');
  const line = (what: string) => rows.filter({hasText: say(auditAction(what))});
  await line('recipient.get').getByRole('link', {name: 'Әбдіғаппарұлы Өркен'}).waitFor();
  await line('recipient.get').getByText(who.name).waitFor();
  await line('journal.enter').waitFor();

  await desk.field(auditText.kind).click();
  await page.getByRole('option', {name: say(auditKindNames.session), exact: true}).click();
  await line('session.createAccount').waitFor();
  expect(await line('journal.enter').count()).toBe(0);

  await desk.button(auditText.verify).click();
  await page
    .getByRole('status')
    .filter({hasText: say(auditText.whole(0, '', '')).split(':')[0]})
    .waitFor();

  const download = page.waitForEvent('download');
  await desk.button(auditText.print).click();
  const file = await (await download).path();
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');

  const walker = new Walker(
    {host: 'loopback', page, errors: [], close: () => Promise.resolve()},
    'temporary-stay',
    language,
    () => Promise.reject(new Error('nothing is saved here')),
  );
  await walker.look('audit');
  await page.emulateMedia({colorScheme: 'dark'});
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor({state: 'attached'});
  await walker.look('audit-dark');
  expect(must(await rows.first().textContent())).toContain(say(auditText.time));
});
