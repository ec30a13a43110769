import type {FastifyError, FastifyReply, FastifyRequest} from 'fastify';
import type {z} from 'zod';
import {exchangeErrors, type errorBody, type ExchangeError} from '../protocol/errors.ts';
import {ParcelError} from '../parcel/parcel-error.ts';
import {Refusal} from '../store/refusal.ts';
import {codeOf, isPassing} from '../store/store-error.ts';
import {describe} from './log.ts';

/** Why something was refused, as the protocol says it. */
export function errorOf(error: unknown): {code: ExchangeError; detail?: string | undefined; status?: number} {
  if (error instanceof Refusal || error instanceof ParcelError) return {code: error.code, detail: error.detail};
  // Signs that no text of PostgreSQL holds: only a broken sender has them.
  if (['22021', '22P05'].includes(codeOf(error) ?? '')) return {code: 'malformed', detail: 'characters'};
  if (isPassing(error)) return {code: 'unavailable'};
  const {statusCode, code} = error as Partial<FastifyError>;
  if (statusCode === 413) return {code: 'too-large'};
  if (statusCode === 429) return {code: 'too-often'};
  // What Fastify itself refuses: JSON that is none, another shape, another type of content.
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return {code: 'malformed', detail: code ?? 'request', status: statusCode};
  }
  return {code: 'internal'};
}

/** When to come again, of what passes by itself. */
const secondsToWait = 10;

/** Answers with a code; what a developer must look at is logged, without what was sent. */
export async function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<ExchangeError> {
  const {code, detail, status = exchangeErrors[code].status} = errorOf(error);
  if (code === 'unavailable') reply.header('retry-after', secondsToWait);
  if (code === 'internal') request.log.error({failure: describe(error)}, 'failed');
  else request.log.info({refused: code, detail}, 'refused');
  const body: z.output<typeof errorBody> =
    detail === undefined ? {error: code} : {error: code, detail: detail.slice(0, 200)};
  await reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
  return code;
}
