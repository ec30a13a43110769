import {z} from 'zod';
import {line} from './fields.ts';
import {query} from './kernel.ts';

/** Short texts that are written again and again, and that everybody who sees records sees. */
export const repeatedFields = ['address', 'proof'] as const;
export type RepeatedField = (typeof repeatedFields)[number];

export const typedBeforeCalls = {
  /** `proof`: by what paper a parent is one. What this organisation wrote in such a field before, for what is being typed. Of an address no flat that is one person's alone. */
  find: query(z.strictObject({field: z.enum(repeatedFields), typed: line}), z.array(line), {
    topics: ['recipient'],
  }),
};
