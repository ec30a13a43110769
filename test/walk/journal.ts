import type {Locator} from 'playwright-core';
import {kinshipNames} from '../../domain/record-value-words.ts';
import type {Text} from '../../domain/text.ts';
import {fullName} from '../../domain/person.ts';
import type {PlacementEventKind} from '../../domain/placement.ts';
import {placementStatusNames, recipientCategoryNames, returnedMark, sexNames} from '../../domain/vocabulary.ts';
import {formText} from '../../renderer/text/form.ts';
import {journalText} from '../../renderer/text/journal.ts';
import {recipientText} from '../../renderer/text/recipient.ts';
import {searchText} from '../../renderer/text/search.ts';
import {appendix2} from '../../templates/editions/308-2022/appendix-2.ts';
import {appendix3} from '../../templates/editions/308-2022/appendix-3.ts';
import {address, days, destination, orders, phone, reason, recipientOf} from './facts.ts';
import {savePapers} from './papers.ts';
import {typeName} from './set-up.ts';
import type {Walker} from './walker.ts';

const {fields} = appendix2.fields.rows;

/** A new person in the queue; the person's page opens. */
export async function enterQueue(walker: Walker): Promise<void> {
  const {name, born, category} = recipientOf(walker.organisationType);
  await walker.find(walker.say(searchText.commandNames.newEntry));
  await walker.page.getByRole('heading', {level: 1, name: walker.say(journalText.newEntry)}).waitFor();
  await walker.look('journal-new-entry');
  await typeName(walker, name);
  await walker.fill(walker.field(fields.born.short), born);
  await walker.choose(walker.field(fields.sex.label), walker.say(sexNames.female));
  await walker.fill(walker.field(fields.phone.label), phone);
  await walker.press('Enter');
  await walker.type(address);
  await walker.choose(walker.field(journalText.entry.category), walker.say(recipientCategoryNames[category]));
  await walker.pick(
    walker.page.getByRole('region', {name: walker.say(journalText.entry.how)}),
    walker.say(journalText.entry.queue),
  );
  await walker.fill(walker.field(journalText.days.queued), days.queued);
  await walker.press('Control+Enter');
  await personPage(walker).waitFor();
  await walker.see(placementStatusNames.queued);
  await walker.look('recipient-in-the-queue');
}

/** The order of admission. */
export async function admit(walker: Walker): Promise<void> {
  await record(walker, 'admitted', days.admitted, orders.admitted);
  await seeStatus(walker, placementStatusNames.receiving);
  await walker.look('journal');
}

export async function leaveAndComeBack(walker: Walker): Promise<void> {
  await record(walker, 'left', days.left, orders.left, async dialog => {
    await walker.fill(walker.field(journalText.reason, dialog), reason);
  });
  await seeStatus(walker, placementStatusNames['on-leave']);
  await record(walker, 'came-back', days.cameBack, orders.cameBack);
  await seeStatus(walker, placementStatusNames.receiving);
}

export async function discharge(walker: Walker): Promise<void> {
  await record(walker, 'discharged', days.discharged, orders.discharged, async dialog => {
    await walker.fill(walker.field(journalText.reason, dialog), reason);
    await walker.fill(walker.field(fields.destination.label, dialog), destination);
  });
  await seeStatus(walker, placementStatusNames.discharged);
}

/** Who was there before is found by the name; nothing about the person is typed again. */
export async function readmit(walker: Walker): Promise<void> {
  const {name} = recipientOf(walker.organisationType);
  const {entry} = journalText;
  await walker.find(walker.say(searchText.commandNames.newEntry));
  await typeName(walker, name);
  const known = `${walker.say(entry.samePerson)}: ${fullName(name)}`;
  await walker.push(walker.page.getByRole('button', {name: known}));
  await walker.see(entry.chosen);
  const how = walker.page.getByRole('region', {name: walker.say(entry.how)});
  await walker.pick(how, walker.say(entry.admit));
  await walker.fill(walker.field(journalText.days.admitted), days.readmitted);
  await walker.press('Enter');
  await walker.type(orders.readmitted);
  await walker.look('journal-re-admission');
  await walker.press('Control+Enter');
  await personPage(walker).waitFor();
  await openJournal(walker);
  await walker.see(returnedMark, walker.page.getByRole('table'));
  await walker.look('journal-after-the-year');
  await walker.push(walker.button(journalText.print));
  await savePapers(walker, appendix2, {isDraft: true, typed: [fullName(name), ...Object.values(printedOrders)]});
}

