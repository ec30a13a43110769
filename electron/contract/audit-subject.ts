import type {AuditDetail} from '../../domain/audit.ts';

/**
 * Of whom or what a call is, and which of its choices the audit keeps. Read from the names of the input's fields, the same
 * in every area, so that no call says it a second time; never from what was typed.
 */

export interface AuditSubject {
  /** As in the schema; `job`, what a job has made. */
  readonly table: string;
  readonly id: string;
}

/** The nearest to what the call does first. */
const fieldTables: readonly (readonly [field: string, table: string])[] = [
  ['eventId', 'placementEvent'],
  ['stayId', 'unitStay'],
  ['roundId', 'monitoringRound'],
  ['planId', 'plan'],
  ['paperId', 'paper'],
  ['transferId', 'transfer'],
  ['placementId', 'placement'],
  ['keptId', 'recipient'],
  ['mergeId', 'recipientMerge'],
  ['recipientId', 'recipient'],
  ['firstId', 'recipient'],
  ['jobId', 'job'],
];

/** What a plain `id` means in an area. */
const areaTables: Readonly<Record<string, string>> = {
  recipient: 'recipient',
  file: 'personalFile',
  plan: 'plan',
  monitoring: 'monitoringRound',
  attachment: 'attachment',
  consent: 'consent',
  transfer: 'transfer',
  unit: 'unit',
  phrase: 'phrase',
};

/** What a form is about, where its paper is made from the facts of now. */
const formTables: Readonly<Record<string, string>> = {
  'appendix-2': 'journal',
  'appendix-3': 'recipient',
  'appendix-4': 'plan',
  'appendix-5': 'monitoringRound',
};

type Fields = Readonly<Record<string, unknown>>;

/** What a call is about, by its input, or by its answer where only that has the id of a new row. Undefined: nothing single. */
export function subjectOf(area: string, input: unknown): AuditSubject | undefined {
  const fields = fieldsOf(input);
  const source = fieldsOf(fields['source']);
  const all = {...fields, ...source};
  const named = fieldTables.find(([field]) => typeof all[field] === 'string');
  if (named !== undefined) return {table: named[1], id: String(all[named[0]])};
  const {form, subjectId, id} = all;
  const formTable = typeof form === 'string' ? formTables[form] : undefined;
  if (formTable !== undefined && typeof subjectId === 'string') return {table: formTable, id: subjectId};
  const areaTable = areaTables[area];
  return areaTable !== undefined && typeof id === 'string' ? {table: areaTable, id} : undefined;
}

/** The second of two people who are laid side by side, or made one. */
export function secondPersonOf(input: unknown): string | undefined {
  const {secondId, mergedId} = fieldsOf(input);
  return typeof secondId === 'string' ? secondId : typeof mergedId === 'string' ? mergedId : undefined;
}

/** Fields that hold a choice from a closed list, a number or a flag. A test holds the contract to it. */
export const detailFields = ['language', 'form', 'how', 'as', 'format', 'year', 'what', 'step', 'archive'] as const;
/** Lists of which the audit keeps how many there were. */
const countedFields = ['rows', 'recipientIds', 'placementIds', 'folders', 'papers'] as const;

/** The choices of a call. Belt and braces: a word is kept only where it looks like one of the program's own. */
export function detailOf(input: unknown): AuditDetail {
  const fields = fieldsOf(input);
  const source = fieldsOf(fields['source']);
  const detail: Record<string, string | number | boolean> = {};
  for (const field of detailFields) {
    const value = fields[field] ?? source[field];
    if (isOwnWord(value) || typeof value === 'boolean' || Number.isInteger(value)) detail[field] = value as string;
  }
  if (isOwnWord(source['kind'])) detail['source'] = source['kind'];
  const {kind: event} = fieldsOf(fields['event']);
  if (isOwnWord(event)) detail['event'] = event;
  for (const field of countedFields) {
    const value = fields[field];
    if (Array.isArray(value)) detail['count'] = value.length;
  }
  return detail;
}

function isOwnWord(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-z0-9-]{0,23}$/.test(value);
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}
