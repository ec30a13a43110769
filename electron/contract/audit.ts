import {z} from 'zod';
import {auditBreaks, auditKinds} from '../../domain/audit.ts';
import {languages} from '../../domain/text.ts';
import {bytes} from './bytes.ts';
import {id, instant, isoDate, line, maybe, nothing, personName} from './fields.ts';
import {query} from './kernel.ts';

/**
 * Who did what on this PC, in a chain of links (domain/audit.ts): to look through, to verify, to print the end of, and as a
 * workbook. What is looked at and taken out here leaves its own link.
 */

/** Null: all. Both days belong to it. */
const filter = {
  from: maybe(isoDate),
  to: maybe(isoDate),
  accountId: maybe(id),
  kind: maybe(z.enum(auditKinds)),
  recipientId: maybe(id),
};

const auditLine = z.strictObject({
  seq: z.int(),
  at: instant,
  /** Null: nobody was signed in, or the program itself. */
  accountName: maybe(line),
  kind: z.enum(auditKinds),
  /** A key of domain/audit-words.ts. */
  what: line,
  recipientId: maybe(id),
  name: maybe(personName),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type AuditLine = z.output<typeof auditLine>;

const verified = z.strictObject({
  links: z.int(),
  firstAt: maybe(instant),
  lastAt: maybe(instant),
  /** Changes whose content an erasure has taken away. */
  erased: z.int(),
  broken: maybe(z.strictObject({seq: z.int(), problem: z.enum(auditBreaks)})),
});
export type AuditVerified = z.output<typeof verified>;

const end = z.strictObject({seq: z.int(), at: instant, hash: line});

const file = z.strictObject({file: bytes, fileName: line});
const wasSaved = z.strictObject({saved: z.boolean()});
const exported = z.strictObject({...filter, language: z.enum(languages)});
const head = {access: 'audit'} as const;

export const auditCalls = {
  /** Newest first. `before`: the number of the last line of the page before. */
  list: query(
    z.strictObject({...filter, before: maybe(z.int()), limit: z.int().min(1).max(200)}),
    z.strictObject({lines: z.array(auditLine), more: z.boolean()}),
    head,
  ),
  /** Who may be asked for, and the end of the chain as it stands. */
  about: query(nothing, z.strictObject({accounts: z.array(z.strictObject({id, name: line})), end}), {
    ...head,
    topics: ['session', 'staff'],
  }),
  /** Goes through the whole chain and the log beside it; takes seconds for years of work. */
  verify: query(nothing, verified, {...head, audit: 'view'}),
  /** The end of the chain on a page, for the folder. */
  print: query(nothing, file, {...head, audit: 'print'}),
  savePrint: query(nothing, wasSaved, {...head, audit: 'export'}),
  /** What the filter lets through, the newest lines where there are more than a sheet holds. */
  excel: query(exported, file, {...head, audit: 'export'}),
  saveExcel: query(exported, wasSaved, {...head, audit: 'export'}),
};
