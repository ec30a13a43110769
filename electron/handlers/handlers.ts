import type {contract} from '../contract/contract.ts';
import {admissionHandlers} from './admission.ts';
import {attachmentHandlers} from './attachment.ts';
import {auditHandlers} from './audit.ts';
import {backupHandlers} from './backup.ts';
import {bindingHandlers} from './binding.ts';
import {calendarHandlers} from './calendar.ts';
import type {Handlers} from './context.ts';
import {consentHandlers} from './consent.ts';
import {draftHandlers} from './draft.ts';
import {duplicatesHandlers} from './duplicates.ts';
import {erasureHandlers} from './erasure.ts';
import {exchangeHandlers} from './exchange.ts';
import {exportingHandlers} from './exporting.ts';
import {facilityHandlers} from './facility.ts';
import {fileHandlers} from './file.ts';
import {importingHandlers} from './importing.ts';
import {jobHandlers} from './job.ts';
import {journalHandlers} from './journal.ts';
import {monitoringHandlers} from './monitoring.ts';
import {normsHandlers} from './norms.ts';
import {numberingHandlers} from './numbering.ts';
import {paperHandlers} from './paper.ts';
import {personalDataHandlers} from './personal-data.ts';
import {groupMeasureHandlers} from './group-measure.ts';
import {phraseHandlers} from './phrase.ts';
import {planHandlers} from './plan.ts';
import {printingHandlers} from './printing.ts';
import {queueHandlers} from './queue.ts';
import {recipientHandlers} from './recipient.ts';
import {referenceHandlers} from './reference.ts';
import {scheduleHandlers} from './schedule.ts';
import {sessionHandlers} from './session.ts';
import {statisticsHandlers} from './statistics.ts';
import {todayHandlers} from './today.ts';
import {transferHandlers} from './transfer.ts';
import {typedBeforeHandlers} from './typed-before.ts';
import {undoHandlers} from './undo/undo.ts';
import {unitHandlers} from './unit.ts';
import {updateHandlers} from './update.ts';

/** An answer to everything that the contract asks. */
export const handlers: Handlers<typeof contract> = {
  session: sessionHandlers,
  facility: facilityHandlers,
  calendar: calendarHandlers,
  today: todayHandlers,
  schedule: scheduleHandlers,
  journal: journalHandlers,
  queue: queueHandlers,
  admission: admissionHandlers,
  unit: unitHandlers,
  recipient: recipientHandlers,
  consent: consentHandlers,
  personalData: personalDataHandlers,
  undo: undoHandlers,
  duplicates: duplicatesHandlers,
  file: fileHandlers,
  numbering: numberingHandlers,
  attachment: attachmentHandlers,
  plan: planHandlers,
  groupMeasure: groupMeasureHandlers,
  phrase: phraseHandlers,
  typedBefore: typedBeforeHandlers,
  monitoring: monitoringHandlers,
  paper: paperHandlers,
  printing: printingHandlers,
  binding: bindingHandlers,
  transfer: transferHandlers,
  norms: normsHandlers,
  statistics: statisticsHandlers,
  job: jobHandlers,
  draft: draftHandlers,
  erasure: erasureHandlers,
  importing: importingHandlers,
  exporting: exportingHandlers,
  exchange: exchangeHandlers,
  reference: referenceHandlers,
  backup: backupHandlers,
  update: updateHandlers,
  audit: auditHandlers,
};
