import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {transferStateNames} from '../../domain/record-value-words.ts';
import {must} from '../../domain/assert.ts';
import type {Language} from '../../domain/text.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {formText} from '../../renderer/text/form.ts';
import {problemText} from '../../renderer/text/problems.ts';
import {transferText} from '../../renderer/text/transfer.ts';
import {furnish, openOffice, password, type Office} from '../support/office.ts';
import {approvePlan} from '../support/plans.ts';
import {startLoopback} from '../support/start-loopback.ts';
import type {Opened} from '../support/opened.ts';
import {wholeTransfer} from '../support/transfers.ts';
import {Walker} from '../walk/walker.ts';
import {walkedIn} from '../walk/languages.ts';

/** A recipient handed over on the screen of one installation and taken over on that of another, by its file. */

const day = '2026-07-03T06:00:00Z';

async function installation(language: Language, fill: (office: Office) => Promise<string | null>) {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-transfer-'));
  const office = await openOffice('2026-02-02', {folder});
  const recipientId = await fill(office);
  await office.client.facility.setSetupStep({step: 'done'});
  await office.client.session.setLanguage({language});
  office.application.close();
  return {folder, recipientId};
}

async function walk(folder: string, language: Language, act: (walker: Walker, opened: Opened) => Promise<void>) {
  const opened = await startLoopback(folder, {now: day});
  try {
    const {page} = opened;
    await page.clock.setFixedTime(day);
    const walker = new Walker(opened, 'temporary-stay', language, async press => {
      const [download] = await Promise.all([page.waitForEvent('download'), press()]);
      return readFileSync(must(await download.path()));
    });
    await page.getByLabel(walker.say(signInText.password), {exact: true}).fill(password);
    await walker.press('Enter');
    await page.getByRole('main').waitFor();
    await act(walker, opened);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
}

test.each(walkedIn('ru'))('handed over and taken over, in %s', async language => {
  const from = await installation(language, async office => {
    const staff = await furnish(office, 'temporary-stay');
    await office.client.facility.linkAccount({staffId: staff.head});
    const {recipientId} = await approvePlan(office, staff);
    await office.client.file.open({recipientId, openedOn: '2026-02-02', cameFrom: null});
    return recipientId;
  });
  let file: Uint8Array = new Uint8Array();
  let passphrase = '';
  await walk(from.folder, language, async (walker, {page}) => {
    await page.evaluate(to => void (location.hash = to), paths.recipient(must(from.recipientId)));
    await walker.push(walker.button(transferText.handOver));
    const field = (words: (typeof transferText)['otherKk']) =>
      page.getByRole('textbox', {name: walker.say(words), exact: true});
    await field(transferText.otherKk).waitFor();
    await walker.look('transfer-begun');
    for (const [words, value] of [
      [transferText.otherKk, wholeTransfer.other.kk],
      [transferText.otherRu, wholeTransfer.other.ru],
      [transferText.dischargeOrder, '44-ж'],
      [transferText.dischargeOn, '01.07.2026'],
      [transferText.actNumber, '3'],
      [transferText.actOn, '01.07.2026'],
      [transferText.contractNumber, '17'],
      [transferText.contractOn, '02.02.2026'],
    ] as const) {
      await walker.reach(field(words));
      await page.keyboard.insertText(value);
    }
    await walker.push(walker.button(formText.save));
    const make = walker.button(transferText.makeFile);
    await make.waitFor();
    await expect.poll(() => make.isEnabled()).toBe(true);
    await walker.push(make);
    const save = walker.button(transferText.saveAndSend);
    await save.waitFor();
    await walker.look('transfer-sealed');
    passphrase = must(await page.locator('[data-passphrase]').textContent());
    file = await walker.take(() => walker.push(save));
    await page.getByText(walker.say(transferStateNames.sent)).waitFor();
    await walker.look('transfer-sent');
    await page.evaluate(to => void (location.hash = to), paths.transfers());
    await page.getByRole('table').waitFor();
    await walker.look('transfers');
  });

  const to = await installation(language, async office => {
    await furnish(office, 'temporary-stay');
    return null;
  });
  const stick = join(to.folder, 'received.tirek');
  await walk(to.folder, language, async (walker, {page}) => {
    await page.evaluate(where => void (location.hash = where), paths.transfers());
    await walker.push(page.getByRole('link', {name: walker.say(transferText.openFile)}));
    const input = page.locator('input[type=file]');
    const typed = page.getByRole('textbox', {name: walker.say(transferText.passphrase)});

    // A copy that is cut gets its message, and the whole file is opened after it.
    writeFileSync(stick, file.subarray(0, 1_000));
    await input.setInputFiles(stick);
    await walker.reach(typed);
    await page.keyboard.insertText(passphrase);
    await walker.push(walker.button(transferText.open));
    await page.getByText(walker.say(problemText['transfer-file-damaged'])).waitFor();
    await walker.look('transfer-damaged');
    writeFileSync(stick, file);
    await input.setInputFiles(stick);
    await walker.push(walker.button(transferText.open));
    const accept = walker.button(transferText.accept);
    await accept.waitFor();
    await walker.look('transfer-arrival');
    await walker.push(accept);
    await page.getByRole('dialog').waitFor();
    await walker.look('transfer-accept');
    await page
      .getByRole('dialog')
      .getByRole('button', {name: walker.say(transferText.accept), exact: true})
      .click();
    await page.getByRole('heading', {name: 'Әбдіғаппарұлы Өркен Һасенғалиұлы'}).waitFor();
    await page.getByRole('link', {name: language === 'kk' ? '«Тірек» орталығы' : 'Центр «Тирек»'}).click();
    await page.getByText(walker.say(transferStateNames.accepted)).waitFor();
    await walker.look('transfer-accepted');
    // What came is read page by page, as it came.
    await page.getByRole('link', {name: walker.say(transferText.print)}).click();
    await page.getByRole('figure').first().waitFor();
  });
});
