import {admissionCalls} from './admission.ts';
import {auditCalls} from './audit.ts';
import {attachmentCalls} from './attachment.ts';
import {bindingCalls} from './binding.ts';
import {calendarCalls} from './calendar.ts';
import {draftCalls} from './draft.ts';
import {duplicatesCalls} from './duplicates.ts';
import {exchangeCalls} from './exchange.ts';
import {facilityCalls} from './facility.ts';
import {fileCalls} from './file.ts';
import {journalCalls} from './journal.ts';
import {jobCalls} from './job.ts';
import type {Contract} from './kernel.ts';
import {monitoringCalls} from './monitoring.ts';
import {normsCalls} from './norms.ts';
import {numberingCalls} from './numbering.ts';
import {paperCalls} from './paper.ts';
import {planCalls} from './plan.ts';
import {queueCalls} from './queue.ts';
import {recipientCalls} from './recipient.ts';
import {referenceCalls} from './reference.ts';
import {sessionCalls} from './session.ts';
import {statisticsCalls} from './statistics.ts';
import {todayCalls} from './today.ts';
import {transferCalls} from './transfer.ts';
import {unitCalls} from './unit.ts';

/** Everything that a screen may ask. */
export const contract = {
  session: sessionCalls,
  facility: facilityCalls,
  calendar: calendarCalls,
  today: todayCalls,
  journal: journalCalls,
  queue: queueCalls,
  admission: admissionCalls,
  unit: unitCalls,
  recipient: recipientCalls,
  duplicates: duplicatesCalls,
  file: fileCalls,
  numbering: numberingCalls,
  attachment: attachmentCalls,
  plan: planCalls,
  monitoring: monitoringCalls,
  paper: paperCalls,
  binding: bindingCalls,
  transfer: transferCalls,
  norms: normsCalls,
  statistics: statisticsCalls,
  job: jobCalls,
  draft: draftCalls,
  exchange: exchangeCalls,
  reference: referenceCalls,
  audit: auditCalls,
} satisfies Contract;
