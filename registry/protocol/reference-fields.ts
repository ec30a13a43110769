import {z} from 'zod';
import {cleanText} from '../../domain/person.ts';

/** What the documents of reference data have in common. */

export const line = (longest: number) => z.string().transform(cleanText).pipe(z.string().min(1).max(longest));

/** Says of each record whose key came before that it stands twice. `path`: of the list. */
export function twice(keys: readonly string[], path: readonly string[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [place, key] of keys.entries()) {
    if (seen.has(key)) context.addIssue({code: 'custom', message: 'twice', path: [...path, place]});
    seen.add(key);
  }
}
