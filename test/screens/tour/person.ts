import {commonText} from '../../../renderer/text/common.ts';
import {fileText} from '../../../renderer/text/file.ts';
import {recipientText} from '../../../renderer/text/recipient.ts';
import {paths, settingsSections} from '../../../renderer/lib/paths.ts';
import {paperForms} from '../../../electron/contract/paper.ts';
import {printLanguageNames} from '../../../domain/record-value-words.ts';
import {printLanguages} from '../../../domain/text.ts';
import {paperText} from '../../../renderer/text/paper.ts';
import {phraseText} from '../../../renderer/text/phrase.ts';
import {settingsText} from '../../../renderer/text/settings.ts';
import {passwordText} from '../../../renderer/text/password.ts';
import {staffText} from '../../../renderer/text/staff.ts';
import type {Camera} from '../camera.ts';
import type {Subjects} from '../furnish.ts';
import {letPass} from '../../support/time.ts';

/** A person's page and personal file. */
export async function tourPerson(camera: Camera, subjects: Subjects): Promise<void> {
  const {full, queued, discharged, withoutFile, withoutPlan} = subjects;
  for (const [name, person] of Object.entries({full, queued, discharged, withoutFile, withoutPlan})) {
    if (!person) continue;
    await camera.part(`20-person-${name}`, async () => {
      await camera.visit(paths.recipient(person.id));
      await camera.shoot(`20-person-${name}`);
    });
  }
  for (const tab of ['person', 'papers', 'history'] as const) {
    await camera.part(`21-person-${tab}`, async () => {
      await camera.visit(paths.recipient(full.id));
      await camera.press(recipientText[tab]);
      await camera.shoot(`21-person-${tab}`);
    });
  }
  if (withoutFile) {
    await camera.part('22-file-open', async () => {
      await camera.visit(paths.file(withoutFile.id));
      await camera.shoot('22-file-open');
    });
  }
  await camera.part('22-file-not-admitted', async () => {
    await camera.visit(paths.file(queued.id));
    await camera.shoot('22-file-not-admitted');
  });
  await camera.part('23-file', async () => {
    await camera.visit(paths.file(full.id));
    await camera.shoot('23-file');
    await camera.press(fileText.addDocument);
    await camera.shoot('23-file-document');
    await camera.press(fileText.issue);
    await camera.shoot('23-file-issue');
    await camera.escape();
  });
}

/** The papers as they will be printed, and the blank forms. */
export async function tourPapers(camera: Camera, subjects: Subjects): Promise<void> {
  const living = {
    'appendix-2': subjects.journalId,
    'appendix-3': subjects.full.id,
    'appendix-4': subjects.inForce.planId,
    'appendix-5': subjects.closedRound.roundId,
  };
  for (const form of paperForms) {
    await camera.part(`50-paper-${form}`, async () => {
      await camera.page.evaluate(
        hash => {
          location.hash = hash;
        },
        paths.paper({kind: 'living', form, subjectId: living[form]}),
      );
      for (const language of printLanguages) {
        const choice = camera.page.getByRole('radiogroup', {name: camera.say(paperText.printLanguage)});
        await choice.getByText(camera.say(printLanguageNames[language]), {exact: true}).click();
        await camera.page.locator('canvas').first().waitFor();
        await letPass(1200, 'a page that is drawn on a canvas does not say when it is there');
        await camera.shoot(`50-paper-${form}-${language}`);
      }
    });
  }
  await camera.part('51-blanks', async () => {
    await camera.visit(paths.papers());
    await camera.shoot('51-blanks');
    await camera.page.evaluate(
      hash => {
        location.hash = hash;
      },
      paths.paper({kind: 'blank', form: 'appendix-4'}),
    );
    await camera.page.locator('canvas').first().waitFor();
    await camera.shoot('51-blank-appendix-4');
  });
}

/** Every section of the settings. */
export async function tourSettings(camera: Camera): Promise<void> {
  const {page} = camera;
  for (const section of settingsSections) {
    await camera.part(`60-settings-${section}`, async () => {
      await camera.visit(paths.settings(section));
      await camera.shoot(`60-settings-${section}`);
    });
  }
  await camera.part('61-settings-staff-dialog', async () => {
    await camera.visit(paths.settings('staff'));
    await camera.press(staffText.add);
    await camera.shoot('61-settings-staff-dialog');
    await camera.escape();
    await page
      .getByRole('button', {name: new RegExp(`^${camera.say(commonText.edit)}`)})
      .nth(2)
      .click();
    await camera.shoot('61-settings-staff-edit');
    await camera.escape();
  });
  await camera.part('61-settings-phrase-dialog', async () => {
    await camera.visit(paths.settings('phrases'));
    await camera.press(phraseText.add);
    await camera.shoot('61-settings-phrase-dialog');
    await camera.escape();
  });
  await camera.part('62-settings-accounts-dialogs', async () => {
    await camera.visit(paths.settings('accounts'));
    await camera.press(passwordText.change);
    await camera.shoot('62-settings-password-refused');
    await camera.press(settingsText.addAccount);
    await camera.shoot('62-settings-account-new');
    await camera.escape();
    await camera.press(settingsText.recoveryNew);
    await camera.shoot('62-settings-recovery');
    await camera.escape();
  });
}
