import {z} from 'zod';
import {numberKinds} from '../../domain/numbering.ts';
import {id, line, maybe} from './fields.ts';
import {command, query} from './kernel.ts';

const holder = z.strictObject({
  /** Of the row of the journal, or of the personal file. */
  id,
  recipientId: id,
  name: line,
  /** Who entered it and when; null: the history does not say. */
  author: maybe(line),
  recordedAt: maybe(z.string()),
});

const doubled = z.strictObject({
  kind: z.enum(numberKinds),
  number: line,
  /** The one that was entered first stands first. */
  holders: z.array(holder),
});
export type DoubledNumberView = z.output<typeof doubled>;

/** Numbers that two PCs have given, each not knowing of the other. */
export const numberingCalls = {
  /** Null: of everybody. */
  doubled: query(z.strictObject({recipientId: maybe(id)}), z.strictObject({numbers: z.array(doubled)}), {
    topics: ['exchange', 'journal', 'file', 'recipient'],
  }),
  /** The next number that is free. `conflict`: the number of this one is nobody else's any more. */
  giveNext: command(z.strictObject({kind: z.enum(numberKinds), id}), z.strictObject({number: line}), {
    topics: ['exchange', 'journal', 'file', 'recipient'],
  }),
};
