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

/** Why an exchange ended early, of the line and the stick. */
const laneProblems = [
  /** No connection, or it broke. */
  'offline',
  /** Connected, and then nothing came. */
  'timeout',
  /** An answer that is none of the registry: a page of a provider, half a text, another type. */
  'not-understood',
  /** The server is not the one that was pinned, or has no certificate that is trusted. */
  'certificate',
  /** The address of the registry is none. */
  'no-address',
  /** Plain HTTP to another computer. */
  'insecure-address',
  'cancelled',
  /** Both sides go on saying the same. */
  'no-progress',
  /** The chosen folder is not there. */
  'no-folder',
  'read-only',
  'full',
  /** The stick was there and is not any more. */
  'pulled-out',
  /** Part of the stick cannot be read. */
  'unreadable',
  /** What was written came back otherwise. */
  'not-written-well',
] as const;

/**
 * Why an exchange ended early, by the other side or on the way. No problem here is for ever: nothing was deleted, what was
 * not confirmed stays to be sent, and the next exchange begins from there. The screen has the words for each.
 */
export const exchangeProblems = [...exchangeErrorCodes, ...laneProblems] as const;
export type ExchangeProblem = (typeof exchangeProblems)[number];

/** The body of an answer that refuses. */
export const errorBody = z.strictObject({error: z.enum(exchangeErrorCodes), detail: z.string().max(200).optional()});
