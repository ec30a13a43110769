import {PDFDocument} from '@cantoo/pdf-lib';
import {mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import type {Text} from '../../domain/text.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {attachmentText} from '../../renderer/text/attachment.ts';
import {formText} from '../../renderer/text/form.ts';
import {paperText} from '../../renderer/text/paper.ts';
import {problemText} from '../../renderer/text/problems.ts';
import {recipientText} from '../../renderer/text/recipient.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {admit, furnish, openOffice, password} from '../support/office.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {Walker} from '../walk/walker.ts';
import {walkedIn} from '../walk/languages.ts';

/** Scans on the screen: a photograph and a PDF are added, looked at, saved, named and taken away. */

const pixels = {width: 3_000, height: 2_000};

/** What a camera makes: larger than what is kept. */
async function photograph(page: Page): Promise<Buffer> {
  const url = await page.evaluate(({width, height}) => {
    const canvas = Object.assign(document.createElement('canvas'), {width, height});
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    for (let row = 0; row < height; row += 20) {
      context.fillStyle = `hsl(${row % 360} 60% ${70 + (row % 25)}%)`;
      context.fillRect(0, row, width, 20);
    }
    context.fillStyle = '#111';
    context.font = '160px sans-serif';
    context.fillText('Анықтама № 17', 300, 1000);
    return canvas.toDataURL('image/jpeg', 0.98);
  }, pixels);
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

async function twoPages(): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (const number of [1, 2]) document.addPage([595, 842]).drawText(`Sheet ${number}`, {x: 80, y: 700, size: 40});
  return Buffer.from(await document.save());
}

test.each(walkedIn('kk'))('a photograph and a PDF are added, viewed and taken away, in %s', async language => {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-scans-'));
  const office = await openOffice('2026-02-02', {folder});
  const staff = await furnish(office, 'temporary-stay');
  await office.client.facility.linkAccount({staffId: staff.head});
  const {recipientId} = await admit(office, '2026-02-02');
  await office.client.file.open({recipientId, openedOn: '2026-02-02', cameFrom: null});
  const {documents} = await office.client.attachment.list({recipientId});
  await office.client.facility.setSetupStep({step: 'done'});
  await office.client.session.setLanguage({language});
  office.application.close();

  const opened = await startLoopback(folder, {now: '2026-02-03T06:00:00Z'});
  try {
    const {page} = opened;
    await page.clock.setFixedTime('2026-02-03T06:00:00Z');
    const walker = new Walker(opened, 'temporary-stay', language, async press => {
      const [download] = await Promise.all([page.waitForEvent('download'), press()]);
      return readFileSync(must(await download.path()));
    });
    const say = (words: Text) => walker.say(words);
    await page.getByLabel(say(signInText.password), {exact: true}).fill(password);
    await walker.press('Enter');
    await page.getByRole('main').waitFor();
    await page.evaluate(to => void (location.hash = to), paths.recipient(recipientId));
    await page.getByRole('tab', {name: say(recipientText.papers), exact: true}).click();
    await page.getByText(say(attachmentText.none)).waitFor();
    await walker.look('scans-none');

    const jpeg = await photograph(page);
    const pdf = await twoPages();
    const choose = page.locator('input[type=file]');
    await choose.setInputFiles([
      {name: 'Анықтама.jpg', mimeType: 'image/jpeg', buffer: jpeg},
      {name: 'Қорытынды.pdf', mimeType: 'application/pdf', buffer: pdf},
      {name: 'hello.pdf', mimeType: 'application/pdf', buffer: Buffer.from('hello')},
      {name: 'broken.jpg', mimeType: 'image/jpeg', buffer: jpeg.subarray(0, 30)},
    ]);
    const notAdded = page.getByRole('alert').filter({hasText: say(attachmentText.notAdded)});
    await notAdded.getByText(`hello.pdf: ${say(problemText['attachment-type'])}`).waitFor();
    await notAdded.getByText(`broken.jpg: ${say(attachmentText.damaged)}`).waitFor();
    const table = page.getByRole('table', {name: say(attachmentText.title)});
    // What was not added is said at once; the list is asked for anew.
    await expect.poll(() => table.getByRole('row').count()).toBe(3);
    await expect.poll(() => table.getByText(say(attachmentText.here)).count()).toBe(2);
    await walker.look('scans');

    // Dropped once more: the same file of the same person is not kept twice.
    const dropped = await page.evaluateHandle(
      bytes => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(bytes)], 'again.pdf', {type: 'application/pdf'}));
        return transfer;
      },
      [...pdf],
    );
    await page.getByText(say(attachmentText.drop)).dispatchEvent('drop', {dataTransfer: dropped});
    await notAdded.getByText(`again.pdf: ${say(problemText['attachment-twice'])}`).waitFor();

    await page.getByRole('link', {name: 'Анықтама', exact: true}).click();
    const picture = page.getByRole('img', {name: 'Анықтама'});
    await picture.waitFor();
    await page.waitForFunction(() => (document.querySelector('img')?.naturalWidth ?? 0) > 0);
    const size = await picture.evaluate(image => {
      const {naturalWidth, naturalHeight} = image as HTMLImageElement;
      return [naturalWidth, naturalHeight];
    });
    expect(size).toEqual([2_000, 1_333]);
    await walker.look('scan-picture');
    const kept = await walker.take(() => walker.push(walker.button(attachmentText.save)));
    expect([...kept.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    expect(kept.length).toBeLessThan(jpeg.length);
    await walker.push(walker.button(paperText.back));

    await page.getByRole('link', {name: 'Қорытынды', exact: true}).click();
    await page.getByRole('figure', {name: say(paperText.pageOf(1, 2))}).waitFor();
    await page.getByText('Sheet 1').waitFor({state: 'attached'});
    await walker.look('scan-pdf');
    // A PDF is kept as it is.
    expect(Buffer.compare(await walker.take(() => walker.push(walker.button(attachmentText.save))), pdf)).toBe(0);
    await walker.push(walker.button(paperText.back));

    await page.getByRole('button', {name: say(attachmentText.editOf('Қорытынды'))}).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', {name: say(attachmentText.name)}).fill('Дәрігердің қорытындысы');
    await dialog.getByRole('combobox', {name: say(attachmentText.document)}).click();
    const line = must(documents[1]).title;
    await page.getByRole('option', {name: line, exact: true}).click();
    await walker.look('scan-edit');
    await dialog.getByRole('button', {name: say(formText.save), exact: true}).click();
    await table.getByText(line).waitFor();
    await walker.look('scans-named');

    await page.getByRole('button', {name: say(attachmentText.removeOf('Анықтама'))}).click();
    await page
      .getByRole('dialog')
      .getByText(say(attachmentText.removeQuestion('Анықтама')))
      .waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button', {name: say(attachmentText.removeYes), exact: true})
      .click();
    await page.getByRole('link', {name: 'Анықтама', exact: true}).waitFor({state: 'detached'});
    expect(await table.getByRole('row').count()).toBe(2);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
});
