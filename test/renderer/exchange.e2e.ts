import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {connectText} from '../../renderer/text/connect.ts';
import {conflictText, heldText} from '../../renderer/text/exchange-held.ts';
import {exchangeLine, exchangeText, phaseNames, recordStateNames} from '../../renderer/text/exchange.ts';
import {exchangeProblemText} from '../../renderer/text/exchange-problems.ts';
import {doubledText} from '../../renderer/text/numbering.ts';
import {joinText} from '../../renderer/text/join.ts';
import {searchText} from '../../renderer/text/search.ts';
import {setupText} from '../../renderer/text/setup.ts';
import {openServer} from '../registry/support/server.ts';
import {exchangeByStick, furnishDesk, openDesk, status, tellFolder, type Desk} from '../support/exchange-desk.ts';
import {codeFor} from '../support/exchange-offices.ts';
import {conflicts, doubledNumbers, held, states} from '../screens/made-exchange.ts';
import {walkedIn} from '../walk/languages.ts';

/** Two PCs of one facility that exchange by a folder, on their own screens: from the cards to a conflict that is settled. */

interface Recipient {
  readonly id: string;
  readonly stamp: string;
  readonly phone: string | null;
}

/** Saves the card of this PC, and answers where it lies. */
async function saveCard({pc, walker}: Desk, name: string, folder: string): Promise<string> {
  await walker.fill(walker.field(connectText.pcName), name);
  const bytes = await walker.take(() => walker.push(walker.button(connectText.saveCard)));
  await walker.see(connectText.cardSaved);
  const path = join(folder, `${name}.card`);
  writeFileSync(path, bytes);
  expect(await pc.page.locator('[data-code]').count()).toBeGreaterThan(0);
  return path;
}

async function ownCode({pc}: Desk): Promise<string> {
  const {fingerprint} = (await pc.call('exchange', 'state', {})) as {fingerprint: string | null};
  return must(fingerprint);
}

/** Opens the card of the other PC, and takes it when the code is the one that its person reads out. */
async function openCard({pc, walker}: Desk, card: string, code: string): Promise<void> {
  await pc.page.locator('input[type=file]').setInputFiles(card);
  await walker.see(connectText.compareStep);
  const shown = pc.page.locator('[data-code]').last();
  expect(await shown.textContent()).toBe(code);
  await walker.look('exchange-compare');
  await walker.push(walker.button(connectText.codesMatch));
}

async function setPhone({pc}: Desk, id: string, phone: string): Promise<void> {
  const kept = (await pc.call('recipient', 'get', {id})) as Recipient & Record<string, unknown>;
  const {stamp, ...rest} = kept;
  const written = ['disabilityGroup', 'placements', 'events', 'fileNumber', 'plans'];
  const values = Object.fromEntries(Object.entries(rest).filter(([name]) => !written.includes(name)));
  await pc.call('recipient', 'save', {...values, seen: stamp, phone});
}

async function phoneOf({pc}: Desk, id: string): Promise<string | null> {
  return ((await pc.call('recipient', 'get', {id})) as Recipient).phone;
}

