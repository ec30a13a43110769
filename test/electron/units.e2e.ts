import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {fullName} from '../../domain/person.ts';
import {unitKindNames} from '../../domain/unit.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {admissionText} from '../../renderer/text/admission.ts';
import {formText} from '../../renderer/text/form.ts';
import {journalText} from '../../renderer/text/journal.ts';
import {problemText} from '../../renderer/text/problems.ts';
import {queueText} from '../../renderer/text/queue.ts';
import {historyTables} from '../../domain/record-words.ts';
import {recipientText} from '../../renderer/text/recipient.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {unitText} from '../../renderer/text/unit.ts';
import {admission} from '../../templates/editions/308-2022/admission.ts';
import {event, furnish, openOffice, password, person} from '../support/office.ts';
import {pictures} from '../support/pictures.ts';
import {startLoopback} from '../support/start-loopback.ts';
import {Walker} from '../walk/walker.ts';
import {walkedIn} from '../walk/languages.ts';

/** A unit with its places, an admission against a condition with its reason, a stay in the unit, an old paper. */

const now = '2026-06-01T06:00:00Z';
const need = must(admission.find(({id}) => id === '308-2022/stationary/need'));

test.each(walkedIn('kk'))('a person is admitted all the same and comes into a unit, in %s', async language => {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-units-'));
  const office = await openOffice('2026-06-01', {folder});
  const staff = await furnish(office, 'stationary');
  await office.client.facility.linkAccount({staffId: staff.head});
  const {recipientId} = await office.client.journal.enter({
    journalId: null,
    recipientId: null,
    person: {...person, disabilityGroup: 'third'},
    event: event('queued', '2026-05-04', null),
  });
  await office.client.facility.setSetupStep({step: 'done'});
  await office.client.session.setLanguage({language});
  office.application.close();

  const opened = await startLoopback(folder, {now});
  try {
    const {page} = opened;
    await page.clock.setFixedTime(now);
    const walker = new Walker(opened, 'stationary', language, () => Promise.reject(new Error('nothing is saved')));
    const shoot = pictures(page, `units-${language}`);
    const dialog = page.getByRole('dialog');
    await page.getByLabel(walker.say(signInText.password), {exact: true}).fill(password);
    await walker.press('Enter');
    await page.getByRole('main').waitFor();

    // The places, and a unit with fewer than the order has it.
    await page.evaluate(to => void (location.hash = to), paths.settings('facility'));
    await walker.fill(walker.field(unitText.facilityPlaces), '1');
    await walker.press('Control+s');
    await walker.push(walker.button(unitText.add));
    await walker.choose(walker.field(unitText.kind, dialog), walker.say(unitKindNames['supported-living']));
    await walker.fill(walker.field(unitText.nameKk, dialog), 'Өз бетінше тұруды сүйемелдеу бөлімшесі');
    await walker.fill(walker.field(unitText.nameRu, dialog), 'Отделение сопровождения самостоятельного проживания');
    await walker.fill(walker.field(unitText.places, dialog), '4');
    await dialog.getByRole('status').filter({hasText: '5'}).first().waitFor();
    await walker.look('unit-new');
    await shoot('unit-new');
    await walker.push(walker.button(formText.save, dialog));
    await dialog.waitFor({state: 'hidden'});
    await page
      .getByRole('table')
      .getByText(walker.say(unitText.freeCount(4)))
      .waitFor();
    await walker.look('settings-units');
    await shoot('settings-units');

    // Against what is known there is no admission without a word.
    await page.evaluate(to => void (location.hash = to), paths.queue());
    await page.getByText(walker.say(unitText.freePlaces)).waitFor();
    await walker.look('queue-places');
    await shoot('queue-places');
    await walker.push(walker.button(queueText.more(fullName(person.name))));
    await page.getByRole('menuitem', {name: walker.say(journalText.actions.admitted), exact: true}).click();
    await walker.fill(walker.field(journalText.days.admitted, dialog), '01.06.2026');
    await walker.pick(
      dialog.getByRole('radiogroup', {name: new RegExp(walker.say(need.what).slice(1), 'u')}),
      walker.say(admissionText.yes),
    );
    await walker.look('admission');
    await shoot('admission');
    await walker.press('Control+s');
    await dialog.getByText(walker.say(problemText['reason-required'])).first().waitFor();
    await walker.look('admission-refused');
    await shoot('admission-refused');
    await walker.fill(walker.field(admissionText.reason, dialog).first(), 'Әкімдік қаулысы № 5');
    await walker.press('Control+s');
    await dialog.waitFor({state: 'hidden'});

    // How the person was admitted; into the unit, and out of it again.
    await page.evaluate(to => void (location.hash = to), paths.recipient(recipientId));
    await page.getByText(walker.say(admissionText.because('Әкімдік қаулысы № 5'))).waitFor();
    await walker.push(walker.button(unitText.enter));
    await walker.choose(walker.field(unitText.unit, dialog), walker.say({kk: 'Өз бетінше', ru: 'Отделение'}));
    await walker.look('stay-enter');
    await shoot('stay-enter');
    await walker.push(dialog.getByRole('button', {name: walker.say(unitText.enter), exact: true}));
    await dialog.waitFor({state: 'hidden'});
    await page.getByText(walker.say(unitText.period('2026-06-01', null)), {exact: true}).waitFor();
    await walker.check(page.getByRole('switch', {name: walker.say(journalText.archive.label)}));
    await walker.look('recipient-admitted');
    await shoot('recipient-admitted');
    await walker.push(walker.button(admissionText.change));
    await dialog.getByText(walker.say(admissionText.what)).waitFor();
    await walker.look('admission-change');
    await shoot('admission-change');
    await walker.press('Escape');
    await dialog.waitFor({state: 'hidden'});
    await page.getByRole('tab', {name: walker.say(recipientText.history)}).click();
    await page.getByText(walker.say(must(historyTables['unitStay']).name)).waitFor();
    await walker.look('history-of-a-stay');
    await shoot('history-of-a-stay');

    // A mark of long ago asks whether it is an old paper.
    await page.evaluate(to => void (location.hash = to), paths.newEntry());
    await walker.fill(walker.field(journalText.days.queued), '01.02.2025');
    await page.getByRole('checkbox', {name: walker.say(journalText.archive.label)}).waitFor();
    await walker.look('entry-of-an-old-paper');
    await shoot('entry-of-an-old-paper');
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
});
