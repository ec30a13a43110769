import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {installationProblemText, signInText} from '../../renderer/text/sign-in.ts';
import {launchDesktop} from '../support/desktop/launch-desktop.ts';

test('a file in place of the data folder: the window opens all the same, says so, and looks again', async () => {
  const root = mkdtempSync(join(tmpdir(), 'tirek-place-'));
  const folder = join(root, 'data');
  writeFileSync(folder, 'not a folder');
  const opened = await launchDesktop(folder);
  try {
    await opened.page.getByRole('heading', {name: installationProblemText['not-a-folder'].title.kk}).waitFor();
    rmSync(folder);
    await opened.page.getByRole('button', {name: signInText.lookAgain.kk}).click();
    await opened.page.getByRole('heading', {name: 'Русский'}).or(opened.page.getByRole('button')).first().waitFor();
    await opened.page.getByRole('alert').waitFor({state: 'detached'});
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
    rmSync(root, {recursive: true, force: true});
  }
});
