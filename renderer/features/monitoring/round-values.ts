import {z} from 'zod';
import type {InputOf} from '../../../electron/contract/kernel.ts';
import type {MonitoringEntryValues, monitoringCalls, RoundView} from '../../../electron/contract/monitoring.ts';
import {
  positiveChangeGroups,
  serviceTypes,
  type PositiveChangeGroup,
  type ServiceType,
} from '../../../domain/vocabulary.ts';
import {raw, typed} from '../../form/typed.ts';

/** One of the eight rows, as it stands in the fields. */
export interface RawEntry {
  readonly serviceType: ServiceType;
  /** Column 3 is open; what was typed in it stays while it is closed, until the round is saved. */
  readonly positiveMarked: boolean;
  readonly positiveGroups: PositiveChangeGroup[];
  readonly positive: string;
  readonly noneOrWorse: '' | 'none' | 'worse';
  readonly reason: string;
  /** Column 5 is open. */
  readonly corrects: boolean;
  readonly decision: string;
  readonly servicesToReview: ServiceType[];
  readonly recommendation: string;
  readonly monitoredOn: string;
  readonly staffId: string;
}

export interface RawRound {
  readonly observedFrom: string;
  readonly observedTo: string;
  readonly monitoredOn: string;
  readonly specialistId: string;
  readonly specialistSignedOn: string;
  readonly consultantId: string;
  readonly consultantSignedOn: string;
  readonly entries: RawEntry[];
}

export type RoundValues = Omit<InputOf<(typeof monitoringCalls)['save']>, 'id' | 'seen'>;

const entrySchema = z
  .object({
    serviceType: z.enum(serviceTypes),
    positiveMarked: z.boolean(),
    positiveGroups: z.array(z.enum(positiveChangeGroups)),
    positive: typed.prose(),
    noneOrWorse: typed.choice(['none', 'worse']),
    reason: typed.prose(),
    corrects: z.boolean(),
    decision: typed.prose(),
    servicesToReview: z.array(z.enum(serviceTypes)),
    recommendation: typed.prose(),
    monitoredOn: typed.date(),
    staffId: typed.id(),
  })
  // A column that was closed again says nothing.
  .transform(({positiveMarked, corrects, ...entry}) => ({
    ...entry,
    positiveGroups: positiveMarked ? entry.positiveGroups : [],
    positive: positiveMarked ? entry.positive : null,
    reason: entry.noneOrWorse === null ? null : entry.reason,
    decision: corrects ? entry.decision : null,
    servicesToReview: corrects ? entry.servicesToReview : [],
    recommendation: corrects ? entry.recommendation : null,
  }));

export const roundSchema: z.ZodType<RoundValues, RawRound> = z.object({
  observedFrom: typed.date(),
  observedTo: typed.date(),
  monitoredOn: typed.date(),
  specialistId: typed.id(),
  specialistSignedOn: typed.date(),
  consultantId: typed.id(),
  consultantSignedOn: typed.date(),
  entries: z.array(entrySchema),
});

export function rawRound(round: RoundView): RawRound {
  return {
    observedFrom: raw.text(round.observedFrom),
    observedTo: raw.text(round.observedTo),
    monitoredOn: raw.text(round.monitoredOn),
    specialistId: raw.text(round.specialistId),
    specialistSignedOn: raw.text(round.specialistSignedOn),
    consultantId: raw.text(round.consultantId),
    consultantSignedOn: raw.text(round.consultantSignedOn),
    entries: serviceTypes.map(serviceType =>
      rawEntry(
        serviceType,
        round.entries.find(entry => entry.serviceType === serviceType),
      ),
    ),
  };
}

export function rawEntry(serviceType: ServiceType, entry: MonitoringEntryValues | undefined): RawEntry {
  return {
    serviceType,
    positiveMarked: entry !== undefined && (entry.positiveGroups.length > 0 || entry.positive !== null),
    positiveGroups: [...(entry?.positiveGroups ?? [])],
    positive: raw.text(entry?.positive),
    noneOrWorse: entry?.noneOrWorse ?? '',
    reason: raw.text(entry?.reason),
    corrects:
      entry !== undefined &&
      (entry.decision !== null || entry.servicesToReview.length > 0 || entry.recommendation !== null),
    decision: raw.text(entry?.decision),
    servicesToReview: [...(entry?.servicesToReview ?? [])],
    recommendation: raw.text(entry?.recommendation),
    monitoredOn: raw.text(entry?.monitoredOn),
    staffId: raw.text(entry?.staffId),
  };
}

/** A row has its mark once one of the columns 3 and 4 is open. */
export function isMarked(entry: Pick<RawEntry, 'positiveMarked' | 'noneOrWorse'>): boolean {
  return entry.positiveMarked || entry.noneOrWorse !== '';
}

/** The same of a row of the round before. */
export function isMarkedBefore({positiveGroups, positive, noneOrWorse}: MonitoringEntryValues): boolean {
  return positiveGroups.length > 0 || positive !== null || noneOrWorse !== null;
}

const entryFields: Record<string, string> = {
  positive: 'positive',
  noneOrWorse: 'reason',
  correction: 'decision',
  monitoredOn: 'monitoredOn',
  specialist: 'staffId',
};

const partFields: Record<string, string> = {
  'positive.text': 'positive',
  'noneOrWorse.text': 'reason',
  'correction.text': 'decision',
  'correction.recommendation': 'recommendation',
};

/** Where on this screen, or beside it, a matter of the paper is mended (`rows.medical.positive.text`). */
export function issueTarget(
  field: string,
): {kind: 'field'; name: string; row: number | null} | {kind: 'person'} | {kind: 'plan'} | {kind: 'none'} {
  const [first = '', service, ...rest] = field.split('.');
  switch (first) {
    case 'recipient':
    case 'born':
    case 'diagnosis':
      return {kind: 'person'};
    case 'planned':
      return {kind: 'plan'};
    case 'observed':
      return {kind: 'field', name: service === 'to' ? 'observedTo' : 'observedFrom', row: null};
    case 'signatures':
      return {kind: 'field', name: 'specialistId', row: null};
    case 'rows': {
      const row = Math.max(
        0,
        serviceTypes.findIndex(each => each === service),
      );
      const part = partFields[rest.join('.')] ?? entryFields[rest[0] ?? ''] ?? 'positive';
      return {kind: 'field', name: `entries.${row}.${part}`, row};
    }
    default:
      return {kind: 'none'};
  }
}
