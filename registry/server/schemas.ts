import {z} from 'zod';
import {errorBody, exchangeErrors} from '../protocol/errors.ts';

/** Parts of the description that every route shares. */

const statuses = [...new Set(Object.values(exchangeErrors).map(({status}) => status))];

/** What every route may answer instead: a code of registry/protocol/errors.ts. */
export const refusals = Object.fromEntries(statuses.map(status => [status, errorBody])) as Record<
  number,
  typeof errorBody
>;

const bytes = z.any().meta({type: 'string', format: 'binary'});

/** A body of bytes, to be spread into a route's schema. */
export const takesBytes = {consumes: ['application/octet-stream'], body: bytes};

export function binary(description: string) {
  return {description, content: {'application/octet-stream': {schema: bytes}}};
}

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const offset = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
