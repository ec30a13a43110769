import type {NodeSecrets} from '../../registry/parcel/keys.ts';
import {bodyHash, requestHeaders} from '../../registry/parcel/request-signature.ts';
import {dateTolerance} from '../../registry/protocol/signed-request.ts';
import {clockAhead} from './answer.ts';
import {addressOf, type Answer, type Fetch, type Question} from './http.ts';

export interface SignedQuestion extends Omit<Question, 'url' | 'body'> {
  readonly body?: Uint8Array;
  /** With its query, as it stands in the request line. */
  readonly path: string;
}

export interface Signing {
  readonly url: string;
  readonly node: string;
  readonly secrets: NodeSecrets;
  readonly fetch: Fetch;
  readonly now: () => number;
}

export type SignedFetch = (question: SignedQuestion, signal?: AbortSignal) => Promise<Answer>;

/**
 * Asks with a signature (registry/protocol/signed-request.ts). A clock that is so wrong that the registry does not answer
 * stops nothing (rule 18): the registry says its own time, and the request goes out once more with that.
 * Rejects as `Fetch` does.
 */
export function makeSignedFetch({url, node, secrets, fetch, now}: Signing): SignedFetch {
  let correction = 0;
  return async ({path, ...question}, signal) => {
    const target = addressOf(path, url);
    const ask = (): Promise<Answer> => {
      const headers = requestHeaders(secrets, node, {
        method: question.method,
        path: `${target.pathname}${target.search}`,
        date: new Date(now() - correction).toISOString(),
        bodySha256: bodyHash(question.body ?? new Uint8Array()),
      });
      return fetch({...question, url: target, headers: {...question.headers, ...headers}}, signal);
    };
    const answer = await ask();
    const ahead = clockAhead(answer, now() - correction);
    const isRefused = answer.status === 400 || answer.status === 401 || answer.status === 403;
    if (!isRefused || ahead === null || Math.abs(ahead) < dateTolerance * 60_000) return answer;
    correction += ahead;
    return ask();
  };
}
