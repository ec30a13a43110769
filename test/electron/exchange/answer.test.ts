import {expect, test} from 'vitest';
import {accept, clockAhead} from '../../../electron/exchange/answer.ts';
import type {Answer} from '../../../electron/exchange/http.ts';
import {LaneStop} from '../../../registry/lane/outcome.ts';

function answer(status: number, headers: Record<string, string> = {}, body: unknown = ''): Answer {
  const bytes = new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
  return {status, headers, body: bytes};
}

const json = {'content-type': 'Application/JSON; charset=utf-8'};
const known = {error: 'too-often', detail: 'slowly'};

function problemOf(of: Answer): LaneStop['problem'] {
  try {
    accept(of, {statuses: [200], type: 'application/json'});
  } catch (error) {
    if (error instanceof LaneStop) return error.problem;
    throw error;
  }
  throw new Error('it was accepted');
}

test('what is asked for is accepted, whatever stands behind its type', () => {
  expect(() => accept(answer(200, json), {statuses: [200], type: 'application/json'})).not.toThrow();
  expect(() => accept(answer(204), {statuses: [200, 204], type: null})).not.toThrow();
});

const refusals: [why: string, of: Answer, expected: object][] = [
  ['another type', answer(200, {'content-type': 'text/html'}), {code: 'not-understood', detail: '200 of another type'}],
  ['no type', answer(200), {code: 'not-understood', by: 'them'}],
  ['what the registry says itself', answer(409, json, known), {code: 'too-often', by: 'them', detail: 'slowly'}],
  ['its words in another type', answer(409, {}, known), {code: 'not-understood', detail: 'status 409'}],
  ['a code that nobody knows', answer(409, json, {error: 'new', detail: ''}), {code: 'not-understood'}],
  ['no JSON', answer(503, json, '{'), {code: 'unavailable', detail: 'status 503'}],
  ['what stands before a registry: too large', answer(413), {code: 'too-large'}],
  ['too often', answer(429), {code: 'too-often'}],
  ['unavailable', answer(500), {code: 'unavailable'}],
  ['something else', answer(302), {code: 'not-understood'}],
];
test.each(refusals)('%s', (_, of, expected) => {
  expect(problemOf(of)).toMatchObject(expected);
});

const date = 'Mon, 05 Jan 2026 06:00:00 GMT';
const pauses: [headers: Record<string, string>, seconds: number | undefined][] = [
  [{}, undefined],
  [{'retry-after': '90'}, 90],
  [{'retry-after': 'Mon, 05 Jan 2026 06:02:00 GMT', date}, 120],
  [{'retry-after': 'Mon, 05 Jan 2026 05:00:00 GMT', date}, 0],
  [{'retry-after': 'Mon, 05 Jan 2026 06:02:00 GMT'}, undefined],
  [{'retry-after': 'soon', date}, undefined],
  [{'retry-after': '-5'}, undefined],
];
test.each(pauses)('%j asks to wait for %s s', (headers, seconds) => {
  expect(problemOf(answer(503, headers)).retryAfter).toBe(seconds);
});

test('how far the two clocks are apart', () => {
  const now = Date.parse(date);
  expect([clockAhead(answer(200, {date}), now + 5_000), clockAhead(answer(200), now)]).toEqual([5_000, null]);
});