test.each(walkedIn('ru'))('cards, a first load by stick, a conflict that a person settles: %s', async language => {
  const stick = mkdtempSync(join(tmpdir(), 'tirek-stick-'));
  onTestFinished(() => rmSync(stick, {recursive: true, force: true}));
  const [office, second] = [await openDesk(language), await openDesk(language)];
  const id = await furnishDesk(office);

  // Nobody to exchange with: nothing in the head of the window, and the ways are told.
  await office.pc.go(paths.settings('exchange'));
  await office.walker.see(connectText.stayTitle);
  expect(await office.pc.page.getByRole('banner').getByRole('link').count()).toBe(1);
  await office.walker.look('exchange-ways');
  await office.walker.push(office.walker.button(exchangeText.addRegistry));
  await office.walker.look('exchange-enrol');
  await office.walker.fill(office.walker.field(connectText.address), 'http://192.0.2.1');
  await office.walker.fill(office.walker.field(connectText.code), 'ABCD-EFGH-JKMN');
  await office.walker.fill(office.walker.field(connectText.pcName), 'Бірінші');
  await office.walker.push(office.walker.button(connectText.connect));
  await office.walker.see(exchangeProblemText['insecure-address']);
  await office.walker.press('Escape');
  await office.walker.push(office.walker.button(exchangeText.addPc));
  const firstCard = await saveCard(office, 'Бірінші', stick);

  // The other PC is new: it joins in its first run.
  await second.pc.page.reload();
  await second.pc.heading(setupText.stepNames.start).waitFor();
  await second.walker.look('setup-start');
  await second.walker.push(second.pc.page.getByRole('button', {name: second.walker.say(joinText.joinTitle)}));
  await second.pc.heading(setupText.stepNames.joining).waitFor();
  await second.walker.look('setup-joining');
  await second.pc.page.getByText(second.walker.say(joinText.byStick), {exact: true}).click();
  const secondCard = await saveCard(second, 'Екінші', stick);
  await second.pc.page.locator('input[type=file]').setInputFiles(secondCard);
  await second.walker.see(connectText.cardProblems['own-card']);
  await openCard(second, firstCard, await ownCode(office));
  await second.walker.see(joinText.loadingWhat);
  await second.walker.look('setup-first-load');

  await openCard(office, secondCard, await ownCode(second));
  await office.pc.page.getByRole('dialog').waitFor({state: 'hidden'});
  await office.walker.see(exchangeText.partners);
  expect(await office.pc.page.getByRole('banner').getByText(/\d+$/u).count()).toBe(1);

  // A folder that is not there is told in words; then the right one.
  await office.walker.push(office.walker.button(exchangeText.byStick));
  await tellFolder(office, join(stick, 'nowhere'));
  await office.walker.see(exchangeProblemText['no-folder']);
  await office.walker.look('exchange-problem');
  await exchangeByStick(office, stick);
  await office.walker.look('exchange-tab');

  // Killed during the wait, the first run goes on at the same place.
  await second.pc.kill();
  await second.pc.signIn();
  await second.pc.heading(setupText.stepNames.joining).waitFor();
  await second.walker.push(second.walker.button(exchangeText.byStick));
  await tellFolder(second, stick);
  await second.pc.heading(setupText.stepNames['recovery-key']).waitFor();
  await second.pc.call('facility', 'setSetupStep', {step: 'done'});
  await second.pc.page.reload();
  await second.pc.go(paths.recipient(id));
  await second.pc.page.getByRole('heading', {level: 1, name: /Өркен/u}).waitFor();

  // What came back confirms what went out.
  await exchangeByStick(second, stick);
  await exchangeByStick(office, stick);
  await status(office, exchangeLine.confirmed);
  await office.pc.go(paths.recipient(id));
  await office.walker.see(recordStateNames.confirmed);

  // Both write the telephone number; nobody's is lost.
  await setPhone(office, id, '+7 701 111 11 11');
  await setPhone(second, id, '+7 702 222 22 22');
  await office.walker.see(recordStateNames.saved);
  for (const desk of [office, second, office]) await exchangeByStick(desk, stick);
  await office.pc.go(paths.recipient(id));
  await office.walker.look('recipient-with-conflict');
  await office.walker.push(office.pc.page.getByRole('link', {name: office.walker.say(conflictText.count(1))}).last());
  const {page} = office.pc;
  const value = (phone: string) => page.locator('.conflict-value', {hasText: phone});
  await value('+7 701 111 11 11').waitFor();
  await value('+7 702 222 22 22').waitFor();
  await office.walker.look('exchange-conflicts');
  const lost = (await phoneOf(office, id)) === '+7 701 111 11 11' ? '+7 702 222 22 22' : '+7 701 111 11 11';
  await office.walker.push(
    page.getByRole('button', {name: new RegExp(`^${office.walker.say(conflictText.take)}: .*${lost.slice(1)}`, 'u')}),
  );
  await office.walker.see(conflictText.emptyTitle);
  expect(await phoneOf(office, id)).toBe(lost);

  for (const desk of [office, second, office]) await exchangeByStick(desk, stick);
  expect(await phoneOf(second, id)).toBe(lost);
  for (const desk of [office, second]) {
    await status(desk, exchangeLine.confirmed);
    await desk.pc.go(paths.exchangeConflicts());
    await desk.walker.see(conflictText.emptyTitle);
    expect(desk.pc.browser.errors.filter(isDefect)).toEqual([]);
  }
});

