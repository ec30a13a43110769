import {z} from 'zod';
import {consentGivers} from '../../domain/consent.ts';
import {id, isoDate, line, maybe, nothing, prose, saved, stamp} from './fields.ts';
import {command, query} from './kernel.ts';

/** Consents to the processing of a person's data. Recorded where there is one; nothing is refused for want of it. */

const consentValues = {
  givenOn: isoDate,
  givenBy: z.enum(consentGivers),
  /** Null where the person consented. */
  representative: maybe(line),
  document: maybe(line),
  /** Of a scan of this person. */
  attachmentId: maybe(id),
  withdrawnOn: maybe(isoDate),
  note: maybe(prose),
};

const consentView = z.strictObject({id, stamp, ...consentValues});
export type ConsentView = z.output<typeof consentView>;

export const consentCalls = {
  /** The latest first. `lack`: what the card remarks; null: nothing, or the organisation wants no remark. */
  list: query(
    z.strictObject({recipientId: id}),
    z.strictObject({consents: z.array(consentView), lack: maybe(z.enum(['none', 'withdrawn']))}),
    {topics: ['recipient']},
  ),
  record: command(z.strictObject({recipientId: id, ...consentValues}), saved, {topics: ['recipient']}),
  /** Also to withdraw it: then with the day of that. */
  save: command(z.strictObject({id, seen: stamp, ...consentValues}), saved, {topics: ['recipient']}),
  /** Where it was entered by mistake; the history keeps it. */
  remove: command(z.strictObject({id, seen: stamp}), nothing, {topics: ['recipient']}),
};
