import {unzipSync} from 'fflate';
import {mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {consentGiverNames} from '../../domain/consent.ts';
import {fullName} from '../../domain/person.ts';
import {historyTables} from '../../domain/record-words.ts';
import {personCopy} from '../../electron/contract/person-copy.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {consentText} from '../../renderer/text/consent.ts';
import {formText} from '../../renderer/text/form.ts';
import {personalDataText} from '../../renderer/text/personal-data.ts';
import {recipientText} from '../../renderer/text/recipient.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {event, furnish, openOffice, password, person} from '../support/office.ts';
import {pictures} from '../support/pictures.ts';
import {approvePlan} from '../support/plans.ts';
import {pdfText} from '../support/read-pdf.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {Walker} from '../walk/walker.ts';
import {walkedIn} from '../walk/languages.ts';

/** A consent is recorded and withdrawn, all that is held on a person is saved, a term of keeping is set and is over. */

const now = '2026-03-02T06:00:00Z';
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(800, 7)]);

test.each(walkedIn('ru'))('consent, the copy of a person’s data and the term of keeping, in %s', async language => {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-personal-data-'));
  const office = await openOffice('2026-02-02', {folder});
  const {client} = office;
  const staff = await furnish(office, 'temporary-stay');
  await client.facility.linkAccount({staffId: staff.head});
  const {recipientId} = await approvePlan(office, staff);
  await client.attachment.add({recipientId, title: 'Келісім', documentId: null, bytes: jpeg.toString('base64')});
  const gone = {...person, name: {surname: 'Кеткенов', firstName: 'Асан', patronymic: null}, bornOn: '1950-01-01'};
  const left = await client.journal.enter({
    journalId: null,
    recipientId: null,
    person: gone,
    event: event('admitted', '2018-01-10'),
  });
  await client.journal.record({placementId: left.placementId, event: event('discharged', '2019-02-03')});
  await client.facility.setSetupStep({step: 'done'});
  await client.session.setLanguage({language});
  office.application.close();

  const opened = await startLoopback(folder, {now});
  try {
    const {page} = opened;
    await page.clock.setFixedTime(now);
    const walker = new Walker(opened, 'temporary-stay', language, async press => {
      const [download] = await Promise.all([page.waitForEvent('download'), press()]);
      return readFileSync(must(await download.path()));
    });
    const say = walker.say.bind(walker);
    const shoot = pictures(page, `personal-data-${language}`);
    const dialog = page.getByRole('dialog');
    const go = (to: string) => page.evaluate(hash => void (location.hash = hash), to);
    await page.getByLabel(say(signInText.password), {exact: true}).fill(password);
    await walker.press('Enter');
    await page.getByRole('main').waitFor();

    // Nothing is recorded: said beside the name, and nowhere in the way.
    await go(paths.recipient(recipientId));
    await page.getByText(say(consentText.lack.none), {exact: true}).waitFor();
    await walker.push(walker.button(consentText.record));
    await walker.choose(walker.field(consentText.givenBy, dialog), say(consentGiverNames.representative));
    await walker.push(walker.button(formText.save, dialog));
    await dialog.locator('[aria-invalid=true]').first().waitFor();
    await walker.look('consent-refused');
    await walker.fill(walker.field(consentText.representative, dialog), 'Оспанова Роза');
    await walker.fill(walker.field(consentText.document, dialog), 'Келісім № 3');
    await walker.choose(walker.field(consentText.scan, dialog), 'Келісім');
    await walker.look('consent-new');
    await shoot('consent-new');
    await walker.push(walker.button(formText.save, dialog));
    await dialog.waitFor({state: 'hidden'});
    await page.getByText('Оспанова Роза').waitFor();
    await page.getByText(say(consentText.lack.none), {exact: true}).waitFor({state: 'detached'});
    await walker.look('consent-recorded');

    await walker.push(page.getByRole('button', {name: say(consentText.of(consentText.withdraw, '2026-03-02'))}));
    await dialog.getByText(say(consentText.withdrawWhat)).waitFor();
    await walker.look('consent-withdraw');
    await shoot('consent-withdraw');
    await walker.push(walker.button(consentText.withdrawYes, dialog));
    await dialog.waitFor({state: 'hidden'});
    await page.getByText(say(consentText.withdrawn('2026-03-02'))).waitFor();
    await page.getByText(say(consentText.lack.withdrawn), {exact: true}).waitFor();
    await walker.look('consent-withdrawn');
    await shoot('card');
    await page.getByRole('tab', {name: say(recipientText.history)}).click();
    await page
      .getByText(say(must(historyTables['consent']).name))
      .first()
      .waitFor();

    // All that is held, as one file.
    await page.getByRole('tab', {name: say(recipientText.overview)}).click();
    const name = fullName(person.name);
    await walker.push(page.getByRole('button', {name: say(personalDataText.copyTitle), expanded: false}));
    await walker.push(page.getByRole('button', {name: `${say(personalDataText.copy)}: ${name}`}));
    await dialog.getByText(say(personalDataText.openTitle)).waitFor();
    await walker.look('copy-asked');
    await shoot('copy-asked');
    await walker.push(walker.button(personalDataText.start, dialog));
    await walker.button(personalDataText.save, dialog).waitFor();
    await walker.look('copy-made');
    await shoot('copy-made');
    const files = unzipSync(await walker.take(() => walker.push(walker.button(personalDataText.save, dialog))));
    const names = Object.keys(files);
    const data = personCopy.parse(JSON.parse(Buffer.from(must(files['data.json'])).toString()));
    expect(data.tables.find(table => table.name === 'consent')?.rows).toMatchObject([
      {representative: 'Оспанова Роза'},
    ]);
    expect(data.audit.map(({what}) => what)).toEqual(expect.arrayContaining(['recipient.get', 'consent.record']));
    expect(data.files.map(({kind, state}) => [kind, state])).toEqual([
      ['paper', 'included'],
      ['scan', 'included'],
    ]);
    for (const {path} of data.files) expect(names).toContain(path);
    const facts = pdfText(must(files[must(names.find(each => each.startsWith('1 ')))]));
    for (const words of [name, 'Оспанова Роза', 'Дәрігер қарауы', '+7 701 000 00 01']) expect(facts).toContain(words);
    expect(JSON.stringify(data)).not.toContain('Кеткенов');
    await walker.press('Escape');
    await dialog.waitFor({state: 'hidden'});

    // The term of keeping, and who is past it.
    await go(paths.settings('personal-data'));
    await page.getByText(say(personalDataText.dueNoTerm)).waitFor();
    await walker.look('keeping-without-term');
    await walker.fill(walker.field(personalDataText.keepYears), '5');
    await walker.reach(page.getByRole('checkbox', {name: say(personalDataText.consentMark)}));
    await walker.press('Space');
    await walker.press('Control+s');
    const table = page.getByRole('table', {name: say(personalDataText.due)});
    await table.getByText('03.02.2024').waitFor();
    expect(await table.getByRole('row').count()).toBe(2);
    await walker.look('keeping-due');
    await shoot('keeping-due');
    await walker.push(table.getByRole('button', {name: `${say(personalDataText.copyShort)}: Кеткенов Асан`}));
    await dialog.getByText('Кеткенов Асан').waitFor();
    await walker.press('Escape');
    await dialog.waitFor({state: 'hidden'});
    await walker.push(table.getByRole('link', {name: 'Кеткенов Асан'}));
    await page.getByRole('heading', {name: 'Кеткенов Асан'}).waitFor();
    await page.getByText(say(consentText.none)).waitFor();
    expect(await page.getByText(say(consentText.lack.none), {exact: true}).count()).toBe(0);
    await page.getByRole('tab', {name: say(recipientText.papers), exact: true}).waitFor();
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
});