/** The return from leave has no column of its own. */
const {cameBack: _, ...printedOrders} = orders;

/** What only the cover asks for, and a child's parents. */
export async function completePerson(walker: Walker): Promise<void> {
  const {diagnosis, mother} = recipientOf(walker.organisationType);
  await openPerson(walker);
  const tabs = walker.page.getByRole('tablist', {name: walker.say(recipientText.tabs)});
  await walker.reach(tabs.getByRole('tab', {selected: true}));
  await walker.press('ArrowRight');
  await walker.fill(walker.field(appendix3.fields.ethnicity.label), walker.say(ethnicity));
  await walker.fill(walker.field(appendix3.fields.socialStatus.label), walker.say(socialStatus));
  await walker.fill(walker.field(appendix3.fields.diagnosis.label), diagnosis);
  if (mother !== null) {
    await walker.push(walker.button(recipientText.addRelative));
    const parents = walker.page.getByRole('region', {name: walker.say(recipientText.relatives)});
    await typeName(walker, mother, parents);
    await walker.choose(walker.field(recipientText.kinship, parents), walker.say(kinshipNames.mother));
  }
  await walker.press('Control+s');
  await walker.see(recipientText.saved);
  await walker.look('recipient-facts');
}

const ethnicity: Text = {kk: 'қазақ', ru: 'казашка'};
const socialStatus: Text = {kk: 'зейнеткер', ru: 'пенсионер'};

export async function openPerson(walker: Walker): Promise<void> {
  await walker.find(fullName(recipientOf(walker.organisationType).name));
  await personPage(walker).waitFor();
  const tabs = walker.page.getByRole('tablist', {name: walker.say(recipientText.tabs)});
  await walker.reach(tabs.getByRole('tab', {selected: true}));
  await walker.press('Home');
  await walker.press('Enter');
}

export async function openJournal(walker: Walker): Promise<void> {
  await walker.find(walker.say(searchText.commandNames.journal));
  await walker.page.getByRole('table').waitFor();
}

function personPage(walker: Walker): Locator {
  const name = fullName(recipientOf(walker.organisationType).name);
  return walker.page.getByRole('heading', {level: 1, name, exact: true});
}

/** A mark in the row of the person, through the menu of the row. */
async function record(
  walker: Walker,
  kind: PlacementEventKind,
  day: string,
  order: string,
  more: (dialog: Locator) => Promise<void> = async () => undefined,
): Promise<void> {
  const {page} = walker;
  await openJournal(walker);
  const name = fullName(recipientOf(walker.organisationType).name);
  await walker.push(walker.button(journalText.rowActions(name)).first());
  const item = page.getByRole('menuitem', {name: walker.say(journalText.actions[kind]), exact: true});
  await item.waitFor();
  for (let at = 0; at < 9 && !(await walker.isIn(item)); at += 1) await walker.press('ArrowDown');
  await walker.press('Enter');
  const dialog = page.getByRole('dialog');
  await walker.fill(walker.field(journalText.days[kind], dialog), day);
  await walker.press('Enter');
  await walker.type(order);
  await more(dialog);
  await walker.look(`journal-${kind}`);
  await walker.push(walker.button(formText.save, dialog));
  await dialog.waitFor({state: 'hidden'});
}

async function seeStatus(walker: Walker, status: Text): Promise<void> {
  await walker.page
    .getByRole('cell', {name: walker.say(status)})
    .first()
    .waitFor();
}
