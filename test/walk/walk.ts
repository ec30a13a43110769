import {admit, completePerson, discharge, enterQueue, leaveAndComeBack, readmit} from './journal.ts';
import {keepFile} from './file.ts';
import {correctedService, monitorFirst, monitorWithCorrection} from './monitoring.ts';
import {makePlan, printPlan, revisePlan} from './plan.ts';
import {setUp} from './set-up.ts';
import type {Walker} from './walker.ts';

/** Everything that an organisation does for one recipient, from the empty computer to the re-admission. */
export async function walkTheYear(walker: Walker): Promise<void> {
  await setUp(walker);
  await enterQueue(walker);
  await admit(walker);
  await completePerson(walker);
  await keepFile(walker);
  await makePlan(walker);
  await printPlan(walker);
  await monitorFirst(walker);
  await monitorWithCorrection(walker);
  await revisePlan(walker, correctedService);
  await leaveAndComeBack(walker);
  await discharge(walker);
  await readmit(walker);
}
