import {z} from 'zod';
import {holidayTableProblems, holidayTableSchema} from '../../domain/holiday-table.ts';
import {codeLists} from './code-lists.ts';
import {limits} from './limits.ts';
import {line, twice} from './reference-fields.ts';

/**
 * Reference data: what the registry alone decides and every facility follows. Of each kind there is one document; a new
 * version replaces the one before. It travels as a change of the table `reference`, made by the registry in the log of each
 * facility (docs/decisions/0024-reference-data.md):
 *
 *   officer's file ──(read)──▶ draft ──(published)──▶ version n ──(next exchange)──▶ log of a facility ──▶ its PCs
 */
export const referenceKinds = ['facilities', 'calendar', 'labels', 'code-lists'] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/** The row of each kind: version 5 of its name, the same everywhere. */
export const referenceIds: Readonly<Record<ReferenceKind, string>> = {
  'facilities': 'd4a60da3-159d-56cf-b6e8-1e85b48fc8fc',
  'calendar': '50420b56-5ba7-5ec5-802f-7ec53705162d',
  'labels': 'a9048976-df5d-5b22-9f51-5fdb669e267c',
  'code-lists': 'b96a27d5-7f9b-523d-a92e-f994ef4abca8',
};

/** An organisation as it may be named in a field; nothing of people. */
const listedFacility = z.strictObject({
  /** The number of a legal entity, where there is one. */
  bin: z
    .string()
    .regex(/^\d{12}$/, 'wrong-bin')
    .nullable(),
  nameKk: line(500),
  nameRu: line(500),
  placeKk: line(300).nullable(),
  placeRu: line(300).nullable(),
});
export type ListedFacility = z.output<typeof listedFacility>;

const facilities = z
  .strictObject({facilities: z.array(listedFacility).max(10_000, 'too-many')})
  .superRefine((list, context) => twice(list.facilities.map(facilityKey), ['facilities'], context));

/** The words of one label of an edition, corrected. */
const correction = z.strictObject({
  /** `308-2022/appendix-4` */
  edition: line(100),
  /** Where the label stands in the edition: `fields.goal.label`, `footnotes.0`. */
  field: line(300),
  kk: line(2_000),
  ru: line(2_000),
});
export type LabelCorrection = z.output<typeof correction>;

const labels = z
  .strictObject({corrections: z.array(correction).max(2_000, 'too-many')})
  .superRefine((list, context) => twice(list.corrections.map(correctionKey), ['corrections'], context));

/** What stands in a document of each kind. */
export const referenceContents = {facilities, 'calendar': holidayTableSchema, labels, 'code-lists': codeLists};
export type ReferenceContent<Kind extends ReferenceKind = ReferenceKind> = z.output<(typeof referenceContents)[Kind]>;

/** What makes an organisation of the list the same one in another version. */
export function facilityKey({bin, nameKk, placeKk}: ListedFacility): string {
  return bin ?? [nameKk, placeKk ?? ''].join('\n');
}

export function correctionKey({edition, field}: LabelCorrection): string {
  return `${edition}#${field}`;
}

/** The columns of the row in the change of a version, by their names in SQL. */
export const referencePatch = z.object({
  kind: z.enum(referenceKinds),
  version: z.int().min(1),
  /** Of the content as JSON. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Bytes of that. */
  size: z.int().min(1),
  published_at: z.iso.datetime(),
  content: z.record(z.string(), z.unknown()),
  /** Of the registry, over all of this: registry/parcel/reference-seal.ts. */
  seal: z.string().min(1).max(200),
});
export type ReferencePatch = z.output<typeof referencePatch>;

/** Why a file is no document of its kind. Beside each, where in the file it stands. */
export const referenceFaults = [
  ...holidayTableProblems,
  'other-kind',
  'missing',
  'unexpected',
  'wrong-type',
  'empty',
  'too-long',
  'too-many',
  'twice',
  'wrong-bin',
  'unknown-edition',
  'unknown-field',
  'years-apart',
  'wrong-columns',
  'not-utf8',
  'open-quote',
  'unknown-list',
] as const;
export type ReferenceFault = (typeof referenceFaults)[number];

export interface FaultInPlace {
  readonly code: ReferenceFault;
  readonly path: readonly (string | number)[];
  /** Of a table: the line of the file, from 1. Then the path is a column. */
  readonly line?: number;
}

export type ReadReference<Kind extends ReferenceKind> =
  | {readonly content: ReferenceContent<Kind>}
  | {readonly faults: readonly FaultInPlace[]};

const format = 1;

/**
 * A file of the officer: `{"kind": …, "format": 1, …}`. One of the calendar may lack the kind: then it is a file that the
 * application itself has saved.
 */
export function readReference<Kind extends ReferenceKind>(kind: Kind, file: string): ReadReference<Kind> {
  if (file.length > limits.reference) return {faults: [{code: 'too-large', path: []}]};
  const parsed = parseObject(file);
  if (parsed === undefined) return {faults: [{code: 'not-json', path: []}]};
  const {kind: said = kind === 'calendar' ? kind : undefined, format: found, ...rest} = parsed;
  if (said !== kind) return {faults: [{code: said === undefined ? 'missing' : 'other-kind', path: ['kind']}]};
  if (found !== format) return {faults: [{code: 'unknown-format', path: ['format']}]};
  return checkReference(kind, rest);
}

/** A document without what says which it is. */
export function checkReference<Kind extends ReferenceKind>(kind: Kind, document: object): ReadReference<Kind> {
  const result = referenceContents[kind].safeParse(document);
  if (result.success) return {content: result.data as ReferenceContent<Kind>};
  return {faults: result.error.issues.flatMap(issue => faultsOf(issue, document))};
}

function parseObject(file: string): Record<string, unknown> | undefined {
  try {
    // An editor on Windows may put a mark before the first letter.
    const parsed: unknown = JSON.parse(file.replace(/^\uFEFF/u, ''));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? {...parsed} : undefined;
  } catch {
    return undefined;
  }
}

function faultsOf(issue: z.core.$ZodIssue, file: unknown): FaultInPlace[] {
  const path = issue.path.map(step => (typeof step === 'number' ? step : String(step)));
  const own = referenceFaults.find(fault => fault === issue.message);
  if (own !== undefined) return [{code: own, path}];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({code: 'unexpected', path: [...path, key]}));
    case 'too_big':
      return [{code: 'too-long', path}];
    case 'too_small':
      return [{code: 'empty', path}];
    default:
      return [{code: valueAt(file, path) === undefined ? 'missing' : 'wrong-type', path}];
  }
}

function valueAt(file: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (found, step) => (typeof found === 'object' && found !== null ? Reflect.get(found, step) : undefined),
    file,
  );
}
