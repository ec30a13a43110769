import {z} from 'zod';
import {languages} from '../../domain/text.ts';
import {placementStatuses} from '../../domain/vocabulary.ts';
import {bytes} from './bytes.ts';
import {id, line, maybe} from './fields.ts';
import {query} from './kernel.ts';
import {whose} from './today.ts';

/** Lists as Excel, each as it is shown; and everything, as Excel and as JSON (docs/decisions/0037). */

const list = z.discriminatedUnion('what', [
  /** `text`: whoever is found by it; empty: by status and unit. */
  z.strictObject({
    what: z.literal('people'),
    status: maybe(z.enum(placementStatuses)),
    unitId: maybe(id),
    text: line,
  }),
  z.strictObject({what: z.literal('staff'), withFormer: z.boolean()}),
  z.strictObject({what: z.literal('today'), of: whose}),
  z.strictObject({what: z.literal('queue')}),
]);
export type WantedList = z.output<typeof list>;

const language = z.enum(languages);
const wanted = z.strictObject({list, language});

/**
 * The machine-readable part of everything: a file for each table, `<table>.json`. What changes here changes `version`; what a
 * field means stands in the README of the ZIP.
 */
export const recordsFormat = 'tirek-records';
export const recordsVersion = 1;

export const exportingCalls = {
  excel: query(wanted, z.strictObject({file: bytes, fileName: line}), {access: 'export', audit: 'export'}),
  saveExcel: query(wanted, z.strictObject({saved: z.boolean()}), {access: 'export', audit: 'export'}),
  /** A ZIP, as a job that is followed by the calls of contract/job.ts. */
  everything: query(z.strictObject({language}), z.strictObject({jobId: id}), {
    access: 'export-all',
    audit: 'export',
  }),
};
