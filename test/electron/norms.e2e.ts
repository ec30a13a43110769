import {readFileSync} from 'node:fs';
import {strFromU8, unzipSync} from 'fflate';
import {expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {organisationKindNames, standingNames} from '../../domain/staff-norms/words.ts';
import {frameText} from '../../renderer/text/frame.ts';
import {formText} from '../../renderer/text/form.ts';
import {normsText} from '../../renderer/text/norms.ts';
import {problemText} from '../../renderer/text/problems.ts';
import {searchText} from '../../renderer/text/search.ts';
import {staffText} from '../../renderer/text/staff.ts';
import {appendix1} from '../../templates/editions/308-2022/appendix-1/appendix-1.ts';
import {Killable, who} from '../support/killable.ts';
import {dense, pdfText} from '../support/read-pdf.ts';
import {typeName} from '../walk/set-up.ts';
import {Walker} from '../walk/walker.ts';
import {walkedIn} from '../walk/languages.ts';

/** Staff norms by keyboard: a card with its post, the questions, the table at once, its files; nobody shut out. */

test.each(walkedIn('kk'))('a head counts the minimum staff: %s', async language => {
  const desk = await Killable.start(language);
  await desk.call('session', 'setLanguage', {language});
  await desk.call('session', 'createAccount', who);
  const facility = {
    seen: null,
    name: {kk: 'Үміт', ru: 'Умит'},
    place: {kk: 'Қарағанды', ru: 'Караганда'},
    headStaffId: null,
  };
  await desk.call('facility', 'save', {...facility, type: 'stationary'});
  await desk.call('facility', 'setSetupStep', {step: 'done'});
  await desk.page.reload();
  const {page} = desk;
  const opened = {host: 'loopback' as const, page, errors: desk.browser.errors, close: () => Promise.resolve()};
  const walker = new Walker(opened, 'stationary', language, async press => {
    const [file] = await Promise.all([page.waitForEvent('download'), press()]);
    return readFileSync(must(await file.path()));
  });

  await walker.see(frameText.find);

  // A member of staff with half a post of a hairdresser.
  await walker.find(walker.say(searchText.commandNames.staff));
  await walker.push(walker.button(staffText.add).first());
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await typeName(walker, {surname: 'Үсенова', firstName: 'Әсел', patronymic: null}, dialog);
  await walker.fill(walker.field(staffText.positionKk, dialog), 'шаштараз');
  await walker.fill(walker.field(staffText.positionRu, dialog), 'парикмахер');
  const hairdresser = must(appendix1.posts.find(({no}) => no === 34));
  await walker.fill(walker.field(staffText.normPost, dialog), '34');
  await page.getByRole('option').filter({visible: true}).first().waitFor();
  await walker.press('ArrowDown');
  await walker.press('Enter');
  const rate = walker.field(staffText.rate, dialog);
  await expect.poll(() => rate.inputValue()).toBe('1');
  await walker.fill(rate, '0,5');
  await walker.look('staff-with-post');
  await walker.press('Control+Enter');
  await dialog.waitFor({state: 'hidden'});

  await walker.find(walker.say(searchText.commandNames.norms));
  await walker.see(normsText.questions);
  const kind = walker.say(organisationKindNames.psychoneurological);
  await walker.choose(walker.field(normsText.kind), kind.charAt(0).toUpperCase() + kind.slice(1));
  await walker.fill(walker.field(normsText.people), '174');
  const row = page.getByRole('row').filter({hasText: `${walker.say(hairdresser.name)} `});
  const table = page.getByRole('table', {name: walker.say(normsText.result)});
  await table.waitFor();

  // What is answered is counted at once.
  const answer = async (
    question: 'equippedHairdresser' | 'noOrdinaryHairdresser' | 'lift',
    words: typeof normsText.yes,
  ) => walker.pick(page.getByRole('radiogroup', {name: walker.say(appendix1.questions[question])}), walker.say(words));
  await answer('lift', normsText.no);
  await answer('equippedHairdresser', normsText.yes);
  await answer('noOrdinaryHairdresser', normsText.yes);
  await walker.see('1,74', row);
  await walker.see(standingNames.short, row);
  await table.getByText(walker.say(normsText.notNeeded), {exact: true}).first().waitFor();

  const beds = walker.field(appendix1.questions.beds);
  await walker.fill(beds, 'көп');
  await walker.press('Tab');
  await walker.see(problemText.malformed);
  await walker.fill(beds, '180');
  await walker.press('Control+Enter');
  await walker.see(normsText.saved);
  await walker.look('norms');
  await page.emulateMedia({colorScheme: 'dark'});
  await walker.look('norms-dark');
  await page.emulateMedia({colorScheme: 'light'});
  await row.first().scrollIntoViewIfNeeded();
  await page.getByText(walker.say(normsText.staffIsWhole)).scrollIntoViewIfNeeded();
  await page.getByText(walker.say(appendix1.vehicles.lead)).first().scrollIntoViewIfNeeded();

  const pdf = await walker.take(() => walker.push(walker.button(normsText.savePdf)));
  expect(dense(pdfText(pdf))).toContain(dense(appendix1.title[language]));
  const book = await walker.take(() => walker.push(walker.button(normsText.saveExcel)));
  expect(strFromU8(must(unzipSync(book)['xl/worksheets/sheet1.xml']))).toContain('<v>1.74</v>');

  // What was saved is there again.
  await page.reload();
  await table.waitFor();
  await expect.poll(() => walker.field(normsText.people).inputValue()).toBe('174');
  expect(await page.getByText(walker.say(formText.restored)).count()).toBe(0);

  // Another type of organisation is told that Appendix 1 is not for it.
  const saved = (await desk.call('facility', 'get', {})) as {stamp: string};
  await desk.call('facility', 'save', {...facility, seen: saved.stamp, type: 'home-care'});
  await page.reload();
  await walker.see(normsText.notStationaryTitle);
  await walker.look('norms-not-stationary');
  // A page that is loaded anew drops what it was asking.
  expect(desk.browser.errors).toEqual([]);
});
