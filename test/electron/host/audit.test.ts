import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, onTestFinished, test, vi} from 'vitest';
import {verifyAudit} from '../../../db/audit/verify.ts';
import {must} from '../../../domain/assert.ts';
import {closedAudit, keptEvents} from '../../../electron/host/closed-audit.ts';
import {Application} from '../../../electron/host/application.ts';
import {admit, failureOf, furnish, openOffice, password, person, type Office} from '../../support/office.ts';
import {fillPlan} from '../../support/plans.ts';
import {temporaryFolder} from '../../support/test-database.ts';

interface Link {
  kind: string;
  what: string;
  account: string | null;
  recipientId: string | null;
  detail: Record<string, unknown>;
}

type Opened = Pick<Office, 'application'>;

function linksOf({application}: Opened): Link[] {
  const {connection} = must(application.session());
  return connection.readable
    .prepare<Record<'kind' | 'what' | 'account' | 'recipientId' | 'detail', string>>(
      'SELECT kind, what, account, recipient_id AS recipientId, detail FROM audit ORDER BY seq',
    )
    .all()
    .map(row => ({...row, detail: JSON.parse(row.detail)}));
}

/** What a piece of work has left in the audit. */
async function leftBy(office: Opened, work: () => Promise<unknown>): Promise<Link[]> {
  const before = linksOf(office).length;
  await work();
  return linksOf(office).slice(before);
}

const whats = (links: readonly Link[]): string[] => links.map(({kind, what}) => `${kind} ${what}`);

describe('each class of calls leaves one link', () => {
  test('a command, with whom it concerns, and with nothing that was typed', async () => {
    const office = await openOffice();
    await furnish(office, 'stationary');
    const links = await leftBy(office, () => admit(office, '2026-01-05'));
    const {recipientId} = must(links[0]);
    expect(links).toMatchObject([{kind: 'change', what: 'journal.enter', detail: {archive: false, event: 'admitted'}}]);
    expect(recipientId).not.toBeNull();
    expect(must(links[0]).account).toBe(must(office.application.session()).account.id);
  });

  test('a command that takes its row away names the person all the same', async () => {
    const office = await openOffice();
    await furnish(office, 'stationary');
    const {recipientId} = await admit(office, '2026-01-05');
    const {id, stamp} = await office.client.plan.create({recipientId, copyFrom: null});
    const links = await leftBy(office, () => office.client.plan.discard({id, seen: stamp}));
    expect(links).toMatchObject([{kind: 'change', what: 'plan.discard', recipientId}]);
  });

  test('none for a command that failed, one for a command that came twice, none for a draft', async () => {
    const office = await openOffice();
    await furnish(office, 'stationary');
    const {recipientId} = await admit(office, '2026-01-05');
    expect(await leftBy(office, () => failureOf(office.client.plan.discard({id: 'none', seen: 'x'})))).toEqual([]);
    const twice = {commandId: 'the-same-command'};
    const links = await leftBy(office, async () => {
      await office.client.file.open({recipientId, openedOn: '2026-01-05', cameFrom: null}, twice);
      await office.client.file.open({recipientId, openedOn: '2026-01-05', cameFrom: null}, twice);
      await office.client.draft.save({key: 'x', values: {}, base: null});
    });
    expect(whats(links)).toEqual(['change file.open']);
  });

  test('a look at a card, and another one only after ten minutes or of something else', async () => {
    const office = await openOffice();
    await furnish(office, 'stationary');
    const {recipientId} = await admit(office, '2026-01-05');
    const look = (): Promise<unknown> => office.client.recipient.get({id: recipientId});
    expect(await leftBy(office, look)).toMatchObject([{kind: 'view', what: 'recipient.get', recipientId}]);
    expect(await leftBy(office, look)).toEqual([]);
    expect(whats(await leftBy(office, () => office.client.file.get({recipientId})))).toEqual(['view file.get']);
    office.at('2026-01-06');
    expect(whats(await leftBy(office, look))).toEqual(['view recipient.get']);
    await office.client.session.lock({});
    await office.client.session.signIn({name: 'Басшы', password});
    expect(whats(await leftBy(office, look))).toEqual(['view recipient.get']);
  });

  test('a look at what is not there leaves none, and an id that came from outside is not kept', async () => {
    const office = await openOffice();
    const id = 'Әбдіғаппарұлы';
    expect(await leftBy(office, () => failureOf(office.client.recipient.get({id})))).toEqual([]);
    const links = await leftBy(office, () => office.client.file.get({recipientId: id}).catch(() => null));
    expect(JSON.stringify(links)).not.toContain(id);
  });

  test('a preview, a print that was registered, a file that was saved, and one that was not', async () => {
    let saved = true;
    const office = await openOffice('2026-01-05', {saveFile: () => Promise.resolve({saved})});
    await furnish(office, 'stationary');
    const {recipientId} = await admit(office, '2026-01-05');
    const cover = {
      source: {kind: 'living', form: 'appendix-3', subjectId: recipientId},
      language: 'kk',
    } as const;
    const print = {language: 'kk', form: 'appendix-3', source: 'living'};
    await office.client.file.open({recipientId, openedOn: '2026-01-05', cameFrom: null});
    expect(await leftBy(office, () => office.client.paper.render(cover))).toMatchObject([
      {kind: 'print', what: 'paper.render', recipientId, detail: print},
    ]);
    expect(await leftBy(office, () => office.client.paper.register({...cover, how: 'printed'}))).toMatchObject([
      {kind: 'print', what: 'paper.register', recipientId, detail: {...print, how: 'printed'}},
    ]);
    expect(await leftBy(office, () => office.client.paper.saveAs(cover))).toMatchObject([
      {kind: 'export', what: 'paper.saveAs', recipientId, detail: print},
    ]);
    saved = false;
    expect(await leftBy(office, () => office.client.paper.saveAs(cover))).toMatchObject([
      {kind: 'export', what: 'paper.saveAs', detail: print},
      {kind: 'export', what: 'paper.saveAs', detail: {...print, saved: false}},
    ]);
  });

  test('an export', async () => {
    const office = await openOffice();
    await furnish(office, 'stationary');
    const sheet = {journalId: null, language: 'ru', filter: 'all', format: 'csv'} as const;
    expect(await leftBy(office, () => office.client.queue.exportSheet(sheet))).toMatchObject([
      {kind: 'export', what: 'queue.exportSheet', detail: {language: 'ru', format: 'csv'}},
    ]);
  });
});

