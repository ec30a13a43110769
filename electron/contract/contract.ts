import {admissionCalls} from './admission.ts';
import {auditCalls} from './audit.ts';
import {attachmentCalls} from './attachment.ts';
import {backupCalls} from './backup.ts';
import {bindingCalls} from './binding.ts';
import {calendarCalls} from './calendar.ts';
import {consentCalls} from './consent.ts';
import {draftCalls} from './draft.ts';
import {duplicatesCalls} from './duplicates.ts';
import {erasureCalls} from './erasure.ts';
import {exchangeCalls} from './exchange.ts';
import {exportingCalls} from './exporting.ts';
import {facilityCalls} from './facility.ts';
import {fileCalls} from './file.ts';
import {importingCalls} from './importing.ts';
import {groupMeasureCalls} from './group-measure.ts';
import {journalCalls} from './journal.ts';
import {jobCalls} from './job.ts';
import {area, type Contract} from './kernel.ts';
import {monitoringCalls} from './monitoring.ts';
import {normsCalls} from './norms.ts';
import {numberingCalls} from './numbering.ts';
import {paperCalls} from './paper.ts';
import {personalDataCalls} from './personal-data.ts';
import {phraseCalls} from './phrase.ts';
import {planCalls} from './plan.ts';
import {printingCalls} from './printing.ts';
import {queueCalls} from './queue.ts';
import {recipientCalls} from './recipient.ts';
import {referenceCalls} from './reference.ts';
import {scheduleCalls} from './schedule.ts';
import {sessionCalls} from './session.ts';
import {statisticsCalls} from './statistics.ts';
import {todayCalls} from './today.ts';
import {transferCalls} from './transfer.ts';
import {typedBeforeCalls} from './typed-before.ts';
import {undoCalls} from './undo.ts';
import {unitCalls} from './unit.ts';
import {updateCalls} from './update.ts';

/** Everything that a screen may ask, and what right each area asks for, where a call of it does not say otherwise. */
export const contract = {
  session: area({query: 'self', command: 'self'}, sessionCalls),
  facility: area({query: 'self', command: 'organisation'}, facilityCalls),
  calendar: area({query: 'self', command: 'terms'}, calendarCalls),
  today: area({query: 'records', command: 'nobody'}, todayCalls),
  schedule: area({query: 'records', command: 'nobody'}, scheduleCalls),
  journal: area({query: 'records', command: 'journal'}, journalCalls),
  queue: area({query: 'records', command: 'journal'}, queueCalls),
  admission: area({query: 'records', command: 'journal'}, admissionCalls),
  unit: area({query: 'self', command: 'journal'}, unitCalls),
  recipient: area({query: 'records', command: 'person'}, recipientCalls),
  consent: area({query: 'records', command: 'person'}, consentCalls),
  personalData: area({query: 'records', command: 'terms'}, personalDataCalls),
  erasure: area({query: 'records', command: 'erase'}, erasureCalls),
  undo: area({query: 'records', command: 'nobody'}, undoCalls),
  duplicates: area({query: 'file', command: 'file'}, duplicatesCalls),
  file: area({query: 'records', command: 'file'}, fileCalls),
  numbering: area({query: 'records', command: 'journal'}, numberingCalls),
  attachment: area({query: 'diagnosis', command: 'file'}, attachmentCalls),
  plan: area({query: 'diagnosis', command: 'plan'}, planCalls),
  groupMeasure: area({query: 'own-services', command: 'own-services'}, groupMeasureCalls),
  phrase: area({query: 'self', command: 'own-services'}, phraseCalls),
  monitoring: area({query: 'diagnosis', command: 'plan'}, monitoringCalls),
  typedBefore: area({query: 'records', command: 'nobody'}, typedBeforeCalls),
  paper: area({query: 'records', command: 'papers'}, paperCalls),
  printing: area({query: 'papers', command: 'papers'}, printingCalls),
  binding: area({query: 'file', command: 'file'}, bindingCalls),
  transfer: area({query: 'file', command: 'file'}, transferCalls),
  norms: area({query: 'self', command: 'organisation'}, normsCalls),
  statistics: area({query: 'records', command: 'nobody'}, statisticsCalls),
  job: area({query: 'self', command: 'nobody'}, jobCalls),
  draft: area({query: 'self', command: 'self'}, draftCalls),
  importing: area({query: 'self', command: 'self'}, importingCalls),
  exporting: area({query: 'export', command: 'nobody'}, exportingCalls),
  exchange: area({query: 'self', command: 'exchange'}, exchangeCalls),
  reference: area({query: 'self', command: 'nobody'}, referenceCalls),
  backup: area({query: 'self', command: 'backup'}, backupCalls),
  update: area({query: 'self', command: 'update'}, updateCalls),
  audit: area({query: 'audit', command: 'nobody'}, auditCalls),
} satisfies Contract;
