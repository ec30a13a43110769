import type {Locator} from 'playwright-core';
import {must} from '../../domain/assert.ts';
import {fullName} from '../../domain/person.ts';
import {positiveChangeGroupNames, serviceTypeNames, serviceTypes, type ServiceType} from '../../domain/vocabulary.ts';
import {monitoringText} from '../../renderer/text/monitoring.ts';
import {planText} from '../../renderer/text/plan.ts';
import {appendix5} from '../../templates/editions/308-2022/appendix-5.ts';
import {advice, days, improved, staffOf, worse} from './facts.ts';
import {savePapers} from './papers.ts';
import type {Walker} from './walker.ts';

const {rows} = appendix5.fields;
export const correctedService: ServiceType = 'medical';

/** From the plan: a round in which one service shows a change for the better and the others none. */
export async function monitorFirst(walker: Walker): Promise<void> {
  await begin(walker, days.firstFrom, days.firstRound);
  const row = serviceRow(walker, 'everyday');
  await walker.check(mark(walker, row, monitoringText.statePositive));
  await walker.check(row.getByRole('checkbox', {name: walker.say(positiveChangeGroupNames.skills)}));
  await walker.fill(walker.field(rows.fields.positive.fields.text.label, row), walker.say(improved));
  await finish(walker, days.firstRound);
  await walker.look('monitoring-closed');
  await walker.push(walker.button(monitoringText.frozenPaper));
  await savePapers(walker, appendix5, {isDraft: false, typed: [walker.say(improved)]});
  await walker.push(walker.button(monitoringText.plan));
}

/** From the plan: a round in which a service got worse; the decision opens a revision of the plan. */
export async function monitorWithCorrection(walker: Walker): Promise<void> {
  await begin(walker, days.secondFrom, days.secondRound);
  const row = serviceRow(walker, correctedService);
  const {worse: gotWorse} = rows.fields.noneOrWorse.fields.kind.options;
  await walker.check(mark(walker, row, gotWorse));
  await walker.fill(walker.field(rows.fields.noneOrWorse.fields.text.label, row), walker.say(worse));
  await walker.check(mark(walker, row, monitoringText.correctsPlan));
  await walker.fill(walker.field(rows.fields.correction.fields.recommendation.label, row), walker.say(advice));
  await finish(walker, days.secondRound);
  await walker.see(monitoringText.revisionOpened);
  await walker.look('monitoring-revision-opened');
  await walker.push(walker.button(monitoringText.openRevision));
}

async function begin(walker: Walker, from: string, to: string): Promise<void> {
  await walker.push(walker.button(planText.monitoring));
  const start = walker.button(monitoringText.begin);
  await start.waitFor();
  await walker.look('monitoring-rounds');
  await walker.push(start);
  await walker.fill(walker.field(monitoringText.from), from);
  await walker.press('Enter');
  await walker.type(to);
  await walker.press('Enter');
  await walker.type(to);
  const staff = staffOf(walker.organisationType);
  let signing = 0;
  for (const {role, label} of appendix5.signatories) {
    const member = staff.find(each => each.role === role);
    if (member === undefined) continue;
    const who = walker.field(label);
    if ((await who.count()) === 0) continue;
    const name = fullName(must(member).name);
    if (!(await who.inputValue()).startsWith(name)) await walker.choose(who, name);
    await walker.fill(walker.field(monitoringText.signedOn).nth(signing), to);
    signing += 1;
  }
}

/** The other rows without a change; saved, looked through, entered into the journal. */
async function finish(walker: Walker, enteredOn: string): Promise<void> {
  await walker.push(walker.button(monitoringText.noChangeRest));
  await walker.press('Control+s');
  await walker.see(monitoringText.saved);
  await walker.see(monitoringText.noIssues);
  await walker.look('monitoring-round');
  await walker.push(walker.button(monitoringText.close));
  const dialog = walker.page.getByRole('dialog');
  await walker.fill(walker.field(monitoringText.enteredOn, dialog), enteredOn);
  await walker.press('Enter');
  await walker.see(monitoringText.closedDone);
  await dialog.waitFor({state: 'hidden'});
}

function serviceRow(walker: Walker, service: ServiceType): Locator {
  const name = `${serviceTypes.indexOf(service) + 1}. ${walker.say(serviceTypeNames[service])}`;
  return walker.page.getByRole('region', {name, exact: true});
}

function mark(walker: Walker, row: Locator, label: {readonly kk: string; readonly ru: string}): Locator {
  return row.getByRole('checkbox', {name: walker.say(label), exact: true});
}
