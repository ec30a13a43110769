import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {expect, onTestFinished, test} from 'vitest';
import type {Language, Text} from '../../domain/text.ts';
import {words} from '../../registry/server/officer/words.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {connectText} from '../../renderer/text/connect.ts';
import {exchangeLine, exchangeText, laneNames} from '../../renderer/text/exchange.ts';
import {officerPassword, openServer, type TestServer} from '../registry/support/server.ts';
import {exchangeByStick, furnishDesk, openDesk, status} from '../support/exchange-desk.ts';
import {codeFor} from '../support/exchange-offices.ts';
import {openBrowser} from '../support/start-loopback.ts';
import {walkedIn} from '../walk/languages.ts';

/** A village without a network: the PC and the officer of the registry, each before their own screen, and a stick between. */

async function openOfficer(server: TestServer, language: Language): Promise<Page> {
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const {page} = browser;
  page.setDefaultTimeout(20_000);
  await page.goto(`${server.address}/?lang=${language}`);
  await page.locator('input[type=password]').fill(officerPassword);
  await page.getByRole('button', {name: words.enter[language]}).click();
  return page;
}

/** The officer chooses the folder on the stick, and saves each answer onto it. */
async function takeIn(
  page: Page,
  language: Language,
  stick: string,
  said: Text,
  answers: readonly Text[],
): Promise<void> {
  await page
    .getByRole('link', {name: words.stick[language]})
    .or(page.getByRole('link', {name: words.stickAnother[language]}))
    .first()
    .click();
  await page.locator('input[name=folder]').setInputFiles(join(stick, 'Tirek'));
  await page.getByRole('button', {name: words.stickTake[language]}).first().click();
  await page.getByText(said[language]).waitFor();
  for (const answer of answers) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', {name: answer[language], exact: true}).click(),
    ]);
    await file.saveAs(join(stick, file.suggestedFilename()));
  }
}

test.each(walkedIn('kk'))('enrolled, sent and confirmed by stick alone: %s', async language => {
  const server = await openServer('PGlite');
  onTestFinished(() => server.close());
  const stick = mkdtempSync(join(tmpdir(), 'tirek-stick-'));
  onTestFinished(() => rmSync(stick, {recursive: true, force: true}));
  const facility = await server.facility();
  const desk = await openDesk(language);
  const {pc, walker} = desk;
  await furnishDesk(desk);

  await pc.go(paths.settings('exchange'));
  await walker.push(walker.button(exchangeText.addRegistry));
  await pc.page.getByText(walker.say(laneNames.stick), {exact: true}).click();
  await walker.see(connectText.askWhat);
  await walker.look('exchange-ask');
  await walker.fill(walker.field(connectText.code), await codeFor(server, facility));
  await walker.fill(walker.field(connectText.pcName), 'Қабылдау');
  await walker.push(walker.button(connectText.ask));
  await walker.see(connectText.notWritten);
  await status(desk, exchangeLine.waiting);
  await exchangeByStick(desk, stick);
  await walker.see(exchangeText.enrolment.asked);
  await walker.look('exchange-asked');

  const officer = await openOfficer(server, language);
  await takeIn(officer, language, stick, {kk: 'ДК тізілімге қосылды.', ru: 'ПК подключён к реестру.'}, [
    words.stickSaveEnrolment,
  ]);
  await exchangeByStick(desk, stick);
  await walker.see(exchangeText.enrolment['taken-in']);
  await walker.see(exchangeText.onStick);
  await walker.look('exchange-on-stick');
  const open = async (): Promise<number> => {
    const {counts} = (await pc.call('exchange', 'state', {})) as {counts: {saved: number; sent: number}};
    return counts.saved + counts.sent;
  };
  const sent = await open();
  expect(sent).toBeGreaterThan(5);
  await status(desk, exchangeLine.unconfirmed(sent));

  await takeIn(officer, language, stick, {kk: `Алынды: ${sent} өзгеріс`, ru: `Принято: ${sent} изменени`}, [
    words.stickSave,
  ]);
  // What the registry has is confirmed here only when its answer has come back.
  await pc.page.reload();
  await status(desk, exchangeLine.unconfirmed(sent));
  await exchangeByStick(desk, stick);
  await status(desk, exchangeLine.confirmed);
  expect(await open()).toBe(0);
  expect(pc.browser.errors).toEqual([]);
});
