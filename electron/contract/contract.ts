import {draftCalls} from './draft.ts';
import {facilityCalls} from './facility.ts';
import {fileCalls} from './file.ts';
import {journalCalls} from './journal.ts';
import type {Contract} from './kernel.ts';
import {monitoringCalls} from './monitoring.ts';
import {paperCalls} from './paper.ts';
import {planCalls} from './plan.ts';
import {recipientCalls} from './recipient.ts';
import {sessionCalls} from './session.ts';
import {todayCalls} from './today.ts';

/** Everything that a screen may ask. */
export const contract = {
  session: sessionCalls,
  facility: facilityCalls,
  today: todayCalls,
  journal: journalCalls,
  recipient: recipientCalls,
  file: fileCalls,
  plan: planCalls,
  monitoring: monitoringCalls,
  paper: paperCalls,
  draft: draftCalls,
} satisfies Contract;
