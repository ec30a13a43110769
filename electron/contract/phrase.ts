import {z} from 'zod';
import {phrasePlaces} from '../../domain/phrases/phrase.ts';
import {serviceTypes} from '../../domain/vocabulary.ts';
import {bilingual, id, maybe, nothing, saved, stamp} from './fields.ts';
import {command, query} from './kernel.ts';

/** Words that are written again and again: what the program brings along, and what the organisation makes of it. */

const phraseValues = {
  serviceType: z.enum(serviceTypes),
  place: z.enum(phrasePlaces),
  /** One of the two languages may be empty. */
  text: bilingual,
};

const phraseView = z.strictObject({
  id,
  /** Null: as the program brought it along. */
  stamp: maybe(stamp),
  ...phraseValues,
  isStarter: z.boolean(),
  hidden: z.boolean(),
  /** How often it was taken on this PC. */
  uses: z.int(),
});
export type PhraseView = z.output<typeof phraseView>;

export const phraseCalls = {
  /** All of them, hidden ones too: by service type and place in the order of the forms, the organisation's own last. */
  list: query(z.strictObject({}), z.array(phraseView), {topics: ['phrase']}),
  /**
   * Adds one (`id` null) or changes its words. Who does not keep whole plans keeps phrases of the own service types alone (`denied`).
   * One that says the same as another is refused, and so is a number of twelve digits: a phrase is of nobody.
   */
  save: command(z.strictObject({id: maybe(id), seen: maybe(stamp), ...phraseValues}), saved, {topics: ['phrase']}),
  /** A hidden one is not offered; it can be shown again. */
  hide: command(z.strictObject({id, seen: maybe(stamp), hidden: z.boolean()}), saved, {topics: ['phrase']}),
  /** The organisation's own goes; one that the program brought along is again as it was. */
  remove: command(z.strictObject({id, seen: stamp}), nothing, {topics: ['phrase']}),
  /** It was taken into a field. No fact: neither logged nor audited. */
  used: command(z.strictObject({id}), nothing, {topics: ['phrase'], audit: null}),
};