test('a look that cannot be written is not given', async () => {
  const office = await openOffice();
  await furnish(office, 'stationary');
  const {recipientId} = await admit(office, '2026-01-05');
  const {connection} = must(office.application.session());
  connection.integrate(log =>
    log.run("CREATE TRIGGER no_room BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no room'); END"),
  );
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await failureOf(office.client.recipient.get({id: recipientId}))).toMatchObject({code: expect.any(String)});
  written.mockRestore();
  connection.integrate(log => log.run('DROP TRIGGER no_room'));
  expect((await office.client.recipient.get({id: recipientId})).id).toBe(recipientId);
});

describe('who comes and goes', () => {
  test('sign-in, failed sign-ins, the wait, the lock, a new account, passwords and the recovery key, in their order', async () => {
    const office = await openOffice();
    const {session} = office.client;
    const colleague = 'тағы бір құпия сөйлем';
    const {key} = await session.makeRecoveryKey({});
    await session.confirmRecoveryKey({});
    await session.addAccount({name: 'Маман', password: colleague, role: 'worker', staffId: null});
    await session.changePassword({current: 'қате құпия', next: 'жаңа құпия сөйлем'});
    await session.changePassword({current: password, next: 'жаңа құпия сөйлем'});
    await session.lock({});
    await session.signIn({name: 'Жоқ адам', password});
    for (let time = 0; time < 6; time += 1) await session.signIn({name: 'Маман', password: 'қате құпия'});
    await session.signInWithRecovery({name: 'Басшы', key, newPassword: 'тағы жаңа құпия сөйлем'});
    const links = linksOf(office).filter(({kind}) => kind === 'session');
    expect(links.map(({what}) => what)).toEqual([
      'session.createAccount',
      'session.signIn',
      'session.makeRecoveryKey',
      'session.confirmRecoveryKey',
      'session.enterAccount',
      'session.addAccount',
      'session.wrongPassword',
      'session.changePassword',
      'session.lock',
      ...Array.from({length: 6}, () => 'session.wrongPassword'),
      'session.wait',
      'session.useRecovery',
    ]);
    const [head] = links;
    const [stranger, worker] = links.slice(9, 11);
    expect([must(stranger).account, must(worker).account === must(head).account]).toEqual([null, false]);
    expect(JSON.stringify(links)).not.toMatch(/\p{Script=Cyrillic}/u);
    expect(await verifyAudit(must(office.application.session()).connection.readable)).toMatchObject({broken: null});
  });

  test('failed sign-ins are taken in once, also where the power goes between the database and the file', async () => {
    const folder = temporaryFolder();
    let cut = false;
    const clock = (): Date => new Date('2026-01-05T07:00:00.000Z');
    const step = (name: string): void => {
      if (cut && name === 'closed-audit') throw new Error('the power goes');
    };
    const start = (): Application => new Application({folder, clock, step});
    const first = start();
    await first.createAccount('Басшы', password);
    await first.lock();
    await first.signIn('Басшы', 'қате құпия');
    await first.signIn('Басшы', 'қате құпия');
    first.close();
    cut = true;
    const second = start();
    await expect(second.signIn('Басшы', password)).rejects.toThrow('the power goes');
    second.close();
    cut = false;
    const third = start();
    onTestFinished(() => third.close());
    await third.signIn('Басшы', password);
    const failed = linksOf({application: third}).filter(({what}) => what === 'session.wrongPassword');
    expect(failed).toHaveLength(2);
  });

  test('what is kept beside a closed database holds an id and no name, is bounded, and says where it was damaged', async () => {
    const folder = temporaryFolder();
    const office = await openOffice('2026-01-05', {folder});
    const {session} = office.client;
    await session.lock({});
    await session.signIn({name: 'Басшы', password: 'қате құпия'});
    const file = join(folder, 'closed-audit.json');
    expect(readFileSync(file, 'utf8')).not.toMatch(/\p{Script=Cyrillic}/u);
    const closed = closedAudit(folder);
    const now = new Date('2026-01-05T07:00:00.000Z');
    // Kept small here: each is forced to the disk.
    const kept = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({...kept, events: Array.from({length: keptEvents}, () => kept.events[0])}));
    closed.add('session.wait', null, now);
    closed.add('session.wait', null, now);
    await session.signIn({name: 'Басшы', password});
    const links = linksOf(office).filter(({what}) => /wrong|omitted/.test(what));
    expect(links).toHaveLength(keptEvents + 1);
    expect(links.at(-1)).toMatchObject({what: 'session.omitted', detail: {count: 2}});
    await session.lock({});
    writeFileSync(file, '{');
    await session.signIn({name: 'Басшы', password});
    expect(whats(linksOf(office)).slice(-2)).toEqual(['session session.unreadable', 'session session.signIn']);
  });
});

test('a plan from its beginning to its approval, and a person with everything that is asked: no detail holds a name', async () => {
  const office = await openOffice('2026-02-02');
  const staff = await furnish(office, 'stationary');
  const {planId, stamp, recipientId} = await fillPlan(office, staff);
  const {paperId} = await office.client.plan.approve({id: planId, seen: stamp, approvedOn: '2026-02-02'});
  await office.client.paper.render({source: {kind: 'frozen', paperId}, language: 'both'});
  await office.client.recipient.history({id: recipientId, before: null, limit: 20});
  await admit(office, '2026-02-03', {...person, name: {surname: 'a-latin-name', firstName: 'x', patronymic: null}});
  const rows = must(office.application.session())
    .connection.readable.prepare<Record<string, unknown>>('SELECT * FROM audit')
    .all();
  expect(rows.length).toBeGreaterThan(10);
  const text = JSON.stringify(rows);
  expect(text).not.toMatch(/\p{Script=Cyrillic}/u);
  expect(text).not.toContain('latin');
});
