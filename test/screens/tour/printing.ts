import {paths} from '../../../renderer/lib/paths.ts';
import {printingText} from '../../../renderer/text/printing.ts';
import {scheduleText} from '../../../renderer/text/schedule.ts';
import type {Camera} from '../camera.ts';
import type {Subjects} from '../furnish.ts';

/** The print centre and its register, the month as a calendar, the year of a recipient as a line. */
export async function tourPrinting(camera: Camera, {full}: Subjects): Promise<void> {
  const {page} = camera;
  await camera.part('80-printing', async () => {
    await camera.visit(paths.printing());
    await camera.shoot('80-printing');
    for (const form of ['appendix-2', 'appendix-3', 'appendix-5'] as const) {
      await page.getByRole('checkbox', {name: camera.say(printingText.formNames[form]), exact: true}).click();
    }
    await page.getByRole('checkbox', {name: camera.say(printingText.selectAll)}).click();
    await camera.settle();
    await camera.shoot('80-printing-all');
    await camera.press(printingText.print);
    // All papers of everybody: that takes its time.
    await page.locator('canvas').first().waitFor({timeout: 120_000});
    await camera.shoot('81-pile');
    await page.goBack();
    await camera.settle();
    await camera.shoot('81-pile-made');
  });
  await camera.part('82-print-register', async () => {
    await camera.visit(paths.printRegister());
    await camera.shoot('82-print-register');
  });
  await camera.part('83-month', async () => {
    await camera.visit(paths.month());
    await camera.shoot('83-month');
    await page
      .getByRole('main')
      .getByRole('button', {name: camera.say(scheduleText.print), exact: true})
      .click();
    await page.locator('canvas').first().waitFor();
    await camera.shoot('83-month-paper');
  });
  await camera.part('84-year', async () => {
    await camera.visit(paths.recipient(full.id));
    await page.getByRole('heading', {name: camera.say(scheduleText.year)}).scrollIntoViewIfNeeded();
    await camera.press(scheduleText.asTable);
    await camera.shoot('84-year');
    await page.evaluate(
      hash => {
        location.hash = hash;
      },
      paths.paper({kind: 'life', recipientId: full.id, year: 2026}),
    );
    await page.locator('canvas').first().waitFor();
    await camera.shoot('84-year-paper');
  });
}
