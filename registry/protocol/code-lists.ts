import {z} from 'zod';
import {cleanText} from '../../domain/person.ts';
import {line, twice} from './reference-fields.ts';

/**
 * Words that a ministry has agreed on, for fields that the order's forms leave to be typed. They are suggested there and
 * nothing is forced: a list that is not in the document is empty.
 */
export const codeListNames = [
  'diagnoses',
  'ethnicities',
  'social-statuses',
  'positions',
  'document-titles',
  'leaving-reasons',
] as const;
export type CodeListName = (typeof codeListNames)[number];

const entry = z.strictObject({
  /** Of a classification, `F20.0`; empty where there is none. */
  code: z.string().transform(cleanText).pipe(z.string().max(40)),
  kk: line(500),
  ru: line(500),
});
export type CodeEntry = z.output<typeof entry>;

/** The ICD-10 has some 15,000. */
const list = z.array(entry).max(20_000, 'too-many').default([]);

export const codeLists = z
  .strictObject({
    lists: z.strictObject({
      'diagnoses': list,
      'ethnicities': list,
      'social-statuses': list,
      'positions': list,
      'document-titles': list,
      'leaving-reasons': list,
    } satisfies Record<CodeListName, typeof list>),
  })
  .superRefine(({lists}, context) => {
    for (const name of codeListNames) twice(lists[name].map(codeKey), ['lists', name], context);
  });

/** What makes an entry the same one in another version of its list. */
export function codeKey({code, kk}: CodeEntry): string {
  return code === '' ? kk : `#${code}`;
}
