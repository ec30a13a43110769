import {languages, text} from '../../../domain/text.ts';
import {organisationTypeNames, type OrganisationType} from '../../../domain/vocabulary.ts';
import {facilities} from '../../../electron/demo/facilities.ts';
import {commonText} from '../../../renderer/text/common.ts';
import {formText} from '../../../renderer/text/form.ts';
import {joinText} from '../../../renderer/text/join.ts';
import {passwordText} from '../../../renderer/text/password.ts';
import {setupText} from '../../../renderer/text/setup.ts';
import {staffText} from '../../../renderer/text/staff.ts';
import {todayText} from '../../../renderer/text/today.ts';
import type {Camera} from '../camera.ts';

/** The first run on an empty folder, to an empty Today. */
export async function tourFirstRun(camera: Camera, type: OrganisationType): Promise<void> {
  const {page} = camera;
  const {name, place} = facilities[type];
  const step = (which: keyof typeof setupText.stepNames) =>
    page.getByRole('heading', {level: 1, name: camera.say(setupText.stepNames[which])}).waitFor();

  await page.getByRole('button', {name: commonText.kazakh.kk}).waitFor();
  await camera.shoot('00-setup-language');
  const own = languages.indexOf(camera.language) === 0 ? commonText.kazakh.kk : commonText.russian.ru;
  await page.getByRole('button', {name: own, exact: true}).click();

  await step('account');
  await camera.shoot('01-setup-account');
  await camera.field(setupText.accountName).fill('Ғабдолла Әділхан');
  await camera.field(setupText.password).fill('12345678');
  await camera.field(passwordText.repeat).fill('1234567');
  await camera.press(setupText.createAccount);
  await camera.shoot('01-setup-account-refused');
  await camera.field(setupText.password).fill('жеті қазына, бір ат');
  await camera.field(passwordText.repeat).fill('жеті қазына, бір ат');
  await camera.press(setupText.createAccount);

  await step('start');
  await camera.shoot('02-setup-start');
  await camera.page.getByRole('button', {name: camera.say(joinText.joinTitle)}).click();
  await step('joining');
  await camera.shoot('02-setup-joining');
  await camera.page.getByText(camera.say(joinText.byStick), {exact: true}).click();
  await camera.shoot('02-setup-joining-stick');
  await camera.press(commonText.back);
  await step('start');
  await camera.page.getByRole('button', {name: camera.say(joinText.newTitle)}).click();

  await step('organisation');
  await camera.shoot('02-setup-organisation');
  await page.getByRole('radio', {name: new RegExp(`^${camera.say(organisationTypeNames[type])}`, 'iu')}).check();
  await camera.press(commonText.next);

  await step('names');
  await camera.press(commonText.next);
  await camera.shoot('03-setup-names-refused');
  await camera.field(setupText.nameKk).fill(name.kk);
  await camera.field(setupText.nameRu).fill(name.ru);
  await camera.field(setupText.placeKk).fill(place.kk);
  await camera.field(setupText.placeRu).fill(place.ru);
  await camera.shoot('03-setup-names');
  await camera.press(commonText.next);

  await step('head');
  await fillName(camera);
  await camera.shoot('04-setup-head');
  await camera.press(commonText.next);

  await step('staff');
  await camera.shoot('05-setup-staff');
  await fillName(camera);
  await camera.field(staffText.positionKk).fill('психолог');
  await camera.field(staffText.positionRu).fill('психолог');
  await camera.press(staffText.add);
  await page.getByText(camera.say(setupText.staffSoFar(1))).waitFor();
  await camera.shoot('05-setup-staff-one');
  await camera.press(commonText.next);

  await step('recovery-key');
  await camera.shoot('06-setup-key');
  await camera.press(setupText.showKey);
  const groups = page.getByRole('list', {name: camera.say(setupText.recoveryKey)}).getByRole('listitem');
  await groups.first().waitFor();
  await camera.shoot('06-setup-key-shown');
  for (const [index, words] of (await groups.allInnerTexts()).entries()) {
    const asked = camera.field(setupText.group(index + 1));
    // The number of a group stands before it, for the eye.
    const group = words
      .trim()
      .slice(String(index + 1).length)
      .trim();
    if ((await asked.count()) > 0) await asked.fill(group);
  }
  await camera.press(setupText.confirmKey);

  await step('numbering');
  await camera.shoot('07-setup-numbering');
  await camera.press(setupText.finish);
  await page.getByText(camera.say(todayText.emptyTitle)).waitFor();
  await camera.shoot('08-today-empty');
}

const shown = {surname: 'Ғабдоллаұлы-Қожахметова', firstName: 'Әйгерім', patronymic: 'Өмірзаққызы'};

export async function fillName(camera: Camera): Promise<void> {
  await camera.field(formText.surname).fill(shown.surname);
  await camera.field(formText.firstName).fill(shown.firstName);
  await camera.field(formText.patronymic).fill(shown.patronymic);
}

/** What the screens of an organisation without work say. */
export async function tourEmpty(camera: Camera): Promise<void> {
  for (const [name, path] of [
    ['09-journal-empty', '/journal'],
    ['09-people-empty', '/people'],
    ['09-staff', '/settings/staff'],
    ['09-not-found', '/nowhere'],
  ] as const) {
    await camera.part(name, async () => {
      await camera.page.evaluate(hash => {
        location.hash = hash;
      }, path);
      await camera.shoot(name);
    });
  }
  await camera.part('09-record-missing', async () => {
    await camera.page.evaluate(() => {
      location.hash = '/people/01920000-0000-7000-8000-000000000000';
    });
    await camera.page
      .getByText(camera.say(text('Орындалмады', 'Не получилось')))
      .first()
      .waitFor({timeout: 3000})
      .catch(() => undefined);
    await camera.shoot('09-record-missing');
  });
}
