import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {paths} from '../../../renderer/lib/paths.ts';
import {frameText} from '../../../renderer/text/frame.ts';
import {helpText} from '../../../renderer/text/help.ts';
import {importingText} from '../../../renderer/text/importing.ts';
import {tourText} from '../../../renderer/text/tour.ts';
import {bookOf} from '../../support/tables.ts';
import type {Camera} from '../camera.ts';

/** What people take from their own tables: the page, its columns and what is wrong with the rows. */
export async function tourImporting(camera: Camera): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-screens-'));
  const file = join(folder, 'тізім.xlsx');
  const table = [
    ['Тегі, аты, әкесінің аты', 'Туған күні', 'Жынысы', 'Түскен күні және бұйрықтың №'],
    ['Серікова Айгүл Маратқызы', '05.03.1961', 'әйел', '12.01.2026 № 12-ж'],
    ['Иванов Пётр', '31.02.1950', 'м', null],
    ['Үсенов Д.', '7 марта 1950 г.', 'м', null],
  ];
  writeFileSync(file, bookOf(table));
  try {
    for (const kind of ['people', 'staff', 'plans'] as const) {
      await camera.part(`86-import-${kind}`, async () => {
        await camera.visit(paths.importing(kind));
        await camera.shoot(`86-import-${kind}`);
      });
    }
    await camera.part('86-import-columns', async () => {
      await camera.visit(paths.importing('people'));
      await camera.page.locator('input[type=file]').setInputFiles(file);
      await camera.button(importingText.check).waitFor();
      await camera.shoot('86-import-columns');
      await camera.press(importingText.check);
      await camera.button(importingText.saveErrors).waitFor();
      await camera.shoot('86-import-checked');
    });
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** The help beside the work: its contents, a page, and what a search finds. */
export async function tourHelp(camera: Camera): Promise<void> {
  const {page} = camera;
  const panel = page.locator('[data-help-panel]');
  await camera.part('87-help', async () => {
    await camera.visit(paths.queue());
    await page.keyboard.press('F1');
    await panel.waitFor();
    await camera.shoot('87-help-of-screen');
    await camera.press(helpText.contents, panel);
    await camera.shoot('87-help-contents');
    await page.keyboard.press('Escape');
    await panel.waitFor({state: 'hidden'});
  });
}

/** The invented organisation: from the door, with nobody signed in. */
export async function tourTour(camera: Camera): Promise<void> {
  await camera.part('88-tour', async () => {
    await camera.press(frameText.lock);
    await camera.button(tourText.begin).waitFor();
    await camera.press(tourText.begin);
    await camera.page.getByText(camera.say(tourText.on)).first().waitFor();
    await camera.shoot('88-tour');
    await camera.visit(paths.people());
    await camera.shoot('88-tour-people');
    await camera.press(tourText.end);
    await camera.button(tourText.begin).waitFor();
  });
}
