import {z} from 'zod';
import {auditKinds} from '../../domain/audit.ts';
import {bilingual, id, instant, line, maybe} from './fields.ts';

/**
 * The machine-readable part of the copy of a person's data, `data.json`: every table of the program that can hold something
 * of a person, with its columns and rows as they are stored. Whoever reads it needs nothing else: names of tables and
 * columns are told in both languages, what rows name by an id stands under `names`. What changes here changes `version`.
 */
export const personCopyFormat = 'tirek-person';
export const personCopyVersion = 1;

const table = z.strictObject({
  /** As in the schema: `fileDocument`. */
  name: line,
  words: maybe(bilingual),
  /** `words` null: it only links rows, or is the program's own. */
  columns: z.array(z.strictObject({name: line, words: maybe(bilingual)})),
  /** Days are `YYYY-MM-DD`, instants UTC with Z. */
  rows: z.array(z.record(line, z.unknown())),
});

const named = z.array(z.strictObject({id, name: bilingual}));

const file = z.strictObject({
  /** In the ZIP; null: it is not in it, and `state` says why. */
  path: maybe(z.string()),
  state: z.enum(['included', 'not-here', 'too-large', 'not-made']),
  kind: z.enum(['scan', 'paper', 'received-paper']),
  /** The row that it belongs to: of `attachment`, `paper` or `transfer`. */
  rowId: id,
});
export type CopiedFile = z.output<typeof file>;

export const personCopy = z.strictObject({
  format: z.literal(personCopyFormat),
  version: z.literal(personCopyVersion),
  madeAt: instant,
  /** The name under which somebody has signed in. */
  madeBy: z.string(),
  organisation: bilingual,
  /** Ids of the person; several where entries were made one. */
  recipientIds: z.array(id),
  tables: z.array(table),
  names: z.strictObject({staff: named, unit: named, journal: named, account: named}),
  /** The change log of all these rows, and of those that were removed, the newest first. */
  changes: z.array(
    z.strictObject({
      seq: z.int(),
      at: instant,
      account: maybe(z.string()),
      table: line,
      rowId: id,
      op: z.enum(['insert', 'update', 'delete']),
      fields: z.array(z.strictObject({name: line, before: z.unknown(), after: z.unknown()})),
    }),
  ),
  /** Who did, looked at, printed and took out what, on the PC where the copy was made; the newest first. */
  audit: z.array(
    z.strictObject({
      seq: z.int(),
      at: instant,
      account: maybe(z.string()),
      kind: z.enum(auditKinds),
      what: line,
      words: bilingual,
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
  /** Typed on that PC and not saved. */
  drafts: z.array(z.strictObject({form: line, account: maybe(z.string()), savedAt: instant, values: z.unknown()})),
  /** Came to that PC by exchange and waits there; `change` as it came. */
  held: z.array(z.strictObject({receivedAt: instant, reason: line, change: z.string()})),
  files: z.array(file),
});
export type PersonCopy = z.output<typeof personCopy>;
