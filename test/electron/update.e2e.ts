import {resolve} from 'node:path';
import type {Page} from 'playwright-core';
import {expect, onTestFinished, test} from 'vitest';
import {migrations} from '../../db/migrations/list.ts';
import {must} from '../../domain/assert.ts';
import type {Language, Text} from '../../domain/text.ts';
import {readUpdateMemory, writeUpdateMemory} from '../../electron/host/update/memory.ts';
import {serve, type LoopbackServer} from '../../electron/platform/loopback/server.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {exchangeText} from '../../renderer/text/exchange.ts';
import {settingsText} from '../../renderer/text/settings.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {updateProblemText, updateText} from '../../renderer/text/update.ts';
import {makeSigningKeys} from '../../registry/parcel/keys.ts';
import {admitAnother, emptyFolder, workingOffice} from '../support/backups.ts';
import {openOffice, password, type Office, type OfficeOptions} from '../support/office.ts';
import {pictures} from '../support/pictures.ts';
import {openBrowser} from '../support/start-loopback.ts';
import {installedProgram, updateOn} from '../support/updates.ts';
import {walkedIn} from '../walk/languages.ts';

/** An update as a person sees it: found, read, installed with a password, gone back from. The program is a folder of this test. */

const pageRoot = resolve(import.meta.dirname, '..', '..', 'out', 'renderer');

const news: Text = {
  kk: 'Тоқсандық мониторинг бір батырмамен жабылады.\nБасылымдар тізілімі Excel файлына шығарылады.',
  ru: 'Квартальный мониторинг закрывается одной кнопкой.\nРеестр печати выгружается в Excel.',
};

async function shown(page: Page, open: (publish: OfficeOptions['publish']) => Promise<Office>): Promise<Office> {
  const listening: {server?: LoopbackServer} = {};
  const office = await open(topics => listening.server?.publish(topics));
  const served = await serve({port: 0, pageRoot, dispatch: request => office.send(request as never)});
  listening.server = served;
  onTestFinished(() => served.close());
  await page.goto('about:blank');
  await page.goto(served.invite());
  await page.evaluate(to => void (location.hash = to), `#${paths.settings('update')}`);
  return office;
}

test.each(walkedIn('ru'))('%s', async (language: Language) => {
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const {page} = browser;
  page.setDefaultTimeout(20_000);
  const shoot = pictures(page, `update-${language}`);
  const say = (words: Text): string => words[language];
  const button = (words: Text) => page.getByRole('button', {name: say(words), exact: true});
  const dialog = page.getByRole('dialog');
  const see = (words: Text) => page.getByText(say(words)).first().waitFor();

  const program = installedProgram('0.1.0');
  const office = await shown(page, async publish => {
    const {office: made} = await workingOffice({program: '0.1.0', updating: program.updating, publish});
    await made.client.session.setLanguage({language});
    return made;
  });
  await page.reload();
  await see(updateText.none);
  await shoot('empty');

  const stick = emptyFolder('stick');
  await updateOn(stick, {news});
  await updateOn(stick, {version: '0.0.9'});
  await updateOn(stick, {version: '0.3.0', secret: makeSigningKeys().secret.sign});
  await button(updateText.lookElsewhere).click();
  const other = page.getByRole('radio', {name: say(exchangeText.otherFolder)});
  if ((await other.count()) > 0) await other.click();
  await page.getByRole('textbox', {name: say(exchangeText.folder)}).fill(stick);
  await dialog.getByRole('button', {name: say(updateText.choose)}).click();
  await see(updateText.version('0.2.0'));
  await page.getByText(must(say(news).split('\n')[1])).waitFor();
  await see(updateProblemText.older);
  await see(updateProblemText.stranger);
  await shoot('found');

  await button(updateText.install).click();
  await dialog.getByLabel(say(signInText.password), {exact: true}).fill('бөтен құпия сөйлем');
  await page.keyboard.press('Enter');
  await see(settingsText.wrongCurrent);
  await shoot('install');
  await dialog.getByLabel(say(signInText.password), {exact: true}).fill(password);
  await page.keyboard.press('Enter');
  await see(updateText.restarts);
  await shoot('restarts');
  expect(program.version()).toBe('0.2.0');
  await office.application.backups.leaving();
  office.application.close();

  // As if the newer version had brought migrations.
  const memory = must(readUpdateMemory(office.folder));
  writeUpdateMemory(office.folder, {...memory, schema: migrations.length - 1});
  await shown(page, async publish => {
    const options = {folder: office.folder, account: false, keepFolder: true, publish};
    const newer = await openOffice('2026-01-06', {...options, program: '0.2.0', updating: program.updating});
    await newer.client.session.signIn({name: 'Басшы', password});
    await admitAnother(newer);
    return newer;
  });
  await see(updateText.previous);
  await button(updateText.back('0.1.0')).click();
  await dialog.getByLabel(say(signInText.password), {exact: true}).fill(password);
  await shoot('back');
  await page.keyboard.press('Enter');
  await expect.poll(() => program.version(), {timeout: 20_000}).toBe('0.1.0');
  expect(browser.errors).toEqual([]);
});
