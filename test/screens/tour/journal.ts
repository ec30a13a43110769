import {nextEventKinds} from '../../../domain/placement.ts';
import {placementStatusNames, placementStatuses} from '../../../domain/vocabulary.ts';
import {fullName} from '../../../domain/person.ts';
import {formText} from '../../../renderer/text/form.ts';
import {frameText} from '../../../renderer/text/frame.ts';
import {journalText} from '../../../renderer/text/journal.ts';
import {searchText} from '../../../renderer/text/search.ts';
import {todayText} from '../../../renderer/text/today.ts';
import type {Camera} from '../camera.ts';
import type {Subjects} from '../furnish.ts';
import {fillName} from './first-run.ts';

/** Today, the journal with its dialogs, a new entry, and the search. */
export async function tourJournal(camera: Camera, subjects: Subjects): Promise<void> {
  const {page} = camera;
  await camera.part('11-today', async () => {
    await camera.visit('/');
    await camera.shoot('11-today');
    await page.getByText(camera.say(todayText.byPerson)).first().click();
    await camera.shoot('11-today-people');
  });
  await camera.part('12-journal', async () => {
    await camera.visit('/journal');
    await page.getByRole('table').waitFor();
    await camera.shoot('12-journal');
    await page.getByRole('region', {name: camera.say(journalText.title)}).evaluate(region => region.scrollBy(400, 600));
    await camera.shoot('12-journal-scrolled');
    await camera.press(journalText.volumes);
    await camera.shoot('12-journal-volumes');
    await camera.press(journalText.newVolume);
    await camera.shoot('12-journal-volume-new');
    await camera.escape();
  });
  for (const status of placementStatuses) {
    await camera.part(`12-journal-${status}`, async () => {
      await camera.choose(journalText.filter, camera.say(placementStatusNames[status]));
      await camera.settle();
      const more = page.locator('tbody').getByRole('button').first();
      // Nobody has this status in the year of some types: the picture is of the empty list.
      if ((await more.count()) === 0) return await camera.shoot(`12-journal-${status}-nobody`);
      await more.click();
      await camera.shoot(`12-journal-${status}-menu`);
      await page.keyboard.press('Escape');
      for (const kind of nextEventKinds(status).filter(each => each !== 'readmitted')) {
        await more.click();
        await camera.press(journalText.actions[kind]);
        await camera.shoot(`12-journal-${status}-${kind}`);
        await camera.escape();
      }
    });
  }
  await camera.part('12-journal-marks', async () => {
    await camera.choose(journalText.filter, camera.say(placementStatusNames.discharged));
    await camera.settle();
    await page.locator('tbody').getByRole('button').first().click();
    await camera.press(journalText.marks);
    await camera.shoot('12-journal-marks');
    await camera.press(journalText.takeBack, page.getByRole('dialog'));
    await camera.shoot('12-journal-marks-take-back');
    await camera.press(formText.cancel, page.getByRole('dialog').last());
    await camera.settle();
    await camera.press(journalText.correct, page.getByRole('dialog'));
    await camera.shoot('12-journal-marks-correct');
    await camera.escape();
  });
  await camera.part('13-entry', async () => {
    await camera.visit('/journal/new');
    await camera.shoot('13-entry');
    await camera.press(journalText.entry.save);
    await camera.shoot('13-entry-refused');
    await fillName(camera);
    await camera.field(formText.iin).fill('991231100011');
    await camera.field(formText.iin).blur();
    await page.getByRole('radio', {name: camera.say(journalText.entry.admit)}).check();
    await camera.shoot('13-entry-iin');
    const {name} = subjects.discharged;
    await camera.field(formText.surname).fill(name.surname);
    await camera.field(formText.firstName).fill(name.firstName);
    await page.getByText(camera.say(journalText.entry.knownTitle)).waitFor();
    await camera.shoot('13-entry-known');
    await page.getByRole('button', {name: `${camera.say(journalText.entry.samePerson)}: ${fullName(name)}`}).click();
    await camera.shoot('13-entry-again');
  });
  await camera.part('14-people', async () => {
    await camera.visit('/people');
    await camera.shoot('14-people');
    await camera.field(searchText.label).fill('qqqq');
    await camera.shoot('14-people-nobody');
    await camera.press(frameText.find).catch(() => page.keyboard.press('Control+k'));
    await page.getByRole('dialog').waitFor();
    await camera.shoot('14-palette');
    await page.keyboard.insertText(subjects.full.name.surname.slice(0, 3));
    await camera.shoot('14-palette-hits');
    await page.keyboard.press('Escape');
  });
}
