import {createHash} from 'node:crypto';
import {z} from 'zod';
import {
  handovers,
  receivers,
  type Handover,
  type HandoverAnswer,
  type Receivers,
} from '../../registry/protocol/handover.ts';
import {blobChunk, jsonType, parcelType, paths} from '../../registry/parcel/wire.ts';
import {accept, parse, shortAnswer} from './answer.ts';
import type {HandoverStore} from './handover-store.ts';
import type {Answer} from './http.ts';
import {LaneStop, stop, type Problem} from '../../registry/lane/outcome.ts';
import {patiently, realWait, type Wait} from './patience.ts';
import type {SignedFetch, SignedQuestion} from './signed-fetch.ts';

/**
 * Hand-overs through the registry, after the parcels of an exchange (docs/decisions/0022):
 *
 *   whom there is ──▶ what the registry says of each ──▶ our answers, the contents for us ──▶ our offers
 *
 * Each step may be cut and done again. The same offer is the same bytes, the same answer changes nothing there, and what
 * came is known by its id.
 */

export interface HandoversOverNetwork {
  readonly store: HandoverStore;
  readonly fetch: SignedFetch;
  readonly now: () => number;
  readonly signal?: AbortSignal | undefined;
  readonly wait?: Wait;
}

export interface HandoverTally {
  offered: number;
  received: number;
  answered: number;
}

export interface HandoverOutcome {
  /** Null: all that could be told and taken was. */
  readonly problem: Problem | null;
  readonly tally: Readonly<HandoverTally>;
}

/** Bytes of a list: tens of thousands of hand-overs. */
const longestList = 16 * 1024 * 1024;

/** Never rejects for what the line or the registry does; rejects with what the store throws. */
export async function handOverByNetwork(options: HandoversOverNetwork): Promise<HandoverOutcome> {
  const tally: HandoverTally = {offered: 0, received: 0, answered: 0};
  try {
    const known = await ask({method: 'GET', path: paths.receivers, most: longestList}, receivers, options);
    options.store.keepReceivers(known);
    const isRefused = await goThrough(options, tally);
    // The other side was quicker: what it has decided is heard in the same exchange.
    if (isRefused) await goThrough(options, tally);
    for (const {id, to} of options.store.toOffer())
      if (await offer(id, keysIn(known, to), to, options)) tally.offered += 1;
    return {problem: null, tally};
  } catch (error) {
    if (error instanceof LaneStop) return {problem: error.problem, tally};
    throw error;
  }
}

/** Whether the registry did not take one of our answers. */
async function goThrough(options: HandoversOverNetwork, tally: HandoverTally): Promise<boolean> {
  const all = await ask({method: 'GET', path: paths.handovers, most: longestList}, handovers, options);
  options.store.compare(new Set(all.map(({id}) => id)));
  let isRefused = false;
  for (const each of all) {
    const todo = options.store.learn(each);
    if (todo === 'fetch') {
      if (await receive(each, options)) tally.received += 1;
    } else if (todo !== null) {
      if (await tell(each.id, todo, options)) tally.answered += 1;
      else isRefused = true;
    }
  }
  return isRefused;
}

async function tell(id: string, answer: HandoverAnswer, options: HandoversOverNetwork): Promise<boolean> {
  const path = paths.handoverAnswer(id);
  if (!(await isTaken(() => askJson(path, answer, options)))) return false;
  options.store.told(id, answer.state);
  return true;
}

/** False: it is not there any more. */
async function receive(handover: Handover, options: HandoversOverNetwork): Promise<boolean> {
  const {id, size, sha256} = handover;
  const pieces: Uint8Array[] = [];
  for (let held = 0; held < size;) {
    const piece = await patiently(() => getPiece(id, held, size, options), patience(options));
    if (piece === undefined) return false;
    pieces.push(piece);
    held += piece.length;
  }
  const content = Buffer.concat(pieces);
  if (createHash('sha256').update(content).digest('hex') === sha256) await options.store.receive(handover, content);
  else options.store.mark(id, 'damaged');
  return true;
}

