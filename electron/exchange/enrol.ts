import {jsonType, paths} from '../../registry/parcel/wire.ts';
import {enrolReply, type EnrolReply, type EnrolRequest} from '../../registry/protocol/enrolment.ts';
import {accept, clockAhead, parse, shortAnswer} from './answer.ts';
import {addressOf, makeHttp, type Fetch} from './http.ts';
import {LaneStop, stop, type Problem} from '../../registry/lane/outcome.ts';

export interface Enrolment extends EnrolRequest {
  readonly url: string;
  readonly certificate?: string | undefined;
  readonly fetch?: Fetch;
  readonly signal?: AbortSignal;
  readonly now: () => number;
}

export type Enrolled = {readonly reply: EnrolReply; readonly clockAhead: number | null} | {readonly problem: Problem};

/**
 * Asks a registry to take this PC in. Once, without trying again: a code serves once, and a person stands before the
 * screen. Never rejects for what the line or the registry does.
 */
export async function enrol({
  url,
  certificate,
  fetch,
  signal,
  now,
  code,
  node,
  keys,
  name,
  facility,
}: Enrolment): Promise<Enrolled> {
  const http = makeHttp({certificate});
  const request: EnrolRequest = {code, node, keys, name, facility};
  try {
    const answer = await (fetch ?? http.fetch)(
      {
        method: 'POST',
        url: addressOf(paths.enrol, url),
        headers: {'content-type': jsonType},
        body: Buffer.from(JSON.stringify(request)),
        most: shortAnswer,
      },
      signal,
    );
    accept(answer, {statuses: [200, 201], type: jsonType});
    const {success, data} = enrolReply.safeParse(parse(answer.body));
    if (!success) throw stop('not-understood', 'an enrolment of another shape', 'them');
    return {reply: data, clockAhead: clockAhead(answer, now())};
  } catch (error) {
    if (error instanceof LaneStop) return {problem: error.problem};
    throw error;
  } finally {
    http.close();
  }
}
