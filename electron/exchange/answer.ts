import {errorBody, type ExchangeError} from '../../registry/protocol/errors.ts';
import {jsonType} from '../../registry/parcel/wire.ts';
import type {Answer} from './http.ts';
import {LaneStop, stop} from '../../registry/lane/outcome.ts';

/** Bytes of an answer that is no parcel. */
export const shortAnswer = 64 * 1024;

/** What a status says where its body is none of the registry's: what stands before a registry sends it as well. */
function codeOf(status: number): ExchangeError | undefined {
  if (status === 413) return 'too-large';
  if (status === 429) return 'too-often';
  return status >= 500 ? 'unavailable' : undefined;
}

/** Throws `LaneStop` unless the answer has one of these statuses and this type. */
export function accept(answer: Answer, {statuses, type}: {statuses: readonly number[]; type: string | null}): void {
  if (!statuses.includes(answer.status)) throw refusalIn(answer);
  if (type !== null && !isOfType(answer, type))
    throw stop('not-understood', `${answer.status} of another type`, 'them');
}

function refusalIn(answer: Answer): LaneStop {
  const said = isOfType(answer, jsonType) ? errorBody.safeParse(parse(answer.body)) : undefined;
  const code = said?.success === true ? said.data.error : codeOf(answer.status);
  if (code === undefined) return stop('not-understood', `status ${answer.status}`, 'them');
  const seconds = retryAfter(answer);
  const detail = said?.data?.detail ?? `status ${answer.status}`;
  return new LaneStop({code, by: 'them', detail, ...(seconds === undefined ? {} : {retryAfter: seconds})});
}

/** RFC 9110, 10.2.3; the date as what it is away from the date of the answer, which no clock of ours can spoil. */
function retryAfter({headers}: Answer): number | undefined {
  const asked = headers['retry-after'];
  if (asked === undefined) return undefined;
  if (/^\d{1,9}$/u.test(asked)) return Number(asked);
  const seconds = (Date.parse(asked) - Date.parse(headers.date ?? '')) / 1_000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

function isOfType({headers}: Answer, type: string): boolean {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() === type;
}

export function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(body));
  } catch {
    return undefined;
  }
}

/** Milliseconds that our clock is ahead of theirs, by what an answer says; null where it says nothing. */
export function clockAhead({headers}: Answer, now: number): number | null {
  const theirs = Date.parse(headers.date ?? '');
  return Number.isNaN(theirs) ? null : now - theirs;
}

/** Beyond it people are warned, and nothing is stopped (rule 18). */
export const clockTolerance = 10 * 60_000;
