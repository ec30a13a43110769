import {fileText} from '../../renderer/text/file.ts';
import {recipientText} from '../../renderer/text/recipient.ts';
import {appendix3} from '../../templates/editions/308-2022/appendix-3.ts';
import {cameFrom, days, documents} from './facts.ts';
import {openPerson} from './journal.ts';
import type {Walker} from './walker.ts';

/** Appendix 3: the file is opened, its papers are listed, the cover is issued. */
export async function keepFile(walker: Walker): Promise<void> {
  const {page} = walker;
  await openPerson(walker);
  await walker.push(walker.button(recipientText.openFile));
  await walker.fill(walker.field(appendix3.fields.cameFrom.label), cameFrom);
  await walker.look('file-open');
  await walker.push(walker.button(fileText.open));

  // Those that the order names are there already.
  await walker.button(fileText.addDocument).waitFor();
  const rows = page.getByRole('textbox', {name: walker.say(fileText.documentTitle), exact: true});
  for (const {title, sheets, copies, original} of documents) {
    const number = (await rows.count()) + 1;
    await walker.push(walker.button(fileText.addDocument));
    const row = page.getByRole('group', {name: walker.say(fileText.documentNumber(number)), exact: true});
    await walker.fill(walker.field(fileText.documentTitle, row), title);
    await walker.fill(walker.field(fileText.documentSheets, row), sheets);
    await walker.fill(walker.field(fileText.copies, row), copies);
    if (original) {
      await walker.check(row.getByRole('checkbox', {name: walker.say(fileText.original)}));
      await walker.fill(walker.field(fileText.consentOn, row), days.consent);
    }
    await walker.fill(walker.field(fileText.receivedOn, row), days.admitted);
  }
  await walker.press('Control+s');
  await walker.see(fileText.saved);
  await walker.see(fileText.noIssues);
  await walker.look('file');

  await walker.push(walker.button(fileText.issue));
  const dialog = page.getByRole('dialog');
  await walker.fill(walker.field(fileText.issuedOn, dialog), days.consent);
  await walker.press('Enter');
  await walker.see(fileText.issued);
  await dialog.waitFor({state: 'hidden'});
}