/** Undefined: withdrawn meanwhile, or not here whole any more. */
async function getPiece(
  id: string,
  from: number,
  size: number,
  {fetch, signal}: HandoversOverNetwork,
): Promise<Uint8Array | undefined> {
  const last = Math.min(from + blobChunk, size) - 1;
  const headers = {range: `bytes=${from}-${last}`};
  const path = paths.handoverContent(id);
  const answer = await fetch({method: 'GET', path, headers, most: blobChunk}, signal);
  if (!(await isTaken(() => accept(answer, {statuses: [206], type: parcelType}), gone))) return undefined;
  if (answer.body.length !== last - from + 1) throw stop('not-understood', 'another range', 'them');
  return answer.body;
}

/** False: it cannot be offered as it is; a person is told. */
async function offer(id: string, keys: readonly string[], to: string, options: HandoversOverNetwork): Promise<boolean> {
  const {store} = options;
  const tellPerson = (): false => {
    store.mark(id, 'not-taken');
    return false;
  };
  if (keys.length === 0) return tellPerson();
  const content = await store.seal(id, keys);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const offered = {id, to, sha256, size: content.length};
  if (!(await isTaken(() => askJson(paths.handovers, offered, options)))) return tellPerson();
  if (!(await isTaken(() => putAll(id, content, options)))) return tellPerson();
  store.offered(id, new Date(options.now()).toISOString());
  return true;
}

const progress = z.object({received: z.int().min(0), complete: z.boolean()});

async function putAll(id: string, content: Uint8Array, options: HandoversOverNetwork): Promise<void> {
  for (let held = 0; ;) {
    const path = `${paths.handoverContent(id)}?offset=${held}`;
    const body = content.subarray(held, held + blobChunk);
    const question = {method: 'PUT', path, headers: {'content-type': parcelType}, body, most: shortAnswer} as const;
    // From the beginning it is asked with a piece how much is there: what is known already is not written again.
    const {received, complete} = await ask(question, progress, options);
    if (complete) return;
    if (received <= held || received >= content.length) throw stop('not-understood', 'how much is held', 'them');
    held = received;
  }
}

async function ask<Shape extends z.ZodType>(
  question: SignedQuestion,
  shape: Shape,
  options: HandoversOverNetwork,
): Promise<z.output<Shape>> {
  const answer = await patiently(async () => {
    const got = await options.fetch(question, options.signal);
    accept(got, {statuses: [200], type: jsonType});
    return got;
  }, patience(options));
  return understood(answer, shape);
}

async function askJson(path: string, json: unknown, options: HandoversOverNetwork): Promise<void> {
  const body = Buffer.from(JSON.stringify(json));
  const question = {method: 'POST', path, headers: {'content-type': jsonType}, body, most: shortAnswer} as const;
  await ask(question, z.unknown(), options);
}

function understood<Shape extends z.ZodType>(answer: Answer, shape: Shape): z.output<Shape> {
  const read = shape.safeParse(parse(answer.body));
  if (!read.success) throw stop('not-understood', 'an answer of another shape', 'them');
  return read.data;
}

/** What the registry says of what it will not have, whoever asks: it has decided otherwise, or knows of none. */
const refused: ReadonlySet<string> = new Set(['malformed', 'too-large']);
/** And of a content that is not for us any more. */
const gone: ReadonlySet<string> = new Set(['malformed', 'missing']);

/** False where the registry answers with one of these codes. */
async function isTaken(ask: () => Promise<void> | void, codes = refused): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (error instanceof LaneStop && error.problem.by === 'them' && codes.has(error.problem.code)) return false;
    throw error;
  }
}

function keysIn(known: Receivers, facility: string): string[] {
  return known.find(each => each.facility === facility)?.nodes.map(({box}) => box) ?? [];
}

function patience({signal, wait = realWait}: HandoversOverNetwork): {signal: AbortSignal | undefined; wait: Wait} {
  return {signal, wait};
}
