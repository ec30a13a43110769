import type {Locator} from 'playwright-core';
import {expect} from 'vitest';
import {must} from '../../domain/assert.ts';
import {fullName} from '../../domain/person.ts';
import {measurePeriodNames, serviceTypeNames, serviceTypes, type ServiceType} from '../../domain/vocabulary.ts';
import {planText} from '../../renderer/text/plan.ts';
import {recipientText} from '../../renderer/text/recipient.ts';
import {fieldName} from '../../templates/core/edition.ts';
import {appendix4} from '../../templates/editions/308-2022/appendix-4.ts';
import {advice, days, measures, staffOf, volume} from './facts.ts';
import {openPerson} from './journal.ts';
import {savePapers} from './papers.ts';
import type {Walker} from './walker.ts';

const {observed, planned, reviewOn, services} = appendix4.fields;
const measureFields = services.fields.measures.fields;

/** Appendix 4: written, printed as a draft, filled, approved, printed as approved. */
export async function makePlan(walker: Walker): Promise<void> {
  await openPerson(walker);
  await walker.push(walker.button(recipientText.newPlan));
  const empty = walker.button(planText.createEmpty);
  await empty.waitFor();
  await walker.look('plan-new');
  await walker.push(empty);
  await typePeriods(walker);
  for (const service of serviceTypes) await typeMeasures(walker, service);
  await sign(walker, days.filled);
  await walker.press('Control+s');
  await walker.see(planText.saved);
  await walker.look('plan-draft');
  await fillAndApprove(walker, days.filled, days.approved);
  await walker.look('plan-approved');
}

/** From the plan that is open: its paper in each language; back to the plan. */
export async function printPlan(walker: Walker): Promise<void> {
  await walker.press('Control+p');
  const typed = serviceTypes.flatMap(service => measures[service].map(each => walker.say(each)));
  await savePapers(walker, appendix4, {isDraft: false, typed});
}

/** A plan that monitoring has opened for correction: the marked service gets one more measure. */
export async function revisePlan(walker: Walker, service: ServiceType): Promise<void> {
  const block = serviceBlock(walker, service);
  await walker.see(planText.markedForReview, block);
  await walker.push(walker.button(planText.addMeasureTo(serviceTypeNames[service]), block));
  const row = block.getByRole('group', {name: walker.say(planText.measureNumber(measures[service].length + 1))});
  await typeMeasure(walker, row, walker.say(advice), days.revised);
  await sign(walker, days.revised);
  await walker.press('Control+s');
  await walker.see(planText.saved);
  await walker.look('plan-revision');
  await fillAndApprove(walker, days.revised, days.revised);
}

async function typePeriods(walker: Walker): Promise<void> {
  const {page} = walker;
  const watched = page.getByRole('group', {name: walker.say(fieldName(observed)), exact: true});
  const whole = page.getByRole('group', {name: walker.say(fieldName(planned)), exact: true});
  await walker.fill(walker.field(planText.from, watched), days.admitted);
  await walker.press('Enter');
  await walker.type(days.observedTo);
  await walker.fill(walker.field(planText.from, whole), days.planFrom);
  await walker.press('Enter');
  await walker.type(days.planTo);
  await walker.fill(walker.field(reviewOn.label), days.planTo);
}

async function typeMeasures(walker: Walker, service: ServiceType): Promise<void> {
  const block = serviceBlock(walker, service);
  for (const [index, measure] of measures[service].entries()) {
    const add = walker.button(planText.addMeasureTo(serviceTypeNames[service]), block);
    // The second one from within the first.
    if (index === 0) await walker.push(add);
    else await walker.press('Alt+Enter');
    const row = block.getByRole('group', {name: walker.say(planText.measureNumber(index + 1)), exact: true});
    await typeMeasure(walker, row, walker.say(measure), days.assigned);
  }
}

async function typeMeasure(walker: Walker, row: Locator, words: string, assignedOn: string): Promise<void> {
  await walker.fill(walker.field(measureFields.text.label, row), words);
  await walker.fill(walker.field(measureFields.volume.label, row), walker.say(volume));
  const period = walker.field(measureFields.period.label, row);
  if ((await period.inputValue()) === '') await walker.choose(period, walker.say(measurePeriodNames.month));
  await walker.fill(walker.field(measureFields.assignedOn.label, row), assignedOn);
}

/** Everybody who signs in an organisation of this type, and the day. */
async function sign(walker: Walker, day: string): Promise<void> {
  const {organisationType} = walker;
  const signatures = walker.page.getByRole('region', {name: walker.say(planText.signatures), exact: true});
  const staff = staffOf(organisationType);
  const signing = appendix4.signatories.filter(({filledBy}) =>
    (filledBy as readonly string[]).includes(organisationType),
  );
  for (const [index, {role, label}] of signing.entries()) {
    const {name} = must(staff.find(each => each.role === role));
    const who = walker.field(label, signatures);
    if (!(await who.inputValue()).startsWith(fullName(name))) await walker.choose(who, fullName(name));
    await walker.fill(walker.field(planText.signedOn, signatures).nth(index), day);
  }
}

async function fillAndApprove(walker: Walker, filledOn: string, approvedOn: string): Promise<void> {
  const dialog = walker.page.getByRole('dialog');
  await walker.push(walker.button(planText.markFilled));
  await walker.fill(walker.field(planText.filledOn, dialog), filledOn);
  await walker.press('Enter');
  await dialog.waitFor({state: 'hidden'});
  await walker.see(planText.noIssues);
  const approve = walker.button(planText.approve);
  await walker.push(approve);
  await walker.fill(walker.field(planText.approvedOn, dialog), '');
  await walker.press('Escape');
  await dialog.waitFor({state: 'hidden'});
  expect(await walker.isIn(approve), 'a dialog that was left gives the keyboard back').toBe(true);
  await walker.press('Enter');
  await walker.fill(walker.field(planText.approvedOn, dialog), approvedOn);
  await walker.look('plan-approval');
  await walker.press('Enter');
  await walker.see(planText.approved);
  await dialog.waitFor({state: 'hidden'});
}

function serviceBlock(walker: Walker, service: ServiceType): Locator {
  const name = `${serviceTypes.indexOf(service) + 1}. ${walker.say(serviceTypeNames[service])}`;
  return walker.page.getByRole('region', {name, exact: true});
}
