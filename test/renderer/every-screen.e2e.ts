import {expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {type patterns, paths, settingsSections} from '../../renderer/lib/paths.ts';
import {tourText} from '../../renderer/text/tour.ts';
import {Killable, who} from '../support/killable.ts';
import {Walker} from '../walk/walker.ts';

/**
 * Every screen of an organisation with half a year of work: axe finds nothing serious, and at 200 % nothing has to be scrolled sideways.
 * A new screen does not compile before it has its address here.
 */

type Addresses = Record<keyof typeof patterns, readonly string[]>;

/** These need what a tour does not make; their own tests look at them: transfer.e2e, scans.e2e, printing.e2e. */
const elsewhere = {openTransfer: [], transfer: [], transferPaper: [], scan: [], pilePaper: []};

async function addressesOf(desk: Killable): Promise<Addresses> {
  const {people} = (await desk.call('recipient', 'list', {
    status: 'receiving',
    unitId: null,
    offset: 0,
    limit: 20,
  })) as {people: {recipientId: string}[]};
  const cards = await Promise.all(
    people.map(async ({recipientId}) => (await desk.call('recipient', 'get', {id: recipientId})) as Card),
  );
  const card = must(cards.find(({plans}) => plans.some(({status}) => status === 'approved')));
  const plan = must(card.plans.find(({status}) => status === 'approved'));
  const draft = cards.flatMap(each =>
    each.plans.filter(({status}) => status === 'filled').map(({id}) => paths.plan(each.id, id)),
  );
  const round = (await desk.call('monitoring', 'start', {planId: plan.id})) as {id: string};
  const {paperId} = (await desk.call('plan', 'get', {id: plan.id})) as {paperId: string | null};
  const [first, second] = people.map(({recipientId}) => recipientId);
  return {
    ...elsewhere,
    today: [paths.today()],
    journal: [paths.journal()],
    newEntry: [paths.newEntry()],
    queue: [paths.queue()],
    portal: [paths.portal()],
    transfers: [paths.transfers()],
    people: [paths.people()],
    duplicates: [paths.duplicates()],
    groupMeasure: [paths.groupMeasure()],
    compare: [paths.compare(must(first), must(second))],
    recipient: [paths.recipient(card.id)],
    file: [paths.file(card.id)],
    newPlan: [paths.newPlan(card.id)],
    plan: [paths.plan(card.id, plan.id), ...draft.slice(0, 1)],
    rounds: [paths.rounds(card.id, plan.id)],
    round: [paths.round(card.id, plan.id, round.id)],
    month: [paths.month()],
    blankPaper: [paths.paper({kind: 'blank', form: 'appendix-4'})],
    livingPaper: [paths.paper({kind: 'living', form: 'appendix-3', subjectId: card.id})],
    frozenPaper: [paths.paper({kind: 'frozen', paperId: must(paperId ?? undefined)})],
    yearPaper: [paths.paper({kind: 'year', recipientId: card.id, year: 2026})],
    monthPaper: [paths.paper({kind: 'month', month: '2026-11', recipientId: null, staffId: null, unitId: null})],
    lifePaper: [paths.paper({kind: 'life', recipientId: card.id, year: 2026})],
    printing: [paths.printing()],
    printRegister: [paths.printRegister()],
    papers: [paths.papers()],
    binding: [paths.binding()],
    importing: [paths.importing('people')],
    statistics: [paths.statistics()],
    norms: [paths.norms()],
    exchangeConflicts: [paths.exchangeConflicts()],
    exchangeHeld: [paths.exchangeHeld()],
    settings: settingsSections.map(section => paths.settings(section)),
  };
}

interface Card {
  readonly id: string;
  readonly plans: readonly {id: string; status: string}[];
}

test.each([
  ['kk', 'light'],
  ['ru', 'dark'],
] as const)('in %s, %s', async (language, colorScheme) => {
  const desk = await Killable.start(language);
  const {page} = desk;
  await page.emulateMedia({colorScheme});
  await desk.call('session', 'setLanguage', {language});
  await desk.call('session', 'createAccount', who);
  await desk.call('session', 'lock', {});
  await page.reload();
  await desk.button(tourText.begin).click();
  await desk.see(tourText.on);
  const opened = {host: 'loopback' as const, page, errors: desk.browser.errors, close: () => Promise.resolve()};
  const walker = new Walker(opened, 'temporary-stay', language, () =>
    Promise.reject(new Error('nothing is saved here')),
  );
  const addresses = await addressesOf(desk);
  const sideways: string[] = [];
  for (const address of Object.values(addresses).flat()) {
    await desk.go(address);
    await page.locator('main').getByRole('heading', {level: 1}).first().waitFor();
    await page.waitForFunction(() => document.querySelector('[aria-busy=true], .mantine-Loader-root') === null);
    await walker.look(address);
    await page.setViewportSize({width: 683, height: 384});
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 1) sideways.push(`${address}: ${over} px`);
    await page.setViewportSize({width: 1366, height: 768});
  }
  expect(sideways).toEqual([]);
  expect(desk.browser.errors).toEqual([]);
});
