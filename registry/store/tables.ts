import {blob, blobChunk, handover} from './schema/content.ts';
import {enrolmentCode, facility, node} from './schema/facility.ts';
import {change, erasedRow, quarantine, refusal} from './schema/log.ts';
import {officer, officerSession, registry} from './schema/own.ts';
import {referenceDocument, referenceDraft, referenceGiven} from './schema/reference.ts';

/** Every table of the registry. A test holds the migrated database against them. */
export const tables = {
  facility,
  node,
  enrolmentCode,
  change,
  quarantine,
  refusal,
  erasedRow,
  blob,
  blobChunk,
  handover,
  officer,
  officerSession,
  registry,
  referenceDocument,
  referenceDraft,
  referenceGiven,
} as const;
