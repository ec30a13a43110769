import {z} from 'zod';
import {
  disabilityGroups,
  measurePeriods,
  organisationTypes,
  planStatuses,
  positiveChangeGroups,
  serviceTypes,
  signatoryRoles,
} from '../../domain/vocabulary.ts';
import {fileDocumentValues} from './file.ts';
import {bilingual, id, instant, isoDate, line, maybe, prose} from './fields.ts';
import {personValues} from './journal.ts';
import {relativeValues} from './recipient.ts';

/**
 * What the file of a hand-over holds (docs/decisions/0016). People of the sender's staff are names in it: their ids mean
 * nothing elsewhere. What changes here changes the version of the file (electron/transfer/archive-file.ts).
 */

export const inventoryLine = z.strictObject({
  title: line,
  sheets: maybe(z.int().min(0).max(10_000)),
  copies: maybe(z.int().min(0).max(1_000)),
});
export type InventoryLine = z.output<typeof inventoryLine>;

/** The act, the order and the contract, as both sides see them. */
export const transferPapers = {
  dischargeOn: maybe(isoDate),
  dischargeOrder: maybe(line),
  actNumber: maybe(line),
  actOn: maybe(isoDate),
  contractNumber: maybe(line),
  contractOn: maybe(isoDate),
  handedBy: maybe(line),
  receivedBy: maybe(line),
  inventory: z.array(inventoryLine).max(300),
};

const measure = z.strictObject({
  serviceType: z.enum(serviceTypes),
  text: prose,
  volume: maybe(line),
  period: maybe(z.enum(measurePeriods)),
  dateFrom: maybe(isoDate),
  dateTo: maybe(isoDate),
  assignedBy: maybe(line),
  assignedOn: maybe(isoDate),
});

const roundEntry = z.strictObject({
  serviceType: z.enum(serviceTypes),
  positiveGroups: z.array(z.enum(positiveChangeGroups)),
  positive: maybe(prose),
  noneOrWorse: maybe(z.enum(['none', 'worse'])),
  reason: maybe(prose),
  decision: maybe(prose),
  servicesToReview: z.array(z.enum(serviceTypes)),
  recommendation: maybe(prose),
  monitoredOn: maybe(isoDate),
  monitoredBy: maybe(line),
});

const round = z.strictObject({
  number: z.int(),
  status: z.enum(['open', 'closed']),
  observedFrom: maybe(isoDate),
  observedTo: maybe(isoDate),
  monitoredOn: maybe(isoDate),
  enteredOn: maybe(isoDate),
  specialist: maybe(line),
  consultant: maybe(line),
  entries: z.array(roundEntry).max(100),
});

const plan = z.strictObject({
  revision: z.int(),
  status: z.enum(planStatuses),
  observedFrom: maybe(isoDate),
  observedTo: maybe(isoDate),
  periodFrom: maybe(isoDate),
  periodTo: maybe(isoDate),
  reviewOn: maybe(isoDate),
  drawnUpOn: maybe(isoDate),
  approvedOn: maybe(isoDate),
  approvedBy: maybe(line),
  endedOn: maybe(isoDate),
  endReason: maybe(line),
  measures: z.array(measure).max(1_000),
  signatures: z.array(z.strictObject({role: z.enum(signatoryRoles), name: maybe(line), signedOn: maybe(isoDate)})),
  rounds: z.array(round).max(1_000),
});

export const archiveContent = z.strictObject({
  /** Of the hand-over: the same file opened again is known by it. */
  id,
  madeAt: instant,
  sender: z.strictObject({name: bilingual, place: bilingual, type: maybe(z.enum(organisationTypes))}),
  /** The organisation that it is meant for, as the sender wrote it. */
  destination: bilingual,
  ...transferPapers,
  person: z.strictObject({
    ...personValues,
    diagnosis: maybe(prose),
    ethnicity: maybe(line),
    socialStatus: maybe(line),
    disabilityGroup: maybe(z.enum(disabilityGroups)),
    relatives: z.array(relativeValues).max(10),
  }),
  admittedOn: maybe(isoDate),
  file: maybe(
    z.strictObject({
      number: line,
      openedOn: isoDate,
      place: bilingual,
      cameFrom: maybe(line),
      sheets: maybe(z.int().min(0).max(100_000)),
      documents: z.array(fileDocumentValues).max(300),
    }),
  ),
  plans: z.array(plan).max(200),
  /** The papers as they were printed, in their order; `part` names the file's part with the PDF. */
  papers: z
    .array(z.strictObject({part: line, name: bilingual, date: maybe(isoDate), sheets: z.int().min(1).max(10_000)}))
    .max(1_000),
});
export type ArchiveContent = z.output<typeof archiveContent>;

/** As it is kept: the content, and its PDFs by their names in it, as base64. */
export const archive = z.strictObject({content: archiveContent, parts: z.record(line, z.base64())});
export type Archive = z.output<typeof archive>;