test.each(walkedIn('kk'))('by the code of a registry, from two PCs: %s', async language => {
  const server = await openServer('PGlite');
  let isClosed = false;
  const close = async (): Promise<void> => {
    if (!isClosed) await server.close();
    isClosed = true;
  };
  onTestFinished(close);
  const facility = await server.facility();
  const [office, second] = [await openDesk(language), await openDesk(language)];
  const id = await furnishDesk(office);
  const enrol = async ({walker}: Desk, name: string): Promise<void> => {
    await walker.fill(walker.field(connectText.address), server.address);
    await walker.fill(walker.field(connectText.code), await codeFor(server, facility));
    await walker.fill(walker.field(connectText.pcName), name);
    await walker.push(walker.button(connectText.connect));
  };
  await office.pc.go(paths.settings('exchange'));
  await office.walker.push(office.walker.button(exchangeText.addRegistry));
  // One that nobody gave out.
  await office.walker.fill(office.walker.field(connectText.address), server.address);
  await office.walker.fill(office.walker.field(connectText.code), 'ABCD-EFGH-JKMN');
  await office.walker.fill(office.walker.field(connectText.pcName), 'Бірінші');
  await office.walker.push(office.walker.button(connectText.connect));
  await office.walker.see(exchangeProblemText['wrong-code']);
  await enrol(office, 'Бірінші');
  await office.pc.page.getByRole('dialog').waitFor({state: 'hidden'});
  await status(office, exchangeLine.confirmed);

  await second.pc.page.reload();
  await second.walker.push(second.pc.page.getByRole('button', {name: second.walker.say(joinText.joinTitle)}));
  await second.pc.heading(setupText.stepNames.joining).waitFor();
  await enrol(second, 'Екінші');
  await second.pc.heading(setupText.stepNames['recovery-key']).waitFor();
  await second.pc.call('facility', 'setSetupStep', {step: 'done'});
  await second.pc.page.reload();

  // What is written there comes here by the button.
  await setPhone(second, id, '+7 703 333 33 33');
  await second.pc.go(paths.settings('exchange'));
  await second.walker.push(second.walker.button(exchangeText.byNetwork));
  await status(second, exchangeLine.confirmed);
  await office.walker.find(office.walker.say(searchText.commandNames.exchange));
  await expect.poll(() => phoneOf(office, id), {timeout: 30_000}).toBe('+7 703 333 33 33');

  // The registry goes away: it is waited for, until one has no patience left. Nothing is lost.
  const automatic = office.pc.page.getByRole('switch', {name: office.walker.say(exchangeText.automatic)});
  await office.walker.reach(automatic);
  await office.walker.press('Space');
  await expect.poll(() => automatic.isChecked()).toBe(false);
  await close();
  await setPhone(office, id, '+7 704 444 44 44');
  await office.walker.push(office.walker.button(exchangeText.byNetwork));
  await office.walker.see(phaseNames.waiting);
  await office.walker.look('exchange-waiting');
  await office.walker.push(office.walker.button(exchangeText.stop));
  await office.walker.see(exchangeProblemText.cancelled);
  // The number, and that it does not begin by itself any more.
  await status(office, exchangeLine.unconfirmed(2));
});

test.each(walkedIn('ru'))('what comes seldom can be read by everybody: %s', async language => {
  const desk = await openDesk(language);
  const {pc, walker} = desk;
  const id = await furnishDesk(desk);
  const answer = async (call: string, value: unknown, area = 'exchange'): Promise<void> => {
    await pc.page.unroute(`**/call/${area}/${call}`);
    await pc.page.route(`**/call/${area}/${call}`, route => route.fulfill({json: {ok: true, value}}));
  };
  const visit = async (path: string): Promise<void> => {
    await pc.go(path);
    await pc.page.reload();
    await pc.page.locator('#main h1').waitFor();
  };
  // Either palette once.
  await pc.page.emulateMedia({colorScheme: language === 'kk' ? 'light' : 'dark'});
  for (const [name, state] of Object.entries(states)) {
    await answer('state', state);
    await visit(paths.settings('exchange'));
    await walker.see(exchangeText.partners);
    await walker.look(name);
  }
  await answer('conflicts', {conflicts: conflicts(id, 'Әбдіғаппарұлы Өркен')});
  await answer('doubled', {numbers: doubledNumbers(id, 'Әбдіғаппарұлы Өркен')}, 'numbering');
  await answer('held', held);
  await answer('recordState', {state: 'refused', conflicts: 2});
  await visit(paths.exchangeConflicts());
  await walker.see(conflictText.what);
  await walker.see(doubledText.title('row', '25'));
  await walker.look('conflicts');
  await visit(paths.exchangeHeld());
  await walker.see(heldText.what);
  await walker.look('held');
  await walker.push(walker.button(heldText.approve));
  await walker.see(heldText.approveQuestion(2, true));
  await walker.look('held-approve');
  await visit(paths.recipient(id));
  await walker.see(recordStateNames.refused);
  await walker.see(doubledText.count(2));
  await walker.look('person-refused');
  await pc.page.unrouteAll({behavior: 'ignoreErrors'});
  expect(pc.browser.errors).toEqual([]);
});

/** What was asked for as the host was killed. */
function isDefect(error: string): boolean {
  return !/ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY|Failed to load resource/u.test(error);
}
