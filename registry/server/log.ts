import type {FastifyRequest} from 'fastify';
import {codeOf} from '../store/store-error.ts';

/** What the lines of the log may hold: never an address, a path as it was asked for, a header, a body, a message of the database. */

/** By the pattern of the route: what somebody writes into a path may be a name. */
export const serializers = {
  req: (request: FastifyRequest) => ({method: request.method, route: routeOf(request)}),
  res: ({statusCode}: {statusCode?: number}) => ({status: statusCode}),
  err(error: unknown) {
    const {kind, code, at} = describe(error);
    return {type: kind, message: code ?? '', stack: at ?? ''};
  },
};

export function routeOf({routeOptions}: FastifyRequest): string {
  return routeOptions.url ?? 'none';
}

/** The kind and the place of a failure. Messages of a database quote values, which may be of a person: never those. */
export function describe(error: unknown): {kind: string; code: string | undefined; at: string | undefined} {
  if (!(error instanceof Error)) return {kind: typeof error, code: undefined, at: undefined};
  const at = error.stack
    ?.split('\n')
    .filter(line => line.startsWith('    at '))
    .slice(0, 8)
    .join('\n');
  return {kind: error.name, code: codeOf(error), at};
}

/** What ended the process, as a line like the others. */
export function fatalLine(error: unknown): string {
  return `${JSON.stringify({level: 60, time: Date.now(), pid: process.pid, failure: describe(error), msg: 'ended'})}\n`;
}
