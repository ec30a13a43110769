import {z} from 'zod';

/**
 * Why a side refused a parcel or a request; a closed set. The screen has the words for each (renderer/text), in both
 * languages, with what to do. `retry`: trying again later helps, without anybody doing anything.
 */
export const exchangeErrors = {
  /** Not a parcel at all, or cut short. */
  'not-a-parcel': {status: 400, retry: false},
  /** The signature or the encryption does not hold: altered on the way. */
  'altered': {status: 400, retry: true},
  /** Nobody whom this side knows has signed it. */
  'stranger': {status: 401, retry: false},
  /** The sender was shut out on purpose. */
  'revoked': {status: 403, retry: false},
  /** Addressed to somebody else. */
  'not-for-us': {status: 400, retry: false},
  /** Of another facility. */
  'other-facility': {status: 403, retry: false},
  /** Two databases use one identity. */
  'copied': {status: 409, retry: false},
  /** Of a newer format or schema than this side can read. */
  'newer': {status: 400, retry: false},
  /** Of a format that is not read any more. */
  'older': {status: 400, retry: false},
  'too-large': {status: 413, retry: false},
  'too-often': {status: 429, retry: true},
  'wrong-code': {status: 403, retry: false},
  'code-used': {status: 409, retry: false},
  'malformed': {status: 400, retry: false},
  /** What is asked for is not there, or not yet. */
  'missing': {status: 404, retry: false},
  'unavailable': {status: 503, retry: true},
  'internal': {status: 500, retry: true},
} as const satisfies Record<string, {status: number; retry: boolean}>;

export type ExchangeError = keyof typeof exchangeErrors;
export const exchangeErrorCodes = Object.keys(exchangeErrors) as readonly ExchangeError[] as readonly [
  ExchangeError,
  ...ExchangeError[],
];

/** The body of an answer that refuses. */
export const errorBody = z.strictObject({error: z.enum(exchangeErrorCodes), detail: z.string().max(200).optional()});
